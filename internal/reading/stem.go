package reading

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/french"
)

// Stem gives the stem of one French word: lower case, accents folded, then
// the Snowball rules for French. Accents go first because users leave them
// out; the rules then see both spellings alike.
func Stem(word string) string { return stemPlain(Fold(word)) }

// Stems gives the stem of each word of a text, in order; elisions part words.
func Stems(text string) []string {
	stems := []string{}
	for _, w := range words(text, 0) {
		stems = append(stems, w.stem)
	}
	return stems
}

// known keeps stems already worked out, under the folded word: an import stems
// the same few thousand words over and over. It stops growing at knownMost.
var known = struct {
	sync.RWMutex
	of map[string]spelling
}{of: map[string]spelling{}}

// spelling is a folded word and its stem.
type spelling struct{ plain, stem string }

const knownMost = 1 << 16

func stemPlain(plain string) string { return spell([]byte(plain)).stem }

// longestWord is more bytes than nearly every folded word has.
const longestWord = 48

// spelled folds and stems a word as it was written.
func spelled(raw []rune) spelling {
	var room [longestWord]byte
	return spell(appendFolded(room[:0], raw))
}

// spell stems a folded word.
func spell(plain []byte) spelling {
	known.RLock()
	s, ok := known.of[string(plain)]
	known.RUnlock()
	if ok {
		return s
	}
	s.plain = string(plain)
	s.stem = workOut(s.plain)
	known.Lock()
	defer known.Unlock()
	if len(known.of) < knownMost {
		known.of[s.plain] = s
	}
	return s
}

// workOut stems a folded word. Without its accent, the rules take the
// feminine "fermee" for another word than "ferme": its ending goes first.
func workOut(plain string) string {
	if short, ok := strings.CutSuffix(strings.TrimSuffix(plain, "s"), "ee"); ok && len(short) > 2 {
		plain = short + "e"
	}
	return french.Stem(plain, false)
}

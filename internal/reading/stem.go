package reading

import (
	"strings"
	"sync"
	"sync/atomic"

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

// known keeps stems already worked out: an import stems the same few thousand
// words over and over. It stops growing at knownMost.
var (
	known      sync.Map
	knownCount atomic.Int64
)

const knownMost = 1 << 16

func stemPlain(plain string) string {
	if stem, ok := known.Load(plain); ok {
		return stem.(string)
	}
	stem := workOut(plain)
	if knownCount.Load() < knownMost {
		knownCount.Add(1)
		known.Store(strings.Clone(plain), stem)
	}
	return stem
}

// workOut stems a folded word. Without its accent, the rules take the
// feminine "fermee" for another word than "ferme": its ending goes first.
func workOut(plain string) string {
	if short, ok := strings.CutSuffix(strings.TrimSuffix(plain, "s"), "ee"); ok && len(short) > 2 {
		plain = short + "e"
	}
	return french.Stem(plain, false)
}

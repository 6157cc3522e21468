package reading

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Indexer reads texts for a full-text index, many in a row: it knows again the
// words that it saw before. It reads as Stems does. One goroutine at a time.
type Indexer struct {
	known map[string]*form
	stems map[string]*stemCount
	texts int
	line  []byte
	last  [shingle]uint64
}

// form is a spelling met in texts; stemCount is a stem and in how many texts it
// stood since Counts was last asked.
type (
	form struct {
		stem              *stemCount
		fr, en, other, la int
	}
	stemCount struct {
		stem       string
		hash       uint64
		docs, seen int
	}
)

const (
	// knownForms bounds the memory: an index of proper names must not fill it.
	knownForms = 1 << 17
	// shingle is how many stems in a row are compared between texts: fewer are
	// shared by texts that have nothing to do with each other.
	shingle = 6
	// leastCompared is the length in words below which texts are alike by chance.
	leastCompared = 8
)

// Indexed is what an index keeps of a text.
type Indexed struct {
	Stems    string   // as Stems gives them, joined by blanks
	Language Language // of the text, as LanguageOf tells it
	// Likeness is the least hash of six stems in a row (min-hash, Broder 1997):
	// two texts have the same one with a probability equal to the share of such
	// runs that they have in common. 0 for fewer than eight words.
	Likeness int64
}

// NewIndexer makes one that has seen nothing yet.
func NewIndexer() *Indexer {
	return &Indexer{known: map[string]*form{}, stems: map[string]*stemCount{}}
}

// Read reads a title and a text.
func (x *Indexer) Read(title, text string) Indexed {
	x.texts++
	x.line = x.line[:0]
	var head, body score
	x.words(title, &head)
	x.words(text, &body)
	language := body.language()
	if language == Unknown {
		body.add(head)
		language = body.language()
	}
	body.likeness.add(head.likeness)
	return Indexed{Stems: string(x.line), Language: language, Likeness: body.likeness.key()}
}

// Counts gives each stem with the number of texts that held it since the last
// call, and begins anew.
func (x *Indexer) Counts(each func(stem string, texts int) error) error {
	for _, t := range x.stems {
		if t.docs == 0 {
			continue
		}
		if err := each(t.stem, t.docs); err != nil {
			return err
		}
		t.docs = 0
	}
	if len(x.known) > knownForms {
		clear(x.known)
		clear(x.stems)
	}
	return nil
}

// score gathers what the words of one text tell.
type score struct {
	fr, en, other, latin, all int
	likeness                  likeness
}

func (s *score) add(t score) {
	s.fr, s.en, s.other, s.latin, s.all = s.fr+t.fr, s.en+t.en, s.other+t.other, s.latin+t.latin, s.all+t.all
}

// language decides as LanguageOf does.
func (s *score) language() Language {
	switch best := max(s.fr, s.en, s.other); {
	case s.all > 0 && s.latin*2 < s.all:
		return Other
	case best == 0 || best < 2 && s.all > 2:
		return Unknown
	case s.fr == best:
		return French
	case s.en == best:
		return English
	}
	return Other
}

// likeness is the running least hash of the shingles of one text.
type likeness struct {
	least uint64
	words int
}

func (l *likeness) add(m likeness) {
	if m.words >= shingle && (l.words < shingle || m.least < l.least) {
		l.least = m.least
	}
	l.words += m.words
}

func (l *likeness) key() int64 {
	if l.words < leastCompared {
		return 0
	}
	return int64(l.least>>1) | 1
}

func (x *Indexer) words(text string, s *score) {
	start, before := -1, rune(0)
	for i, r := range text {
		switch {
		case !indexed(r):
			if start >= 0 {
				x.word(text[start:i], s)
				start = -1
			}
		case start < 0:
			start = i
		case border(before, r):
			x.word(text[start:i], s)
			start = i
		}
		before = r
	}
	if start >= 0 {
		x.word(text[start:], s)
	}
}

// indexed is wordRune, fast for the letters of most texts.
func indexed(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return wordRune(r)
}

// border is parts, for two runes.
func border(before, here rune) bool {
	if before|here < utf8.RuneSelf {
		if (before <= '9') != (here <= '9') {
			return true
		}
		return before >= 'a' && here >= 'A' && here <= 'Z'
	}
	return unicode.IsDigit(before) != unicode.IsDigit(here) || unicode.IsLower(before) && unicode.IsUpper(here)
}

func (x *Indexer) word(raw string, s *score) {
	f, ok := x.known[raw]
	if !ok {
		f = x.learn(raw)
	}
	if f.stem == nil {
		return // a lone accent
	}
	s.fr, s.en, s.other, s.latin, s.all = s.fr+f.fr, s.en+f.en, s.other+f.other, s.latin+f.la, s.all+1
	if f.stem.seen != x.texts {
		f.stem.seen = x.texts
		f.stem.docs++
	}
	if len(x.line) > 0 {
		x.line = append(x.line, ' ')
	}
	x.line = append(x.line, f.stem.stem...)
	x.mark(f.stem.hash, &s.likeness)
}

func (x *Indexer) mark(hash uint64, l *likeness) {
	x.last[l.words%shingle] = hash
	l.words++
	if l.words < shingle {
		return
	}
	var sum uint64
	for i := range uint64(shingle) {
		sum = (sum ^ x.last[(uint64(l.words)+i)%shingle]) * 0x9E3779B97F4A7C15
		sum ^= sum >> 29
	}
	if l.words == shingle || sum < l.least {
		l.least = sum
	}
}

func (x *Indexer) learn(raw string) *form {
	raw = strings.Clone(raw)
	f := &form{}
	x.known[raw] = f
	plain := Fold(raw)
	if plain == "" {
		return f
	}
	f.fr, f.en, f.other = count(frenchWords[plain]), count(englishWords[plain]), count(otherWords[plain] && !frenchWords[plain])
	f.la = count(plain[0] < utf8.RuneSelf)
	stem := stemPlain(plain)
	if f.stem = x.stems[stem]; f.stem == nil {
		h := fnv.New64a()
		h.Write([]byte(stem))
		f.stem = &stemCount{stem: stem, hash: h.Sum64()}
		x.stems[stem] = f.stem
	}
	return f
}

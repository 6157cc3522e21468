package reading

import (
	"slices"
	"strings"
)

// A lexicon is a table of phrases, read from a file of data/:
//
//	= label sign      begins an entry; the sign is + - or nothing
//	word word         a phrase; words match by stem
//	a/b               either word
//	=word             the word as it is, not its stem
//	..  ...           up to three, up to six words between
//	#                 a number, in digits or in letters
//	: name a/b        names a class of words; <name> stands for them below it
//	a b & c           a b, where c stands near it in the sentence too
//	! a/b             none of these words may stand near what is below it
//
// A phrase is tried at each word of one sentence.
type lexicon struct {
	byStem, byPlain map[string][]*phrase // by their first word
	byNumber        []*phrase
	labels          []string
	classes         map[string]string
	unless          *phrase // of the phrases being read
}

type phrase struct {
	label    string
	order    int // place of the label in the file
	polarity Polarity
	steps    []step
	denies   bool // the phrase holds its own negation
	deniedAt int  // the step that holds it
	beside   []*phrase
	unless   *phrase
}

type step struct {
	gap    int // how many words may stand before it
	number bool
	stems  []string // any of them will do,
	plains []string // or any of these folded words
}

type hit struct {
	*phrase
	from, to int // words of the sentence, [from, to)
}

func readLexicon(data string) *lexicon {
	lex := &lexicon{byStem: map[string][]*phrase{}, byPlain: map[string][]*phrase{}, classes: map[string]string{}}
	label, polarity := "", Plain
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, ": "):
			lex.name(line)
		case strings.HasPrefix(line, "! "):
			lex.unless = &phrase{}
			lex.unless.read(lex.spellOut(line[2:]))
		case strings.HasPrefix(line, "= "):
			label, polarity = heading(line)
			lex.unless = nil
			if !slices.Contains(lex.labels, label) {
				lex.labels = append(lex.labels, label)
			}
		default:
			for one := range strings.SplitSeq(line, ";") {
				lex.add(label, polarity, one)
			}
		}
	}
	return lex
}

func heading(line string) (string, Polarity) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return fields[1], Plain
	}
	if fields[2] == "+" {
		return fields[1], Good
	}
	return fields[1], Bad
}

func (lex *lexicon) add(label string, polarity Polarity, text string) {
	first, others, _ := strings.Cut(lex.spellOut(text), "&")
	p := &phrase{label: label, polarity: polarity, order: slices.Index(lex.labels, label), unless: lex.unless}
	p.read(first)
	for other := range strings.SplitSeq(others, "&") {
		if o := (&phrase{}); strings.TrimSpace(other) != "" {
			o.read(other)
			p.beside = append(p.beside, o)
		}
	}
	lex.file(p)
}

// read takes the steps of a phrase from its line.
func (p *phrase) read(text string) {
	gap := 0
	for field := range strings.FieldsSeq(text) {
		switch field {
		case "..":
			gap = 3
		case "...":
			gap = 6
		default:
			if denies(field) && !p.denies {
				p.denies, p.deniedAt = true, len(p.steps)
			}
			p.steps = append(p.steps, readStep(field, gap))
			gap = 0
		}
	}
}

// file puts a phrase under its first words.
func (lex *lexicon) file(p *phrase) {
	if len(p.steps) == 0 || lex.holds(p) {
		return
	}
	if p.steps[0].number {
		lex.byNumber = append(lex.byNumber, p)
	}
	for _, stem := range p.steps[0].stems {
		lex.byStem[stem] = append(lex.byStem[stem], p)
	}
	for _, plain := range p.steps[0].plains {
		lex.byPlain[plain] = append(lex.byPlain[plain], p)
	}
}

// holds tells whether a phrase is there already under another form, such as
// its plural: it would be found twice.
func (lex *lexicon) holds(p *phrase) bool {
	return slices.ContainsFunc(lex.alike(p.steps[0]), func(q *phrase) bool {
		return q.label == p.label && len(q.beside)+len(p.beside) == 0 && slices.EqualFunc(q.steps, p.steps, step.same)
	})
}

// alike gives the phrases that begin as a step does.
func (lex *lexicon) alike(first step) []*phrase {
	switch {
	case first.number:
		return lex.byNumber
	case len(first.stems) > 0:
		return lex.byStem[first.stems[0]]
	}
	return lex.byPlain[first.plains[0]]
}

func (s step) same(t step) bool {
	return s.gap == t.gap && s.number == t.number && slices.Equal(s.stems, t.stems) && slices.Equal(s.plains, t.plains)
}

func readStep(field string, gap int) step {
	if field == "#" {
		return step{gap: gap, number: true}
	}
	s := step{gap: gap}
	for alt := range strings.SplitSeq(field, "/") {
		s.take(alt)
	}
	return s
}

// take adds a word of a table. Words of up to three letters stand for
// themselves: their stems would be everybody's.
func (s *step) take(alt string) {
	plain := Fold(strings.TrimPrefix(alt, "="))
	if alt[0] == '=' || len(plain) <= 3 {
		s.plains = append(s.plains, plain)
	} else {
		s.stems = append(s.stems, stemPlain(plain))
	}
}

// find gives the phrases found in a sentence, less those that lie inside a
// longer one: "pas simple" is not "simple".
func (lex *lexicon) find(ws []word) []hit {
	hits := []hit{}
	for i, w := range ws {
		hits = findAt(hits, lex.byStem[w.stem], ws, i)
		hits = findAt(hits, lex.byPlain[w.plain], ws, i)
		if _, ok := number(w); ok {
			hits = findAt(hits, lex.byNumber, ws, i)
		}
	}
	kept := hits[:0:0]
	for i, h := range hits {
		if !h.insideAny(ws, hits, i) && !h.repeats(kept) {
			kept = append(kept, h)
		}
	}
	return kept
}

// repeats tells whether the words of a hit have said the same already under
// another phrase of its label: said once, it counts once.
func (h hit) repeats(kept []hit) bool {
	return slices.ContainsFunc(kept[max(0, len(kept)-8):], func(k hit) bool { return k.label == h.label && h.from < k.to })
}

func findAt(hits []hit, phrases []*phrase, ws []word, i int) []hit {
	for _, p := range phrases {
		if to, ok := p.match(ws, i+1, 1); ok && p.accompanied(ws, i) {
			hits = append(hits, hit{p, i, to})
		}
	}
	return hits
}

// spanMost is more words than any phrase can span: hits that begin further
// apart cannot hold one another, which keeps a text without end fast.
const spanMost = 40

// insideAny looks for a longer hit around hits[i], hits being in the order of
// their beginnings.
func (h hit) insideAny(ws []word, hits []hit, i int) bool {
	for j := i - 1; j >= 0 && hits[j].from >= h.from-spanMost; j-- {
		if h.inside(ws, hits[j]) {
			return true
		}
	}
	for j := i + 1; j < len(hits) && hits[j].from == h.from; j++ {
		if h.inside(ws, hits[j]) {
			return true
		}
	}
	return false
}

// inside tells whether a longer hit holds a word of this one. What stands
// wholly in its gaps says something of its own: "site simple et agréable".
func (h hit) inside(ws []word, other hit) bool {
	within := other.from <= h.from && h.to <= other.to && other.to-other.from > h.to-h.from
	return within && (h.label == other.label || h.from == other.from || other.uses(ws, h.from, h.to))
}

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
//
// A phrase is tried at each word of one sentence.
type lexicon struct {
	byFirst map[string][]*phrase
	labels  []string
}

type phrase struct {
	label    string
	order    int // place of the label in the file
	polarity Polarity
	steps    []step
	denies   bool // the phrase holds its own negation
	deniedAt int  // the step that holds it
}

type step struct {
	gap    int // how many words may stand before it
	number bool
	any    []string // stems, or "=" and the folded word
}

type hit struct {
	*phrase
	from, to int // words of the sentence, [from, to)
}

func readLexicon(data string) *lexicon {
	lex := &lexicon{byFirst: map[string][]*phrase{}}
	label, polarity := "", Plain
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			label, polarity = heading(line)
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
	p := &phrase{label: label, polarity: polarity, order: slices.Index(lex.labels, label)}
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
	if len(p.steps) == 0 || lex.holds(p) {
		return
	}
	if p.steps[0].number {
		lex.byFirst["#"] = append(lex.byFirst["#"], p)
	}
	for _, key := range p.steps[0].any {
		lex.byFirst[key] = append(lex.byFirst[key], p)
	}
}

// holds tells whether a phrase is there already under another form, such as
// its plural: it would be found twice.
func (lex *lexicon) holds(p *phrase) bool {
	first := "#"
	if !p.steps[0].number {
		first = p.steps[0].any[0]
	}
	return slices.ContainsFunc(lex.byFirst[first], func(q *phrase) bool {
		return q.label == p.label && slices.EqualFunc(q.steps, p.steps, step.same)
	})
}

func (s step) same(t step) bool {
	return s.gap == t.gap && s.number == t.number && slices.Equal(s.any, t.any)
}

func readStep(field string, gap int) step {
	if field == "#" {
		return step{gap: gap, number: true}
	}
	s := step{gap: gap}
	for alt := range strings.SplitSeq(field, "/") {
		s.any = append(s.any, key(alt))
	}
	return s
}

// key is how a word of a table is looked up. Words of up to three letters
// stand for themselves: their stems would be everybody's.
func key(alt string) string {
	plain := Fold(strings.TrimPrefix(alt, "="))
	if alt[0] == '=' || len(plain) <= 3 {
		return "=" + plain
	}
	return stemPlain(plain)
}

// find gives the phrases found in a sentence, less those that lie inside a
// longer one: "pas simple" is not "simple".
func (lex *lexicon) find(ws []word) []hit {
	hits := []hit{}
	for i, w := range ws {
		hits = lex.findAt(hits, ws, i, w.stem)
		hits = lex.findAt(hits, ws, i, "="+w.plain)
		if _, ok := number(w); ok {
			hits = lex.findAt(hits, ws, i, "#")
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

func (lex *lexicon) findAt(hits []hit, ws []word, i int, key string) []hit {
	for _, p := range lex.byFirst[key] {
		if to, ok := p.match(ws, i+1, 1); ok {
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

// uses tells whether one of the words [from, to) is a step of the hit rather
// than in a gap. It follows the first way that match finds.
func (h hit) uses(ws []word, from, to int) bool {
	at := h.from + 1
	for i := 1; i < len(h.steps); i++ {
		for !h.steps[i].takes(ws[at]) || !h.fits(ws, at+1, i+1) {
			at++
		}
		if from <= at && at < to {
			return true
		}
		at++
	}
	return false
}

func (p *phrase) fits(ws []word, at, i int) bool {
	_, ok := p.match(ws, at, i)
	return ok
}

// match looks for the steps from the i-th on, the first of them at a word or,
// where a gap is allowed, soon after it.
func (p *phrase) match(ws []word, at, i int) (int, bool) {
	if i == len(p.steps) {
		return at, true
	}
	for skip := 0; skip <= p.steps[i].gap && at+skip < len(ws) && !p.parted(ws[at+skip], i); skip++ {
		if p.steps[i].takes(ws[at+skip]) {
			if to, ok := p.match(ws, at+skip+1, i+1); ok {
				return to, true
			}
		}
		if p.polarity == Good && refusals[ws[at+skip].plain] {
			return 0, false // "le site n’est pas clair"
		}
	}
	return 0, false
}

// parted tells whether a word that would follow a negation begins another
// clause: "pas fermé, une réponse" is not "pas de réponse".
func (p *phrase) parted(w word, i int) bool {
	return p.denies && i > p.deniedAt && w.opens
}

func (s step) takes(w word) bool {
	if s.number {
		_, ok := number(w)
		return ok
	}
	return slices.Contains(s.any, w.stem) || slices.Contains(s.any, "="+w.plain)
}

package reading

import "slices"

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

// near is how many words off another part of a phrase is looked for.
const near = 24

// accompanied tells whether the other parts of a phrase stand near the word
// that it begins at, and nothing that it cannot stand beside.
func (p *phrase) accompanied(ws []word, at int) bool {
	from, to := max(0, at-near), min(len(ws), at+near)
	for _, other := range p.beside {
		if !other.stands(ws, from, to) {
			return false
		}
	}
	return p.unless == nil || !p.unless.stands(ws, from, to)
}

// stands tells whether the phrase begins at one of the words [from, to).
func (p *phrase) stands(ws []word, from, to int) bool {
	for i := from; i < to; i++ {
		if p.steps[0].takes(ws[i]) && p.fits(ws, i+1, 1) {
			return true
		}
	}
	return false
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
	return slices.Contains(s.stems, w.stem) || slices.Contains(s.plains, w.plain)
}

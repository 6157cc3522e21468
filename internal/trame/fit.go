package trame

import (
	"strings"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// worth says what a part is worth when a reply grows too long: the least goes
// first.
type worth int

// Parts up to stretch stand only in a reply that would be too short without.
const (
	ending worth = iota
	alsoHelps
	remark
	nextTime
	bounds
	step
	stretch
	helps
	warmth
	circumstance
	question
	lastPoint
	otherSheet
	otherPoint
	contrast
	proposal
	explained
	door
	sheet
	firstPoint
	translated
	first
)

// part is a sentence or two that stand or fall together.
type part struct {
	text  string
	worth worth
}

func (p part) sentences() int {
	return 1 + strings.Count(p.text, ". ") + strings.Count(p.text, "? ")
}

// room is how many sentences a reply should have.
type room struct{ least, most int }

var rooms = map[review.Length]room{
	review.LengthShort: {2, 3}, review.LengthUsual: {3, 6}, review.LengthLong: {7, 8},
}

// fit drops the parts worth least until the reply has its length. What would
// only stretch it stands no longer than the reply needs it.
func (r room) fit(parts []part) []part {
	for {
		i, n := least(parts), sentences(parts)
		if len(parts) < 2 || n <= r.least || n <= r.most && parts[i].worth > stretch {
			return parts
		}
		parts = append(parts[:i:i], parts[i+1:]...)
	}
}

// least finds the part worth least, the last of equals.
func least(parts []part) int {
	found := 0
	for i, p := range parts {
		if p.worth <= parts[found].worth {
			found = i
		}
	}
	return found
}

func sentences(parts []part) int {
	n := 0
	for _, p := range parts {
		n += p.sentences()
	}
	return n
}

// narrowed drops what is worth least until the reply, frame included, may
// appear where the review stands. The opening grows brief before the point is
// lost.
func (d *draft) narrowed(parts []part) []part {
	most := d.Service.Limit(string(d.Review.Source))
	for most > 0 && len(parts) > 1 && d.long(parts) > most {
		i := least(parts)
		if parts[i].worth >= firstPoint && d.abridge(parts) {
			continue
		}
		parts = append(parts[:i:i], parts[i+1:]...)
	}
	return parts
}

// long is how many code points the reply has in its frame.
func (d *draft) long(parts []part) int {
	all := []string{}
	for _, p := range parts {
		all = append(all, p.text)
	}
	return utf8.RuneCountInString(d.in.frame(d.Service).Around(strings.Join(all, " ")))
}

// abridge puts plain thanks in the place of the opening, once; not of the first
// words to somebody in danger.
func (d *draft) abridge(parts []part) bool {
	plain := d.say("brief")
	if len(d.read.Signals.Urgent) > 0 || parts[0].worth != first || parts[0].text == plain {
		return false
	}
	parts[0].text = plain
	return true
}

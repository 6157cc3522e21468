package prompt

import (
	"strings"
	"unicode"

	"ecritoire/internal/review"
)

// The most that a part may take, in Unicode code points, however much room a
// model has: what is read takes time, and small models lose the thread of long
// prompts. Together with the templates they stay near 6,000 tokens.
const (
	MaxReview   = 5000 // the text of a review; those of Services Publics+ seldom reach 2,000
	MaxTitle    = 300
	MaxPassage  = 1200 // one passage
	MaxPassages = 4000 // all passages together
	MaxExamples = 4000 // all examples together, reviews and replies
	MaxRules    = 3000 // the service's own rules, and as much again for its model replies
)

// Omitted is what Lay left out of a prompt for want of room.
type Omitted struct {
	Examples     int              // left out whole, from the last
	ReviewRunes  int              // of the review's text, from its middle
	PassageRunes int              // from the ends of passages that were kept
	Passages     []review.Passage // left out whole, from the last
}

// LeftOut tells what no prompt can hold of this review and these passages,
// whatever the model, so that the agent can be told before any draft.
func LeftOut(r review.Review, passages []review.Passage) Omitted {
	_, n := fitReview(block(r.Text), MaxReview)
	_, cut, whole := fitPassages(passages)
	return Omitted{ReviewRunes: n, PassageRunes: cut, Passages: whole}
}

// fitReview keeps the beginning, where the facts are told, and the end, where
// the question often stands. The gap carries a note that something is missing.
func fitReview(text string, limit int) (fitted string, omitted int) {
	all := []rune(text)
	if len(all) <= limit {
		return text, 0
	}
	head := strings.TrimSpace(string(all[:wordEnd(all, limit*2/3)]))
	tail := strings.TrimSpace(string(all[wordStart(all, len(all)-limit/3):]))
	return head + "\n" + gap + "\n" + tail, len(all) - runes(head) - runes(tail)
}

const gap = "(… passage non transmis …)"

// fitExamples takes examples in their order while there is room. One that does
// not fit is left out whole, with those after it: half a reply shows nothing.
func fitExamples(all []review.Example) []shownExample {
	kept, room := []shownExample{}, MaxExamples
	for _, e := range all {
		shown := shownExample{block(e.Said), block(e.Body)}
		if room -= runes(shown.Said) + runes(shown.Body); room < 0 {
			break
		}
		kept = append(kept, shown)
	}
	return kept
}

// fitPassages takes passages in their order, the best first, while there is
// room. A passage that does not fit is left out whole, with those after it; one
// that is too long by itself loses its end, which its text then says.
func fitPassages(all []review.Passage) (kept []review.Passage, cut int, left []review.Passage) {
	room := MaxPassages
	for i, p := range all {
		text, lost := shorten(block(p.Text), MaxPassage)
		if room -= runes(text); room < 0 {
			return kept, cut, all[i:]
		}
		p.Title, p.URL, p.Date, p.Text = line(p.Title), line(p.URL), line(p.Date), text
		kept, cut = append(kept, p), cut+lost
	}
	return kept, cut, nil
}

// shorten takes the end off a text that is too long; cut is how much.
func shorten(text string, limit int) (short string, cut int) {
	all := []rune(text)
	if len(all) <= limit {
		return text, 0
	}
	head := strings.TrimSpace(string(all[:wordEnd(all, limit-2)]))
	return head + " …", len(all) - runes(head)
}

// wordEnd is the last place at or before i where a word ends, or i when the
// text has no gap near: a word of 80 letters is not worth keeping whole.
func wordEnd(text []rune, i int) int {
	for j := i; j > 0 && j > i-80; j-- {
		if unicode.IsSpace(text[j]) {
			return j
		}
	}
	return i
}

func wordStart(text []rune, i int) int {
	for j := i; j < len(text) && j < i+80; j++ {
		if unicode.IsSpace(text[j]) {
			return j
		}
	}
	return i
}

package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// The budget, in Unicode code points. French runs to about 3.3 of them per
// token: all of it together, with the templates, stays near 5,000 tokens and
// leaves room for the reply in a context of 8,192.
const (
	MaxReview   = 5000 // the text of a review; those of Services Publics+ seldom reach 2,000
	MaxTitle    = 300
	MaxPassage  = 1200 // one passage
	MaxPassages = 4000 // all passages together
	MaxRules    = 3000 // the service's own rules
)

// Omitted is what Build left out of a prompt for want of room.
type Omitted struct {
	ReviewRunes  int              // of the review's text, from its middle
	PassageRunes int              // from the ends of passages that were kept
	Passages     []review.Passage // left out whole
}

// LeftOut tells what Build leaves out for this review and these passages, so
// that the agent can be told too.
func LeftOut(r review.Review, passages []review.Passage) Omitted {
	_, n := fitReview(r.Text)
	_, cut, whole := fitPassages(passages)
	return Omitted{ReviewRunes: n, PassageRunes: cut, Passages: whole}
}

// fitReview keeps the beginning, where the facts are told, and the end, where
// the question often stands. The gap carries a note of how much is missing.
func fitReview(text string) (fitted string, omitted int) {
	all := []rune(block(text))
	if len(all) <= MaxReview {
		return string(all), 0
	}
	head := strings.TrimSpace(string(all[:wordEnd(all, MaxReview*2/3)]))
	tail := strings.TrimSpace(string(all[wordStart(all, len(all)-MaxReview/3):]))
	return head + "\n" + gap + "\n" + tail, len(all) - runes(head) - runes(tail)
}

const gap = "(… passage non transmis …)"

// fitPassages takes passages in their order, the best first, while there is
// room. A passage that does not fit is left out whole; one that is too long by
// itself loses its end, which its text then says.
func fitPassages(all []review.Passage) (kept []review.Passage, cut int, left []review.Passage) {
	room := MaxPassages
	for i, p := range all {
		text, lost := shorten(block(p.Text), MaxPassage)
		if room -= runes(text); room < 0 {
			return kept, cut, all[i:]
		}
		p.Text = text
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

func runes(s string) int { return utf8.RuneCountInString(s) }

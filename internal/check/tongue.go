package check

import (
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// strayTongues blocks the sentences in another language in the midst of a
// reply to somebody who wrote in French: no agent means them. Where the whole
// reply is in another language, the rule "language" tells of it.
func (s *subject) strayTongues(found []review.Finding) []review.Finding {
	stray, french := []review.Finding{}, 0
	for _, sentence := range reading.Sentences(s.Reply) {
		switch {
		case s.inFrame(sentence.Span), overlaps(found, sentence.Span):
		case !reading.Foreign(sentence.Text):
			french++
		case !s.wroteForeign():
			stray = append(stray, review.Finding{Severity: review.Block, Span: sentence.Span, Repair: &none, Message: review.Text{
				FR: "Cette phrase n’est pas en français\u00a0: traduisez-la ou retirez-la.",
				EN: "This sentence is not in French: translate it or take it out."}})
		}
	}
	if french == 0 {
		return nil
	}
	return stray
}

// wroteForeign reports whether the review is in another language, so that a
// sentence of the reply may be.
func (s *subject) wroteForeign() bool {
	author := s.read.Author()
	return author == reading.English || author == reading.Other
}

package check

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var nameNames = map[reading.FactKind]review.Text{
	reading.FactPlace: {FR: "Ce lieu", EN: "This place"},
	reading.FactBody:  {FR: "Cet organisme", EN: "This body"},
	reading.FactName:  {FR: "Ce nom", EN: "This name"},
}

// unknownName warns of a place, a public body or another name that stands
// nowhere but in the reply: it sends people to the wrong door.
func unknownName(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, n := range reading.Names(s.Reply) {
		if s.namedElsewhere(n.Span) || s.knowsName(n.Norm) {
			continue
		}
		found = append(found, ungrounded(review.Warn, n.Span, nameNames[n.Kind]))
	}
	return found
}

// namedElsewhere leaves out what is no statement of the reply: its greeting,
// its signature, the frame, and what other rules speak of.
func (s *subject) namedElsewhere(span review.Span) bool {
	return s.isPersonal(span) || s.inFrame(span) || s.inFact(span) || s.inGreeting(span) || s.inSignature(span)
}

// inFact tells the names inside a link or an address.
func (s *subject) inFact(span review.Span) bool {
	for _, f := range s.stated {
		if f.Start < span.End && span.Start < f.End {
			return true
		}
	}
	return false
}

// inGreeting tells the name that follows "Bonjour" on the first line.
func (s *subject) inGreeting(span review.Span) bool {
	before := strings.TrimSpace(s.lower[:span.Start])
	return before != "" && !strings.ContainsAny(before, ",.!?\n") && len(before) <= 24 && s.greets(before)
}

// longestSignature is the longest last line that reads as a signature.
const longestSignature = 80

// inSignature tells a last line that is no sentence: the service signs as it
// likes.
func (s *subject) inSignature(span review.Span) bool {
	text := strings.TrimRight(s.lower, " \n")
	start := strings.LastIndexByte(text, '\n') + 1
	return start > 0 && span.Start >= start && len(text)-start <= longestSignature && !strings.ContainsAny(text[len(text)-1:], ".!?")
}

package check

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// subject is the input, read once for all the rules. flat has one byte for
// each code point of the reply, so that its offsets are those of a finding.
type subject struct {
	Input
	flat     string // case kept
	lower    string // flat in lower case
	asked    string // title and review, flat, in lower case
	frame    string // the service's own formulas, flat, in lower case
	stated   []reading.Fact
	read     reading.Text // title and text
	dictated *dictation   // nil unless the review speaks to the machine
	grounds  grounds
}

func newSubject(in Input) *subject {
	flat := reading.Flatten(in.Reply)
	q := questionOf(in.Title, in.Review)
	return &subject{
		Input: in, flat: flat, lower: strings.ToLower(flat),
		frame:  plain(strings.Join(frameParts(in.Service), "\n")),
		stated: reading.Facts(in.Reply),
		asked:  q.flat, read: q.read, dictated: q.dictated,
	}
}

func plain(text string) string { return strings.ToLower(reading.Flatten(text)) }

func frameParts(s review.Service) []string {
	parts := append([]string{s.Greeting, s.AINotice, s.GreetingEnglish, s.ClosingEnglish, s.SignatureEnglish}, s.Closings...)
	return append(parts, s.Signatures...)
}

// public reports whether anybody may read the reply.
func (s *subject) public() bool { return s.Channel != Paper }

// inFrame reports whether the words belong to the service's own formulas,
// which the agent of the day cannot change.
func (s *subject) inFrame(span review.Span) bool {
	return strings.Contains(s.frame, s.lower[span.Start:span.End])
}

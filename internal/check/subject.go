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
	flat    string // case kept
	lower   string // flat in lower case
	asked   string // title and review, flat, in lower case
	frame   string // the service's own formulas, flat, in lower case
	stated  []reading.Fact
	ordered bool // the review speaks to the machine

	known []reading.Fact // read on first use, by knownFacts
	read  bool
}

func newSubject(in Input) *subject {
	flat := reading.Flatten(in.Reply)
	return &subject{
		Input: in, flat: flat, lower: strings.ToLower(flat),
		asked:   plain(in.Title + "\n" + in.Review),
		frame:   plain(strings.Join(frameParts(in.Service), "\n")),
		stated:  reading.Facts(in.Reply),
		ordered: givesOrders(in.Title, in.Review),
	}
}

func plain(text string) string { return strings.ToLower(reading.Flatten(text)) }

func frameParts(s review.Service) []string {
	parts := append([]string{s.Greeting, s.AINotice}, s.Closings...)
	return append(parts, s.Signatures...)
}

// knownFacts are those of the service and its sheets, then those of the
// review. Most replies state none, so the sheets are read only when asked.
func (s *subject) knownFacts() []reading.Fact {
	if !s.read {
		s.read = true
		s.known = append(s.ownFacts(), reading.Facts(s.Title+"\n"+s.Review)...)
	}
	return s.known
}

// ownFacts are the facts that do not come from the user.
func (s *subject) ownFacts() []reading.Fact {
	sv := s.Service
	text := append([]string{sv.Name, sv.Phone, sv.Email, sv.URL, sv.Address, sv.Rules}, frameParts(sv)...)
	text = append(text, s.Sources...)
	own := reading.Facts(strings.Join(text, "\n"))
	if sv.DelayDays > 0 {
		own = append(own, delayOf(sv.DelayDays)...)
	}
	return own
}

// public reports whether anybody may read the reply.
func (s *subject) public() bool { return s.Channel != Paper }

// inFrame reports whether the words belong to the service's own formulas,
// which the agent of the day cannot change.
func (s *subject) inFrame(span review.Span) bool {
	return strings.Contains(s.frame, s.lower[span.Start:span.End])
}

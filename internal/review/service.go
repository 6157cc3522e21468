package review

import "cmp"

// Service is what the service says of itself: the only facts that a reply may
// state without a source, and the frame it puts around every body.
type Service struct {
	Name       string   `json:"name"`
	Phone      string   `json:"phone"`
	Email      string   `json:"email"`
	URL        string   `json:"url"`
	Address    string   `json:"address"`
	Greeting   string   `json:"greeting"`
	Closings   []string `json:"closings"`   // the first is the default
	Signatures []string `json:"signatures"` // the first is the default
	// The same for a reply in English; what is empty is said in French.
	GreetingEnglish  string   `json:"greeting_en"`
	ClosingEnglish   string   `json:"closing_en"`
	SignatureEnglish string   `json:"signature_en"`
	Phrases          []string `json:"phrases"`   // the house’s own sentences, to be put into a reply
	Forbidden        []string `json:"forbidden"` // words that no reply may hold
	Rules            string   `json:"rules"`     // house rules, given to the model
	Tutoring         string   `json:"tutoring"`  // the service's own examples of good replies, given to the model
	AINotice         string   `json:"ai_notice"` // added under a reply that a model drafted; "" for none
	// Limits are the longest replies, frame included, that the service lets out,
	// in code points, by where they appear (spplus, google, play, paper).
	Limits    map[string]int `json:"limits"`
	FourEyes  bool           `json:"four_eyes"`
	DelayDays int            `json:"delay_days"` // announced answering delay, 1 to 365
	Working   bool           `json:"working"`    // the delay counts working days
	Moselle   bool           `json:"moselle"`    // with the holidays of Alsace and Moselle
}

// longestPlay is what Google Play takes, in code points (its help pages).
const longestPlay = 350

// Limit is the longest reply that may appear on a channel, frame included, in
// code points: what the service says, and never more than the platform takes.
// 0 is for no limit.
func (s Service) Limit(channel string) int {
	limit := s.Limits[channel]
	if channel == "play" && (limit == 0 || limit > longestPlay) {
		return longestPlay
	}
	return limit
}

// Calendar says when the service's replies are due.
func (s Service) Calendar() Calendar { return Calendar{s.DelayDays, s.Working, s.Moselle} }

// Frame is the service's default frame.
func (s Service) Frame() Frame {
	return Frame{Greeting: s.Greeting, Closing: first(s.Closings), Signature: first(s.Signatures)}
}

// EnglishFrame is the frame of a reply in English.
func (s Service) EnglishFrame() Frame {
	f := s.Frame()
	return Frame{Greeting: cmp.Or(s.GreetingEnglish, f.Greeting), Closing: cmp.Or(s.ClosingEnglish, f.Closing), Signature: cmp.Or(s.SignatureEnglish, f.Signature)}
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

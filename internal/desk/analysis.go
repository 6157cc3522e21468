package desk

import (
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Analysis is what is read in a review without a model. Spans are code points
// of its text; what only the title says has none, both ends 0.
type Analysis struct {
	Language  string           `json:"language"`  // "fr", "en", "other", "" where the text is too short to tell
	Sentiment review.Sentiment `json:"sentiment"` // the author's own, else what the text says, "" where neither tells
	Subject   string           `json:"subject"`   // such as "passport", "" where none is sure
	Themes    []review.Theme   `json:"themes"`    // the author's own
	Points    []Raised         `json:"points"`
	Signals   []Signalled      `json:"signals"`
	Bare      bool             `json:"bare"` // nothing is said
}

// Raised is one point that a review raises: the first sentence that does.
type Raised struct {
	review.Span
	Topic string `json:"topic"`
	Tone  string `json:"tone"` // "praise", "blame" or "plain"
}

// Signalled is what an agent must see first: distress, threat, self_harm,
// violence, insult, order.
type Signalled struct {
	review.Span
	Kind string `json:"kind"`
}

func analysisOf(r review.Review, a reading.Analysis) Analysis {
	out := Analysis{Language: string(a.Language), Sentiment: a.Sentiment, Subject: string(a.Subject), Themes: r.Themes, Points: []Raised{}, Signals: []Signalled{}, Bare: a.Signals.Bare}
	if out.Themes == nil {
		out.Themes = []review.Theme{}
	}
	for _, p := range a.Points {
		out.Points = append(out.Points, Raised{p.Span, string(p.Topic), tones[p.Polarity]})
	}
	for _, some := range [][]reading.Signal{a.Signals.Urgent, a.Signals.Insult, a.Signals.Order} {
		for _, s := range some {
			out.Signals = append(out.Signals, Signalled{s.Span, s.Kind})
		}
	}
	return out
}

var tones = map[reading.Polarity]string{reading.Good: "praise", reading.Bad: "blame", reading.Plain: "plain"}

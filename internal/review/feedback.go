package review

import (
	"slices"
	"time"
)

// Judgement is what an agent made of a draft.
type Judgement string

// The judgements: the draft went out as it was, changed, or not at all.
const (
	Kept     Judgement = "kept"
	Edited   Judgement = "edited"
	Rejected Judgement = "rejected"
)

// Feedback is an agent’s judgement of one draft. Distance is how much of it was
// changed until validation: 0 for nothing, 1 for all of it.
type Feedback struct {
	Review    int64     `json:"review"`
	Number    int       `json:"number"`
	Judgement Judgement `json:"judgement"`
	Reason    string    `json:"reason,omitempty"`
	Distance  float64   `json:"distance"`
	By        string    `json:"by,omitempty"`
	At        time.Time `json:"at"`
}

// Reason is why a draft was rejected.
type Reason struct {
	Code  string
	Label Text
}

// Reasons are those that an agent chooses from.
func Reasons() []Reason { return slices.Clone(reasons) }

var reasons = []Reason{
	{"wrong", Text{FR: "Il dit quelque chose de faux", EN: "It says something untrue"}},
	{"missed", Text{FR: "Il passe à côté de l’avis", EN: "It misses what the review says"}},
	{"tone", Text{FR: "Le ton ne convient pas", EN: "The tone is not right"}},
	{"length", Text{FR: "Trop long ou trop court", EN: "Too long or too short"}},
	{"language", Text{FR: "Le français est mauvais", EN: "The language is poor"}},
	{"other", Text{FR: "Autre motif", EN: "Another reason"}},
}

// KnownReason says whether code is one of the reasons.
func KnownReason(code string) bool {
	return slices.ContainsFunc(reasons, func(r Reason) bool { return r.Code == code })
}

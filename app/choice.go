package app

import (
	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// Prefer puts another version of the reply in force and gives the review's
// new version.
func (a *Desk) Prefer(id, version int64, number int) (int64, error) {
	r, err := a.desk.Prefer(a.ctx, id, number, version)
	return r.Version, a.changed(err)
}

// Reject keeps why a draft will not do: one of Reasons.
func (a *Desk) Reject(id int64, number int, reason string) error {
	return a.desk.Reject(a.ctx, id, number, reason)
}

// Unreject takes a rejection back.
func (a *Desk) Unreject(id int64, number int) error { return a.desk.Unreject(a.ctx, id, number) }

// Reason is why a draft is rejected, in the agent's language.
type Reason struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// Reasons are those that Reject takes.
func (a *Desk) Reasons() []Reason {
	all := []Reason{}
	for _, r := range review.Reasons() {
		all = append(all, Reason{r.Code, r.Label.In(a.about.Language)})
	}
	return all
}

// Prompt opens what a model was given for a version.
func (a *Desk) Prompt(id int64, number int) (desk.ShownPrompt, error) {
	return a.desk.Prompt(a.ctx, id, number)
}

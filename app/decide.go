package app

import (
	"context"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// Validate has the person of the settings answer for the reply. Like all
// decisions it gives the review's new version.
func (a *Desk) Validate(id, version int64, reason string) (int64, error) {
	return a.decide(a.desk.Validate, id, version, reason)
}

// Submit asks a colleague to validate.
func (a *Desk) Submit(id, version int64) (int64, error) {
	return a.decide(a.desk.Submit, id, version, "")
}

// Return sends a reply back with a comment.
func (a *Desk) Return(id, version int64, reason string) (int64, error) {
	return a.decide(a.desk.Return, id, version, reason)
}

// Reopen takes a reply back to work.
func (a *Desk) Reopen(id, version int64) (int64, error) {
	return a.decide(a.desk.Reopen, id, version, "")
}

// Undo takes a decision back that nothing has followed.
func (a *Desk) Undo(id, version int64) (int64, error) {
	return a.decide(a.desk.Undo, id, version, "")
}

// Dismiss closes a review without a reply, for a reason.
func (a *Desk) Dismiss(id, version int64, reason string) (int64, error) {
	return a.decide(a.desk.Dismiss, id, version, reason)
}

// Restore takes a dismissal back.
func (a *Desk) Restore(id, version int64) (int64, error) {
	return a.decide(a.desk.Restore, id, version, "")
}

func (a *Desk) decide(do func(context.Context, desk.Step) (review.Review, error), id, version int64, reason string) (int64, error) {
	r, err := do(a.ctx, desk.Step{ID: id, Version: version, Reason: reason})
	return r.Version, a.changed(err)
}

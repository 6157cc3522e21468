package desk

import (
	"context"
	"strings"

	"ecritoire/internal/review"
)

// Step is one decision about a review. Version guards against a change in
// between, 0 for none; By is the person of the settings when "".
type Step struct {
	ID      int64
	Version int64
	By      string
	Reason  string
}

// Validate has a named person answer for the reply. A blocking finding needs
// a written reason; under four eyes the person is not the one who submitted.
func (d *Desk) Validate(ctx context.Context, s Step) (review.Review, error) {
	r, settings, err := d.open(ctx, s.ID, review.Validate, s.Version)
	if err != nil {
		return r, err
	}
	if s.By = named(s.By, settings); s.By == "" {
		return r, review.ErrNameless
	}
	if err := d.mayValidate(ctx, r, settings, s); err != nil {
		return r, err
	}
	done, err := d.advance(ctx, r, review.Validate, s)
	if err == nil {
		d.learn(context.WithoutCancel(ctx), done, s.By)
	}
	return done, err
}

func (d *Desk) mayValidate(ctx context.Context, r review.Review, settings Settings, s Step) error {
	p, err := d.Current(ctx, r.ID)
	if err != nil {
		return err
	}
	if strings.TrimSpace(p.Body) == "" {
		return review.ErrEmptyReply
	}
	if review.Blocks(d.findings(r, p, settings.Service)) && strings.TrimSpace(s.Reason) == "" {
		return review.ErrBlocked
	}
	if !settings.Service.FourEyes {
		return nil
	}
	by, err := d.parts.Store.SubmittedBy(ctx, r.ID)
	if err == nil && strings.EqualFold(strings.TrimSpace(by), s.By) {
		return review.ErrFourEyes
	}
	return err
}

func named(by string, s Settings) string {
	if by = strings.TrimSpace(by); by != "" {
		return by
	}
	return strings.TrimSpace(s.Person)
}

// Submit asks a colleague to validate.
func (d *Desk) Submit(ctx context.Context, s Step) (review.Review, error) {
	r, settings, err := d.open(ctx, s.ID, review.Submit, s.Version)
	if err != nil {
		return r, err
	}
	if s.By = named(s.By, settings); s.By == "" {
		return r, review.ErrNameless
	}
	return d.advance(ctx, r, review.Submit, s)
}

// Return sends a submitted reply back with a comment.
func (d *Desk) Return(ctx context.Context, s Step) (review.Review, error) {
	return d.decide(ctx, review.Return, s, true)
}

// Dismiss closes a review without a reply, for a reason.
func (d *Desk) Dismiss(ctx context.Context, s Step) (review.Review, error) {
	return d.decide(ctx, review.Dismiss, s, true)
}

// Restore takes a dismissal back.
func (d *Desk) Restore(ctx context.Context, s Step) (review.Review, error) {
	return d.decide(ctx, review.Restore, s, false)
}

// Reopen takes a validated or exported reply back to work; every version
// stays.
func (d *Desk) Reopen(ctx context.Context, s Step) (review.Review, error) {
	return d.decide(ctx, review.Reopen, s, false)
}

// Undo takes a decision back that nothing has followed: the review stands in
// the state before it. Whoever submitted or validated the reply did so still:
// the lines of history that say it stay, and one more says who put it back.
func (d *Desk) Undo(ctx context.Context, s Step) (review.Review, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return review.Review{}, err
	}
	r, err := d.parts.Store.Review(ctx, s.ID)
	if err != nil {
		return r, err
	}
	if s.Version != 0 && s.Version != r.Version {
		return r, review.ErrConflict
	}
	return d.parts.Store.Undo(ctx, review.Move{Review: r, By: named(s.By, settings), Reason: strings.TrimSpace(s.Reason), At: d.now()})
}

func (d *Desk) decide(ctx context.Context, a review.Action, s Step, reasoned bool) (review.Review, error) {
	r, settings, err := d.open(ctx, s.ID, a, s.Version)
	if err != nil {
		return r, err
	}
	if reasoned && strings.TrimSpace(s.Reason) == "" {
		return r, review.ErrReasonless
	}
	s.By = named(s.By, settings)
	return d.advance(ctx, r, a, s)
}

func (d *Desk) advance(ctx context.Context, r review.Review, a review.Action, s Step) (review.Review, error) {
	return d.parts.Store.Advance(ctx, review.Move{Review: r, Action: a, By: s.By, Reason: strings.TrimSpace(s.Reason), At: d.now()})
}

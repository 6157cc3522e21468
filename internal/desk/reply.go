package desk

import (
	"context"
	"strings"

	"ecritoire/internal/review"
)

// Edition is a version by hand. Number is the version being edited, 0 to
// start a new one; Version guards against a change in between, 0 for none.
type Edition struct {
	Number  int
	Version int64
	Frame   review.Frame
	Body    string
	By      string // "" for the person of the settings
}

// Edit stores a version by hand with its findings.
func (d *Desk) Edit(ctx context.Context, id int64, e Edition) (review.Review, review.Reply, error) {
	if strings.TrimSpace(e.Body) == "" {
		return review.Review{}, review.Reply{}, review.ErrEmptyReply
	}
	r, s, err := d.open(ctx, id, review.Edit, e.Version)
	if err != nil {
		return r, review.Reply{}, err
	}
	if e.By == "" {
		e.By = s.Person
	}
	p := review.Reply{Number: e.Number, Frame: e.Frame, Body: strings.TrimSpace(e.Body), Writer: review.WriterHand, By: e.By, WrittenAt: d.now(), Sources: []review.Passage{}}
	if p.Sources, err = d.sources(ctx, id); err != nil {
		return r, p, err
	}
	p.Findings = d.findings(r, p, s.Service)
	if r, err = d.parts.Store.Advance(ctx, review.Move{Review: r, Action: review.Edit, By: e.By, At: d.now(), Reply: &p}); err != nil {
		return r, p, err
	}
	p, err = d.Current(ctx, id)
	return r, p, err
}

// EditText is Edit for a whole reply as one text: the frame in force is taken
// off where the text wears it; else the text is all body.
func (d *Desk) EditText(ctx context.Context, id int64, text, by string) (review.Review, review.Reply, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Review{}, review.Reply{}, err
	}
	frame := s.Service.Frame()
	if last, err := d.parts.Store.Replies(ctx, id, 1); err != nil {
		return review.Review{}, review.Reply{}, err
	} else if len(last) > 0 {
		frame = last[0].Frame
	}
	body, worn := frame.Body(text)
	if !worn {
		frame = review.Frame{}
	}
	return d.Edit(ctx, id, Edition{Frame: frame, Body: body, By: by})
}

// Prefer puts another version of the reply in force: the agent compared, and
// chose. version guards against a change in between, 0 for none.
func (d *Desk) Prefer(ctx context.Context, id int64, number int, version int64) (review.Review, error) {
	r, s, err := d.open(ctx, id, review.Prefer, version)
	if err != nil {
		return r, err
	}
	return d.parts.Store.Advance(ctx, review.Move{Review: r, Action: review.Prefer, Prefer: number, By: s.Person, At: d.now()})
}

// open reads a review for an action and refuses what the rules do.
func (d *Desk) open(ctx context.Context, id int64, a review.Action, version int64) (review.Review, Settings, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Review{}, s, err
	}
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil {
		return r, s, err
	}
	if version != 0 && version != r.Version {
		return r, s, review.ErrConflict
	}
	return r, s, r.May(a, s.Service.FourEyes)
}

// sources are what the version in force stands on; an edit keeps them.
func (d *Desk) sources(ctx context.Context, id int64) ([]review.Passage, error) {
	last, err := d.parts.Store.Replies(ctx, id, 1)
	if err != nil || len(last) == 0 {
		return []review.Passage{}, err
	}
	return last[0].Sources, nil
}

// Current is the version in force, review.ErrEmptyReply where there is none.
func (d *Desk) Current(ctx context.Context, id int64) (review.Reply, error) {
	last, err := d.parts.Store.Replies(ctx, id, 1)
	if err != nil {
		return review.Reply{}, err
	}
	if len(last) == 0 {
		return review.Reply{}, review.ErrEmptyReply
	}
	return last[0], nil
}

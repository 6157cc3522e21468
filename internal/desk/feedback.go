package desk

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// versionsRead bounds how many versions of one reply are looked through.
const versionsRead = 50

// Unreject takes a rejection back; a draft that was not rejected stays as it is.
func (d *Desk) Unreject(ctx context.Context, id int64, number int) error {
	return d.parts.Store.Unreject(ctx, id, number)
}

// Reject keeps that an agent would not send a draft, and why: one of
// review.Reasons. number is the version, which a writer must have written. It
// is for a reply at work, where another version could still be chosen: later
// the validation has judged the draft, or is about to.
func (d *Desk) Reject(ctx context.Context, id int64, number int, reason string) error {
	if !review.KnownReason(reason) {
		return ErrReason
	}
	_, s, err := d.open(ctx, id, review.Prefer, 0)
	if errors.Is(err, review.ErrTransition) {
		return ErrRejectLate
	}
	if err != nil {
		return err
	}
	versions, err := d.parts.Store.Replies(ctx, id, versionsRead)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(versions, func(v review.Reply) bool { return v.Number == number && v.Writer != review.WriterHand }) {
		return ErrNoSuchDraft
	}
	return d.parts.Store.Judge(ctx, review.Feedback{Review: id, Number: number, Judgement: review.Rejected, Reason: reason, Distance: 1, By: s.Person, At: d.now()})
}

// learn keeps how much of the draft is in the reply that was validated. The
// validation stands whether or not this can be kept.
func (d *Desk) learn(keep context.Context, r review.Review, by string) {
	versions, err := d.parts.Store.Replies(keep, r.ID, versionsRead)
	if err == nil {
		if f, drafted := judged(versions); drafted {
			f.Review, f.By, f.At = r.ID, by, d.now()
			err = d.parts.Store.Judge(keep, f)
		}
	}
	if err != nil {
		slog.Error("feedback not kept", "review", r.ID, "cause", err)
	}
}

// judged compares the version in force, which stands first, with the draft it
// came from: the last one that a writer wrote before it. drafted is false
// where no writer had a part in it.
func judged(versions []review.Reply) (f review.Feedback, drafted bool) {
	for _, v := range versions {
		if v.Writer == review.WriterHand || v.Number > versions[0].Number {
			continue
		}
		f.Number, f.Distance, f.Judgement = v.Number, reading.Distance(v.Body, versions[0].Body), review.Edited
		if f.Distance == 0 {
			f.Judgement = review.Kept
		}
		return f, true
	}
	return f, false
}

package desk

import (
	"context"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Enqueue asks for drafts of these reviews, in this order, by the service's
// own writer unless o says otherwise. Those that need none are left out; it
// says how many were taken.
func (d *Desk) Enqueue(ctx context.Context, ids []int64, o DraftOptions) (int, error) {
	t, err := d.task(ctx, o)
	if err != nil {
		return 0, err
	}
	tasks := []review.Task{}
	for _, id := range ids {
		wanted, err := d.wanted(ctx, id)
		if err != nil {
			return 0, err
		}
		if wanted {
			t.Review = id
			tasks = append(tasks, t)
		}
	}
	if err := d.parts.Store.Enqueue(ctx, tasks, review.RankUsual); err != nil {
		return 0, err
	}
	d.work.look()
	return len(tasks), nil
}

// EnqueueNew asks for drafts of all new reviews, the one due first leading.
func (d *Desk) EnqueueNew(ctx context.Context, o DraftOptions) (int, error) {
	t, err := d.task(ctx, o)
	if err != nil {
		return 0, err
	}
	n, err := d.parts.Store.EnqueueNew(ctx, t)
	d.work.look()
	return n, err
}

func (d *Desk) task(ctx context.Context, o DraftOptions) (review.Task, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Task{}, err
	}
	if o.Writer == "" {
		o.Writer = s.Writer
	}
	_, err = d.parts.Writer(o.Writer, s) // a writer that does not exist is told now, not at night
	return review.Task{Writer: o.Writer, Model: o.Model, AddedAt: d.now()}, err
}

// wanted says whether the machine should draft this review by itself: it has
// no text yet, or only one that was cut. What an agent wrote, or what was
// decided, is never drafted over.
func (d *Desk) wanted(ctx context.Context, id int64) (bool, error) {
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil || r.State == review.New {
		return err == nil, err
	}
	if r.State != review.Drafted {
		return false, nil
	}
	versions, err := d.parts.Store.Replies(ctx, id, 1)
	return err == nil && len(versions) > 0 && versions[0].Partial, err
}

// Distressed says whether a review speaks of danger: a machine does not answer
// that unasked.
func Distressed(r review.Review) bool { return len(reading.Analyse(r).Signals.Urgent) > 0 }

func (d *Desk) urgent(ctx context.Context, id int64) (bool, error) {
	r, err := d.parts.Store.Review(ctx, id)
	return err == nil && Distressed(r), err
}

// Reading tells the queue of drafts which review is on screen: its own draft,
// where one waits, comes first, then those of the reviews that follow it.
func (d *Desk) Reading(ctx context.Context, id int64) error {
	s, err := d.Settings(ctx)
	if err != nil || s.Writer != review.WriterOllama || s.OllamaModel == "" {
		return err // trame writes at once: nothing is gained ahead of time
	}
	if err := d.parts.Store.DropTasks(ctx, true); err != nil {
		return err
	}
	tasks, err := d.following(ctx, id, s)
	if err == nil && len(tasks) > 0 {
		err = d.parts.Store.Enqueue(ctx, tasks, review.RankAhead)
	}
	if err == nil {
		err = d.parts.Store.Raise(ctx, id)
	}
	d.work.look()
	return err
}

func (d *Desk) following(ctx context.Context, id int64, s Settings) ([]review.Task, error) {
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil || s.Ahead == 0 {
		return nil, err
	}
	page, err := d.parts.Store.Page(ctx, review.Filter{States: []review.State{review.New}, After: review.Behind(r), Limit: s.Ahead})
	tasks := []review.Task{}
	for _, next := range page.Reviews {
		tasks = append(tasks, review.Task{Review: next.ID, Ahead: true, Writer: s.Writer, AddedAt: d.now()})
	}
	return tasks, err
}

// First puts a draft before all others that wait, asking for it where it does
// not wait yet.
func (d *Desk) First(ctx context.Context, id int64) error {
	t, err := d.task(ctx, DraftOptions{})
	if err != nil {
		return err
	}
	wanted, err := d.wanted(ctx, id)
	if err != nil {
		return err
	}
	if !wanted {
		return ErrNoDraftWanted
	}
	t.Review = id
	err = d.parts.Store.Enqueue(ctx, []review.Task{t}, review.RankNow)
	d.work.look()
	return err
}

// Drop takes one draft out of the queue, and stops it where it is being
// written; what was written is kept.
func (d *Desk) Drop(ctx context.Context, id int64) error {
	if d.work.stop(id) {
		return nil
	}
	return d.parts.Store.DropTask(ctx, id)
}

// DropAll empties the queue of drafts and stops the one being written.
func (d *Desk) DropAll(ctx context.Context) error {
	err := d.parts.Store.DropTasks(ctx, false)
	d.work.stop(0)
	return err
}

// Pause halts the queue of drafts: the draft being written waits again.
func (d *Desk) Pause(ctx context.Context) error {
	err := d.parts.Store.Pause(ctx, review.PauseAgent)
	d.work.yield()
	return err
}

// AllowBattery lets this process draft on the battery.
func (d *Desk) AllowBattery() { d.work.allow(true) }

// Resume lets the queue of drafts go on; battery allows it on the battery
// until the workstation was plugged in again.
func (d *Desk) Resume(ctx context.Context, battery bool) error {
	d.work.allow(battery)
	err := d.parts.Store.Pause(ctx, review.PauseNone)
	d.work.look()
	return err
}

// Tasks reads the queue of drafts with the time it still needs, from what was
// measured on this machine.
func (d *Desk) Tasks(ctx context.Context) (review.Tasks, error) {
	t, err := d.parts.Store.Tasks(ctx)
	if err != nil || t.Waiting == 0 && t.Running == nil {
		return t, err
	}
	s, err := d.Settings(ctx)
	if err != nil {
		return t, err
	}
	each, err := d.expected(ctx, s)
	if err != nil || each == 0 {
		return t, err
	}
	left := time.Duration(t.Waiting) * each
	if t.Running != nil {
		left += max(each-d.work.elapsed(d.now()), each/10)
	}
	t.Left = left.Seconds()
	return t, nil
}

// trameDraft is what a draft of trame takes, checks and storage included: see
// docs/benchmarks.md.
const trameDraft = 5 * time.Millisecond

// expected is how long one draft takes with the service's writer; 0 for
// unknown.
func (d *Desk) expected(ctx context.Context, s Settings) (time.Duration, error) {
	if s.Writer == review.WriterTrame {
		return trameDraft, nil
	}
	p, _, err := d.pace(ctx, s.OllamaModel, "")
	return p.Draft(), err
}

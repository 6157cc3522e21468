package desk

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"ecritoire/internal/review"
)

// WorkOptions tell the caller of Work what happens. None may be nil but for
// Progress.
type WorkOptions struct {
	Once     bool // return when nothing waits or the queue is paused
	Begun    func(t review.Task)
	Progress func(id int64, body string)
	Ended    func(t review.Task, r review.Review, v review.Reply, err error)
}

// Work writes the queue of drafts, one after the other, until ctx ends; with
// Once until nothing is left to do, and then says why it stands still, if it
// does. A draft that fails does not end it.
func (d *Desk) Work(ctx context.Context, o WorkOptions) error {
	for ctx.Err() == nil {
		did, err := d.step(ctx, o)
		if err != nil {
			return err
		}
		if did || ctx.Err() != nil {
			continue
		}
		if o.Once {
			return d.halted(ctx)
		}
		if err := d.rest(ctx); err != nil {
			return err
		}
	}
	return nil
}

// powerEvery is how often a queue that waits for the mains looks for it.
const powerEvery = 20 * time.Second

// rest waits for news of the queue, or for the mains to come back.
func (d *Desk) rest(ctx context.Context) error {
	select {
	case <-d.work.news:
		return nil
	case <-ctx.Done():
		return nil
	case <-time.After(powerEvery):
	}
	t, err := d.parts.Store.Tasks(ctx)
	if err != nil || t.Paused != review.PauseBattery || d.parts.OnBattery() {
		return notCancelled(ctx, err)
	}
	return d.Resume(ctx, false)
}

func notCancelled(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// halted says why a queue stands still; nil when it is simply done.
func (d *Desk) halted(ctx context.Context) error {
	t, err := d.parts.Store.Tasks(ctx)
	if err != nil || t.Waiting == 0 {
		return err
	}
	switch t.Paused {
	case review.PauseBattery:
		return ErrOnBattery
	case review.PauseFailing:
		return ErrQueueFailing
	case review.PauseAgent:
		return ErrQueuePaused
	}
	return nil
}

// step does the first task that waits; did is false when there is none. The
// turn comes before the task: while an agent's own draft is written, what
// waits can still be paused, dropped or put in another order.
func (d *Desk) step(ctx context.Context, o WorkOptions) (did bool, err error) {
	done, err := d.work.take(ctx)
	if err != nil {
		return false, nil
	}
	defer done()
	t, ok, err := d.parts.Store.TakeTask(ctx)
	if err != nil || !ok {
		return false, notCancelled(ctx, err)
	}
	keep := context.WithoutCancel(ctx) // a task that was taken is put back whatever happens
	if t.Writer == review.WriterOllama && !d.work.mayDrain() && d.parts.OnBattery() {
		return false, d.halt(keep, t, "", review.PauseBattery)
	}
	wanted, err := d.wanted(keep, t.Review)
	if err == nil && !wanted {
		return true, d.parts.Store.EndTask(keep, t.Review)
	}
	urgent, urgentErr := d.urgent(keep, t.Review)
	switch err = errors.Join(err, urgentErr); {
	case err != nil:
		return false, errors.Join(err, d.parts.Store.PutBack(keep, t.Review, "", false))
	case urgent:
		return true, d.parts.Store.FailTask(keep, t.Review, Urgent)
	}
	return true, d.do(ctx, keep, t, o)
}

// do writes the draft of a task and settles the task by how that ended.
func (d *Desk) do(ctx, keep context.Context, t review.Task, o WorkOptions) error {
	running, done := d.work.begin(ctx, t.Review, d.now())
	o.Begun(t)
	progress := func(body string) {
		if o.Progress != nil {
			o.Progress(t.Review, body)
		}
	}
	r, v, err := d.draft(running, t.Review, DraftOptions{Writer: t.Writer, Model: t.Model, Progress: progress})
	cause := context.Cause(running)
	done()
	settled := d.settle(keep, t, err, cause)
	o.Ended(t, r, v, err)
	return settled
}

func (d *Desk) settle(keep context.Context, t review.Task, failed, cause error) error {
	switch {
	case failed == nil, errors.Is(cause, errDropped):
		d.work.failures = 0
		return d.parts.Store.EndTask(keep, t.Review)
	case cause != nil: // paused, closed, or another draft came first
		return d.parts.Store.PutBack(keep, t.Review, "", false)
	}
	if wanted, err := d.wanted(keep, t.Review); err != nil || !wanted {
		return errors.Join(err, d.parts.Store.EndTask(keep, t.Review)) // an agent or an import was faster
	}
	return d.failed(keep, t, review.Describe(failed))
}

// triesPerTask is how often a draft is tried; failuresInARow is how many
// different failures show that the fault is not the review's.
const (
	triesPerTask   = 3
	failuresInARow = 3
)

func (d *Desk) failed(keep context.Context, t review.Task, why *review.Error) error {
	slog.Warn("task failed", "review", t.Review, "tries", t.Tries+1, "cause", why.Code)
	if why.Lasting {
		return d.parts.Store.FailTask(keep, t.Review, why.Code)
	}
	d.work.failures++
	switch {
	case why.Kind != review.Failed, d.work.failures >= failuresInARow:
		d.work.failures = 0
		return d.halt(keep, t, why.Code, review.PauseFailing)
	case t.Tries+1 >= triesPerTask:
		return d.parts.Store.FailTask(keep, t.Review, why.Code)
	}
	return d.parts.Store.PutBack(keep, t.Review, why.Code, true)
}

// halt puts a task back and pauses the queue until the agent's word.
func (d *Desk) halt(keep context.Context, t review.Task, reason string, p review.Pause) error {
	return errors.Join(d.parts.Store.PutBack(keep, t.Review, reason, false), d.parts.Store.Pause(keep, p))
}

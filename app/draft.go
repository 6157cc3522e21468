package app

import (
	"context"
	"strconv"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// DraftEvent tells the window how far a draft is. Body is the whole text so
// far; an event that is lost or late does no harm.
type DraftEvent struct {
	Run   string `json:"run"`
	Seq   int    `json:"seq"`
	ID    int64  `json:"id"`
	Body  string `json:"body"`
	State string `json:"state"` // writing, done, stopped, failed
	Error *Fault `json:"error"`
}

// draftEvery is the shortest time between two events of one draft.
const draftEvery = 50 * time.Millisecond

type draftRun struct {
	event  DraftEvent
	stop   func()
	last   time.Time
	queued bool // a task of the queue of drafts, not asked for by a key
}

// Draft starts a draft and returns its run at once; events "draft" follow.
func (a *Desk) Draft(id int64, writer string, wish review.Wish) (string, error) {
	ctx, stop := context.WithCancelCause(a.ctx)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.runs[id] != nil {
		stop(nil)
		return "", errDrafting
	}
	a.lastRun++
	run := &draftRun{event: DraftEvent{Run: strconv.FormatInt(a.lastRun, 10), ID: id, State: "writing"}, stop: func() { stop(errStopped) }}
	a.runs[id] = run
	a.finished.Go(func() { a.write(ctx, run, review.WriterName(writer), wish) })
	return run.event.Run, nil
}

var errDrafting = &review.Error{Code: "drafting", Kind: review.Refused,
	Message: review.Text{FR: "Un brouillon de cet avis est déjà en cours.", EN: "A draft of this review is already under way."},
	Hint:    review.Text{FR: "Attendez sa fin, ou arrêtez-le (Échap).", EN: "Wait for its end, or stop it (Escape)."}}

func (a *Desk) write(ctx context.Context, run *draftRun, writer review.WriterName, wish review.Wish) {
	_, reply, err := a.desk.Draft(ctx, run.event.ID, desk.DraftOptions{Writer: writer, Wish: wish, Progress: func(body string) { a.progress(run, body) }})
	a.mu.Lock()
	delete(a.runs, run.event.ID)
	a.mu.Unlock()
	a.end(run, reply.Body, context.Cause(ctx) == errStopped, err)
	run.stop()
}

// progress sends the text so far, at most every draftEvery.
func (a *Desk) progress(run *draftRun, body string) {
	if time.Since(run.last) < draftEvery {
		return
	}
	run.last = time.Now()
	run.event.Seq++
	run.event.Body = body
	a.emit("draft", run.event)
}

func (a *Desk) end(run *draftRun, body string, stopped bool, err error) {
	e := run.event
	e.Seq, e.Body, e.State = e.Seq+1, body, "done"
	if err != nil {
		e.Error, e.State = a.fault(err), "failed"
		if stopped {
			e.State = "stopped"
		}
	}
	a.emit("draft", e)
	a.emit("queue", struct{}{})
}

// Stop ends the draft of a review; what was written is kept.
func (a *Desk) Stop(id int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if run := a.runs[id]; run != nil {
		run.stop()
	}
}

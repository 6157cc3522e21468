package app

import (
	"context"
	"log/slog"
	"strconv"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// TaskCard is one draft of the queue of drafts.
type TaskCard struct {
	ID     int64            `json:"id"`
	Title  string           `json:"title"`
	State  review.TaskState `json:"state"`
	Ahead  bool             `json:"ahead"`
	Tries  int              `json:"tries"`
	Reason string           `json:"reason"` // code of the last failure
}

// TaskPage is the queue of drafts at a glance.
type TaskPage struct {
	Paused   review.Pause `json:"paused"`
	Waiting  int          `json:"waiting"`
	Failed   int          `json:"failed"`
	Running  *TaskCard    `json:"running"`
	LeftS    float64      `json:"left_s"`    // 0 for unknown
	FinishAt string       `json:"finish_at"` // RFC 3339; "" for unknown
	Next     []TaskCard   `json:"next"`
	Failing  []TaskCard   `json:"failing"`
}

// Tasks reads the queue of drafts.
func (a *Desk) Tasks() (TaskPage, error) {
	t, err := a.desk.Tasks(a.ctx)
	if err != nil {
		return TaskPage{}, err
	}
	p := TaskPage{Paused: t.Paused, Waiting: t.Waiting, Failed: t.Failed, LeftS: t.Left, Next: taskCards(t.Next), Failing: taskCards(t.Failing)}
	if t.Running != nil {
		p.Running = &taskCards([]review.Task{*t.Running})[0]
	}
	if t.Left > 0 {
		p.FinishAt = a.desk.Now().Add(time.Duration(t.Left * float64(time.Second))).Format(time.RFC3339)
	}
	return p, nil
}

func taskCards(all []review.Task) []TaskCard {
	cards := []TaskCard{}
	for _, t := range all {
		cards = append(cards, TaskCard{t.Review, t.Title, t.State, t.Ahead, t.Tries, t.Reason})
	}
	return cards
}

// EnqueueNew asks for drafts of all new reviews and says how many.
func (a *Desk) EnqueueNew() (int, error) {
	n, err := a.desk.EnqueueNew(a.ctx, desk.DraftOptions{})
	return n, a.retold(err)
}

// FirstTask puts the draft of a review before the others.
func (a *Desk) FirstTask(id int64) error { return a.retold(a.desk.First(a.ctx, id)) }

// DropTask takes one draft out of the queue and stops it where it runs.
func (a *Desk) DropTask(id int64) error { return a.retold(a.desk.Drop(a.ctx, id)) }

// DropTasks empties the queue of drafts and stops the one that runs.
func (a *Desk) DropTasks() error { return a.retold(a.desk.DropAll(a.ctx)) }

// PauseTasks halts the queue of drafts.
func (a *Desk) PauseTasks() error { return a.retold(a.desk.Pause(a.ctx)) }

// ResumeTasks lets the queue of drafts go on, on the battery too where the
// agent says so.
func (a *Desk) ResumeTasks(battery bool) error { return a.retold(a.desk.Resume(a.ctx, battery)) }

// Reading tells which review is on screen, so that the next ones are drafted
// ahead.
func (a *Desk) Reading(id int64) error { return a.retold(a.desk.Reading(a.ctx, id)) }

// retold tells the window how the queue of drafts stands, and passes err on.
func (a *Desk) retold(err error) error {
	if err == nil {
		a.tellTasks()
	}
	return err
}

func (a *Desk) tellTasks() {
	page, err := a.Tasks()
	if err != nil {
		slog.Warn("queue of drafts not told", "cause", err)
		return
	}
	a.emit("tasks", page)
}

// workAgain is how long the worker rests after the store failed it.
const workAgain = 10 * time.Second

// work drafts the queue until ctx ends.
func (a *Desk) work(ctx context.Context) {
	for ctx.Err() == nil {
		if err := a.desk.Work(ctx, desk.WorkOptions{Begun: a.begun, Progress: a.heard, Ended: a.ended}); err != nil {
			slog.Error("queue of drafts halted", "cause", err)
			a.emit("fault", a.fault(err))
			wait(ctx, workAgain)
		}
	}
}

func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// begun shows a draft of the queue like one that the agent asked for: whoever
// opens its review sees it grow and may stop it.
func (a *Desk) begun(t review.Task) {
	a.mu.Lock()
	a.lastRun++
	a.runs[t.Review] = &draftRun{event: DraftEvent{Run: strconv.FormatInt(a.lastRun, 10), ID: t.Review, State: "writing"}, queued: true, stop: func() {
		if err := a.desk.Drop(context.WithoutCancel(a.ctx), t.Review); err != nil {
			slog.Warn("task not dropped", "cause", err)
		}
	}}
	a.mu.Unlock()
	a.tellTasks()
}

func (a *Desk) heard(id int64, body string) {
	a.mu.Lock()
	run := a.runs[id]
	a.mu.Unlock()
	if run != nil {
		a.progress(run, body)
	}
}

func (a *Desk) ended(t review.Task, _ review.Review, v review.Reply, err error) {
	a.mu.Lock()
	run := a.runs[t.Review]
	delete(a.runs, t.Review)
	a.mu.Unlock()
	a.end(run, v.Body, err != nil && review.Describe(err).Code == desk.ErrStopped.Code, err)
	a.tellTasks()
}

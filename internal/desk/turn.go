package desk

import (
	"context"
	"errors"
	"sync"
	"time"
)

// work is the machine's own drafting in this process: what it writes now, and
// whose turn it is. A model writes one draft at a time.
type work struct {
	news     chan struct{} // holds one: the queue may have changed
	turn     chan struct{} // holds one: taken while a model writes
	failures int           // in a row; the worker's own

	mu      sync.Mutex
	current *job // nil while the worker writes nothing
	drain   bool // the agent allows work on the battery
}

// job is the draft that the worker writes.
type job struct {
	review int64
	begun  time.Time
	end    context.CancelCauseFunc
}

// Why a draft of the worker ends before its time.
var (
	errDropped = errors.New("dropped")
	errYielded = errors.New("yielded")
)

func newWork() *work {
	return &work{news: make(chan struct{}, 1), turn: make(chan struct{}, 1)}
}

// look wakes the worker.
func (w *work) look() {
	select {
	case w.news <- struct{}{}:
	default:
	}
}

// begin says which draft is being written; done, that it is no more.
func (w *work) begin(ctx context.Context, id int64, now time.Time) (running context.Context, done func()) {
	running, end := context.WithCancelCause(ctx)
	w.set(&job{review: id, begun: now, end: end})
	return running, func() { w.set(nil); end(nil) }
}

// interrupt takes the turn for an agent who waits: the worker's draft makes
// way and is written again later.
func (w *work) interrupt(ctx context.Context) (done func(), err error) {
	w.yield()
	return w.take(ctx)
}

// take waits for the turn; done gives it back.
func (w *work) take(ctx context.Context) (done func(), err error) {
	select {
	case w.turn <- struct{}{}:
		return func() { <-w.turn }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (w *work) set(j *job) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.current = j
}

// yield ends the draft under way; its task waits again.
func (w *work) yield() { w.cut(0, errYielded) }

// stop ends the draft under way for good when it is of this review, 0 for
// whichever it is.
func (w *work) stop(id int64) bool { return w.cut(id, errDropped) }

func (w *work) cut(id int64, why error) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.current == nil || id != 0 && w.current.review != id {
		return false
	}
	w.current.end(why)
	return true
}

func (w *work) allow(battery bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.drain = battery
}

func (w *work) mayDrain() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.drain
}

// elapsed is how long the worker has been at its draft.
func (w *work) elapsed(now time.Time) time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.current == nil {
		return 0
	}
	return now.Sub(w.current.begun)
}

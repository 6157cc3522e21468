package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// working lets the window's worker draft the queue of drafts.
func working(t *testing.T, a *Desk) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	a.stopWork = stop
	a.finished.Go(func() { a.work(ctx) })
	t.Cleanup(func() { Close(a) })
}

func soon(t *testing.T, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it never came to hold")
		}
	}
}

func left(t *testing.T, a *Desk) TaskPage {
	t.Helper()
	page, err := a.Tasks()
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// TestADraftOfTheQueueIsSeenAndStopped: whoever opens its review sees it grow,
// and Stop ends it for good.
func TestADraftOfTheQueueIsSeenAndStopped(t *testing.T) {
	a, e := window(t, slow{words: 100000})
	working(t, a)
	id := first(t, a).ID
	if err := a.FirstTask(id); err != nil {
		t.Fatal(err)
	}
	<-e.begun
	if _, err := a.Draft(id, "trame", review.Wish{}); !errors.Is(err, errDrafting) {
		t.Errorf("a second draft of one review: %v", err)
	}
	a.Stop(id)
	if end := <-e.ended; end.ID != id || end.State != "stopped" || end.Body == "" {
		t.Errorf("ended %s with %d characters", end.State, len(end.Body))
	}
	soon(t, func() bool { p := left(t, a); return p.Waiting == 0 && p.Running == nil })
}

// TestClosingLeavesTheTaskWaiting: a draft of the queue that closing cut is
// written again at the next start.
func TestClosingLeavesTheTaskWaiting(t *testing.T) {
	a, e := window(t, slow{words: 100000})
	working(t, a)
	if err := a.FirstTask(first(t, a).ID); err != nil {
		t.Fatal(err)
	}
	<-e.begun
	Close(a)
	if p := left(t, a); p.Waiting != 1 || p.Running != nil {
		t.Errorf("%d wait", p.Waiting)
	}
}

func TestTheWholeQueueInTheBackground(t *testing.T) {
	a, e := window(t, slow{words: 1})
	e.ended = make(chan DraftEvent, 100)
	working(t, a)
	n, err := a.EnqueueNew()
	if err != nil || n == 0 {
		t.Fatalf("%d, %v", n, err)
	}
	soon(t, func() bool { p := left(t, a); return p.Waiting == 0 && p.Running == nil })
	s, err := a.Status()
	if err != nil || s.Counts[review.New] != left(t, a).Failed {
		t.Errorf("%d still new, %d left to people, %v", s.Counts[review.New], left(t, a).Failed, err)
	}
}

func TestOneWorkOnAModelAtATimeAndStop(t *testing.T) {
	a, e := window(t, slow{words: 1})
	if err := a.ImportModel("/cle/modele.gguf"); err != nil {
		t.Fatal(err)
	}
	if err := a.BenchModel("essai"); !errors.Is(err, errModelBusy) {
		t.Errorf("a second work: %v", err)
	}
	seen := func() []ModelEvent { e.mu.Lock(); defer e.mu.Unlock(); return e.models }
	soon(t, func() bool { return len(seen()) > 0 })
	a.StopModel()
	soon(t, func() bool { all := seen(); return all[len(all)-1].State == "stopped" })
	if all := seen(); len(all) > 5 || all[0].Name != "modele.gguf" || all[0].Step != "copy" {
		t.Errorf("%d events, %+v", len(all), all[0])
	}
}

package desk_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// several gives a desk whose queue holds n new reviews, the first due first.
func several(t *testing.T, w review.Writer, n int) *desk.Desk {
	t.Helper()
	b := strings.Builder{}
	b.WriteString(strings.SplitAfter(one, "\n")[0])
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "%d,A traiter,05/09/2026 10:%02d,Attente %d,Les guichets étaient fermés.,Négatif\n", i, i, i)
	}
	content := b.String()
	d := openReading(t, w, &content)
	for key, value := range map[string]string{"writer": "ollama", "ollama.model": "essai"} {
		if err := d.Set(t.Context(), key, value); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// diary notes which drafts the worker ended, and how.
type diary struct {
	mu    sync.Mutex
	ended []int64
	errs  []error
}

func (l *diary) options(once bool) desk.WorkOptions {
	return desk.WorkOptions{Once: once, Begun: func(review.Task) {},
		Ended: func(task review.Task, _ review.Review, _ review.Reply, err error) {
			l.mu.Lock()
			defer l.mu.Unlock()
			l.ended, l.errs = append(l.ended, task.Review), append(l.errs, err)
		}}
}

func enqueue(t *testing.T, d *desk.Desk, want int) {
	t.Helper()
	if n, err := d.EnqueueNew(t.Context(), desk.DraftOptions{}); err != nil || n != want {
		t.Fatalf("%d enqueued, %v", n, err)
	}
}

func tasks(t *testing.T, d *desk.Desk) review.Tasks {
	t.Helper()
	all, err := d.Tasks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func state(t *testing.T, d *desk.Desk, id int64) review.State {
	t.Helper()
	f, err := d.Show(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return f.Review.State
}

func TestTheWholeQueueIsDraftedInOrder(t *testing.T) {
	d := several(t, says("Merci de votre message."), 5)
	enqueue(t, d, 5)
	if err := d.First(t.Context(), 4); err != nil {
		t.Fatal(err)
	}
	var l diary
	if err := d.Work(t.Context(), l.options(true)); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(l.ended, []int64{4, 1, 2, 3, 5}) {
		t.Errorf("order %v", l.ended)
	}
	if all := tasks(t, d); all.Waiting+all.Failed != 0 || all.Running != nil {
		t.Errorf("left: %+v", all)
	}
	for id := range int64(5) {
		if s := state(t, d, id+1); s != review.Drafted {
			t.Errorf("review %d is %s", id+1, s)
		}
	}
	enqueue(t, d, 0)
}

func TestWhatAnAgentWroteIsNeverDraftedOver(t *testing.T) {
	d := several(t, says("Merci."), 2)
	enqueue(t, d, 2)
	if _, _, err := d.Edit(t.Context(), 1, desk.Edition{Body: "De ma main."}); err != nil {
		t.Fatal(err)
	}
	var l diary
	if err := d.Work(t.Context(), l.options(true)); err != nil || !slices.Equal(l.ended, []int64{2}) {
		t.Fatalf("drafted %v, %v", l.ended, err)
	}
	if v, err := d.Current(t.Context(), 1); err != nil || v.Body != "De ma main." {
		t.Errorf("%q, %v", v.Body, err)
	}
	if err := d.First(t.Context(), 1); !errors.Is(err, desk.ErrNoDraftWanted) {
		t.Errorf("got %v", err)
	}
}

var errDown = &review.Error{Code: "down", Kind: review.Failed}

func TestAServerThatIsDownPausesTheQueueAndLosesNothing(t *testing.T) {
	d := several(t, scripted{write: func(context.Context, func(string)) (string, error) { return "", errDown }}, 5)
	enqueue(t, d, 5)
	var l diary
	if err := d.Work(t.Context(), l.options(true)); !errors.Is(err, desk.ErrQueueFailing) {
		t.Fatalf("got %v", err)
	}
	all := tasks(t, d)
	if all.Waiting != 5 || all.Paused != review.PauseFailing || len(l.ended) != 3 {
		t.Errorf("%d wait, %s, after %d tries", all.Waiting, all.Paused, len(l.ended))
	}
	for id := range int64(5) {
		if s := state(t, d, id+1); s != review.New {
			t.Errorf("review %d is %s", id+1, s)
		}
	}
}

// TestOneBadReviewDoesNotStopTheOthers: what would fail again is not tried
// again; what may go better is, behind the others.
func TestOneBadReviewDoesNotStopTheOthers(t *testing.T) {
	for name, c := range map[string]struct {
		fails error
		tries int
	}{"for now": {errDown, 3}, "for good": {&review.Error{Code: "long", Kind: review.Failed, Lasting: true}, 1}} {
		t.Run(name, func(t *testing.T) {
			var got review.Assignment
			w := scripted{got: &got}
			w.write = func(_ context.Context, onText func(string)) (string, error) {
				if strings.Contains(got.Review.Title, "Attente 2") {
					return "", c.fails
				}
				onText("Merci.")
				return "Merci.", nil
			}
			d := several(t, w, 4)
			enqueue(t, d, 4)
			var l diary
			if err := d.Work(t.Context(), l.options(true)); err != nil && !errors.Is(err, desk.ErrQueueFailing) {
				t.Fatal(err)
			}
			all := tasks(t, d)
			if state(t, d, 1) != review.Drafted || state(t, d, 3) != review.Drafted || state(t, d, 4) != review.Drafted {
				t.Error("the others were not drafted")
			}
			if tried := all.Waiting + all.Failed; tried != 1 || len(l.ended) != 3+c.tries {
				t.Errorf("%d left after %d drafts", tried, len(l.ended))
			}
		})
	}
}

func TestPauseResumeDropWhileOneIsWritten(t *testing.T) {
	begun := make(chan struct{}, 9)
	var slow atomic.Bool
	slow.Store(true)
	w := scripted{write: func(ctx context.Context, onText func(string)) (string, error) {
		onText("Merci")
		if slow.Load() {
			begun <- struct{}{}
			<-ctx.Done()
			return "Merci", ctx.Err()
		}
		return "Merci.", nil
	}}
	d := several(t, w, 3)
	enqueue(t, d, 3)
	var l diary
	over := make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	go func() { over <- d.Work(ctx, l.options(false)) }()
	<-begun
	if err := d.Pause(t.Context()); err != nil {
		t.Fatal(err)
	}
	soon(t, func() bool { all := tasks(t, d); return all.Running == nil && all.Waiting == 3 })
	if s := state(t, d, 1); s != review.Drafted {
		t.Errorf("the words of a paused draft are kept, yet the review is %s", s)
	}
	if err := d.Resume(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	<-begun
	if err := d.Drop(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	<-begun // the second
	slow.Store(false)
	if _, _, err := d.Draft(t.Context(), 3, desk.DraftOptions{}); err != nil {
		t.Errorf("an agent who waits comes first: %v", err)
	}
	soon(t, func() bool { return tasks(t, d).Waiting == 0 && state(t, d, 2) == review.Drafted })
	stop()
	if err := <-over; err != nil {
		t.Error(err)
	}
	if f, err := d.Show(t.Context(), 3); err != nil || len(f.Replies) != 1 {
		t.Errorf("what the agent asked for was drafted again: %d versions, %v", len(f.Replies), err)
	}
}

// soon waits until something holds, a minute at most: other work may have the machine.
func soon(t *testing.T, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it never came to hold")
		}
	}
}

func TestOnTheBatteryItAsks(t *testing.T) {
	battery.Store(true)
	defer battery.Store(false)
	d := several(t, says("Merci."), 2)
	enqueue(t, d, 2)
	var l diary
	if err := d.Work(t.Context(), l.options(true)); !errors.Is(err, desk.ErrOnBattery) || len(l.ended) != 0 {
		t.Fatalf("%d drafts, %v", len(l.ended), err)
	}
	if err := d.Resume(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if err := d.Work(t.Context(), l.options(true)); err != nil || len(l.ended) != 2 {
		t.Errorf("allowed, yet %d drafts, %v", len(l.ended), err)
	}
}

func TestReadingDraftsTheNextOnesAhead(t *testing.T) {
	d := several(t, says("Merci."), 9)
	order := func() (ids []int64) {
		for _, next := range tasks(t, d).Next {
			ids = append(ids, next.Review)
		}
		return ids
	}
	read := func(id int64, want ...int64) {
		t.Helper()
		if err := d.Reading(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		if got := order(); !slices.Equal(got, want) {
			t.Errorf("reading %d: %v wait, want %v", id, got, want)
		}
	}
	read(1, 2, 3)
	read(5, 6, 7) // the agent went elsewhere: 2 and 3 are not drafted for nothing
	enqueue(t, d, 7)
	read(6, 6, 7, 8, 1, 2, 3, 4, 5, 9)
}

func TestDistressIsLeftToPeople(t *testing.T) {
	content := strings.SplitAfter(one, "\n")[0] + "1,A traiter,05/09/2026 10:30,Je n’en peux plus,Je vais me suicider si personne ne répond.,Négatif\n"
	d := openReading(t, says("Merci."), &content)
	enqueue(t, d, 1)
	var l diary
	if err := d.Work(t.Context(), l.options(true)); err != nil || len(l.ended) != 0 {
		t.Fatalf("%d drafts, %v", len(l.ended), err)
	}
	if all := tasks(t, d); all.Failed != 1 || all.Failing[0].Reason != desk.Urgent {
		t.Errorf("%+v", all)
	}
}

func TestTheEndIsEstimatedFromWhatWasMeasured(t *testing.T) {
	d := several(t, says("Merci."), 4)
	enqueue(t, d, 4)
	if left := tasks(t, d).Left; left != 0 {
		t.Errorf("nothing was measured, yet %.1f s are left", left)
	}
	if _, _, err := d.Draft(t.Context(), 1, desk.DraftOptions{}); err != nil {
		t.Fatal(err)
	}
	if left := tasks(t, d).Left; left <= 0 || left > 60 {
		t.Errorf("after one draft %.3f s are left for four", left)
	}
}

package sqlite

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/review"
)

func queued(t *testing.T, n int) *Store {
	t.Helper()
	s, _ := profile(t)
	rows := []review.Review{}
	for i := range n {
		rows = append(rows, sample(string(rune('a'+i)), i+1))
	}
	take5(t, s, rowsOf(rows...))
	return s
}

func task(id int64) review.Task {
	return review.Task{Review: id, Writer: review.WriterOllama, AddedAt: time.Now()}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func waiting(t *testing.T, s *Store) (ids []int64) {
	t.Helper()
	all, err := s.Tasks(t.Context())
	must(t, err)
	for _, one := range all.Next {
		ids = append(ids, one.Review)
	}
	return ids
}

// TestTheOrderOfTasks plays random calls against a plain list.
func TestTheOrderOfTasks(t *testing.T) {
	const n = 8
	r := rand.New(rand.NewPCG(7, 7))
	for range 6 {
		s := queued(t, n)
		var list []int64
		for range 40 {
			id := int64(r.IntN(n) + 1)
			at := slices.Index(list, id)
			switch r.IntN(4) {
			case 0: // behind the others; one that waits stays where it is
				must(t, s.Enqueue(t.Context(), []review.Task{task(id)}, false))
				if at < 0 {
					list = append(list, id)
				}
			case 1: // before the others
				must(t, s.Enqueue(t.Context(), []review.Task{task(id)}, true))
				if at >= 0 {
					list = slices.Delete(list, at, at+1)
				}
				list = slices.Insert(list, 0, id)
			case 2:
				must(t, s.DropTask(t.Context(), id))
				if at >= 0 {
					list = slices.Delete(list, at, at+1)
				}
			case 3: // taken and put back behind the others
				got, ok, err := s.TakeTask(t.Context())
				must(t, err)
				if ok != (len(list) > 0) || ok && got.Review != list[0] {
					t.Fatalf("took %d of %v", got.Review, list)
				}
				if ok {
					must(t, s.PutBack(t.Context(), got.Review, "", true))
					list = append(list[1:], got.Review)
				}
			}
			if got := waiting(t, s); !slices.Equal(got, list) {
				t.Fatalf("%v waits, want %v", got, list)
			}
		}
	}
}

func TestSeveralInFrontKeepTheirOrder(t *testing.T) {
	s := queued(t, 4)
	must(t, s.Enqueue(t.Context(), []review.Task{task(4)}, false))
	must(t, s.Enqueue(t.Context(), []review.Task{task(1), task(2), task(3)}, true))
	if got := waiting(t, s); !slices.Equal(got, []int64{1, 2, 3, 4}) {
		t.Errorf("%v", got)
	}
}

func TestATaskThatFailedIsSeenAndMayBeAskedForAgain(t *testing.T) {
	s := queued(t, 2)
	must(t, s.Enqueue(t.Context(), []review.Task{task(1), task(2)}, false))
	if _, _, err := s.TakeTask(t.Context()); err != nil {
		t.Fatal(err)
	}
	must(t, s.FailTask(t.Context(), 1, "down"))
	all, err := s.Tasks(t.Context())
	if err != nil || all.Failed != 1 || all.Failing[0].Reason != "down" || all.Failing[0].Tries != 1 || all.Waiting != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	must(t, s.Enqueue(t.Context(), []review.Task{task(1)}, false))
	if got := waiting(t, s); !slices.Equal(got, []int64{2, 1}) {
		t.Errorf("%v", got)
	}
}

func TestAPausedQueueGivesNothing(t *testing.T) {
	s := queued(t, 1)
	must(t, s.Enqueue(t.Context(), []review.Task{task(1)}, false))
	must(t, s.Pause(t.Context(), review.PauseAgent))
	if _, ok, err := s.TakeTask(t.Context()); ok || err != nil {
		t.Errorf("given while paused, %v", err)
	}
	must(t, s.Pause(t.Context(), review.PauseNone))
	if _, ok, err := s.TakeTask(t.Context()); !ok || err != nil {
		t.Errorf("not given afterwards, %v", err)
	}
}

// TestACrashPutsTheRunningTaskBack: what ran is first again at the next start.
func TestACrashPutsTheRunningTaskBack(t *testing.T) {
	s, dir := profile(t)
	take5(t, s, rowsOf(sample("1", 1), sample("2", 2)))
	if n, err := s.EnqueueNew(t.Context(), task(0)); n != 2 || err != nil {
		t.Fatalf("%d, %v", n, err)
	}
	if _, _, err := s.TakeTask(t.Context()); err != nil {
		t.Fatal(err)
	}
	must(t, s.Close())
	s, err := Open(t.Context(), dir, "test")
	must(t, err)
	defer s.Close()
	if got := waiting(t, s); !slices.Equal(got, []int64{1, 2}) {
		t.Errorf("%v", got)
	}
}

func TestPacesComeBackWhole(t *testing.T) {
	s, _ := profile(t)
	p := review.Pace{Model: "essai", Hash: "ab", Load: 1.5, FirstToken: 2.5, PromptTokens: 300, PromptPerSecond: 85, TokensPerSecond: 29,
		MeasuredAt: time.UnixMilli(1_800_000_000_000).UTC(), Drafts: 3, DraftSeconds: 12, CacheReuse: 0.5}
	unmeasured := review.Pace{Model: "autre", Hash: "cd", Drafts: 1, DraftSeconds: 4}
	for _, one := range []review.Pace{p, unmeasured, p} {
		must(t, s.SetPace(t.Context(), one))
	}
	all, err := s.Paces(t.Context())
	if err != nil || !slices.Equal(all, []review.Pace{p, unmeasured}) {
		t.Errorf("%+v, %v", all, err)
	}
}

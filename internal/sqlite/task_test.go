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

// ranked is a plain model of the queue: a list whose ranks never fall.
type ranked []struct {
	id   int64
	rank review.Rank
}

func (l ranked) at(id int64) int {
	for i := range l {
		if l[i].id == id {
			return i
		}
	}
	return -1
}

func (l ranked) without(id int64) ranked {
	if at := l.at(id); at >= 0 {
		return slices.Delete(l, at, at+1)
	}
	return l
}

// ask is what Enqueue means.
func (l ranked) ask(id int64, rank review.Rank) ranked {
	if at := l.at(id); at >= 0 && (l[at].rank < rank || rank == review.RankUsual) {
		return l
	}
	l = l.without(id)
	place := len(l)
	for i := range l {
		if l[i].rank >= rank && rank < review.RankUsual {
			place = i
			break
		}
	}
	return slices.Insert(l, place, ranked{{id, rank}}...)
}

func (l ranked) ids() (ids []int64) {
	for _, one := range l {
		ids = append(ids, one.id)
	}
	return ids
}

// TestTheOrderOfTasks plays random calls against a plain list.
func TestTheOrderOfTasks(t *testing.T) {
	const n = 8
	r := rand.New(rand.NewPCG(7, 7))
	for range 6 {
		s := queued(t, n)
		var list ranked
		for range 60 {
			list = play(t, s, list, int64(r.IntN(n)+1), r.IntN(6))
			if got := waiting(t, s); !slices.Equal(got, list.ids()) {
				t.Fatalf("%v waits, want %v", got, list)
			}
		}
	}
}

// play makes one call on the store and on its model.
func play(t *testing.T, s *Store, list ranked, id int64, call int) ranked {
	t.Helper()
	switch call {
	case 3:
		must(t, s.DropTask(t.Context(), id))
		return list.without(id)
	case 4: // taken and put back behind the others
		got, ok, err := s.TakeTask(t.Context())
		must(t, err)
		if ok != (len(list) > 0) || ok && got.Review != list[0].id {
			t.Fatalf("took %d of %v", got.Review, list)
		}
		if !ok {
			return list
		}
		must(t, s.PutBack(t.Context(), got.Review, "", true))
		return list.without(got.Review).ask(got.Review, review.RankUsual)
	case 5:
		must(t, s.Raise(t.Context(), id))
		if list.at(id) >= 0 {
			return list.without(id).ask(id, review.RankNow)
		}
		return list
	}
	rank := review.Rank(call)
	must(t, s.Enqueue(t.Context(), []review.Task{task(id)}, rank))
	return list.ask(id, rank)
}

func TestSeveralInFrontKeepTheirOrder(t *testing.T) {
	s := queued(t, 4)
	must(t, s.Enqueue(t.Context(), []review.Task{task(4)}, review.RankUsual))
	must(t, s.Enqueue(t.Context(), []review.Task{task(1), task(2), task(3)}, review.RankNow))
	if got := waiting(t, s); !slices.Equal(got, []int64{1, 2, 3, 4}) {
		t.Errorf("%v", got)
	}
}

func TestATaskThatFailedIsSeenAndMayBeAskedForAgain(t *testing.T) {
	s := queued(t, 2)
	must(t, s.Enqueue(t.Context(), []review.Task{task(1), task(2)}, review.RankUsual))
	if _, _, err := s.TakeTask(t.Context()); err != nil {
		t.Fatal(err)
	}
	must(t, s.FailTask(t.Context(), 1, "down"))
	all, err := s.Tasks(t.Context())
	if err != nil || all.Failed != 1 || all.Failing[0].Reason != "down" || all.Failing[0].Tries != 1 || all.Waiting != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	must(t, s.Enqueue(t.Context(), []review.Task{task(1)}, review.RankUsual))
	if got := waiting(t, s); !slices.Equal(got, []int64{2, 1}) {
		t.Errorf("%v", got)
	}
}

func TestAPausedQueueGivesNothing(t *testing.T) {
	s := queued(t, 1)
	must(t, s.Enqueue(t.Context(), []review.Task{task(1)}, review.RankUsual))
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

package sqlite

import (
	"errors"
	"iter"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// broken is rows that give no review, as they stand in their file.
func broken(raws ...string) iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		for i, raw := range raws {
			if !yield(review.Row{Rejected: &review.Rejection{Line: i + 2, Raw: raw}}, nil) {
				return
			}
		}
	}
}

// undated is a row whose date is unreadable, as the reader sees it.
func undated(r review.Review, raw string) iter.Seq2[review.Row, error] {
	seen := r
	seen.WrittenAt = time.Time{}
	return func(yield func(review.Row, error) bool) {
		yield(review.Row{Rejected: &review.Rejection{Line: 2, Reason: review.Text{FR: "date", EN: "date"}, Raw: raw, Seen: &seen}}, nil)
	}
}

func aside(t *testing.T, s *Store) []review.Quarantined {
	t.Helper()
	q, err := s.Quarantine(t.Context(), 0, 100)
	must(t, err)
	return q
}

// tally fails where an import did not count its rows so.
func tally(t *testing.T, what string, r review.Report, added, updated, duplicates, rejected int) {
	t.Helper()
	if r.Added != added || r.Updated != updated || r.Duplicates != duplicates || r.Rejected != rejected || r.Read != added+updated+duplicates+rejected {
		t.Errorf("%s: %+v", what, r)
	}
}

// TestTheSameRowsAgain: an export that grows brings its broken rows every time;
// they wait once, and once mended they are known. Those of another kind of file
// are new.
func TestTheSameRowsAgain(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, broken("a", "b", "b"))
	tally(t, "again", take5(t, s, broken("a", "b", "b", "c")), 0, 0, 3, 1)
	if q := aside(t, s); len(q) != 4 {
		t.Errorf("%d wait", len(q))
	}
	_, err := s.Retake(t.Context(), 1, review.Row{Review: sample("1", 1)}, inFiveDays, "Ana")
	must(t, err)
	tally(t, "after it was mended", take5(t, s, broken("a", "d")), 0, 0, 1, 1)
	r, err := s.Import(t.Context(), review.Origin{Format: "google"}, broken("b"), inFiveDays, false)
	must(t, err)
	tally(t, "of another kind", r, 0, 0, 0, 1)
}

// TestAMendedRowIsKnownByItsName: the platform still writes its date wrong, but
// the rest of the row has moved on.
func TestAMendedRowIsKnownByItsName(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, undated(sample("1", 1), "1;?;a"))
	_, err := s.Retake(t.Context(), 1, review.Row{Review: sample("1", 1)}, inFiveDays, "Ana")
	must(t, err)
	tally(t, "written otherwise", take5(t, s, undated(sample("1", 1), "1;?;a;")), 0, 0, 1, 0)
	changed := reworded("1", 1, "Un autre texte")
	tally(t, "changed", take5(t, s, undated(changed, "1;?;b")), 0, 1, 0, 0)
	if r := get(t, s, 1); r.Text != changed.Text || !r.WrittenAt.Equal(sample("1", 1).WrittenAt) {
		t.Errorf("%q, %s", r.Text, r.WrittenAt)
	}
	tally(t, "another review", take5(t, s, undated(sample("2", 1), "2;?;a")), 0, 0, 0, 1)
	take5(t, s, rowsOf(sample("3", 3)))
	tally(t, "a review that nobody mended", take5(t, s, undated(sample("3", 3), "3;?;a")), 0, 0, 0, 1)
}

// TestAnUndoneMendWaitsAgain: nothing of it is lost, and the next file finds it
// waiting.
func TestAnUndoneMendWaitsAgain(t *testing.T) {
	s, _ := profile(t)
	first := take5(t, s, broken("a", "b"))
	for i, r := range []review.Review{sample("1", 1), reworded("1", 1, "Autre")} {
		mend, err := s.Retake(t.Context(), int64(i+1), review.Row{Review: r}, inFiveDays, "Ana")
		must(t, err)
		if i == 1 {
			must(t, s.UndoBatch(t.Context(), mend.Batch))
		}
	}
	if q := aside(t, s); len(q) != 1 || q[0].Raw != "b" {
		t.Fatalf("after the undo: %+v", q)
	}
	tally(t, "the next file", take5(t, s, broken("a", "b")), 0, 0, 2, 0)
	must(t, s.UndoBatch(t.Context(), first.Batch))
	if q := aside(t, s); len(q) != 0 {
		t.Errorf("after the file was undone: %+v", q)
	}
	must(t, s.UndoBatch(t.Context(), first.Batch+1)) // the mend of "a"
	if q := aside(t, s); len(q) != 0 {
		t.Errorf("of a file undone: %+v", q)
	}
	tally(t, "the file again", take5(t, s, broken("a", "b")), 0, 0, 0, 2)
}

// TestAMendedRowIsErasedWithItsReview: its text stays no longer than the review.
func TestAMendedRowIsErasedWithItsReview(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, undated(sample("1", 1), "Zorglubiste"))
	_, err := s.Retake(t.Context(), 1, review.Row{Review: sample("1", 1)}, inFiveDays, "Ana")
	must(t, err)
	found, err := s.FindPerson(t.Context(), "zorglubiste ")
	if err != nil || len(found.Quarantined) != 1 {
		t.Fatalf("the row as it stood: %+v, %v", found, err)
	}
	_, err = s.Purge(t.Context(), review.Traces{Reviews: []int64{1}}, "demande", "Ana", time.Now())
	must(t, err)
	var left int
	must(t, s.db.QueryRowContext(t.Context(), `SELECT count(*) FROM rejected WHERE raw <> '' OR external_id <> '' OR review > 0`).Scan(&left))
	if left > 0 {
		t.Error("the row stays")
	}
	tally(t, "the file again", take5(t, s, undated(sample("1", 1), "Zorglubiste")), 0, 0, 0, 1)
}

// TestTheRowsOfOneImportAreDiscarded together, and come back together.
func TestTheRowsOfOneImportAreDiscarded(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, broken("a", "b", "c"))
	take5(t, s, broken("d"))
	must(t, s.Discard(t.Context(), []int64{2}, time.Now()))
	ids, err := s.DiscardBatch(t.Context(), 1, time.Now())
	if err != nil || !slices.Equal(ids, []int64{1, 3}) {
		t.Fatalf("%v, %v", ids, err)
	}
	if q := aside(t, s); len(q) != 1 || q[0].Raw != "d" {
		t.Errorf("left: %+v", q)
	}
	must(t, s.Restore(t.Context(), ids))
	if q := aside(t, s); len(q) != 3 {
		t.Errorf("back: %+v", q)
	}
	if ids, err := s.DiscardBatch(t.Context(), 9, time.Now()); err != nil || len(ids) != 0 {
		t.Errorf("of no import: %v, %v", ids, err)
	}
}

// TestADiscardedRow is offered no more, not even by the next export, until it is
// taken back; retention erases it like one that waits.
func TestADiscardedRow(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, broken("a", "b"))
	take5(t, s, undated(sample("1", 1), "1;?;a"))
	must(t, s.Discard(t.Context(), []int64{1, 3}, time.Now()))
	if q := aside(t, s); len(q) != 1 || q[0].Raw != "b" {
		t.Errorf("%+v", q)
	}
	if n, err := s.Waiting(t.Context()); err != nil || n[1] != 1 || n[2] != 0 {
		t.Errorf("counted: %v, %v", n, err)
	}
	if q, err := s.Discarded(t.Context(), 0, 10); err != nil || len(q) != 2 || q[1].Raw != "1;?;a" {
		t.Errorf("discarded: %+v, %v", q, err)
	}
	if err := s.Discard(t.Context(), []int64{2, 1}, time.Now()); !errors.Is(err, review.ErrNotQuarantined) || len(aside(t, s)) != 1 {
		t.Errorf("one of two: %v", err)
	}
	if _, err := s.Retake(t.Context(), 1, review.Row{Review: sample("9", 1)}, inFiveDays, "Ana"); !errors.Is(err, review.ErrNotQuarantined) {
		t.Errorf("mended: %v", err)
	}
	tally(t, "the next export", take5(t, s, broken("a", "b")), 0, 0, 2, 0)
	tally(t, "written otherwise", take5(t, s, undated(sample("1", 1), "1;?;b")), 0, 0, 1, 0)
	clocks := []review.Clock{{State: review.New, Months: 1}}
	e, err := s.Expired(t.Context(), clocks, time.Now().AddDate(0, 2, 0), 10)
	if err != nil || len(e.Quarantined) != 3 {
		t.Errorf("retention: %+v, %v", e, err)
	}
	must(t, s.Restore(t.Context(), []int64{1}))
	if q := aside(t, s); len(q) != 2 {
		t.Errorf("taken back: %+v", q)
	}
	if err := s.Restore(t.Context(), []int64{1}); !errors.Is(err, review.ErrNotDiscarded) {
		t.Errorf("twice: %v", err)
	}
	_, err = s.Purge(t.Context(), review.Traces{Quarantined: []int64{3}}, "conservation", "Ana", time.Now())
	must(t, err)
	if q, err := s.Discarded(t.Context(), 0, 10); err != nil || len(q) != 0 {
		t.Errorf("erased: %+v, %v", q, err)
	}
}

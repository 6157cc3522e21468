package sqlite

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// profile opens a real store in a folder of the test's own.
func profile(t *testing.T) (*Store, string) {
	t.Helper()
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
			t.Error(err)
		}
	})
	return s, dir
}

func rowsOf(reviews ...review.Review) iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		for _, r := range reviews {
			if !yield(review.Row{Review: r}, nil) {
				return
			}
		}
	}
}

func sample(id string, day int) review.Review {
	return review.Review{Source: review.SourceSPPlus, ExternalID: id, Title: "Titre " + id, Text: "Les guichets étaient fermés " + id,
		WrittenAt: time.Date(2026, 9, day, 10, 0, 0, 0, time.UTC), Sentiment: review.Negative}
}

func inFiveDays(t time.Time) time.Time { return t.AddDate(0, 0, 5) }

func take5(t *testing.T, s *Store, rows iter.Seq2[review.Row, error]) review.Report {
	t.Helper()
	r, err := s.Import(t.Context(), review.Origin{Format: "spplus"}, rows, inFiveDays, false)
	if err != nil {
		t.Fatal(err)
	}
	if r.Read != r.Added+r.Updated+r.Duplicates+r.Rejected {
		t.Errorf("the report does not add up: %+v", r)
	}
	return r
}

func TestImportTwiceMakesDuplicates(t *testing.T) {
	s, _ := profile(t)
	answered := sample("3", 3)
	answered.AnsweredElsewhere = true
	rows := rowsOf(sample("1", 1), sample("2", 2), answered)
	if r := take5(t, s, rows); r.Added != 3 || r.WithReply != 1 {
		t.Errorf("first: %+v", r)
	}
	if r := take5(t, s, rows); r.Duplicates != 3 || r.Added != 0 {
		t.Errorf("second: %+v", r)
	}
	changed := sample("1", 1)
	changed.Text = "Autre texte"
	if r := take5(t, s, rowsOf(changed)); r.Updated != 1 {
		t.Errorf("changed: %+v", r)
	}
	c, err := s.Counts(t.Context(), time.Now())
	if err != nil || c.ByState[review.New] != 2 || c.ByState[review.Exported] != 1 {
		t.Errorf("counts: %+v, %v", c, err)
	}
}

func TestACutImportLeavesNothing(t *testing.T) {
	s, _ := profile(t)
	cut := errors.New("cut")
	rows := func(yield func(review.Row, error) bool) {
		_ = yield(review.Row{Review: sample("1", 1)}, nil) && yield(review.Row{}, cut)
	}
	if _, err := s.Import(t.Context(), review.Origin{Format: "spplus"}, rows, inFiveDays, false); !errors.Is(err, cut) {
		t.Fatalf("got %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	cancelled := func(yield func(review.Row, error) bool) {
		stop()
		_ = yield(review.Row{Review: sample("2", 1)}, nil)
	}
	if _, err := s.Import(ctx, review.Origin{Format: "spplus"}, cancelled, inFiveDays, false); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if r, err := s.Import(t.Context(), review.Origin{Format: "spplus"}, rowsOf(sample("3", 1)), inFiveDays, true); err != nil || r.Added != 1 || r.Batch != 0 {
		t.Fatalf("dry: %+v, %v", r, err)
	}
	page, err := s.Page(t.Context(), review.Filter{Limit: 10})
	if err != nil || len(page.Reviews) != 0 {
		t.Errorf("left behind: %d, %v", len(page.Reviews), err)
	}
}

func TestPagesWalkTheWholeQueueOnce(t *testing.T) {
	s, _ := profile(t)
	all := []review.Review{}
	for i := range 47 {
		all = append(all, sample(string(rune('A'+i)), 1+i%5)) // equal deadlines on purpose
	}
	take5(t, s, rowsOf(all...))
	seen, after := map[int64]bool{}, ""
	var last time.Time
	for {
		page, err := s.Page(t.Context(), review.Filter{Limit: 10, After: after})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range page.Reviews {
			if seen[r.ID] || r.DueAt.Before(last) {
				t.Fatalf("row %d twice or out of order", r.ID)
			}
			seen[r.ID], last = true, r.DueAt
		}
		if after = page.Next; after == "" {
			break
		}
	}
	if len(seen) != 47 {
		t.Errorf("%d rows seen", len(seen))
	}
	if _, err := s.Page(t.Context(), review.Filter{Limit: 10, After: "x"}); !errors.Is(err, ErrCursor) {
		t.Errorf("bad cursor: %v", err)
	}
}

func TestSearchKnowsFrench(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, rowsOf(sample("1", 1)))
	for search, want := range map[string]int{"GUICHET ferme": 1, "guich": 1, "étaient": 1, "piscine": 0, `"`: 0, `" OR *`: 0} {
		page, err := s.Page(t.Context(), review.Filter{Limit: 10, Search: search})
		if err != nil || len(page.Reviews) != want {
			t.Errorf("%q: %d rows, %v, want %d", search, len(page.Reviews), err, want)
		}
	}
}

func TestProfileIsBusy(t *testing.T) {
	s, dir := profile(t)
	_, err := Open(t.Context(), dir, "second")
	if !errors.Is(err, ErrBusy) {
		t.Fatalf("got %v", err)
	}
	r, err := OpenToRead(t.Context(), dir)
	if err != nil {
		t.Fatalf("reading needs no lock: %v", err)
	}
	if _, err := r.Counts(t.Context(), time.Now()); err != nil {
		t.Error(err)
	}
	if err := errors.Join(r.Close(), s.Close()); err != nil {
		t.Error(err)
	}
}

func TestNewerSchemaIsRefused(t *testing.T) {
	s, dir := profile(t)
	if _, err := s.db.Exec(`PRAGMA user_version = 999`); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func() (*Store, error){
		"write": func() (*Store, error) { return Open(t.Context(), dir, "test") },
		"read":  func() (*Store, error) { return OpenToRead(t.Context(), dir) },
	} {
		if _, err := open(); !errors.Is(err, ErrNewerSchema) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNotADatabase(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "desk.db"), []byte("this is no database, and it is long enough to be read as a header of one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), dir, "test"); !errors.Is(err, ErrNotAProfile) {
		t.Errorf("got %v", err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), file, "test"); !errors.Is(err, ErrNotAProfile) {
		t.Errorf("a file as profile: %v", err)
	}
}

// TestFullDisk: SQLite's own limit on pages answers exactly as a full disk
// does (SQLITE_FULL); nothing of the import stays.
func TestFullDisk(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, rowsOf(sample("kept", 1)))
	s.db.SetMaxOpenConns(1)
	var pages int
	if err := s.db.QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if err := s.db.QueryRow(`PRAGMA max_page_count = ` + itoa(pages+2)).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	all := []review.Review{}
	for i := range 500 {
		all = append(all, sample("full"+itoa(i), 1))
	}
	_, err := s.Import(t.Context(), review.Origin{Format: "spplus"}, rowsOf(all...), inFiveDays, false)
	if !errors.Is(err, ErrDiskFull) {
		t.Fatalf("got %v", err)
	}
	if n, err := s.Counts(t.Context(), time.Now()); err != nil || n.ByState[review.New] != 1 {
		t.Errorf("after the failure: %+v, %v", n, err)
	}
}

// TestManyReadersShareAFewConnections: each has a cache of its own, and an
// agent leafs faster than a large queue answers.
func TestManyReadersShareAFewConnections(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, newGenerator().rows(200))
	var readers sync.WaitGroup
	for i := range 60 {
		readers.Go(func() {
			if _, err := s.Twins(t.Context(), int64(i+1), 5); err != nil {
				t.Error(err)
			}
		})
	}
	readers.Wait()
	if n := s.db.Stats().OpenConnections; n > connections {
		t.Errorf("%d connections are open", n)
	}
}

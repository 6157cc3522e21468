package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"sync"
	"testing"
	"time"

	"ecritoire/internal/review"
)

func itoa(n int) string { return strconv.Itoa(n) }

// one gives a store with one new review.
func one(t *testing.T) (*Store, string, review.Review) {
	t.Helper()
	s, dir := profile(t)
	take5(t, s, rowsOf(sample("1", 1)))
	r, err := s.Review(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return s, dir, r
}

func move(t *testing.T, s *Store, r review.Review, a review.Action, p *review.Reply) review.Review {
	t.Helper()
	r, err := s.Advance(t.Context(), review.Move{Review: r, Action: a, By: "Camille", At: time.Now(), Reply: p})
	if err != nil {
		t.Fatalf("%s: %v", a, err)
	}
	return r
}

func byHand(number int, body string) *review.Reply {
	return &review.Reply{Number: number, Body: body, Writer: review.WriterHand, WrittenAt: time.Now()}
}

func bodies(t *testing.T, s *Store) []string {
	t.Helper()
	all, err := s.Replies(t.Context(), 1, 50)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, p := range all {
		out = append(out, p.Body)
	}
	return out
}

func TestWhatIsValidatedIsNeverRewritten(t *testing.T) {
	s, _, r := one(t)
	r = move(t, s, r, review.Edit, byHand(0, "un"))
	r = move(t, s, r, review.Edit, byHand(1, "un, corrigé"))
	r = move(t, s, r, review.Validate, nil)
	r = move(t, s, r, review.Reopen, nil)
	move(t, s, r, review.Edit, byHand(1, "deux"))
	if got, want := bodies(t, s), []string{"deux", "un, corrigé"}; !reflect.DeepEqual(got, want) {
		t.Errorf("versions %q, want %q", got, want)
	}
	life, err := s.History(t.Context(), r.ID)
	if err != nil || len(life) != 6 || life[3].Action != review.Validate || life[3].By != "Camille" || life[3].Reply != 1 {
		t.Errorf("history %+v, %v", life, err)
	}
}

func TestTwoWritersInConflict(t *testing.T) {
	s, _, r := one(t)
	var wg sync.WaitGroup
	results := make([]error, 8)
	for i := range results {
		wg.Go(func() {
			_, results[i] = s.Advance(t.Context(), review.Move{Review: r, Action: review.Edit, At: time.Now(), Reply: byHand(0, itoa(i))})
		})
	}
	wg.Wait()
	won := 0
	for _, err := range results {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, review.ErrConflict):
			t.Errorf("got %v", err)
		}
	}
	if won != 1 || len(bodies(t, s)) != 1 {
		t.Errorf("%d writers won, %d versions", won, len(bodies(t, s)))
	}
}

func TestACrashInDraftingKeepsTheText(t *testing.T) {
	for _, c := range []struct {
		name, before, during string
		state                review.State
		want                 []string
	}{
		{"nothing written", "", "", review.New, []string{}},
		{"partly written", "", "Merci de", review.Drafted, []string{"Merci de"}},
		{"a version before", "main", "", review.Drafted, []string{"main"}},
		{"both", "main", "Merci de", review.Drafted, []string{"Merci de", "main"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, dir, r := one(t)
			if c.before != "" {
				r = move(t, s, r, review.Edit, byHand(0, c.before))
			}
			move(t, s, r, review.Start, &review.Reply{Writer: review.WriterTrame, Partial: true, WrittenAt: time.Now()})
			all, err := s.Replies(t.Context(), 1, 1)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(s.Progress(t.Context(), 1, all[0].Number, c.during), s.Close()); err != nil {
				t.Fatal(err)
			}
			again, err := Open(t.Context(), dir, "test")
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := again.Close(); err != nil {
					t.Error(err)
				}
			}()
			if r, err = again.Review(t.Context(), 1); err != nil || r.State != c.state {
				t.Errorf("state %s, %v, want %s", r.State, err, c.state)
			}
			if got := bodies(t, again); !reflect.DeepEqual(got, c.want) {
				t.Errorf("versions %q, want %q", got, c.want)
			}
		})
	}
}

// TestFreshEqualsMigrated builds the schema in one go and step by step, with
// a backup at each, and compares all that SQLite knows of it.
func TestFreshEqualsMigrated(t *testing.T) {
	fresh, _ := profile(t)
	old := filepath.Join(t.TempDir(), "old")
	if err := os.MkdirAll(filepath.Join(old, "backups"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := bare(t, old)
	for v := 1; v <= latest(); v++ {
		if err := migrateTo(t.Context(), s.db, filepath.Join(old, "backups"), v); err != nil {
			t.Fatal(err)
		}
	}
	if a, b := described(t, fresh), described(t, s); !reflect.DeepEqual(a, b) {
		t.Errorf("fresh %v\nmigrated %v", a, b)
	}
	saved, err := filepath.Glob(filepath.Join(old, "backups", "*.db"))
	if err != nil || len(saved) != latest()-1 {
		t.Errorf("%d backups, %v, want %d", len(saved), err, latest()-1)
	}
}

// bare opens a database without bringing its schema up to date.
func bare(t *testing.T, dir string) *Store {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(filepath.Join(dir, "desk.db"), false))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return &Store{db: db, dir: dir}
}

func described(t *testing.T, s *Store) []string {
	t.Helper()
	rows, err := s.db.Query(`SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (line string, err error) { return line, r.Scan(&line) })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestOurOwnPublishedReplyComesBackAsOurs: reopened after its export, the
// review comes again in a file that says it is answered, by us.
func TestOurOwnPublishedReplyComesBackAsOurs(t *testing.T) {
	s, _, r := one(t)
	r = move(t, s, r, review.Edit, byHand(0, "un"))
	r = move(t, s, r, review.Validate, nil)
	if err := s.MarkExported(t.Context(), []review.Review{r}, "Camille", time.Now()); err != nil {
		t.Fatal(err)
	}
	r, err := s.Review(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	move(t, s, r, review.Reopen, nil)
	again := sample("1", 2)
	again.AnsweredElsewhere = true
	take5(t, s, rowsOf(again))
	if r, err = s.Review(t.Context(), 1); err != nil || r.State != review.Drafted || r.AnsweredElsewhere || r.WrittenAt.Day() != 2 {
		t.Errorf("%s, elsewhere %v, written %s, %v", r.State, r.AnsweredElsewhere, r.WrittenAt, err)
	}
}

// TestACancelAfterTheCommitHidesNothing cancels at every moment of a step: the
// review is either untouched or moved and given back, never lost in between.
func TestACancelAfterTheCommitHidesNothing(t *testing.T) {
	s, _, r := one(t)
	for i := range 200 {
		ctx, stop := context.WithTimeout(t.Context(), time.Duration(i)*10*time.Microsecond)
		moved, err := s.Advance(ctx, review.Move{Review: r, Action: review.Edit, At: time.Now(), Reply: byHand(0, itoa(i))})
		stop()
		now, err2 := s.Review(t.Context(), 1)
		if err2 != nil {
			t.Fatal(err2)
		}
		if err == nil {
			r = moved
		}
		if now.Version != r.Version {
			t.Fatalf("round %d: version %d on the disk, %d told, %v", i, now.Version, r.Version, err)
		}
	}
}

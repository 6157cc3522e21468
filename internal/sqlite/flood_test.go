package sqlite

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// TestAFloodIsLikeADrizzle: an import large enough to put its indexes off ends
// with the same queue, counters and indexes as small ones.
func TestAFloodIsLikeADrizzle(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: it imports 12,000 reviews")
	}
	s, _ := profile(t)
	n := floodFrom + 2000
	take5(t, s, newGenerator().rows(n))
	c, err := s.Counts(t.Context(), time.Now())
	must(t, err)
	var indexes, triggers int
	must(t, s.db.QueryRow(`SELECT count(*) FILTER (WHERE type = 'index' AND sql <> ''), count(*) FILTER (WHERE type = 'trigger') FROM sqlite_schema WHERE tbl_name = 'review'`).Scan(&indexes, &triggers))
	var sound string
	must(t, s.db.QueryRow(`PRAGMA integrity_check`).Scan(&sound))
	fresh, _ := profile(t)
	var indexesOf, triggersOf int
	must(t, fresh.db.QueryRow(`SELECT count(*) FILTER (WHERE type = 'index' AND sql <> ''), count(*) FILTER (WHERE type = 'trigger') FROM sqlite_schema WHERE tbl_name = 'review'`).Scan(&indexesOf, &triggersOf))
	if c.ByState[review.New] != n || c.Late != n || sound != "ok" || indexes != indexesOf || triggers != triggersOf {
		t.Errorf("%+v, %s, %d indexes of %d, %d triggers of %d", c, sound, indexes, indexesOf, triggers, triggersOf)
	}
	take5(t, s, rowsOf(sample("one more", 1)))
	if c, err := s.Counts(t.Context(), time.Now()); err != nil || c.ByState[review.New] != n+1 {
		t.Errorf("after it: %+v, %v", c, err)
	}
}

// TestAFloodSortsWithinTheProfile: what a large sort puts on the disk is in the
// profile's folder and nameless; afterwards what passes is in memory again.
func TestAFloodSortsWithinTheProfile(t *testing.T) {
	s, dir := profile(t)
	s.db.SetMaxOpenConns(1)
	before, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	take5(t, s, newGenerator().rows(floodFrom+1))
	var folder, store string
	must(t, s.db.QueryRow(`PRAGMA temp_store_directory`).Scan(&folder))
	must(t, s.db.QueryRow(`PRAGMA temp_store`).Scan(&store))
	after, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	if folder != dir || store != "2" || !slices.Equal(before, after) {
		t.Errorf("sorted in %s, passing tables in %s (2 is memory), files %q and then %q", folder, store, before, after)
	}
}

// TestACutFloodLeavesNothing: what a large import takes down is up again when
// it is cut.
func TestACutFloodLeavesNothing(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, rowsOf(sample("1", 1)))
	cut := errors.New("cut")
	rows := func(yield func(review.Row, error) bool) {
		for row := range newGenerator().rows(floodFrom + 10) {
			if !yield(row, nil) {
				return
			}
		}
		yield(review.Row{}, cut)
	}
	if _, err := s.Import(t.Context(), review.Origin{Format: "spplus"}, rows, inFiveDays, false); !errors.Is(err, cut) {
		t.Fatalf("got %v", err)
	}
	take5(t, s, rowsOf(sample("2", 2)))
	c, err := s.Counts(t.Context(), time.Now())
	var sound string
	must(t, s.db.QueryRow(`PRAGMA integrity_check`).Scan(&sound))
	if ids := listed(t, s, review.Filter{Search: "guichets "}); err != nil || len(ids) != 2 || c.ByState[review.New] != 2 || sound != "ok" {
		t.Errorf("%v, %+v, %s, %v", ids, c, sound, err)
	}
}

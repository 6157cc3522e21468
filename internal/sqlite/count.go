package sqlite

import (
	"context"
	"database/sql"
	"math"
	"time"

	"ecritoire/internal/review"
)

// lateBy is how many open reviews were due before the moment ?1, from the
// count for another moment and those due in between.
const lateBy = `n + (SELECT count(*) FROM review INDEXED BY review_queue WHERE state IN ('new','drafting','drafted','submitted') AND due_at >= at AND due_at < ?1)
	- (SELECT count(*) FROM review INDEXED BY review_queue WHERE state IN ('new','drafting','drafted','submitted') AND due_at >= ?1 AND due_at < at)`

// Counts reads the counters; late is what is not yet validated and was due
// before now.
func (s *Store) Counts(ctx context.Context, now time.Time) (review.Counts, error) {
	c := review.Counts{ByState: map[review.State]int{}}
	// One statement sees one state of the database.
	rows, err := s.db.QueryContext(ctx, `SELECT state, n FROM state_count UNION ALL SELECT '', `+lateBy+` FROM late`, now.Unix())
	if err != nil {
		return c, explain(err)
	}
	_, err = collect(rows, func(r *sql.Rows) (n int, err error) {
		var state review.State
		err = r.Scan(&state, &n)
		c.ByState[state] = n
		return n, err
	})
	c.Late = c.ByState[""]
	delete(c.ByState, "")
	return c, explain(err)
}

// execer is a database or a transaction.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// settleLate counts the late reviews for a moment, so that later looks have
// little to add.
func settleLate(ctx context.Context, x execer, now time.Time) error {
	_, err := x.ExecContext(ctx, `UPDATE late SET n = `+lateBy+`, at = ?1`, now.Unix())
	return err
}

// unsettleLate lets the triggers rest while many rows come or go; settleLate
// ends that.
func unsettleLate(ctx context.Context, x execer) error {
	_, err := x.ExecContext(ctx, `UPDATE late SET n = 0, at = ?`, int64(math.MinInt64))
	return err
}

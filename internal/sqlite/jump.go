package sqlite

import (
	"database/sql"
	"errors"
	"math"

	"ecritoire/internal/review"
)

// jumpFrom is how many rows are passed over one by one, in their whole order.
const jumpFrom = 500

// jump moves the page's beginning over most of what is to be skipped. The
// index by deadline has the rows in order but for those of one second: it is
// stepped along for the moment that the page begins in, and counted up to it.
func (l *listing) jump(w *way) error {
	if w.index != "review_queue" || w.filter.Skip < jumpFrom {
		return nil
	}
	var due, written int64
	down := w.down()
	keys := w.streams(w.moments)
	err := l.db.QueryRowContext(l.ctx, keys.text+` ORDER BY d`+down+`, w`+down+` LIMIT 1 OFFSET ?`, append(keys.args, w.filter.Skip)...).Scan(&due, &written)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // beyond the end: the page is empty either way
	} else if err != nil {
		return err
	}
	than, before := ` < `, int64(0)
	if down != "" {
		than, before = ` > `, math.MaxInt64
	}
	passed := w.streams(func(state review.State, facet int64) question {
		q := w.stretch(state, facet)
		q.and(`(due_at, written_at)`+than+`(?, ?)`, due, written)
		return q
	})
	var n int
	if err := l.db.QueryRowContext(l.ctx, `SELECT count(*) FROM (`+passed.text+`)`, passed.args...).Scan(&n); err != nil {
		return err
	}
	l.at, w.filter.Skip = cursor{rank: l.at.rank, due: due, written: written, id: before}, w.filter.Skip-n
	return nil
}

// moments asks when the rows of one stretch are due and were written.
func (w way) moments(state review.State, facet int64) question {
	return w.asking(`due_at d, written_at w`, state, facet)
}

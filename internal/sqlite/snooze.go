package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ecritoire/internal/review"
)

// Snooze puts an open review off until a moment; the zero moment brings it
// back. Its state and its version stay. One that is finished is
// review.ErrTransition.
func (s *Store) Snooze(ctx context.Context, id int64, until time.Time, by string, at time.Time) error {
	action, day := review.Snooze, until.In(review.Paris).Format(time.DateOnly)
	if until.IsZero() {
		action, day = review.Wake, ""
	}
	return s.within(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
			SELECT id, ?, ?, state, state, ?, ?, reply FROM review WHERE id = ? AND state IN ('new','drafted','submitted')`, millis(at), action, by, day, id)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errOr(err, review.ErrTransition)
		}
		if until.IsZero() {
			_, err = tx.ExecContext(ctx, `DELETE FROM snooze WHERE review = ?`, id)
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO snooze (review, until) VALUES (?, ?)`, id, until.Unix())
		return err
	})
}

// Snoozed is until when a review is put off, the zero moment where it is not.
func (s *Store) Snoozed(ctx context.Context, id int64) (until time.Time, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT until FROM snooze WHERE review = ?`, id)
	if err != nil {
		return until, explain(err)
	}
	found, err := collect(rows, scanID)
	if len(found) > 0 {
		until = time.Unix(found[0], 0).UTC()
	}
	return until, explain(err)
}

// People are those whom reviews were given to, by name, at most limit.
func (s *Store) People(ctx context.Context, limit int) ([]string, error) {
	return s.each(ctx, "assignee", limit)
}

// Structures are the bodies that reviews speak of, by name, at most limit.
func (s *Store) Structures(ctx context.Context, limit int) ([]string, error) {
	return s.each(ctx, "structure", limit)
}

// each steps from one value of an indexed column to the next, however many
// rows hold it.
func (s *Store) each(ctx context.Context, column string, limit int) ([]string, error) {
	next := func(after string) string {
		return `(SELECT min(` + column + `) FROM review INDEXED BY review_` + column + ` WHERE ` + column + ` <> '' AND ` + column + ` > ` + after + `)`
	}
	rows, err := s.db.QueryContext(ctx, `WITH RECURSIVE v (one) AS (SELECT `+next(`''`)+` UNION ALL SELECT `+next(`one`)+` FROM v WHERE one IS NOT NULL LIMIT ?)
		SELECT one FROM v WHERE one IS NOT NULL`, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (v string, err error) { return v, r.Scan(&v) })
	return all, explain(err)
}

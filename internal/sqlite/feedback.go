package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ecritoire/internal/review"
)

// Judge keeps an agent’s judgement of a draft; a later one takes its place.
func (s *Store) Judge(ctx context.Context, f review.Feedback) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO feedback (review, number, judgement, reason, distance, actor, at) VALUES (?,?,?,?,?,?,?)`,
			f.Review, f.Number, f.Judgement, f.Reason, f.Distance, f.By, millis(f.At))
		return err
	})
}

// Feedback reads the judgements of the drafts of one review, in the order of
// the versions.
func (s *Store) Feedback(ctx context.Context, id int64) ([]review.Feedback, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT review, number, judgement, reason, distance, actor, at FROM feedback WHERE review = ? ORDER BY number`, id)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (f review.Feedback, err error) {
		var at int64
		err = r.Scan(&f.Review, &f.Number, &f.Judgement, &f.Reason, &f.Distance, &f.By, &at)
		f.At = time.UnixMilli(at).UTC()
		return f, err
	})
	return all, explain(err)
}

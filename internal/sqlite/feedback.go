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

// Unreject takes the rejection of a draft back, where there is one.
func (s *Store) Unreject(ctx context.Context, id int64, number int) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM feedback WHERE review = ? AND number = ? AND judgement = ?`, id, number, review.Rejected)
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

func (s *Store) draftTallies(ctx context.Context) ([]review.DraftTally, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT p.writer, count(*) FILTER (WHERE judgement = 'kept'), count(*) FILTER (WHERE judgement = 'edited'),
		count(*) FILTER (WHERE judgement = 'rejected'), coalesce(sum(distance) FILTER (WHERE judgement <> 'rejected'), 0)
		FROM feedback f JOIN reply p ON p.review = f.review AND p.number = f.number GROUP BY p.writer ORDER BY p.writer`)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (t review.DraftTally, err error) {
		return t, r.Scan(&t.Writer, &t.Kept, &t.Edited, &t.Rejected, &t.Changed)
	})
	return all, explain(err)
}

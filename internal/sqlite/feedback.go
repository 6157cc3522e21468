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

// judgedDraft is one row of what agents made of drafts.
type judgedDraft struct {
	writer   review.WriterName
	rejected bool
	distance float64
}

func (s *Store) draftTallies(ctx context.Context) ([]review.DraftTally, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT p.writer, f.judgement = ?, f.distance
		FROM feedback f JOIN reply p ON p.review = f.review AND p.number = f.number ORDER BY p.writer`, review.Rejected)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (j judgedDraft, err error) {
		return j, r.Scan(&j.writer, &j.rejected, &j.distance)
	})
	return byWriter(all), explain(err)
}

func byWriter(judged []judgedDraft) (all []review.DraftTally) {
	for _, j := range judged {
		if len(all) == 0 || all[len(all)-1].Writer != j.writer {
			all = append(all, review.DraftTally{Writer: j.writer})
		}
		last := &all[len(all)-1]
		if j.rejected {
			last.Rejected++
		} else {
			last.Changes = append(last.Changes, j.distance)
		}
	}
	return all
}

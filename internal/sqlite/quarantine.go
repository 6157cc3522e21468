package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"time"

	"ecritoire/internal/review"
)

// Quarantine lists the rows that could not be taken and wait, those after the
// id given, at most limit.
func (s *Store) Quarantine(ctx context.Context, after int64, limit int) ([]review.Quarantined, error) {
	return s.quarantined(ctx, `r.id > ? AND `+waits+` ORDER BY r.id LIMIT ?`, after, limit)
}

// waits is what holds of a row that waits to be mended.
const waits = `r.taken_at = 0 AND r.discarded_at = 0`

// QuarantineOf is Quarantine for the rows of one batch.
func (s *Store) QuarantineOf(ctx context.Context, batch, after int64, limit int) ([]review.Quarantined, error) {
	return s.quarantined(ctx, `r.batch = ? AND r.id > ? AND `+waits+` ORDER BY r.id LIMIT ?`, batch, after, limit)
}

// Waiting counts the rows of each batch that wait in the quarantine.
func (s *Store) Waiting(ctx context.Context) (waiting map[int64]int, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT batch, count(*) FROM rejected r WHERE `+waits+` GROUP BY batch`)
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	waiting = map[int64]int{}
	for rows.Next() {
		var batch int64
		var n int
		if err := rows.Scan(&batch, &n); err != nil {
			return nil, explain(err)
		}
		waiting[batch] = n
	}
	return waiting, explain(rows.Err())
}

func (s *Store) quarantined(ctx context.Context, which string, args ...any) ([]review.Quarantined, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, r.batch, b.format, b.origin, r.line, r.reason_fr, r.reason_en, r.raw
		FROM rejected r JOIN batch b ON b.id = r.batch WHERE `+which, args...)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (q review.Quarantined, err error) {
		origin := ""
		if err := r.Scan(&q.ID, &q.Batch, &q.Format, &origin, &q.Line, &q.Reason.FR, &q.Reason.EN, &q.Raw); err != nil {
			return q, err
		}
		return q, json.Unmarshal([]byte(origin), &q.Origin)
	})
	return all, explain(err)
}

// Retake takes a mended row into the queue and out of the quarantine, in one
// transaction and as an import of one row, with by in the history. A row that
// is rejected again (review.ErrStillRejected) stays.
func (s *Store) Retake(ctx context.Context, id int64, row review.Row, due func(time.Time) time.Time, by string) (review.Report, error) {
	var report review.Report
	if row.Rejected != nil {
		return report, review.ErrStillRejected
	}
	err := s.within(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT b.format FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.id = ? AND `+waits, id).Scan(&report.Format)
		if errors.Is(err, sql.ErrNoRows) {
			return review.ErrNotQuarantined.Naming(strconv.FormatInt(id, 10))
		} else if err != nil {
			return err
		}
		return s.retake(ctx, tx, id, row, &report, due, by)
	})
	return report, err
}

func (s *Store) retake(ctx context.Context, tx *sql.Tx, id int64, row review.Row, report *review.Report, due func(time.Time) time.Time, by string) error {
	in, err := s.newIntake(ctx, tx, review.Origin{Format: report.Format, Mended: true}, report, due)
	if err != nil {
		return err
	}
	if err := in.row(row); err != nil {
		return err
	}
	if err := in.close(); err != nil {
		return err
	}
	now := millis(time.Now())
	// The row stays, so that the counts of its batch add up and the next export
	// finds it again; it is erased with its review.
	if _, err := tx.ExecContext(ctx, `UPDATE rejected SET taken_at = ?, taken_by = ?, review = (SELECT id FROM review WHERE source = ? AND external_id = ?) WHERE id = ?`,
		now, report.Batch, row.Review.Source, row.Review.ExternalID, id); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
		SELECT id, ?, ?, state, state, ?, '', reply FROM review WHERE source = ? AND external_id = ?`, now, review.Mend, by, row.Review.Source, row.Review.ExternalID)
	return err
}

// Discarded lists the rows that an agent wants no more, as Quarantine does.
func (s *Store) Discarded(ctx context.Context, after int64, limit int) ([]review.Quarantined, error) {
	return s.quarantined(ctx, `r.id > ? AND r.taken_at = 0 AND r.discarded_at > 0 ORDER BY r.id LIMIT ?`, after, limit)
}

// Discard takes rows out of the quarantine that are no reviews, all of them or,
// where one does not wait (review.ErrNotQuarantined), none. Their text stays
// until Restore, or until their retention ends.
func (s *Store) Discard(ctx context.Context, ids []int64, at time.Time) error {
	return s.eachRow(ctx, ids, review.ErrNotQuarantined, `UPDATE rejected AS r SET discarded_at = ?2 WHERE id = ?1 AND `+waits, millis(at))
}

// DiscardBatch discards the rows of one import that wait, and says which.
func (s *Store) DiscardBatch(ctx context.Context, batch int64, at time.Time) (ids []int64, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `UPDATE rejected AS r SET discarded_at = ? WHERE batch = ? AND `+waits+` RETURNING id`, millis(at), batch)
		if err != nil {
			return err
		}
		ids, err = collect(rows, scanID)
		slices.Sort(ids)
		return err
	})
	return ids, err
}

// Restore lets discarded rows wait again, all of them or, where one is not
// discarded (review.ErrNotDiscarded), none.
func (s *Store) Restore(ctx context.Context, ids []int64) error {
	return s.eachRow(ctx, ids, review.ErrNotDiscarded, `UPDATE rejected SET discarded_at = 0 WHERE id = ?1 AND taken_at = 0 AND discarded_at > 0`)
}

// eachRow does one thing to each of the rows, and nothing where one refuses it.
func (s *Store) eachRow(ctx context.Context, ids []int64, refusal *review.Error, do string, args ...any) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			n, err := affected(tx.ExecContext(ctx, do, append([]any{id}, args...)...))
			switch {
			case err != nil:
				return err
			case n == 0:
				return refusal.Naming(strconv.FormatInt(id, 10))
			}
		}
		return nil
	})
}

// Outdated tells whether the text of a review changed after a reply to it was
// begun.
func (s *Store) Outdated(ctx context.Context, id int64) (outdated bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT outdated FROM review WHERE id = ?`, id).Scan(&outdated)
	return outdated, found(err, id)
}

package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"ecritoire/internal/review"
)

// Quarantine lists the rows that could not be taken and wait, those after the
// id given, at most limit.
func (s *Store) Quarantine(ctx context.Context, after int64, limit int) ([]review.Quarantined, error) {
	return s.quarantined(ctx, `r.id > ? AND r.taken_at = 0 ORDER BY r.id LIMIT ?`, after, limit)
}

// QuarantineOf is Quarantine for the rows of one batch.
func (s *Store) QuarantineOf(ctx context.Context, batch, after int64, limit int) ([]review.Quarantined, error) {
	return s.quarantined(ctx, `r.batch = ? AND r.id > ? AND r.taken_at = 0 ORDER BY r.id LIMIT ?`, batch, after, limit)
}

// Waiting counts the rows of each batch that wait in the quarantine.
func (s *Store) Waiting(ctx context.Context) (waiting map[int64]int, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT batch, count(*) FROM rejected WHERE taken_at = 0 GROUP BY batch`)
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

// setAside puts a row that gave no review into the quarantine. One that waits
// there already, from an earlier import of a file of the same kind, is a
// duplicate: an export that grows from week to week brings it every time.
func (in *intake) setAside(r review.Rejection) (err error) {
	if in.waiting == nil {
		if in.waiting, err = waitingRows(in.ctx, in.tx, in.report.Batch); err != nil {
			return err
		}
	}
	if in.waiting[rowHash(in.origin, r.Raw)] {
		in.report.Duplicates++
		return nil
	}
	in.report.Rejected++
	_, err = in.reject.ExecContext(in.each, in.report.Batch, r.Line, r.Reason.FR, r.Reason.EN, r.Raw)
	return err
}

func rowHash(origin, raw string) [sha256.Size]byte {
	return sha256.Sum256([]byte(origin + "\x00" + raw))
}

// waitingRows knows the rows in the quarantine again that earlier imports left.
func waitingRows(ctx context.Context, tx *sql.Tx, before int64) (waiting map[[sha256.Size]byte]bool, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT b.origin, r.raw FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.taken_at = 0 AND r.raw <> '' AND r.batch < ?`, before)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	waiting = map[[sha256.Size]byte]bool{}
	for rows.Next() {
		var origin, raw string
		if err := rows.Scan(&origin, &raw); err != nil {
			return nil, err
		}
		waiting[rowHash(origin, raw)] = true
	}
	return waiting, rows.Err()
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
		err := tx.QueryRowContext(ctx, `SELECT b.format FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.id = ? AND r.taken_at = 0`, id).Scan(&report.Format)
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
	// What the row said is in the queue now: the line keeps its number and its
	// reason, so that the counts of its batch still add up.
	if _, err := tx.ExecContext(ctx, `UPDATE rejected SET taken_at = ?, raw = '' WHERE id = ?`, now, id); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
		SELECT id, ?, ?, state, state, ?, '', reply FROM review WHERE source = ? AND external_id = ?`, now, review.Mend, by, row.Review.Source, row.Review.ExternalID)
	return err
}

// Outdated tells whether the text of a review changed after a reply to it was
// begun.
func (s *Store) Outdated(ctx context.Context, id int64) (outdated bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT outdated FROM review WHERE id = ?`, id).Scan(&outdated)
	return outdated, found(err, id)
}

package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"ecritoire/internal/review"
)

// The refusals of the quarantine.
var (
	ErrNotWaiting = &review.Error{Code: "not_quarantined", Kind: review.Misused,
		Message: review.Text{FR: "Aucune ligne %s n’attend d’être corrigée.", EN: "No line %s is waiting to be mended."},
		Hint:    review.Text{FR: "La liste de la quarantaine donne les numéros.", EN: "The list of the quarantine gives the numbers."}}
	ErrStillBroken = &review.Error{Code: "still_rejected", Kind: review.Refused,
		Message: review.Text{FR: "Cette ligne ne peut toujours pas être reprise.", EN: "This line still cannot be taken."},
		Hint:    review.Text{FR: "Elle reste en quarantaine, avec son motif.", EN: "It stays in the quarantine, with its reason."}}
)

// Quarantine lists the rows that could not be taken and wait, those after the
// id given, at most limit.
func (s *Store) Quarantine(ctx context.Context, after int64, limit int) ([]review.Quarantined, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, r.batch, b.format, b.origin, r.line, r.reason_fr, r.reason_en, r.raw
		FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.id > ? AND r.taken_at = 0 ORDER BY r.id LIMIT ?`, after, limit)
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
// is rejected again (ErrStillBroken) stays.
func (s *Store) Retake(ctx context.Context, id int64, row review.Row, due func(time.Time) time.Time, by string) (review.Report, error) {
	var report review.Report
	if row.Rejected != nil {
		return report, ErrStillBroken
	}
	err := s.within(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT b.format FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.id = ? AND r.taken_at = 0`, id).Scan(&report.Format)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNotWaiting.Naming(strconv.FormatInt(id, 10))
		} else if err != nil {
			return err
		}
		return retake(ctx, tx, id, row, &report, due, by)
	})
	return report, err
}

func retake(ctx context.Context, tx *sql.Tx, id int64, row review.Row, report *review.Report, due func(time.Time) time.Time, by string) error {
	in, err := newIntake(ctx, tx, review.Origin{Format: report.Format}, report, due)
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

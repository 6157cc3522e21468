package desk

import (
	"context"
	"errors"
	"strconv"

	"ecritoire/internal/review"
)

// Quarantine are the rows that could not be taken, after the id given, at most
// 500.
func (d *Desk) Quarantine(ctx context.Context, after int64, limit int) ([]review.Quarantined, error) {
	return d.parts.Store.Quarantine(ctx, after, min(max(limit, 1), 500))
}

// QuarantineOf is Quarantine for the rows of one import.
func (d *Desk) QuarantineOf(ctx context.Context, batch, after int64, limit int) ([]review.Quarantined, error) {
	return d.parts.Store.QuarantineOf(ctx, batch, after, min(max(limit, 1), 500))
}

// Waiting is how many rows of each import wait to be mended, for those that
// have some.
func (d *Desk) Waiting(ctx context.Context) (map[int64]int, error) {
	return d.parts.Store.Waiting(ctx)
}

// Discarded is Quarantine for the rows that an agent wants no more.
func (d *Desk) Discarded(ctx context.Context, after int64, limit int) ([]review.Quarantined, error) {
	return d.parts.Store.Discarded(ctx, after, min(max(limit, 1), 500))
}

// DiscardRows takes rows that are no reviews out of the quarantine, all or none. The
// exports to come offer them no more.
func (d *Desk) DiscardRows(ctx context.Context, ids []int64) error {
	return d.parts.Store.Discard(ctx, ids, d.now())
}

// DiscardBatch is DiscardRows for the rows of one import that wait, and says
// which they were.
func (d *Desk) DiscardBatch(ctx context.Context, batch int64) ([]int64, error) {
	return d.parts.Store.DiscardBatch(ctx, batch, d.now())
}

// RestoreRows lets discarded rows wait again, all or none.
func (d *Desk) RestoreRows(ctx context.Context, ids []int64) error {
	return d.parts.Store.Restore(ctx, ids)
}

// Retry takes a row kept aside into the queue, mended: text is the row as it
// should have stood, "" for as it stands. One that still gives no review stays
// where it is, and the error says why.
func (d *Desk) Retry(ctx context.Context, id int64, text string) (review.Report, error) {
	rows, err := d.parts.Store.Quarantine(ctx, id-1, 1)
	if err != nil {
		return review.Report{}, err
	}
	if len(rows) == 0 || rows[0].ID != id {
		return review.Report{}, review.ErrNotQuarantined.Naming(strconv.FormatInt(id, 10))
	}
	return d.retry(ctx, rows[0], text)
}

func (d *Desk) retry(ctx context.Context, q review.Quarantined, text string) (review.Report, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Report{}, err
	}
	if text == "" {
		text = q.Raw
	}
	row := d.parts.Again(q.Origin, text)
	if row.Rejected != nil {
		return review.Report{}, still(row.Rejected.Reason)
	}
	return d.parts.Store.Retake(ctx, q.ID, row, s.Service.Calendar().Due, s.Person)
}

// still says why a row gives no review yet: the reason may be another one than
// it was kept aside for.
func still(reason review.Text) error {
	e := *review.ErrStillRejected
	e.Hint = review.Text{FR: "Motif\u00a0: " + reason.FR + ".", EN: "Reason: " + reason.EN + "."}
	return &e
}

// Retried is what trying all rows kept aside once more did.
type Retried struct {
	Tried int `json:"tried"`
	Taken int `json:"taken"`
}

// RetryAll tries all rows kept aside once more as they stand: after a format
// was learned, many of them can be read.
func (d *Desk) RetryAll(ctx context.Context) (n Retried, err error) {
	for after := int64(0); ; {
		rows, err := d.Quarantine(ctx, after, 500)
		if err != nil || len(rows) == 0 {
			return n, err
		}
		for _, q := range rows {
			n.Tried++
			_, err := d.retry(ctx, q, "")
			switch {
			case err == nil:
				n.Taken++
			case !errors.Is(err, review.ErrStillRejected):
				return n, err
			}
		}
		after = rows[len(rows)-1].ID
	}
}

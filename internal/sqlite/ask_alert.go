package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"ecritoire/internal/review"
)

// Alert keeps, for every version in force that cites one of the sheets that
// changed or went away, that it does, and gives how many were found. A version
// that a writer drafted afterwards is not concerned. Replies are read once,
// however many sheets changed.
func (s *Store) Alert(ctx context.Context, changes []review.SheetChange, at time.Time) (found int, err error) {
	of := map[[2]string]review.SheetChange{}
	for _, c := range changes {
		of[[2]string{c.Kind, c.Sheet}] = c
	}
	return found, s.within(ctx, func(tx *sql.Tx) error {
		all, err := citations(ctx, tx)
		if err != nil {
			return err
		}
		for _, v := range all {
			c, concerned := of[[2]string{v.passage.Kind, v.passage.Sheet}]
			if !concerned {
				continue
			}
			found++
			if err := alert(ctx, tx, v, c, at); err != nil {
				return err
			}
		}
		return nil
	})
}

// citations are the passages that the versions in force stand on.
func citations(ctx context.Context, tx *sql.Tx) ([]cited, error) {
	rows, err := tx.QueryContext(ctx, `SELECT p.review, p.number, j.value FROM review r JOIN reply p ON p.review = r.id AND p.number = r.reply, json_each(p.sources) j
		WHERE p.sources <> '[]'`)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanCited)
}

func alert(ctx context.Context, tx *sql.Tx, v cited, c review.SheetChange, at time.Time) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO sheet_alert (at, review, number, kind, sheet, title, url, what, before, after, lost) VALUES (?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (review, number, kind, sheet, after) DO UPDATE SET lost = max(lost, excluded.lost)`,
		millis(at), v.review, v.number, c.Kind, c.Sheet, c.Title, c.URL, c.What, c.Before, c.After, slices.Contains(c.Lost, v.passage.Text))
	return err
}

// cited is a passage that a version stands on.
type cited struct {
	review  int64
	number  int
	passage review.Passage
}

func scanCited(r *sql.Rows) (c cited, err error) {
	var raw []byte
	if err := r.Scan(&c.review, &c.number, &raw); err != nil {
		return c, err
	}
	return c, json.Unmarshal(raw, &c.passage)
}

// Alerts reads the replies and drafts that cite a sheet which changed and that
// nobody looked at since, those that leave the house last first: what is
// already public weighs most.
func (s *Store) Alerts(ctx context.Context, limit int) ([]review.Alert, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT a.id, a.at, a.review, a.number, r.state, a.what, a.sheet, a.kind, a.title, a.url, a.before, a.after, a.lost
		FROM sheet_alert a JOIN review r ON r.id = a.review AND r.reply = a.number WHERE a.seen = 0
		ORDER BY r.state = 'exported' DESC, r.state = 'validated' DESC, a.lost DESC, a.id LIMIT ?`, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (a review.Alert, err error) {
		var at int64
		err = r.Scan(&a.ID, &at, &a.Review, &a.Number, &a.State, &a.What, &a.Sheet, &a.Kind, &a.Title, &a.URL, &a.Before, &a.After, &a.Lost)
		a.At = time.UnixMilli(at).UTC()
		return a, err
	})
	return all, explain(err)
}

// SeeAlert takes an alert off the list or puts it back; review.ErrNotFound
// where that changes nothing.
func (s *Store) SeeAlert(ctx context.Context, id int64, seen bool) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		return changeOne(ctx, tx, id, `UPDATE sheet_alert SET seen = ?2 WHERE id = ?1 AND seen <> ?2`, seen)
	})
}

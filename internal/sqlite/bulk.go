package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ecritoire/internal/review"
)

// ErrNothingToUndo is for an undo without an action on many before it.
var ErrNothingToUndo = &review.Error{Code: "nothing_to_undo", Kind: review.Refused,
	Message: review.Text{FR: "Il n’y a pas d’action groupée à annuler.", EN: "There is no action on many to undo."},
	Hint:    review.Text{FR: "Seule la dernière peut l’être, tant que ses avis n’ont pas changé depuis.", EN: "Only the last one can be, while its reviews have not changed since."}}

// Assign says who is to answer a review, "" for nobody. Another change in
// between is review.ErrConflict.
func (s *Store) Assign(ctx context.Context, id, version int64, name, by string, at time.Time) (r review.Review, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `UPDATE review SET assignee = ?, version = version + 1 WHERE id = ? AND version = ?`, name, id, version)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errOr(err, review.ErrConflict)
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
			SELECT id, ?, ?, state, state, ?, ?, reply FROM review WHERE id = ?`, millis(at), review.Assign, by, name, id)
		return err
	})
	if err != nil {
		return r, err
	}
	return s.Review(context.WithoutCancel(ctx), id)
}

func errOr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// Assignee is who is to answer a review, "" for nobody.
func (s *Store) Assignee(ctx context.Context, id int64) (name string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT assignee FROM review WHERE id = ?`, id).Scan(&name)
	return name, found(err, id)
}

// Preview counts the reviews that an action on many would change now.
func (s *Store) Preview(ctx context.Context, b review.Bulk) (n int, err error) {
	err = s.eachOf(ctx, b, func(some []int64) error { n += len(some); return nil })
	return n, explain(err)
}

// Do changes many reviews at once, all or none, and says how many. Those that
// the action is not open to are passed over. It takes the place of the action
// that UndoBulk would undo.
func (s *Store) Do(ctx context.Context, b review.Bulk) (n int, err error) {
	ids := []int64{}
	if err := s.eachOf(ctx, b, func(some []int64) error { ids = append(ids, some...); return nil }); err != nil {
		return 0, explain(err)
	}
	err = s.within(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM bulk`); err != nil {
			return err
		}
		for _, id := range ids {
			changed, err := doOne(ctx, tx, b, id)
			if err != nil {
				return err
			}
			n += changed
		}
		return nil
	})
	return n, err
}

// bulkOpen says which reviews an action on many is open to, by review's table of
// moves.
func bulkOpen(a review.BulkAction) string {
	switch a {
	case review.BulkDismiss:
		return ` AND state IN ('new','drafted') AND answered_elsewhere = 0`
	case review.BulkRestore:
		return ` AND state = 'dismissed'`
	}
	return ``
}

func doOne(ctx context.Context, tx *sql.Tx, b review.Bulk, id int64) (int, error) {
	was, set, to, reason := `assignee`, `assignee = ?2`, b.Assignee, b.Assignee
	action := review.Assign
	switch b.Action {
	case review.BulkDismiss:
		was, set, to, reason, action = `state`, `state = ?2`, string(review.Dismissed), b.Reason, review.Dismiss
	case review.BulkRestore:
		was, set, to, reason, action = `state`, `state = ?2`, string(review.New), b.Reason, review.Restore
	}
	open := bulkOpen(b.Action)
	res, err := tx.ExecContext(ctx, `INSERT INTO bulk (review, what, was, version) SELECT id, ?2, `+was+`, version + 1 FROM review WHERE id = ?1`+open, id, b.Action)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	if err != nil || n == 0 {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
		SELECT id, ?3, ?4, state, CASE WHEN ?5 THEN state ELSE ?2 END, ?6, ?7, reply FROM review WHERE id = ?1`,
		id, to, millis(b.At), action, b.Action == review.BulkAssign, b.By, reason); err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE review SET `+set+`, version = version + 1 WHERE id = ?1`, id, to)
	return 1, err
}

// UndoBulk takes the last action on many back, for the reviews that nobody
// changed since, and says how many.
func (s *Store) UndoBulk(ctx context.Context, by string, at time.Time) (n int, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
			SELECT r.id, ?, ?, r.state, CASE b.what WHEN 'assign' THEN r.state ELSE b.was END, ?, '', r.reply
			FROM bulk b JOIN review r ON r.id = b.review AND r.version = b.version`, millis(at), review.Unbulk, by)
		if err != nil {
			return err
		}
		changed, err := res.RowsAffected()
		if err != nil || changed == 0 {
			return errOr(err, ErrNothingToUndo)
		}
		n = int(changed)
		_, err = tx.ExecContext(ctx, `UPDATE review SET version = review.version + 1,
			assignee = CASE b.what WHEN 'assign' THEN b.was ELSE assignee END, state = CASE b.what WHEN 'assign' THEN state ELSE b.was END
			FROM bulk b WHERE b.review = review.id AND b.version = review.version`)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM bulk`)
		return err
	})
	return n, err
}

// bulkPage is how many reviews are looked at in one go.
const bulkPage = 500

// eachOf gives the ids that an action on many is open to, some at a time.
func (s *Store) eachOf(ctx context.Context, b review.Bulk, do func([]int64) error) error {
	if len(b.IDs) > 0 {
		rows, err := s.db.QueryContext(ctx, `SELECT id FROM review WHERE id IN (`+numbers(b.IDs)+`)`+bulkOpen(b.Action))
		if err != nil {
			return err
		}
		ids, err := collect(rows, scanID)
		if err != nil {
			return err
		}
		return do(ids)
	}
	f := b.Filter
	f.Limit, f.Sort, f.After = bulkPage, review.SortDeadline, ""
	for {
		page, err := s.Page(ctx, f)
		if err != nil {
			return err
		}
		ids := []int64{}
		for _, r := range page.Reviews {
			if mayBulk(b.Action, r) {
				ids = append(ids, r.ID)
			}
		}
		if err := do(ids); err != nil || page.Next == "" {
			return err
		}
		f.After = page.Next
	}
}

func mayBulk(a review.BulkAction, r review.Review) bool {
	switch a {
	case review.BulkDismiss:
		return r.May(review.Dismiss, false) == nil
	case review.BulkRestore:
		return r.State == review.Dismissed
	}
	return true
}

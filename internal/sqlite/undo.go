package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"ecritoire/internal/review"
)

// Undo puts back the state before a decision. A decision writes nothing but the
// state, a seal and a line of history, so that what was before is whole again:
// the version in force and the lines that say who submitted and who validated.
// A seal stays: somebody may have read what was sealed.
func (s *Store) Undo(ctx context.Context, m review.Move) (r review.Review, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error { return undo(ctx, tx, m) })
	if err != nil {
		return r, err
	}
	return s.Review(context.WithoutCancel(ctx), m.Review.ID)
}

func undo(ctx context.Context, tx *sql.Tx, m review.Move) error {
	last, err := lastStep(ctx, tx, m.Review.ID)
	if err != nil {
		return err
	}
	if !last.Action.Decision() {
		return review.ErrNothingToUndo
	}
	if err := guard(ctx, tx, m.Review, last.From); err != nil {
		return err
	}
	m.Action = review.Undo
	return remember(ctx, tx, m, last.From, last.Reply)
}

// lastStep is what last happened to the review itself: whom it is given to and
// when it is wanted change nothing of it. Without any it is empty.
func lastStep(ctx context.Context, tx *sql.Tx, id int64) (e review.Event, err error) {
	err = tx.QueryRowContext(ctx, `SELECT action, from_state, reply FROM history
		WHERE review = ? AND action NOT IN (?, ?, ?) ORDER BY id DESC LIMIT 1`, id, review.Assign, review.Snooze, review.Wake).Scan(&e.Action, &e.From, &e.Reply)
	if errors.Is(err, sql.ErrNoRows) {
		return e, nil
	}
	return e, err
}

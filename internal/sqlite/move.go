package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"ecritoire/internal/review"
)

// Advance takes one step of a review's life: the state, the version of the
// reply that the step writes and the line of history, in one transaction. It
// gives the review as it stands afterwards. Another writer in between is
// review.ErrConflict, and nothing is written.
func (s *Store) Advance(ctx context.Context, m review.Move) (r review.Review, err error) {
	to, err := m.Review.State.Next(m.Action)
	if err != nil {
		return r, err
	}
	err = s.within(ctx, func(tx *sql.Tx) error { return advance(ctx, tx, m, to) })
	if err != nil {
		return r, err
	}
	return s.Review(context.WithoutCancel(ctx), m.Review.ID) // it is done: a cancel now must not hide it
}

func advance(ctx context.Context, tx *sql.Tx, m review.Move, to review.State) error {
	if err := guard(ctx, tx, m.Review, to); err != nil {
		return err
	}
	number, err := writeReply(ctx, tx, m)
	if err == nil && m.Prefer > 0 {
		number, err = m.Prefer, prefer(ctx, tx, m.Review.ID, m.Prefer)
	}
	if err != nil {
		return err
	}
	if m.Action == review.Submit || m.Action == review.Validate {
		if _, err := tx.ExecContext(ctx, `UPDATE reply SET sealed = 1 WHERE review = ? AND number = ?`, m.Review.ID, number); err != nil {
			return err
		}
	}
	return remember(ctx, tx, m, to, number)
}

// guard moves the state only if nobody moved the review since it was read.
func guard(ctx context.Context, tx *sql.Tx, r review.Review, to review.State) error {
	res, err := tx.ExecContext(ctx, `UPDATE review SET state = ?, version = version + 1 WHERE id = ? AND state = ? AND version = ?`, to, r.ID, r.State, r.Version)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		return review.ErrConflict
	}
	return err
}

func remember(ctx context.Context, tx *sql.Tx, m review.Move, to review.State, number int) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply) VALUES (?,?,?,?,?,?,?,?)`,
		m.Review.ID, millis(m.At), m.Action, m.Review.State, to, m.By, m.Reason, number)
	return err
}

// prefer puts a version in force; review.ErrNotFound when there is none.
func prefer(ctx context.Context, tx *sql.Tx, id int64, number int) error {
	res, err := tx.ExecContext(ctx, `UPDATE review SET reply = ? WHERE id = ? AND EXISTS (SELECT 1 FROM reply WHERE review = ? AND number = ?)`, number, id, id, number)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		return review.ErrNotFound.Naming(strconv.Itoa(number))
	}
	return err
}

// Abandon ends a draft that failed, was stopped or was cut by a crash. What
// was written is kept as a partial version; where nothing was, the version
// before it is in force again, or the review is new.
func (s *Store) Abandon(ctx context.Context, r review.Review, reason string, at time.Time) (review.Review, error) {
	err := s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM reply WHERE review = ? AND partial = 1 AND sealed = 0 AND trim(body) = ''
			AND number = (SELECT reply FROM review WHERE id = ?)`, r.ID, r.ID)
		if err != nil {
			return err
		}
		if err := fallBack(ctx, tx, r.ID); err != nil {
			return err
		}
		action, to := review.Release, review.New
		if n, err := current(ctx, tx, r.ID); err != nil {
			return err
		} else if n > 0 {
			action, to = review.Keep, review.Drafted
		}
		return advance(ctx, tx, review.Move{Review: r, Action: action, Reason: reason, At: at}, to)
	})
	if err != nil {
		return r, err
	}
	return s.Review(context.WithoutCancel(ctx), r.ID)
}

// fallBack puts the version in force again that was so before the drafting,
// where the drafting left none.
func fallBack(ctx context.Context, tx *sql.Tx, id int64) error {
	_, err := tx.ExecContext(ctx, `UPDATE review SET reply = coalesce(
		(SELECT h.reply FROM history h JOIN reply p ON p.review = h.review AND p.number = h.reply
		 WHERE h.review = review.id AND h.action <> 'draft' ORDER BY h.id DESC LIMIT 1),
		(SELECT max(number) FROM reply WHERE review = review.id), 0)
		WHERE id = ? AND NOT EXISTS (SELECT 1 FROM reply WHERE review = review.id AND number = review.reply)`, id)
	return err
}

// MarkExported records that the reviews left for the platform, all or none.
func (s *Store) MarkExported(ctx context.Context, reviews []review.Review, by string, at time.Time) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		for _, r := range reviews {
			to := review.Exported
			if err := guard(ctx, tx, r, to); err != nil {
				return err
			}
			n, err := current(ctx, tx, r.ID)
			if err != nil {
				return err
			}
			if err := remember(ctx, tx, review.Move{Review: r, Action: review.Export, By: by, At: at}, to, n); err != nil {
				return err
			}
		}
		return nil
	})
}

func current(ctx context.Context, tx *sql.Tx, id int64) (n int, err error) {
	return n, tx.QueryRowContext(ctx, `SELECT reply FROM review WHERE id = ?`, id).Scan(&n)
}

// History reads the life of a review, oldest first, the last 1,000 lines.
func (s *Store) History(ctx context.Context, id int64) ([]review.Event, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT at, action, from_state, to_state, actor, reason, reply FROM
		(SELECT * FROM history WHERE review = ? ORDER BY id DESC LIMIT 1000) ORDER BY id`, id)
	if err != nil {
		return nil, explain(err)
	}
	return collect(rows, func(r *sql.Rows) (e review.Event, err error) {
		var at int64
		err = r.Scan(&at, &e.Action, &e.From, &e.To, &e.By, &e.Reason, &e.Reply)
		e.At = time.UnixMilli(at).UTC()
		return e, err
	})
}

// SubmittedBy is who last submitted the review, "" for nobody.
func (s *Store) SubmittedBy(ctx context.Context, id int64) (name string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT actor FROM history WHERE review = ? AND action = 'submit' ORDER BY id DESC LIMIT 1`, id).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return name, explain(err)
}

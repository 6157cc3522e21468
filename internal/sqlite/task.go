package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"ecritoire/internal/review"
)

const taskColumns = `t.review, r.title, t.state, t.ahead, t.tries, t.reason, t.writer, t.model, t.added_at`

// Enqueue puts tasks into the queue of drafts, in their order: at the head of
// their rank, or behind all others when that is the last rank. One that waits
// already never falls back to a later rank, one that had failed waits anew.
func (s *Store) Enqueue(ctx context.Context, tasks []review.Task, rank review.Rank) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		for i := range tasks {
			t := tasks[i]
			if rank < review.RankUsual {
				t = tasks[len(tasks)-1-i] // the last one put in front stands first
			}
			if err := enqueue(ctx, tx, t, rank); err != nil {
				return err
			}
		}
		return nil
	})
}

func enqueue(ctx context.Context, tx *sql.Tx, t review.Task, rank review.Rank) error {
	place, move := `(SELECT coalesce(max(position), 0) + 1 FROM task)`, ``
	if rank < review.RankUsual {
		place, move = `(SELECT coalesce(min(position), 0) - 1 FROM task)`, `OR state = 'waiting' AND excluded.rank <= rank`
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO task (review, state, rank, position, ahead, writer, model, added_at) VALUES (?, 'waiting', ?, `+place+`, ?, ?, ?, ?)
		ON CONFLICT (review) DO UPDATE SET ahead = min(ahead, excluded.ahead), writer = excluded.writer, model = excluded.model,
		  position = CASE WHEN state = 'failed' `+move+` THEN excluded.position ELSE position END,
		  rank     = CASE state WHEN 'failed' THEN excluded.rank ELSE min(rank, excluded.rank) END,
		  tries    = CASE state WHEN 'failed' THEN 0 ELSE tries END,
		  state    = CASE state WHEN 'failed' THEN 'waiting' ELSE state END`,
		t.Review, rank, t.Ahead, t.Writer, t.Model, millis(t.AddedAt))
	return err
}

// EnqueueNew puts every new review that is not in the queue of drafts behind
// the others, the one due first leading, and says how many.
func (s *Store) EnqueueNew(ctx context.Context, t review.Task) (added int, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error {
		// What was to be drafted ahead is asked for now.
		if _, err := tx.ExecContext(ctx, `UPDATE task SET ahead = 0`); err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, `INSERT INTO task (review, state, position, ahead, writer, model, added_at)
			SELECT id, 'waiting', (SELECT coalesce(max(position), 0) FROM task) + row_number() OVER (ORDER BY due_at, id), 0, ?, ?, ?
			FROM review WHERE state = 'new' AND id NOT IN (SELECT review FROM task)`, t.Writer, t.Model, millis(t.AddedAt))
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		added = int(n)
		return err
	})
	return added, err
}

// Raise puts the task of a review before all others, where it has one that
// waits.
func (s *Store) Raise(ctx context.Context, id int64) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE task SET rank = ?, position = (SELECT min(position) - 1 FROM task) WHERE review = ? AND state = 'waiting'`, review.RankNow, id)
		return err
	})
}

// TakeTask marks the first task that waits as running and gives it; ok is
// false when none waits or the queue of drafts is paused.
func (s *Store) TakeTask(ctx context.Context) (t review.Task, ok bool, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error {
		row := tx.QueryRowContext(ctx, `SELECT `+taskColumns+` FROM task t JOIN review r ON r.id = t.review
			WHERE t.state = 'waiting' AND (SELECT reason FROM pause) = '' ORDER BY t.rank, t.position, t.review LIMIT 1`)
		if err := readTask(row.Scan, &t); errors.Is(err, sql.ErrNoRows) {
			return nil
		} else if err != nil {
			return err
		}
		ok, t.State = true, review.TaskRunning
		_, err := tx.ExecContext(ctx, `UPDATE task SET state = 'running' WHERE review = ?`, t.Review)
		return err
	})
	return t, ok && err == nil, err
}

// PutBack lets a running task wait again, where it stood or behind all others.
// A reason counts as a try that failed.
func (s *Store) PutBack(ctx context.Context, id int64, reason string, last bool) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE task SET state = 'waiting', tries = tries + (?3 <> ''), reason = ?3,
			rank = CASE WHEN ?1 THEN ?2 ELSE rank END,
			position = CASE WHEN ?1 THEN (SELECT max(position) + 1 FROM task) ELSE position END WHERE review = ?4 AND state = 'running'`, last, review.RankUsual, reason, id)
		return err
	})
}

// FailTask ends a running task that cannot be done; it stays in sight.
func (s *Store) FailTask(ctx context.Context, id int64, reason string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE task SET state = 'failed', tries = tries + 1, reason = ? WHERE review = ? AND state = 'running'`, reason, id)
		return err
	})
}

// EndTask takes a task that was done out of the queue of drafts.
func (s *Store) EndTask(ctx context.Context, id int64) error {
	return s.drop(ctx, `review = ?`, id)
}

// DropTask takes a task that does not run out of the queue of drafts.
func (s *Store) DropTask(ctx context.Context, id int64) error {
	return s.drop(ctx, `review = ? AND state <> 'running'`, id)
}

// DropTasks empties the queue of drafts but for the task that runs; with
// ahead only what was to be drafted ahead of the agent's reading.
func (s *Store) DropTasks(ctx context.Context, ahead bool) error {
	if ahead {
		return s.drop(ctx, `state = 'waiting' AND ahead = 1`)
	}
	return s.drop(ctx, `state <> 'running'`)
}

func (s *Store) drop(ctx context.Context, where string, args ...any) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM task WHERE `+where, args...)
		return err
	})
}

// glance is how many tasks of each kind Tasks shows.
const glance = 50

// Tasks reads the queue of drafts at a glance; Left is not the store's to know.
func (s *Store) Tasks(ctx context.Context) (t review.Tasks, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT reason FROM pause), (SELECT count(*) FROM task WHERE state = 'waiting'), (SELECT count(*) FROM task WHERE state = 'failed')`).
		Scan(&t.Paused, &t.Waiting, &t.Failed)
	if err != nil {
		return t, explain(err)
	}
	running, err := s.tasksIn(ctx, review.TaskRunning, `ASC`)
	if err != nil {
		return t, err
	}
	if len(running) > 0 {
		t.Running = &running[0]
	}
	if t.Next, err = s.tasksIn(ctx, review.TaskWaiting, `ASC`); err != nil {
		return t, err
	}
	t.Failing, err = s.tasksIn(ctx, review.TaskFailed, `DESC`)
	return t, err
}

func (s *Store) tasksIn(ctx context.Context, state review.TaskState, order string) ([]review.Task, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+taskColumns+` FROM task t JOIN review r ON r.id = t.review
		WHERE t.state = ? ORDER BY t.rank `+order+`, t.position `+order+`, t.review `+order+` LIMIT ?`, state, glance)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (t review.Task, err error) { return t, readTask(r.Scan, &t) })
	return all, explain(err)
}

func readTask(scan func(...any) error, t *review.Task) error {
	var added int64
	err := scan(&t.Review, &t.Title, &t.State, &t.Ahead, &t.Tries, &t.Reason, &t.Writer, &t.Model, &added)
	t.AddedAt = time.UnixMilli(added).UTC()
	return err
}

// Pause stops the queue of drafts with a reason, or lets it go on with none.
func (s *Store) Pause(ctx context.Context, reason review.Pause) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE pause SET reason = ?`, reason)
		return err
	})
}

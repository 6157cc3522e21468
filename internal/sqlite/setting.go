package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ecritoire/internal/review"
)

// Settings reads every setting that was ever set.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT key, value FROM setting`)
	if err != nil {
		return nil, explain(err)
	}
	all := map[string]string{}
	_, err = collect(rows, func(r *sql.Rows) (key string, err error) {
		var value string
		err = r.Scan(&key, &value)
		all[key] = value
		return key, err
	})
	return all, explain(err)
}

// Set keeps one setting.
func (s *Store) Set(ctx context.Context, key, value string) error {
	return s.within(ctx, func(tx *sql.Tx) error { return set(ctx, tx, key, value) })
}

func set(ctx context.Context, tx *sql.Tx, key, value string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
	return err
}

// Redate keeps a setting that deadlines follow from and sets every deadline
// anew by the rule that it makes, both or neither: Import is given the same
// rule, and a later review must not be due earlier.
func (s *Store) Redate(ctx context.Context, key, value string, due func(written time.Time) time.Time) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		if err := set(ctx, tx, key, value); err != nil {
			return err
		}
		if err := unsettleLate(ctx, tx); err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, `SELECT DISTINCT written_at FROM review`)
		if err != nil {
			return err
		}
		moments, err := collect(rows, scanID)
		if err != nil {
			return err
		}
		if err := redate(ctx, tx, moments, due); err != nil {
			return err
		}
		return settleLate(ctx, tx, time.Now())
	})
}

func redate(ctx context.Context, tx *sql.Tx, moments []int64, due func(time.Time) time.Time) error {
	if _, err := tx.ExecContext(ctx, `CREATE TEMP TABLE deadline (written_at INTEGER PRIMARY KEY, due_at INTEGER NOT NULL)`); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO deadline (written_at, due_at) VALUES (?, ?)`)
	if err != nil {
		return err
	}
	for _, at := range moments {
		if _, err := insert.ExecContext(ctx, at, due(time.Unix(at, 0).UTC()).Unix()); err != nil {
			return err
		}
	}
	for _, q := range []string{
		`UPDATE review SET due_at = d.due_at FROM deadline d WHERE d.written_at = review.written_at AND d.due_at <> review.due_at`,
		`DROP TABLE deadline`,
	} {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

// Tallies reads what the figures are made of: one row per reply validated
// here, and the verdicts on all answered reviews.
func (s *Store) Tallies(ctx context.Context) (review.Tallies, error) {
	var t review.Tallies
	var err error
	if t.Replies, err = s.replyTallies(ctx); err != nil {
		return t, err
	}
	if t.Drafts, err = s.draftTallies(ctx); err != nil {
		return t, err
	}
	return t, explain(s.db.QueryRowContext(ctx, `SELECT
		count(*) FILTER (WHERE verdict = 'useful' AND state = 'exported' AND NOT answered_elsewhere),
		count(*) FILTER (WHERE verdict <> '' AND state = 'exported' AND NOT answered_elsewhere),
		count(*) FILTER (WHERE verdict = 'useful' AND answered_elsewhere),
		count(*) FILTER (WHERE verdict <> '' AND answered_elsewhere),
		coalesce(sum(visitors_useful), 0), coalesce(sum(visitors_useless), 0), count(*), count(*) FILTER (WHERE state = 'exported')
		FROM review`).Scan(&t.Ours.Useful, &t.Ours.N, &t.Earlier.Useful, &t.Earlier.N, &t.VisitorsUseful, &t.VisitorsUseless, &t.Reviews, &t.Answered))
}

func (s *Store) replyTallies(ctx context.Context) ([]review.ReplyTally, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT r.written_at, min(h.at), max(p.writer = 'ollama'), max(p.writer = 'trame')
		FROM review r JOIN history h ON h.review = r.id AND h.action = 'validate' JOIN reply p ON p.review = r.id
		WHERE r.state IN ('validated', 'exported') AND r.answered_elsewhere = 0 GROUP BY r.id`)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, scanTally)
	return all, explain(err)
}

func scanTally(rows *sql.Rows) (t review.ReplyTally, err error) {
	var written, validated int64
	var model, trame bool
	err = rows.Scan(&written, &validated, &model, &trame)
	t.At = time.UnixMilli(validated)
	t.Answering = t.At.Sub(time.Unix(written, 0))
	switch {
	case model:
		t.Writer = review.WriterOllama
	case trame:
		t.Writer = review.WriterTrame
	default:
		t.Writer = review.WriterHand
	}
	return t, err
}

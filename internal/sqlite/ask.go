package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// KeepAnswer stores a question with what was answered, and gives its id.
func (s *Store) KeepAnswer(ctx context.Context, a review.Answer) (id int64, err error) {
	said, err := json.Marshal(kept{a, a.Reason})
	if err != nil {
		return 0, err
	}
	return id, s.within(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO question (at, follows, text, answer) VALUES (?, nullif(?, 0), ?, ?)`, millis(a.At), a.Follows, a.Question, string(said))
		if err == nil {
			id, err = res.LastInsertId()
		}
		return err
	})
}

// kept is an answer as it is stored: its reason in both languages.
type kept struct {
	review.Answer
	Reason review.Text `json:"reason"`
}

// Answers reads the history of questions, the newest first, before the id
// given (0 for the newest of all).
func (s *Store) Answers(ctx context.Context, before int64, limit int) ([]review.Answer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, answer FROM question WHERE ? = 0 OR id < ? ORDER BY id DESC LIMIT ?`, before, before, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (review.Answer, error) { return scanAnswer(r.Scan) })
	return all, explain(err)
}

// Answer reads one question with its answer; review.ErrNotFound without it.
func (s *Store) Answer(ctx context.Context, id int64) (review.Answer, error) {
	a, err := scanAnswer(s.db.QueryRowContext(ctx, `SELECT id, answer FROM question WHERE id = ?`, id).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return a, review.ErrNotFound.Naming(strconv.FormatInt(id, 10))
	}
	return a, explain(err)
}

func scanAnswer(scan func(...any) error) (review.Answer, error) {
	var id int64
	var said []byte
	k := kept{}
	if err := scan(&id, &said); err != nil {
		return k.Answer, err
	}
	err := json.Unmarshal(said, &k)
	k.Answer.ID, k.Answer.Reason = id, k.Reason
	return k.Answer, err
}

// ForgetAnswers empties the history of questions; the list of missing sheets
// stays.
func (s *Store) ForgetAnswers(ctx context.Context) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM question`)
		return err
	})
}

// Miss puts a question on the list of missing sheets, or counts it once more;
// id is the review that asks it, 0 for an agent's question. A review counts
// once. One that was closed opens again.
func (s *Store) Miss(ctx context.Context, question string, id int64, at time.Time) error {
	words := reading.Stems(question)
	slices.Sort(words)
	key := strings.Join(slices.Compact(words), " ")
	return s.within(ctx, func(tx *sql.Tx) error {
		var missing int64
		err := tx.QueryRowContext(ctx, `INSERT INTO missing_sheet (question, words, asked, first_at, last_at) VALUES (?, ?, 0, ?, ?)
			ON CONFLICT (words) DO UPDATE SET last_at = excluded.last_at, closed = 0 RETURNING id`, question, key, millis(at), millis(at)).Scan(&missing)
		if err != nil {
			return err
		}
		if id != 0 {
			res, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO missing_review (missing, review) VALUES (?, ?)`, missing, id)
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err != nil || n == 0 {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `UPDATE missing_sheet SET asked = asked + 1 WHERE id = ?`, missing)
		return err
	})
}

// missingReviews bounds the reviews listed with a missing sheet.
const missingReviews = 20

// Missing reads the questions that no sheet covers, the most asked first.
func (s *Store) Missing(ctx context.Context, limit int) ([]review.Missing, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, question, asked, first_at, last_at,
		(SELECT coalesce(group_concat(review), '') FROM (SELECT review FROM missing_review WHERE missing = missing_sheet.id ORDER BY review DESC LIMIT ?))
		FROM missing_sheet WHERE closed = 0 ORDER BY asked DESC, last_at DESC, id LIMIT ?`, missingReviews, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, scanMissing)
	return all, explain(err)
}

func scanMissing(r *sql.Rows) (m review.Missing, err error) {
	var first, last int64
	var reviews string
	err = r.Scan(&m.ID, &m.Question, &m.Asked, &first, &last, &reviews)
	m.FirstAt, m.LastAt, m.Reviews = time.UnixMilli(first).UTC(), time.UnixMilli(last).UTC(), []int64{}
	for id := range strings.SplitSeq(reviews, ",") {
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			m.Reviews = append(m.Reviews, n)
		}
	}
	return m, err
}

// CloseMissing takes a question off the list, as its sheet was written or it
// needs none, or puts it back; review.ErrNotFound where that changes nothing.
func (s *Store) CloseMissing(ctx context.Context, id int64, closed bool) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		return changeOne(ctx, tx, id, `UPDATE missing_sheet SET closed = ?2 WHERE id = ?1 AND closed <> ?2`, closed)
	})
}

// changeOne runs a statement on the row of that id; review.ErrNotFound where
// it changes none.
func changeOne(ctx context.Context, tx *sql.Tx, id int64, statement string, to any) error {
	res, err := tx.ExecContext(ctx, statement, id, to)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		err = review.ErrNotFound.Naming(strconv.FormatInt(id, 10))
	}
	return err
}

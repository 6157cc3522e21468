package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

const columns = `id, source, external_id, state, version, written_at, due_at, title, text, author, sentiment, answered_elsewhere, details`

// ErrCursor is for a cursor that no page gave.
var ErrCursor = &review.Error{Code: "cursor", Kind: review.Misused,
	Message: review.Text{FR: "Ce curseur de page n’est pas valable.", EN: "This page cursor is not valid."},
	Hint:    review.Text{FR: "Reprenez celui que la page précédente a donné.", EN: "Use the one that the page before gave."}}

// Page reads one page of the queue, oldest deadline first. Each state is read
// by its own stretch of the index, so that a page costs the same anywhere.
func (s *Store) Page(ctx context.Context, f review.Filter) (review.Page, error) {
	query, args, err := pageQuery(f)
	if err != nil {
		return review.Page{}, err
	}
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return review.Page{}, explain(err)
	}
	all, err := collect(rows, scanReview)
	if err != nil {
		return review.Page{}, explain(err)
	}
	page := review.Page{Reviews: all}
	if len(all) == f.Limit {
		last := all[len(all)-1]
		page.Next = fmt.Sprintf("%d.%d", last.DueAt.Unix(), last.ID)
	}
	return page, nil
}

func pageQuery(f review.Filter) (string, []any, error) {
	where, shared, err := conditions(f)
	if err != nil {
		return "", nil, err
	}
	states := f.States
	if len(states) == 0 {
		states = review.States()
	}
	parts, args := []string{}, []any{}
	for _, state := range states {
		parts = append(parts, `SELECT * FROM (SELECT `+columns+` FROM review WHERE state = ?`+where+` ORDER BY due_at, id LIMIT ?)`)
		args = append(append(append(args, state), shared...), f.Limit)
	}
	return strings.Join(parts, " UNION ALL ") + ` ORDER BY due_at, id LIMIT ?`, append(args, f.Limit), nil
}

func conditions(f review.Filter) (string, []any, error) {
	where, args := "", []any{}
	if f.After != "" {
		due, id, err := parseCursor(f.After)
		if err != nil {
			return "", nil, err
		}
		where, args = where+` AND (due_at, id) > (?, ?)`, append(args, due, id)
	}
	if !f.Overdue.IsZero() {
		where, args = where+` AND due_at < ?`, append(args, f.Overdue.Unix())
	}
	if f.Search != "" {
		where, args = where+` AND id IN (SELECT rowid FROM review_words WHERE review_words MATCH ?)`, append(args, match(f.Search))
	}
	return where, args, nil
}

func parseCursor(c string) (due, id int64, err error) {
	a, b, _ := strings.Cut(c, ".")
	due, err1 := strconv.ParseInt(a, 10, 64)
	id, err2 := strconv.ParseInt(b, 10, 64)
	if err := errors.Join(err1, err2); err != nil {
		return 0, 0, ErrCursor.With(err)
	}
	return due, id, nil
}

// match makes a full-text question of what the agent typed: every word's
// stem, the last one as a prefix since it may still be being typed.
func match(search string) string {
	words := reading.Stems(search)
	for i, w := range words {
		words[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
	}
	if len(words) == 0 {
		return `""`
	}
	return strings.Join(words, " ") + "*"
}

func scanReview(rows *sql.Rows) (r review.Review, err error) {
	return r, readReview(rows.Scan, &r)
}

func readReview(scan func(...any) error, r *review.Review) error {
	var written, due int64
	var d string
	if err := scan(&r.ID, &r.Source, &r.ExternalID, &r.State, &r.Version, &written, &due, &r.Title, &r.Text, &r.Author, &r.Sentiment, &r.AnsweredElsewhere, &d); err != nil {
		return err
	}
	r.WrittenAt, r.DueAt = time.Unix(written, 0).UTC(), time.Unix(due, 0).UTC()
	return unpack(r, d)
}

// Review reads one review; review.ErrNotFound when there is none.
func (s *Store) Review(ctx context.Context, id int64) (r review.Review, err error) {
	row := s.db.QueryRowContext(ctx, `SELECT `+columns+` FROM review WHERE id = ?`, id)
	return r, found(readReview(row.Scan, &r), id)
}

func found(err error, id int64) error {
	if errors.Is(err, sql.ErrNoRows) {
		return review.ErrNotFound.Naming(strconv.FormatInt(id, 10))
	}
	return explain(err)
}

// Counts reads the counters; late is what is not yet validated and was due
// before now.
func (s *Store) Counts(ctx context.Context, now time.Time) (review.Counts, error) {
	c := review.Counts{ByState: map[review.State]int{}}
	rows, err := s.db.QueryContext(ctx, `SELECT state, n FROM state_count`)
	if err != nil {
		return c, explain(err)
	}
	_, err = collect(rows, func(r *sql.Rows) (n int, err error) {
		var state review.State
		err = r.Scan(&state, &n)
		c.ByState[state] = n
		return n, err
	})
	if err != nil {
		return c, explain(err)
	}
	return c, explain(s.db.QueryRowContext(ctx, `SELECT count(*) FROM review WHERE state IN ('new','drafting','drafted','submitted') AND due_at < ?`, now.Unix()).Scan(&c.Late))
}

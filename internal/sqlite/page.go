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

// Page reads one page of the queue. It goes on from its cursor in the order
// of an index, so that a page costs the same anywhere.
func (s *Store) Page(ctx context.Context, f review.Filter) (review.Page, error) {
	at, err := readCursor(f)
	if err != nil || f.Skip > 0 && !at.none {
		return review.Page{}, errOr(err, ErrCursor)
	}
	l := listing{ctx: ctx, db: s.db, filter: f, query: reading.ReadQuery(f.Search), at: at}
	if err := l.read(); err != nil {
		return review.Page{}, explain(err)
	}
	page := review.Page{Reviews: l.found}
	if len(l.found) == f.Limit {
		page.Next = l.at.of(l.found[len(l.found)-1])
	}
	return page, nil
}

// cursor is the place of the last row that was given: the sentiment's rank in
// the order by sentiment, and the row's keys, as review.Behind writes them.
// none is before the first.
type cursor struct {
	rank             int
	due, written, id int64
	none             bool
}

func (c cursor) of(r review.Review) string {
	return fmt.Sprintf("%d.%d.%d.%d", c.rank, r.DueAt.Unix(), r.WrittenAt.Unix(), r.ID)
}

func readCursor(f review.Filter) (cursor, error) {
	if f.After == "" {
		return cursor{none: true}, nil
	}
	parts := strings.Split(f.After, ".")
	if len(parts) != 4 {
		return cursor{}, ErrCursor
	}
	n := make([]int64, 4)
	for i, p := range parts {
		var err error
		if n[i], err = strconv.ParseInt(p, 10, 64); err != nil {
			return cursor{}, ErrCursor.With(err)
		}
	}
	if n[0] < 0 || n[0] >= int64(len(byMood)) {
		return cursor{}, ErrCursor
	}
	return cursor{rank: int(n[0]), due: n[1], written: n[2], id: n[3]}, nil
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

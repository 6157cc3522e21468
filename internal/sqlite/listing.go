package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// byMood is the order of review.SortSentiment; cursors hold its indexes.
var byMood = []review.Sentiment{review.Negative, review.Neutral, "", review.Positive}

// streamsMost bounds how many stretches of an index one page merges; with more
// combinations than that the filter takes much of the queue, and walking the
// queue finds a page soon.
const streamsMost = 64

// listing is one page under way: what is asked, from where, and what was found.
type listing struct {
	ctx    context.Context
	db     *sql.DB
	filter review.Filter
	query  reading.Query
	at     cursor
	found  []review.Review
}

func (l *listing) read() error {
	l.found = []review.Review{}
	if l.filter.Sort != review.SortSentiment {
		return l.fill(l.filter)
	}
	for asked := l.filter.Sentiments; l.at.rank < len(byMood); l.at = (cursor{rank: l.at.rank + 1, none: true}) {
		f := l.filter
		f.Sentiments = byMood[l.at.rank : l.at.rank+1]
		if !among(asked, f.Sentiments[0]) {
			continue
		}
		if err := l.fill(f); err != nil || len(l.found) == f.Limit {
			return err
		}
	}
	l.at.rank--
	return nil
}

// fill adds what f finds, as far as the page has room.
func (l *listing) fill(f review.Filter) error {
	f.Limit -= len(l.found)
	all, err := loadFacets(l.ctx, l.db)
	if err != nil {
		return err
	}
	taken, every := all.taken(f)
	if !every && len(taken) == 0 || f.Search != "" && len(l.query.Terms) == 0 {
		return nil
	}
	w, err := l.within(f, taken, every)
	if err != nil {
		return err
	}
	if f.Search == "" {
		return l.add(w.page(l.at), readReviews)
	}
	return l.search(w)
}

// add reads what a question finds and keeps what read takes of it.
func (l *listing) add(q question, read func(*sql.Rows) ([]review.Review, error)) error {
	rows, err := l.db.QueryContext(l.ctx, q.text, q.args...)
	if err != nil {
		return err
	}
	more, err := read(rows)
	l.found = append(l.found, more...)
	return err
}

func readReviews(rows *sql.Rows) ([]review.Review, error) { return collect(rows, scanReview) }

// question is a piece of SQL with what its marks stand for.
type question struct {
	text string
	args []any
}

func (q *question) and(text string, args ...any) {
	q.text, q.args = q.text+" AND "+text, append(q.args, args...)
}

// way is how a filter is answered: an index with its fixed columns, the
// combinations that lead their own stretches of it, and what is left to look
// at row by row.
type way struct {
	index  string
	fixed  question
	each   []int64 // facets, one stretch each; none: one stretch for each state
	left   question
	states []review.State
	last   int64 // seconds: nothing written later is asked for
	filter review.Filter
}

func (l *listing) within(f review.Filter, taken []int64, every bool) (w way, err error) {
	w = way{filter: f, states: f.States, last: maxSeconds}
	if len(w.states) == 0 {
		w.states = review.States()
	}
	if !f.Overdue.IsZero() {
		if w.last, err = l.lastDue(w.states, f.Overdue); err != nil {
			return w, err
		}
		w.left.and(`due_at < ?`, f.Overdue.Unix())
	}
	w.choose(f, taken, every)
	return w, nil
}

// choose takes the index that leaves least, and lists the other conditions.
func (w *way) choose(f review.Filter, taken []int64, every bool) {
	for _, c := range []struct {
		asked bool
		index string
		cond  string
		args  []any
	}{
		{f.TwinOf > 0, "review_twin", `twin > 0 AND twin = (SELECT twin FROM review WHERE id = ?)`, []any{f.TwinOf}},
		{f.Assignee != "", "review_assignee", `assignee <> '' AND assignee = ?`, []any{f.Assignee}},
		{f.Findings, "review_findings", `findings > 0`, nil},
		{f.Structure != "", "review_structure", `structure <> '' AND structure = ?`, []any{f.Structure}},
		{f.Twins, "review_twins", `twin > 0`, nil},
	} {
		switch {
		case !c.asked:
		case w.index == "":
			w.index = c.index
			w.fixed.and(c.cond, c.args...)
		default:
			w.left.and(c.cond, c.args...)
		}
	}
	if f.Unassigned {
		w.left.and(`assignee = ''`)
	}
	switch {
	case !every && w.index == "" && len(taken)*len(w.states) <= streamsMost:
		w.index, w.each = "review_facet", taken
	case !every:
		w.left.and(`facet IN (` + numbers(taken) + `)`)
	}
	if w.index == "" {
		w.index = "review_queue"
	}
}

func numbers(ids []int64) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = fmt.Sprint(id)
	}
	return strings.Join(all, ",")
}

const maxSeconds = 1<<39 - 1

// lastDue is when the last review was written that was due before a moment: a
// later one is never due earlier.
func (l *listing) lastDue(states []review.State, due time.Time) (last int64, err error) {
	last = -maxSeconds
	for _, state := range states {
		rows, err := l.db.QueryContext(l.ctx, `SELECT written_at FROM review INDEXED BY review_queue WHERE state = ? AND due_at < ?
			ORDER BY due_at DESC, written_at DESC LIMIT 1`, state, due.Unix())
		if err != nil {
			return 0, err
		}
		one, err := collect(rows, func(r *sql.Rows) (w int64, err error) { return w, r.Scan(&w) })
		if err != nil {
			return 0, err
		}
		last = slices.Max(append(one, last))
	}
	return last, nil
}

// page asks for the rows after a cursor.
func (w way) page(at cursor) question {
	parts, q := []string{}, question{}
	for _, state := range w.states {
		facets := w.each
		if len(facets) == 0 {
			facets = []int64{0}
		}
		for _, facet := range facets {
			s := w.stream(at, state, facet)
			parts, q.args = append(parts, `SELECT * FROM (`+s.text+`)`), append(q.args, s.args...)
		}
	}
	down := w.down()
	q.text = `SELECT ` + columns + ` FROM (` + strings.Join(parts, ` UNION ALL `) + ` ORDER BY w` + down + `, i` + down + ` LIMIT ?) CROSS JOIN review ON id = i ORDER BY w` + down + `, i` + down
	q.args = append(q.args, w.filter.Limit)
	return q
}

func (w way) down() string {
	if w.filter.Sort == review.SortNewest {
		return " DESC"
	}
	return ""
}

// stream asks for the keys of one stretch of the index, in its order.
func (w way) stream(at cursor, state review.State, facet int64) question {
	q := question{`SELECT written_at w, id i FROM review INDEXED BY ` + w.index + ` WHERE state = ?` + w.fixed.text, append([]any{state}, w.fixed.args...)}
	if len(w.each) > 0 {
		q.and(`facet = ?`, facet)
	}
	than, down := " > ", w.down()
	if down != "" {
		than = " < "
	}
	order := `written_at` + down + `, id` + down
	if w.index == "review_queue" {
		order = `due_at` + down + `, ` + order
	}
	switch {
	case at.none:
	case w.index == "review_queue":
		q.and(`(due_at, written_at, id)`+than+`(?, ?, ?)`, at.due, at.written, at.id)
	default:
		q.and(`(written_at, id)`+than+`(?, ?)`, at.written, at.id)
	}
	if w.last < maxSeconds && w.index != "review_queue" {
		q.and(`written_at <= ?`, w.last)
	}
	q.text, q.args = q.text+w.left.text, append(q.args, w.left.args...)
	q.text, q.args = q.text+` ORDER BY `+order+` LIMIT ?`, append(q.args, w.filter.Limit)
	return q
}

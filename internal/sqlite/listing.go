package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

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
		f.Skip = l.filter.Skip
		if over, err := l.passOver(f); err != nil {
			return err
		} else if over {
			continue
		}
		if err := l.fill(f); err != nil || len(l.found) == f.Limit {
			return err
		}
	}
	l.at.rank--
	return nil
}

// passOver takes a mood off what is to be skipped when it lies wholly there;
// else the skipping ends in it.
func (l *listing) passOver(f review.Filter) (bool, error) {
	if f.Skip == 0 {
		return false, nil
	}
	in, err := l.count(f, f.Skip+1)
	if err != nil || in > f.Skip {
		l.filter.Skip = 0
		return false, err
	}
	l.filter.Skip -= in
	return true, nil
}

// fill adds what f finds, as far as the page has room, after what is skipped.
func (l *listing) fill(f review.Filter) error {
	f.Limit -= len(l.found)
	w, some, err := l.way(f)
	switch {
	case err != nil || !some:
		return err
	case f.Search != "":
		return l.search(w)
	}
	if err := l.jump(&w); err != nil {
		return err
	}
	return l.add(w.page(l.at), readReviews)
}

// way is how f is answered; false where nothing can be found.
func (l *listing) way(f review.Filter) (w way, some bool, err error) {
	taken, every, err := l.facets(f)
	if err != nil {
		return w, false, err
	}
	if !every && len(taken) == 0 || f.Search != "" && len(l.query.Terms) == 0 {
		return w, false, nil
	}
	w, err = l.within(f, taken, every)
	return w, true, err
}

// facets lists the combinations that a filter takes; every is true where it
// takes any, and then none is read.
func (l *listing) facets(f review.Filter) (taken []int64, every bool, err error) {
	if takesEveryFacet(f) {
		return nil, true, nil
	}
	all, err := loadFacets(l.ctx, l.db)
	taken, every = all.taken(f)
	return taken, every, err
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
	span   span
	filter review.Filter
}

func (l *listing) within(f review.Filter, taken []int64, every bool) (w way, err error) {
	w = way{filter: f, states: f.States}
	if len(w.states) == 0 {
		w.states = review.States()
	}
	if w.span, err = l.spanOf(w.states, f); err != nil {
		return w, err
	}
	if !f.Overdue.IsZero() {
		w.left.and(`due_at < ?`, f.Overdue.Unix())
	}
	if !f.Awake.IsZero() {
		w.left.and(`id NOT IN (SELECT review FROM snooze WHERE until > ?)`, f.Awake.Unix())
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
	case !every && w.index == "" && f.Asleep.IsZero() && len(taken)*len(w.states) <= streamsMost:
		w.index, w.each = "review_facet", taken
	case !every:
		w.left.and(`facet IN (` + numbers(taken) + `)`)
	}
	if w.index == "" {
		w.index = "review_queue"
	}
	if !f.Asleep.IsZero() {
		w.index = "" // few: looked up one by one
		w.left.and(`id IN (SELECT review FROM snooze WHERE until > ?)`, f.Asleep.Unix())
	}
}

func numbers(ids []int64) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = fmt.Sprint(id)
	}
	return strings.Join(all, ",")
}

// page asks for the rows after a cursor.
func (w way) page(at cursor) question {
	down := w.down()
	keys := w.streams(func(state review.State, facet int64) question { return w.after(at, state, facet) })
	return question{`SELECT ` + columns + ` FROM (` + keys.text + ` ORDER BY w` + down + `, i` + down + ` LIMIT ? OFFSET ?) CROSS JOIN review ON id = i ORDER BY w` + down + `, i` + down,
		append(keys.args, w.filter.Limit, w.filter.Skip)}
}

// streams puts one question for each stretch of the index together.
func (w way) streams(of func(review.State, int64) question) (q question) {
	parts, facets := []string{}, w.each
	if len(facets) == 0 {
		facets = []int64{0}
	}
	for _, state := range w.states {
		for _, facet := range facets {
			s := of(state, facet)
			parts, q.args = append(parts, `SELECT * FROM (`+s.text+`)`), append(q.args, s.args...)
		}
	}
	q.text = strings.Join(parts, ` UNION ALL `)
	return q
}

func (w way) down() string {
	if w.filter.Sort == review.SortNewest {
		return " DESC"
	}
	return ""
}

// stretch asks for the keys of one stretch of the index.
func (w way) stretch(state review.State, facet int64) question {
	return w.asking(`written_at w, id i`, state, facet)
}

func (w way) asking(what string, state review.State, facet int64) question {
	q := question{`SELECT ` + what + ` FROM review ` + w.by() + ` WHERE state = ?` + w.fixed.text, append([]any{state}, w.fixed.args...)}
	if len(w.each) > 0 {
		q.and(`facet = ?`, facet)
	}
	w.span.within(&q, w.index)
	q.text, q.args = q.text+w.left.text, append(q.args, w.left.args...)
	return q
}

// after asks for the keys of one stretch behind a cursor, in their order.
func (w way) after(at cursor, state review.State, facet int64) question {
	q := w.stretch(state, facet)
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
	q.text, q.args = q.text+` ORDER BY `+order+` LIMIT ?`, append(q.args, w.filter.Skip+w.filter.Limit)
	return q
}

func (w way) by() string {
	if w.index == "" {
		return "NOT INDEXED"
	}
	return "INDEXED BY " + w.index
}

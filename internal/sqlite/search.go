package sqlite

import (
	"database/sql"
	"errors"
	"strings"
	"unicode/utf8"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// What one step of each way costs, in microseconds, as measured at a million
// reviews: only their proportion matters.
const (
	costHit    = 6.0  // a review found in the index, looked up
	costStep   = 0.5  // a place in the index that was stepped over
	costWalked = 25.0 // a review of the queue, read and matched
)

const (
	// expandMost is how many words a beginning may stand for in a question that
	// names them all, which the index answers in order as it goes; for more it
	// gathers all their hits first.
	expandMost = 24
	// walkFirst and walkMost bound how many rows of the queue are read at once.
	walkFirst, walkMost = 200, 1600
)

// search answers a filter with words in the cheaper of two ways: from the
// full-text index, whose hits come in the queue's order, looking each up; or
// along the queue, reading each text. A rare word is found at once in the
// first, a common one in either, a common one in a small state in the second.
func (l *listing) search(w way) error {
	e, err := l.estimate(w)
	if err != nil {
		return err
	}
	if e.indexed <= e.walked {
		return l.add(l.hits(w, e.match), readReviews)
	}
	return l.walk(w)
}

// hits asks the full-text index for the rows after the cursor.
func (l *listing) hits(w way, match string) question {
	q := w.matching(columns, match)
	down := w.down()
	switch {
	case l.at.none:
	case down != "":
		q.and(`s.rowid < ?`, l.at.written<<seatBits|l.at.id)
	default:
		q.and(`s.rowid > ?`, l.at.written<<seatBits|l.at.id)
	}
	q.text, q.args = q.text+` ORDER BY s.rowid`+down+` LIMIT ? OFFSET ?`, append(q.args, w.filter.Limit, w.filter.Skip)
	return q
}

// matching asks the full-text index for what a filter with words finds.
func (w way) matching(what, match string) question {
	q := question{`SELECT ` + what + ` FROM review_stems s CROSS JOIN review ON id = s.rowid & 16777215 WHERE review_stems MATCH ?`, []any{match}}
	w.span.seats(&q)
	if len(w.filter.States) > 0 {
		states := []any{}
		for _, state := range w.filter.States {
			states = append(states, state)
		}
		q.and(`state IN (`+marks(len(states))+`)`, states...)
	}
	if len(w.each) > 0 {
		q.and(`facet IN (` + numbers(w.each) + `)`)
	}
	q.text, q.args = q.text+w.fixed.text+w.left.text, append(append(q.args, w.fixed.args...), w.left.args...)
	return q
}

// walk reads along the queue and keeps what matches.
func (l *listing) walk(w way) error {
	room, skip, at := w.filter.Limit, w.filter.Skip, l.at
	w.filter.Skip = 0
	for w.filter.Limit = walkFirst; ; w.filter.Limit = min(2*w.filter.Limit, walkMost) {
		read := 0
		err := l.add(w.page(at), func(rows *sql.Rows) (some []review.Review, err error) {
			defer func() { err = errors.Join(err, rows.Close()) }()
			for room > 0 && rows.Next() {
				read++
				r, ok, err := l.matches(rows, &at)
				if err != nil {
					return nil, err
				}
				switch {
				case ok && skip > 0:
					skip--
				case ok:
					some, room = append(some, r), room-1
				}
			}
			return some, rows.Err()
		})
		if err != nil || room == 0 || read < w.filter.Limit {
			return err
		}
	}
}

// matches reads a row and tells whether the query matches it; the cursor
// moves on to it.
func (l *listing) matches(rows *sql.Rows, at *cursor) (r review.Review, ok bool, err error) {
	if r, err = scanReview(rows); err != nil {
		return r, false, err
	}
	at.due, at.written, at.id, at.none = r.DueAt.Unix(), r.WrittenAt.Unix(), r.ID, false
	return r, l.query.Matches(reading.Stems(r.Title + "\n" + r.Text)), nil
}

// estimate weighs the two ways, in microseconds, and gives the question for
// the full-text index; where it has none, as only words to leave out are
// named, without asks for what has one of them.
type estimate struct {
	indexed, walked float64
	match, without  string
}

func (l *listing) estimate(w way) (e estimate, err error) {
	total, inStates, err := l.sizes(w.states)
	if err != nil || total == 0 {
		return e, err
	}
	share, rarest, gathered := 1.0, total, 0.0
	yes, no := []string{}, []string{}
	for _, t := range l.query.Terms {
		o, err := l.odds(t, total)
		if err != nil {
			return e, err
		}
		if t.Not {
			no = append(no, o.match)
			continue
		}
		yes, gathered = append(yes, o.match), gathered+o.gathered
		share, rarest = share*o.share, min(rarest, o.rarest)
	}
	limit := float64(w.filter.Skip + w.filter.Limit)
	hits := share * total
	visited := min(hits, limit*total/max(inStates, 1))
	e.indexed = visited*costHit + gathered*costStep + rarest*costStep*visited/max(hits, 1)
	e.walked = min(inStates, limit/max(share, 1/total)) * costWalked
	if len(yes) == 0 {
		e.indexed = e.walked + 1 // the index cannot tell what lacks a word
		e.without = strings.Join(no, " OR ")
		return e, nil
	}
	e.match = joinQuestion(yes, no)
	return e, nil
}

func joinQuestion(yes, no []string) string {
	match := strings.Join(yes, " AND ")
	for _, n := range no {
		match = "(" + match + ") NOT " + n
	}
	return match
}

func (l *listing) sizes(states []review.State) (total, in float64, err error) {
	args := []any{}
	for _, state := range states {
		args = append(args, state)
	}
	err = l.db.QueryRowContext(l.ctx, `SELECT total(n), total(n) FILTER (WHERE state IN (`+marks(len(args))+`)) FROM state_count`, args...).Scan(&total, &in)
	return total, in, err
}

// odds is what is known of a term: in which share of the reviews it stands,
// about; in how many its rarest word does; how many places must be gathered
// before the first hit; and how the index is asked for it.
type odds struct {
	share, rarest, gathered float64
	match                   string
}

func (l *listing) odds(t reading.Term, total float64) (odds, error) {
	o := odds{share: 1, rarest: total, match: phrase(t.Stems)}
	last := len(t.Stems) - 1
	for i, stem := range t.Stems {
		if i == last && t.Prefix {
			break
		}
		docs, err := l.docs(stem)
		if err != nil {
			return o, err
		}
		o.share, o.rarest = o.share*docs/total, min(o.rarest, docs)
	}
	if !t.Prefix {
		return o, nil
	}
	return o, l.beginning(t, total, &o)
}

func (l *listing) docs(stem string) (docs float64, err error) {
	err = l.db.QueryRowContext(l.ctx, `SELECT docs FROM stem WHERE stem = ?`, stem).Scan(&docs)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return docs, err
}

// beginning adds what is known of the words that a beginning stands for.
func (l *listing) beginning(t reading.Term, total float64, o *odds) error {
	start := t.Stems[len(t.Stems)-1]
	words, docs := 0, 0.0
	const range_ = ` FROM stem WHERE stem >= ?1 AND stem < ?1 || ?2`
	if err := l.db.QueryRowContext(l.ctx, `SELECT count(*), total(docs)`+range_, start, string(utf8.MaxRune)).Scan(&words, &docs); err != nil {
		return err
	}
	o.share, o.rarest = o.share*min(docs/total, 1), min(o.rarest, docs)
	if words == 0 || words > expandMost {
		o.match, o.gathered = o.match+" *", docs
		return l.ahead(t, total, o)
	}
	rows, err := l.db.QueryContext(l.ctx, `SELECT stem`+range_, start, string(utf8.MaxRune))
	if err != nil {
		return err
	}
	all, err := collect(rows, func(r *sql.Rows) (p string, err error) {
		var stem string
		err = r.Scan(&stem)
		return phrase(append(t.Stems[:len(t.Stems)-1:len(t.Stems)-1], stem)), err
	})
	o.match = "(" + strings.Join(all, " OR ") + ")"
	return errors.Join(err, l.ahead(t, total, o))
}

// ahead adds the shorter stems that a word half typed may end in.
func (l *listing) ahead(t reading.Term, total float64, o *odds) error {
	before := t.Stems[: len(t.Stems)-1 : len(t.Stems)-1]
	for _, stem := range t.Ahead {
		docs, err := l.docs(stem)
		if err != nil {
			return err
		}
		if docs == 0 {
			continue
		}
		o.match = "(" + o.match + " OR " + phrase(append(before, stem)) + ")"
		o.share, o.rarest = min(1, o.share+docs/total), max(o.rarest, docs)
	}
	return nil
}

// phrase asks for stems in a row.
func phrase(stems []string) string {
	return `"` + strings.ReplaceAll(strings.Join(stems, " "), `"`, `""`) + `"`
}

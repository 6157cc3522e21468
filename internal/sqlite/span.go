package sqlite

import (
	"slices"
	"time"

	"ecritoire/internal/review"
)

// span is the stretch of the queue's order that a filter leaves, in Unix
// seconds: when its first and its last review were written at most, and the
// deadlines of the reviews just around it. A later review is never due
// earlier, so that the index by deadline can be entered and left there.
type span struct{ first, last, dueFirst, dueLast int64 }

const maxSeconds = 1<<39 - 1

var wholeSpan = span{-maxSeconds, maxSeconds, -maxSeconds, maxSeconds}

func (l *listing) spanOf(states []review.State, f review.Filter) (s span, err error) {
	s = wholeSpan
	if !f.Overdue.IsZero() {
		if s.last, err = l.lastDue(states, f.Overdue); err != nil {
			return s, err
		}
	}
	if !f.From.IsZero() {
		s.first = f.From.Unix()
		if s.dueFirst, err = l.dueBeside(`< ? ORDER BY id DESC`, s.first<<seatBits, -maxSeconds); err != nil {
			return s, err
		}
	}
	if !f.To.IsZero() {
		s.last = min(s.last, f.To.Unix()-1)
		s.dueLast, err = l.dueBeside(`> ? ORDER BY id`, f.To.Unix()<<seatBits, maxSeconds)
	}
	return s, err
}

// dueBeside is the deadline of the review next to a seat, none where there is
// none: the full-text index is filed by seat.
func (l *listing) dueBeside(next string, seat, none int64) (due int64, err error) {
	rows, err := l.db.QueryContext(l.ctx, `SELECT due_at FROM review WHERE id = (SELECT id & 16777215 FROM review_stems_docsize WHERE id `+next+` LIMIT 1)`, seat)
	if err != nil {
		return 0, err
	}
	found, err := collect(rows, scanID)
	return append(found, none)[0], err
}

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
		found, err := collect(rows, scanID)
		if err != nil {
			return 0, err
		}
		last = slices.Max(append(found, last))
	}
	return last, nil
}

// within adds the span's bounds to a question about the review's index.
func (s span) within(q *question, index string) {
	if index == "review_queue" && s.dueFirst > -maxSeconds {
		q.and(`due_at >= ?`, s.dueFirst)
	}
	if index == "review_queue" && s.dueLast < maxSeconds {
		q.and(`due_at <= ?`, s.dueLast)
	}
	if s.first > -maxSeconds {
		q.and(`written_at >= ?`, s.first)
	}
	// Along the deadlines the overdue end where the condition on them says.
	if s.last < maxSeconds {
		q.and(`written_at <= ?`, s.last)
	}
}

// seats adds the span's bounds to a question about the full-text index.
func (s span) seats(q *question) {
	if s.first > -maxSeconds {
		q.and(`s.rowid >= ?`, s.first<<seatBits)
	}
	if s.last < maxSeconds {
		q.and(`s.rowid < ?`, (s.last+1)<<seatBits)
	}
}

package sqlite

import (
	"context"
	"math"
	"reflect"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Count tells how many reviews a filter finds, at most so many: counting a
// common word among a million texts would take seconds.
func (s *Store) Count(ctx context.Context, f review.Filter, most int) (review.Found, error) {
	l := listing{ctx: ctx, db: s.db, filter: f, query: reading.ReadQuery(f.Search)}
	n, err := l.count(f, most+1)
	return review.Found{N: min(n, most), More: n > most}, explain(err)
}

// count counts what f finds, at most so many.
func (l *listing) count(f review.Filter, most int) (n int, err error) {
	f.Sort = review.SortDeadline
	if n, known, err := l.counted(f); known || err != nil {
		return n, err
	}
	w, some, err := l.way(f)
	if err != nil || !some {
		return 0, err
	}
	e := estimate{}
	if f.Search != "" {
		if e, err = l.estimate(w); err != nil {
			return 0, err
		}
	}
	if e.match != "" {
		return l.tally(w.matching(`1`, e.match), most)
	}
	n, err = l.tally(w.streams(w.stretch), math.MaxInt32)
	if err != nil || e.without == "" {
		return n, err
	}
	left, err := l.tally(w.matching(`1`, e.without), math.MaxInt32)
	return n - left, err
}

// counted reads the counters, which know how many reviews stand in a state;
// the few that are put off are told apart.
func (l *listing) counted(f review.Filter) (n int, known bool, err error) {
	states, awake := f.States, f.Awake
	if len(states) == 0 {
		states = review.States()
	}
	f.States, f.Awake, f.After, f.Skip, f.Limit = nil, time.Time{}, "", 0, 0
	if !reflect.DeepEqual(f, review.Filter{}) {
		return 0, false, nil
	}
	_, in, err := l.sizes(states)
	if err != nil || awake.IsZero() {
		return int(in), true, err
	}
	args := []any{awake.Unix()}
	for _, state := range states {
		args = append(args, state)
	}
	err = l.db.QueryRowContext(l.ctx, `SELECT count(*) FROM snooze CROSS JOIN review ON id = review WHERE until > ? AND state IN (`+marks(len(states))+`)`, args...).Scan(&n)
	return int(in) - n, true, err
}

func (l *listing) tally(q question, most int) (n int, err error) {
	err = l.db.QueryRowContext(l.ctx, `SELECT count(*) FROM (`+q.text+` LIMIT ?)`, append(q.args, most)...).Scan(&n)
	return n, err
}

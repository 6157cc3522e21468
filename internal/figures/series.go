package figures

import (
	"slices"
	"time"

	"ecritoire/internal/review"
)

// By is what a series is cut by.
type By string

// A series runs by weeks, from Monday, or by months.
const (
	Weekly  By = "week"
	Monthly By = "month"
)

// Known tells whether a series can be cut so.
func (by By) Known() bool { return by == Weekly || by == Monthly }

// longest is how many periods a series shows at most: half a year, two years.
var longest = map[By]int{Weekly: 26, Monthly: 24}

// Period is a week or a month. A reply counts in the period of its first
// validation, a review in that of its writing, by the clock of Paris.
type Period struct {
	From       string   `json:"from"` // its first day, as 2006-01-02
	Reviews    int      `json:"reviews"`
	ByModel    int      `json:"by_model"`
	ByTrame    int      `json:"by_trame"`
	ByHand     int      `json:"by_hand"`
	MedianDays *float64 `json:"median_days"` // from a review to its validation
}

// Series cuts a timeline into periods without a gap, the oldest first. It ends
// with the period of whatever happened last; what is older than the longest
// series is left out.
func Series(t review.Timeline, by By) []Period {
	found := map[time.Time]*tally{}
	at := func(when time.Time) *tally {
		from := by.start(when)
		if found[from] == nil {
			found[from] = &tally{}
		}
		return found[from]
	}
	for hour, n := range t.Arrivals {
		at(hour).reviews += n
	}
	for _, r := range t.Replies {
		held := at(r.At)
		held.replies = append(held.replies, r)
	}
	return by.line(found)
}

type tally struct {
	reviews int
	replies []review.ReplyTally
}

func (t *tally) period(from time.Time) Period {
	p := Period{From: from.Format(time.DateOnly)}
	if t == nil {
		return p
	}
	w := writers(t.replies)
	p.Reviews, p.ByModel, p.ByTrame, p.ByHand = t.reviews, w.ByModel, w.ByTrame, w.ByHand
	p.MedianDays = days(t.replies).Median
	return p
}

// line puts the periods in order and fills the gaps between them.
func (by By) line(found map[time.Time]*tally) []Period {
	out := []Period{}
	if len(found) == 0 {
		return out
	}
	first, last := span(found)
	for from := last; len(out) < longest[by] && !from.Before(first); from = by.start(from.AddDate(0, 0, -1)) {
		out = append(out, found[from].period(from))
	}
	slices.Reverse(out)
	return out
}

func span(found map[time.Time]*tally) (first, last time.Time) {
	for from := range found {
		if first.IsZero() || from.Before(first) {
			first = from
		}
		if from.After(last) {
			last = from
		}
	}
	return first, last
}

// start is the first day of the period that a moment falls in.
func (by By) start(at time.Time) time.Time {
	year, month, day := at.In(review.Paris).Date()
	if by == Monthly {
		return time.Date(year, month, 1, 0, 0, 0, 0, review.Paris)
	}
	since := (int(at.In(review.Paris).Weekday()) + 6) % 7
	return time.Date(year, month, day-since, 0, 0, 0, 0, review.Paris)
}

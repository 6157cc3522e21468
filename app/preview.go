package app

import (
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// DueOn is the day on which the reply to a review is due under a delay that is
// being tried out. Days are written 2006-01-02.
func (a *Desk) DueOn(delay review.Calendar, written string) (string, error) {
	day, err := review.ParseDay(written)
	if err != nil {
		return "", err
	}
	return delay.Due(day.Add(12 * time.Hour)).In(review.Paris).Format(time.DateOnly), nil
}

// Series is what happened by "week" or by "month".
func (a *Desk) Series(by desk.By) ([]desk.Period, error) { return a.desk.Series(a.ctx, by) }

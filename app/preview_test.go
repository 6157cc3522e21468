package app

import (
	"errors"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func TestDueOnCountsAsTheQueueDoes(t *testing.T) {
	a := New(nil, About{})
	for _, c := range []struct {
		delay         review.Calendar
		written, want string
	}{
		{review.Calendar{Days: 5}, "2026-11-24", "2026-11-29"},
		{review.Calendar{Days: 5, Working: true}, "2026-11-24", "2026-12-01"},
		{review.Calendar{Days: 10, Working: true}, "2026-04-30", "2026-05-19"}, // three feasts
	} {
		if got, err := a.DueOn(c.delay, c.written); err != nil || got != c.want {
			t.Errorf("%+v from %s: %s, %v, want %s", c.delay, c.written, got, err, c.want)
		}
	}
	if _, err := a.DueOn(review.Calendar{Days: 5}, "2026-02-30"); !errors.Is(err, review.ErrDay) {
		t.Errorf("a day that does not exist: %v", err)
	}
}

func TestSeriesOfTheSample(t *testing.T) {
	a, _ := window(t, slow{words: 1})
	all, err := a.Figures()
	if err != nil {
		t.Fatal(err)
	}
	months, err := a.Series("month")
	if err != nil || len(months) == 0 {
		t.Fatalf("%v, %v", months, err)
	}
	sum := 0
	for _, m := range months {
		sum += m.Reviews
	}
	if len(months) < 24 && sum != all.Reviews {
		t.Errorf("the months hold %d reviews of %d", sum, all.Reviews)
	}
	if _, err := a.Series("year"); !errors.Is(err, desk.ErrBy) {
		t.Errorf("an unknown cut: %v", err)
	}
}

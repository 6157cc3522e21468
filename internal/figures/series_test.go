package figures

import (
	"testing"
	"time"

	"ecritoire/internal/review"
)

func at(t *testing.T, when string) time.Time {
	t.Helper()
	moment, err := time.Parse(time.RFC3339, when)
	if err != nil {
		t.Fatal(err)
	}
	return moment
}

func TestSeriesHasNoGapAndCutsByParis(t *testing.T) {
	line := review.Timeline{
		Arrivals: map[time.Time]int{
			at(t, "2026-08-31T21:00:00Z"): 2, // still August in Paris
			at(t, "2026-08-31T22:00:00Z"): 3, // midnight of 1 September there
			at(t, "2026-11-02T10:00:00Z"): 1,
		},
		Replies: []review.ReplyTally{
			{Writer: review.WriterTrame, Answering: 48 * time.Hour, At: at(t, "2026-09-03T10:00:00Z")},
			{Writer: review.WriterOllama, Answering: 96 * time.Hour, At: at(t, "2026-09-30T10:00:00Z")},
			{Writer: review.WriterHand, Answering: 24 * time.Hour, At: at(t, "2026-11-02T10:00:00Z")},
		},
	}
	got := Series(line, Monthly)
	want := []Period{{From: "2026-08-01", Reviews: 2}, {From: "2026-09-01", Reviews: 3, ByModel: 1, ByTrame: 1},
		{From: "2026-10-01"}, {From: "2026-11-01", Reviews: 1, ByHand: 1}}
	medians := []float64{0, 3, 0, 1}
	if len(got) != len(want) {
		t.Fatalf("%d periods, want %d: %+v", len(got), len(want), got)
	}
	for i, p := range got {
		if p.MedianDays != nil && *p.MedianDays != medians[i] || p.MedianDays == nil && medians[i] != 0 {
			t.Errorf("%s: median %v, want %v", p.From, p.MedianDays, medians[i])
		}
		p.MedianDays = nil
		if p != want[i] {
			t.Errorf("%+v, want %+v", p, want[i])
		}
	}
}

func TestWeeksBeginOnMonday(t *testing.T) {
	for when, want := range map[string]string{
		"2026-11-23T08:00:00Z": "2026-11-23", // a Monday
		"2026-11-22T22:30:00Z": "2026-11-16", // Sunday, 23 h 30 in Paris
		"2026-11-22T23:30:00Z": "2026-11-23", // Monday there
		"2027-01-01T12:00:00Z": "2026-12-28",
		"2026-03-29T20:00:00Z": "2026-03-23", // the night of the change to summer
	} {
		line := review.Timeline{Arrivals: map[time.Time]int{at(t, when): 1}}
		if got := Series(line, Weekly); len(got) != 1 || got[0].From != want {
			t.Errorf("%s: %+v, want %s", when, got, want)
		}
	}
}

func TestSeriesIsBounded(t *testing.T) {
	line := review.Timeline{Arrivals: map[time.Time]int{at(t, "1999-01-01T00:00:00Z"): 1, at(t, "2026-11-01T00:00:00Z"): 1}}
	months, weeks := Series(line, Monthly), Series(line, Weekly)
	if len(months) != 24 || months[23].From != "2026-11-01" || months[0].From != "2024-12-01" {
		t.Errorf("months from %s to %s", months[0].From, months[len(months)-1].From)
	}
	if len(weeks) != 26 {
		t.Errorf("%d weeks", len(weeks))
	}
	if got := Series(review.Timeline{}, Weekly); got == nil || len(got) != 0 {
		t.Errorf("nothing happened: %v", got)
	}
}

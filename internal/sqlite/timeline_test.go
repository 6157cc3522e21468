package sqlite

import (
	"testing"
	"time"

	"ecritoire/internal/review"
)

func TestTimelineCountsReviewsAndTheirReplies(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, rowsOf(sample("1", 1), sample("2", 1), sample("3", 2)))
	r, err := s.Review(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	r = move(t, s, r, review.Edit, byHand(0, "un"))
	move(t, s, r, review.Validate, nil)
	line, err := s.Timeline(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[int]int{1: 2, 2: 1} {
		hour := time.Date(2026, 9, day, 10, 0, 0, 0, time.UTC)
		if got := line.Arrivals[hour.Local()]; got != want {
			t.Errorf("%v: %d reviews, want %d", hour, got, want)
		}
	}
	if len(line.Replies) != 1 || line.Replies[0].Writer != review.WriterHand || time.Since(line.Replies[0].At) > time.Minute {
		t.Errorf("%+v", line.Replies)
	}
}

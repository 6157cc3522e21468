package desk_test

import (
	"errors"
	"testing"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func TestAReviewPutOffComesBackOnItsDay(t *testing.T) {
	d := open(t, nil)
	now := d.Now()
	awake := func(at time.Time) int {
		t.Helper()
		page, err := d.Page(t.Context(), review.Filter{Awake: at})
		if err != nil {
			t.Fatal(err)
		}
		return len(page.Reviews)
	}
	all := awake(now)
	day := now.AddDate(0, 0, 3)
	if err := d.Snooze(t.Context(), 1, day); err != nil {
		t.Fatal(err)
	}
	if f, err := d.Show(t.Context(), 1); err != nil || !f.Until.Equal(day.Truncate(time.Second)) {
		t.Errorf("the dossier says %v, %v", f.Until, err)
	}
	if asleep, back := awake(now), awake(day); asleep != all-1 || back != all {
		t.Errorf("%d of %d today, %d on its day", asleep, all, back)
	}
	if err := d.Snooze(t.Context(), 1, time.Time{}); err != nil || awake(now) != all {
		t.Errorf("taken back: %v", err)
	}
	for name, wrong := range map[string]time.Time{"past": now.AddDate(0, 0, -1), "far": now.AddDate(2, 0, 0)} {
		if err := d.Snooze(t.Context(), 1, wrong); !errors.Is(err, desk.ErrSnooze) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := d.Snooze(t.Context(), 99, day); err == nil {
		t.Error("a review that is not there was put off")
	}
}

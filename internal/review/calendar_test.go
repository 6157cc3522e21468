package review

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestEaster: dates that the Journal officiel and any almanac give.
func TestEaster(t *testing.T) {
	for year, want := range map[int]string{1818: "03-22", 1961: "04-02", 2000: "04-23", 2023: "04-09", 2024: "03-31", 2025: "04-20", 2026: "04-05", 2038: "04-25", 2285: "03-22"} {
		if got := Easter(year).Format("01-02"); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
}

func TestHolidaysOf2026(t *testing.T) {
	count := func(c Calendar) (days []string) {
		for d := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() == 2026; d = d.AddDate(0, 0, 1) {
			if c.Holiday(d.Year(), d.Month(), d.Day()) {
				days = append(days, d.Format("01-02"))
			}
		}
		return days
	}
	want := []string{"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"}
	got := count(Calendar{})
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s, want %s", got[i], want[i])
		}
	}
	if more := count(Calendar{Moselle: true}); len(more) != 13 {
		t.Errorf("in Alsace and Moselle: %v", more)
	}
}

func TestDue(t *testing.T) {
	five, working := Calendar{Days: 5}, Calendar{Days: 5, Working: true}
	for name, c := range map[string]struct {
		rule          Calendar
		written, want string
	}{
		"calendar days":                  {five, "2026-09-01T10:00:00+02:00", "2026-09-06T10:00:00+02:00"},
		"over the change to summer":      {five, "2026-03-27T10:00:00+01:00", "2026-04-01T10:00:00+02:00"},
		"over the change to winter":      {five, "2026-10-23T10:00:00+02:00", "2026-10-28T10:00:00+01:00"},
		"working days over a weekend":    {working, "2026-09-03T10:00:00+02:00", "2026-09-10T23:59:59+02:00"},
		"over Easter":                    {working, "2026-04-02T10:00:00+02:00", "2026-04-10T23:59:59+02:00"},
		"over Easter in Strasbourg":      {Calendar{Days: 5, Working: true, Moselle: true}, "2026-04-02T10:00:00+02:00", "2026-04-13T23:59:59+02:00"},
		"late on a Sunday, by Paris":     {Calendar{Days: 1, Working: true}, "2026-09-06T22:30:00Z", "2026-09-08T23:59:59+02:00"},
		"over May with its three feasts": {Calendar{Days: 10, Working: true}, "2026-04-30T10:00:00+02:00", "2026-05-19T23:59:59+02:00"},
	} {
		written, _ := time.Parse(time.RFC3339, c.written)
		want, _ := time.Parse(time.RFC3339, c.want)
		if got := c.rule.Due(written); !got.Equal(want) {
			t.Errorf("%s: %v, want %v", name, got.In(Paris), c.want)
		}
	}
}

// TestLaterIsNeverDueEarlier: the store's order stands on it.
func TestLaterIsNeverDueEarlier(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 20_000 {
		a := time.Unix(1_500_000_000+r.Int64N(500_000_000), 0)
		b := a.Add(time.Duration(r.Int64N(int64(5 * 24 * time.Hour))))
		c := Calendar{Days: 1 + r.IntN(40), Working: r.IntN(2) == 0, Moselle: r.IntN(2) == 0}
		if c.Due(b).Before(c.Due(a)) {
			t.Fatalf("%+v: written %v due %v, written %v due %v", c, a, c.Due(a), b, c.Due(b))
		}
	}
}

package review

import (
	"time"
	_ "time/tzdata" // Windows has no time zones of its own
)

// Calendar says when a reply is due: the delay that the service announces, in
// calendar days or in working days of the French public services, Monday to
// Friday without public holidays, by the clock of Paris.
//
// A review written later is never due earlier: the store's order relies on it.
type Calendar struct {
	Days    int  `json:"days"` // announced delay, 1 to 365
	Working bool `json:"working"`
	Moselle bool `json:"moselle"` // the two further holidays of Alsace and Moselle
}

// Due is when the reply to a review is due: the same hour so many days later,
// or in working days the end of the last of them (23:59:59), the day on which
// the review was written not counted.
func (c Calendar) Due(written time.Time) time.Time {
	at := written.In(Paris)
	if !c.Working {
		return at.AddDate(0, 0, c.Days).UTC()
	}
	day := time.Date(at.Year(), at.Month(), at.Day(), 12, 0, 0, 0, Paris)
	for left := c.Days; left > 0; {
		day = day.AddDate(0, 0, 1)
		if c.Works(day) {
			left--
		}
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 23, 59, 59, 0, Paris).UTC()
}

// Works tells whether the day that a moment falls on in Paris is a working day.
func (c Calendar) Works(at time.Time) bool {
	at = at.In(Paris)
	if w := at.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	return !c.Holiday(at.Year(), at.Month(), at.Day())
}

// Holiday tells whether a day is a public holiday: article L3133-1 of the
// Code du travail, and L3134-13 for Alsace and Moselle.
func (c Calendar) Holiday(year int, month time.Month, day int) bool {
	switch (monthDay{month, day}) {
	case monthDay{1, 1}, monthDay{5, 1}, monthDay{5, 8}, monthDay{7, 14}, monthDay{8, 15}, monthDay{11, 1}, monthDay{11, 11}, monthDay{12, 25}:
		return true
	case monthDay{12, 26}:
		return c.Moselle
	}
	easter := Easter(year)
	switch time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Sub(easter) / (24 * time.Hour) {
	case 1, 39, 50: // Easter Monday, Ascension, Whit Monday
		return true
	case -2: // Good Friday
		return c.Moselle && !time.Date(year, month, day, 0, 0, 0, 0, time.UTC).After(easter)
	}
	return false
}

type monthDay struct {
	month time.Month
	day   int
}

// Easter is Easter Sunday of a year of the Gregorian calendar, at midnight UTC,
// by the anonymous algorithm that Butcher's Ecclesiastical Calendar gave in
// 1876 and Meeus, Astronomical Algorithms, chapter 8, gives again.
func Easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// Paris is the clock that French services and their platforms keep.
var Paris = clock("Europe/Paris")

func clock(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the table of zones is built in, and the name is a constant
	}
	return l
}

// ParseDay reads a day of the French calendar, 2006-01-02, as its first moment
// in Paris; what is none is ErrDay.
func ParseDay(typed string) (time.Time, error) {
	at, err := time.ParseInLocation(time.DateOnly, typed, Paris)
	if err != nil {
		return at, ErrDay.Naming(typed)
	}
	return at, nil
}

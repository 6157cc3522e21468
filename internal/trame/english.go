package trame

import (
	"strconv"
	"time"

	"ecritoire/internal/reading"
)

var unitNamesEnglish = map[reading.Unit]string{
	reading.Minutes: "minute", reading.Hours: "hour", reading.Days: "day", reading.Weeks: "week", reading.Months: "month", reading.Years: "year",
}

var countNamesEnglish = []string{"several", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// lastingEnglish says a duration in words, vaguely beyond twelve: see lasting.
func lastingEnglish(d reading.Duration) string {
	d = vaguer(d)
	switch {
	case d.Unit == 0:
		return ""
	case d.Unit == reading.Minutes && d.Count == 90:
		return "an hour and a half"
	case d.Unit == reading.Minutes && d.Count > 60 && d.Count%60 == 30 && d.Count/60 < len(countNamesEnglish):
		return countNamesEnglish[d.Count/60] + " and a half hours"
	case d.Unit == reading.Minutes && d.Count > 60:
		return "more than " + lastingEnglish(reading.Duration{Count: d.Count / 60, Unit: reading.Hours})
	case d.Unit == reading.Minutes && d.Count >= len(countNamesEnglish):
		return ""
	case d.Count == 1:
		return "one " + unitNamesEnglish[d.Unit]
	case d.Count >= len(countNamesEnglish):
		return "several " + unitNamesEnglish[d.Unit] + "s"
	}
	return countNamesEnglish[d.Count] + " " + unitNamesEnglish[d.Unit] + "s"
}

// dayEnglish says a date of the form 2020-11-12 in words, "" when it is not
// one.
func dayEnglish(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return strconv.Itoa(t.Day()) + " " + t.Month().String() + " " + strconv.Itoa(t.Year())
}

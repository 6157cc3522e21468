package intake

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ecritoire/internal/review"
)

var layouts = []string{
	"02/01/2006 15:04", "02/01/2006 15:04:05", "02/01/2006", "2006-01-02", "2006-01-02 15:04:05", "2006-01-02 15:04",
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2/1/2006", "2/1/2006 15:04", "02-01-2006", "02-01-2006 15:04", "02.01.2006", "2006/01/02",
	"2 January 2006", "2 January 2006 15:04", "2 January 2006 15:04:05", "2/1/2006 15:04:05", "02-01-2006 15:04:05", "02.01.2006 15:04", "2006/01/02 15:04", "2006/01/02 15:04:05",
	"2006-1-2", "2006-1-2 15:04", "2006/1/2", "2006/1/2 15:04", "2006-01-02 15:04:05Z07", "20060102T150405Z0700",
	"Mon Jan 02 2006 15:04:05 GMT-0700", time.RFC1123, time.RFC1123Z, "2 Jan 2006", "2 Jan 2006 15:04",
	"2/1/06", "2/1/06 15:04", "2/1/06 15:04:05", "2.1.06", "2.1.06 15:04", "20060102", "Jan 2, 2006", "January 2, 2006",
}

var errNoDate = errors.New("no date")

// parseDate reads the dates of all formats; day before month, as in France. A
// time of the American twelve hours is none of them: its day may stand second.
// A year outside 1990 to 2100 is a mistake.
func parseDate(s string) (time.Time, error) {
	if rest, ok := strings.CutSuffix(s, " UTC"); ok {
		s = rest + " +0000"
	}
	s, _, _ = strings.Cut(unseen.Replace(s), " (") // the name of the time zone
	if t, err := laidOut(s); err == nil {
		return t, nil
	}
	if t, err := laidOut(plainDate(s)); err == nil {
		return t, nil
	}
	return serial(s)
}

// unseen are signs within a date that nobody sees.
var unseen = strings.NewReplacer("\u200e", "", "\u200f", "", "\u202f", " ", "\u00a0", " ", "\u2009", " ")

func laidOut(s string) (time.Time, error) {
	for _, layout := range layouts {
		t, err := time.ParseInLocation(layout, s, review.Paris)
		if err == nil && t.Year() >= 1990 && t.Year() <= 2100 {
			return t, nil
		}
	}
	return time.Time{}, errNoDate
}

var months = map[string]string{"janvier": "January", "fevrier": "February", "mars": "March", "avril": "April", "mai": "May", "juin": "June",
	"juillet": "July", "aout": "August", "septembre": "September", "octobre": "October", "novembre": "November", "decembre": "December",
	"janv": "January", "fevr": "February", "fev": "February", "avr": "April", "juil": "July", "sept": "September", "oct": "October", "nov": "November", "dec": "December"}

// The parts of a date as people write it: a day of the week before it, a time
// behind it, a month in words.
var (
	weekday = regexp.MustCompile(`^(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)[.,]* `)
	timed   = regexp.MustCompile(`^(.+?\d)(?: à|,| -)? (\d{1,2}) ?(?:h|:) ?(?:(\d{2})(?: ?min)?(:\d{2})?)?$`)
	worded  = regexp.MustCompile(`^(\d{1,2})(?:er)?[ -](\p{L}+)\.?[ -](\d{2}|\d{4})$`)
)

// plainDate turns "ven. 3 août 2026 à 14 h 05" into what package time reads.
func plainDate(s string) string {
	s, at := weekday.ReplaceAllString(strings.ToLower(s), ""), ""
	if m := timed.FindStringSubmatch(s); m != nil {
		s, at = m[1], " "+m[2]+":"+m[3]+m[4]
		if m[3] == "" {
			at += "00"
		}
	}
	if m := worded.FindStringSubmatch(s); m != nil && months[fold(m[2])] != "" {
		if len(m[3]) == 2 {
			m[3] = "20" + m[3]
		}
		s = m[1] + " " + months[fold(m[2])] + " " + m[3]
	}
	return s + at
}

// serial reads a number of days since 1899-12-30, as spreadsheets count them,
// or of seconds or milliseconds since 1970.
func serial(s string) (time.Time, error) {
	n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	switch {
	case err != nil:
		return time.Time{}, errNoDate
	case n > 33000 && n < 73051:
		return dayOf(n, false), nil
	case n > 6e8 && n < 4.2e9:
		return time.Unix(int64(n), 0).In(review.Paris), nil
	case n > 6e11 && n < 4.2e12:
		return time.UnixMilli(int64(n)).In(review.Paris), nil
	}
	return time.Time{}, errNoDate
}

// dayOf reads a spreadsheet's day number, to the second; on old Macs day 0 is
// 1904-01-01 (ECMA-376 part 1, 18.17.4.1).
func dayOf(n float64, mac bool) time.Time {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, review.Paris)
	if mac {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, review.Paris)
	}
	days := int(n)
	seconds := int((n-float64(days))*86400 + 0.5)
	d := epoch.AddDate(0, 0, days)
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, seconds, 0, review.Paris)
}

package reading

import (
	"fmt"
	"strconv"
	"strings"
)

var months = map[string]int{
	"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
	"aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}

// dateAt reads a day ("12 juin 2026", "1er juin", "12/06/2026", "2026-06-12"),
// a month ("en juin", "juin 2026") or a year ("en 2026"). Its norm is
// YYYY-MM-DD with "-" for each part that was not said.
func dateAt(s string, i int) (string, int) {
	for _, read := range []func(string, int) (string, int){isoDateAt, slashDateAt, wordDateAt, monthAt, yearAt} {
		if norm, end := read(s, i); end > 0 {
			return norm, end
		}
	}
	return "", 0
}

func dateNorm(year, month, day int) string {
	part := func(v int, format string) string {
		if v == 0 {
			return ""
		}
		return fmt.Sprintf(format, v)
	}
	return part(year, "%04d") + "-" + part(month, "%02d") + "-" + part(day, "%02d")
}

// intAt reads a run of at most four digits.
func intAt(s string, i int) (v, end int) {
	for end = i; end < len(s) && isDigit(s[end]); end++ {
		if end-i == 4 {
			return 0, 0
		}
		v = v*10 + int(s[end]-'0')
	}
	if end == i {
		return 0, 0
	}
	return v, end
}

func isoDateAt(s string, i int) (string, int) {
	if i+10 > len(s) || s[i+4] != '-' || s[i+7] != '-' || i+10 < len(s) && isDigit(s[i+10]) {
		return "", 0
	}
	y, err1 := strconv.Atoi(s[i : i+4])
	m, err2 := strconv.Atoi(s[i+5 : i+7])
	d, err3 := strconv.Atoi(s[i+8 : i+10])
	if err1 != nil || err2 != nil || err3 != nil || !isYear(y) || !isMonthDay(m, d) {
		return "", 0
	}
	return dateNorm(y, m, d), i + 10
}

// slashDateAt reads day/month[/year] with "/" or "." or "-"; without a year,
// only "/" makes a date.
func slashDateAt(s string, i int) (string, int) {
	d, end := intAt(s, i)
	if end == 0 || end-i > 2 || end >= len(s) || !strings.ContainsRune("/.-", rune(s[end])) {
		return "", 0
	}
	sep := s[end]
	m, end2 := intAt(s, end+1)
	if end2 == 0 || end2-end != 3 || !isMonthDay(m, d) {
		return "", 0
	}
	if end2 < len(s) && s[end2] == sep {
		if y, end3 := intAt(s, end2+1); end3 > 0 {
			return yearOf(y, end3-end2-1, m, d, end3)
		}
	}
	if sep != '/' {
		return "", 0
	}
	return dateNorm(0, m, d), end2
}

func yearOf(y, digits, m, d, end int) (string, int) {
	if digits == 2 {
		y += 2000
	}
	if !isYear(y) {
		return "", 0
	}
	return dateNorm(y, m, d), end
}

func wordDateAt(s string, i int) (string, int) {
	d, end := dayAt(s, i)
	if end == 0 {
		return "", 0
	}
	w, end := wordAt(s, skipSpaces(s, end))
	m := months[w]
	if m == 0 || !isMonthDay(m, d) {
		return "", 0
	}
	y, end := yearAfter(s, end)
	return dateNorm(y, m, d), end
}

func dayAt(s string, i int) (day, end int) {
	if w, end := wordAt(s, i); w == "1er" || w == "premier" {
		return 1, end
	}
	n, end := numberAt(s, i)
	if v := n.whole(); end > 0 && v >= 1 && v <= 31 {
		return v, end
	}
	return 0, 0
}

func yearAfter(s string, i int) (year, end int) {
	if y, end := intAt(s, skipSpaces(s, i)); end > 0 && isYear(y) {
		return y, end
	}
	return 0, i
}

// monthAt reads a month with its year, or after a word that makes it a date:
// "mars" and "mai" alone may be anything.
func monthAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	m := months[w]
	if m == 0 {
		return "", 0
	}
	y, end := yearAfter(s, end)
	if y == 0 && !strings.Contains(" en depuis debut fin mi courant des mois de d ", " "+precedingWord(s, i)+" ") {
		return "", 0
	}
	return dateNorm(y, m, 0), end
}

func yearAt(s string, i int) (string, int) {
	y, end := intAt(s, i)
	if end-i != 4 || !isYear(y) || end < len(s) && (isWord(s[end]) || s[end] == '-') {
		return "", 0
	}
	if !strings.Contains(" en depuis des annee avant apres fin debut ", " "+precedingWord(s, i)+" ") {
		return "", 0
	}
	return dateNorm(y, 0, 0), end
}

func isYear(y int) bool { return y >= 1900 && y <= 2100 }

func isMonthDay(m, d int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= 31 }

// dateIn reports whether each part of the date is known: its day of the month
// or month from one fact, its year from the same or another.
func dateIn(norm string, known []Fact) bool {
	year, day, _ := strings.Cut(norm, "-")
	yearKnown, dayKnown := year == "", day == "-"
	for _, k := range known {
		if k.Kind != FactDate {
			continue
		}
		y, d, _ := strings.Cut(k.Norm, "-")
		yearKnown = yearKnown || y == year
		dayKnown = dayKnown || d == day || strings.HasSuffix(day, "-") && strings.HasPrefix(d, day)
	}
	return yearKnown && dayKnown
}

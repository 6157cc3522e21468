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

// Short names of months, which stand only beside a day or a year.
var shortMonths = map[string]int{
	"janv": 1, "jan": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}

func monthNamed(w string) int { return max(months[w], shortMonths[w]) }

// dateAt reads a day ("12 juin 2026", "1er juin", "12/06/2026", "2026-06-12"),
// a month ("en juin", "juin 2026") or a year ("en 2026"). Its norm is
// YYYY-MM-DD with "-" for each part that was not said.
func dateAt(s string, i int) (string, int) {
	for _, read := range []func(string, int) (string, int){isoDateAt, slashDateAt, wordDateAt, monthAt, seasonAt, yearAt, dayAloneAt} {
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
	m := monthNamed(w)
	if m == 0 || !isMonthDay(m, d) {
		return "", 0
	}
	y, end := yearAfter(s, end)
	return dateNorm(y, m, d), end
}

func dayAt(s string, i int) (day, end int) {
	if w, end := wordAt(s, i); w == "1er" || w == "premier" {
		return 1, end
	} else if w == "1" && strings.HasPrefix(s[end:], " er ") {
		return 1, end + 3
	}
	n, end := numberAt(s, i)
	if v := n.whole(); end > 0 && v >= 1 && v <= 31 {
		return v, end
	}
	return 0, 0
}

func yearAfter(s string, i int) (year, end int) {
	at := skipSpaces(s, i)
	if at < len(s) && s[at] == '.' { // "sept. 2026"
		at = skipSpaces(s, at+1)
	}
	if w, end := wordAt(s, at); w == "de" { // "de 2026"
		at = skipSpaces(s, end)
	}
	if y, end := intAt(s, at); end > 0 && isYear(y) && end-at == 4 {
		return y, end
	}
	return 0, i
}

// monthAt reads a month with its year, or after a word that makes it a date:
// "mars" and "mai" alone may be anything, the others may not.
func monthAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	m := monthNamed(w)
	if m == 0 {
		return "", 0
	}
	y, end := yearAfter(s, end)
	sure := months[w] != 0 && w != "mars" && w != "mai" && w != "avril"
	if y == 0 && !sure && !strings.HasSuffix(s[:i], "mi-") && (months[w] == 0 || !strings.Contains(" en depuis debut fin mi courant des mois de d avant apres jusqu a au ", " "+precedingWord(s, i)+" ")) {
		return "", 0
	}
	return dateNorm(y, m, 0), end
}

// yearAt reads a year of four digits that nothing makes a count or a number
// of something else.
func yearAt(s string, i int) (string, int) {
	y, end := intAt(s, i)
	if end-i != 4 || !isYear(y) || end < len(s) && (isWord(s[end]) || s[end] == '-') || counted(s, end) {
		return "", 0
	}
	if !strings.Contains(" en depuis des annee avant apres fin debut mi courant ici jusqu exercice campagne et a ete printemps automne hiver rentree de pour noel ", " "+precedingWord(s, i)+" ") {
		return "", 0
	}
	if w := precedingWord(s, i); (w == "de" || w == "a" || w == "et" || w == "pour") && countsThings(s, end) {
		return "", 0
	}
	return dateNorm(y, 0, 0), end
}

// countsThings tells a plural noun after a figure: "plus de 2000 demandes".
func countsThings(s string, end int) bool {
	w, _ := wordAt(s, skipSpaces(s, end))
	return len(w) > 3 && w[len(w)-1] == 's'
}

// dayAloneAt reads a day without its month after the words that set a term:
// "avant le 15", "d’ici au 20".
func dayAloneAt(s string, i int) (string, int) {
	d, end := intAt(s, i)
	if end == 0 || end-i > 2 || d < 1 || d > 31 || counted(s, end) {
		return "", 0
	}
	if w, _ := wordAt(s, skipSpaces(s, end)); w != "" && !strings.Contains(" au et du ou a pour inclus prochain dernier ", " "+w+" ") {
		return "", 0
	}
	if end < len(s) && (isWord(s[end]) || s[end] == ',' && end+1 < len(s) && isDigit(s[end+1])) {
		return "", 0
	}
	before := s[max(0, i-24):i]
	if strings.HasSuffix(before, "le ") && (strings.HasPrefix(s[end:], " du mois") || strings.HasPrefix(s[end:], " de chaque mois")) {
		return dateNorm(0, 0, d), end
	}
	for _, term := range []string{"avant le ", "ici le ", "ici au ", "jusqu'au ", "a partir du ", "des le ", "depuis le ", "apres le ", "entre le ", "lundi ", "mardi ", "mercredi ", "jeudi ", "vendredi ", "samedi ", "dimanche "} {
		if strings.HasSuffix(before, term) {
			return dateNorm(0, 0, d), end
		}
	}
	return "", 0
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
		dayKnown = dayKnown || d == day || strings.HasSuffix(day, "-") && strings.HasPrefix(d, day) || len(day) == 3 && day[0] == '-' && strings.HasSuffix(d, day)
	}
	return yearKnown && dayKnown
}

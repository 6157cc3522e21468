package reading

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Words before a count of hours that make it a duration.
const durationBefore = " sous en pendant durant dans depuis environ apres plus moins que attendu d "

// hourAt reads a time of day: "9 h", "9h30", "09:00", "à 9 heures", "à midi",
// and "24h/24". "48 h", "sous 2 h" and "2 h d’attente" are delays.
func hourAt(s string, i int) (string, int) {
	if w, end := wordAt(s, i); w == "midi" || w == "minuit" {
		return noonAt(s, i, w, end)
	}
	if norm, end := alwaysAt(s, i); end > 0 {
		return norm, end
	}
	h, end := intAt(s, i)
	if end == 0 {
		return wordHourAt(s, i)
	}
	if end-i > 2 || h > 23 {
		return "", 0
	}
	if end+2 < len(s) && s[end] == ':' && isDigit(s[end+1]) && isDigit(s[end+2]) {
		return minutesAt(s, h, end+1)
	}
	return hourWordAt(s, i, h, skipSpaces(s, end))
}

// alwaysAt reads "24h/24", "24 heures sur 24" and "7j/7".
func alwaysAt(s string, i int) (string, int) {
	for _, a := range []string{"24h/24", "24 h/24", "24 h / 24", "24/24", "24h sur 24", "24 h sur 24", "24 heures sur 24", "7j/7", "7 j/7", "7/7", "7 jours sur 7", "sept jours sur sept"} {
		if strings.HasPrefix(s[i:], a) && !partOfWord(s, i+len(a)) {
			return map[bool]string{true: "24/24", false: "7/7"}[a[0] == '2'], i + len(a)
		}
	}
	return "", 0
}

// wordHourAt reads "neuf heures" and "neuf heures trente" where they are a
// time of day.
func wordHourAt(s string, i int) (string, int) {
	v, end := wordsAt(s, i)
	if end == 0 || v > 23 {
		return "", 0
	}
	w, end := wordAt(s, skipSpaces(s, end))
	if w != "heures" && w != "heure" || !isOClock(s, i, end) {
		return "", 0
	}
	at := skipSpaces(s, end)
	if m, after := wordsAt(s, at); after > 0 && m < 60 {
		if w, _ := wordAt(s, skipSpaces(s, after)); delayUnits[w] == "" {
			return fmt.Sprintf("%02d:%02d", v, m), after
		}
	}
	if after, ok := andHalf(s, end); ok {
		return fmt.Sprintf("%02d:30", v), after
	}
	return fmt.Sprintf("%02d:00", v), end
}

func noonAt(s string, i int, w string, end int) (string, int) {
	if !strings.Contains(" a jusqu avant apres des et entre de vers ", " "+precedingWord(s, i)+" ") {
		return "", 0
	}
	if w == "midi" {
		return "12:00", end
	}
	return "00:00", end
}

// hourWordAt reads the "h" or "heures" that follows the figure h, and the
// minutes after it.
func hourWordAt(s string, i, h, at int) (string, int) {
	w, end := wordAt(s, at)
	switch {
	case (w == "heures" || w == "heure") && (isOClock(s, i, end) || minutesFollow(s, end)):
		if next := skipSpaces(s, end); next < len(s) && isDigit(s[next]) {
			if norm, end := minutesAt(s, h, next); end > 0 {
				return norm, end
			}
		}
	case w == "h" && !isDuration(s, i, end):
		if next := skipSpaces(s, end); next < len(s) && isDigit(s[next]) {
			if norm, end := minutesAt(s, h, next); end > 0 {
				return norm, end
			}
		}
	case len(w) == 3 && w[0] == 'h' && isDigit(w[1]) && isDigit(w[2]):
		return minutesAt(s, h, at+1)
	default:
		return "", 0
	}
	return fmt.Sprintf("%02d:00", h), end
}

// minutesFollow tells "17 heures 30".
func minutesFollow(s string, end int) bool {
	next := skipSpaces(s, end)
	_, after := minutesAt(s, 0, next)
	return next > end && after > 0
}

func minutesAt(s string, h, i int) (string, int) {
	m, end := intAt(s, i)
	if end-i != 2 || m > 59 || end < len(s) && isWord(s[end]) {
		return "", 0
	}
	return fmt.Sprintf("%02d:%02d", h, m), end
}

// isOClock tells "de 9 heures à 12 heures" from "une attente de 2 heures".
func isOClock(s string, i, end int) bool {
	rest := s[skipSpaces(s, end):]
	if precedingWord(s, i) == "de" {
		return strings.HasPrefix(rest, "a ") || strings.HasPrefix(rest, "et demie a ")
	}
	return strings.Contains(" a des entre et jusqu avant vers ", " "+precedingWord(s, i)+" ") && !strings.HasPrefix(rest, "d'") && !strings.HasPrefix(rest, "de ")
}

func isDuration(s string, i, end int) bool {
	if strings.Contains(durationBefore, " "+precedingWord(s, i)+" ") {
		return true
	}
	rest := s[skipSpaces(s, end):]
	return strings.HasPrefix(rest, "d'attente") || strings.HasPrefix(rest, "de ") && !strings.HasPrefix(rest, "de l'")
}

// hoursIn reports whether a delay in whole hours was read as a time of day, or
// the reverse.
func (f Fact) hoursIn(known []Fact) bool {
	return slices.ContainsFunc(known, func(k Fact) bool {
		return f.Kind == FactDelay && k.Kind == FactHour && sameHours(f.Norm, k.Norm) ||
			f.Kind == FactHour && k.Kind == FactDelay && sameHours(k.Norm, f.Norm)
	})
}

// sameHours compares "90 minute" and "1.5 heure" with "01:30".
func sameHours(delay, hour string) bool {
	count, unit, _ := strings.Cut(delay, " ")
	n, err := strconv.ParseFloat(count, 64)
	if err != nil || unit != "heure" && unit != "minute" {
		return false
	}
	if unit == "heure" {
		n *= 60
	}
	return hour == fmt.Sprintf("%02d:%02d", int(n)/60, int(n)%60)
}

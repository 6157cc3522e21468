package reading

import (
	"fmt"
	"slices"
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
	if strings.HasPrefix(s[i:], "24h/24") || strings.HasPrefix(s[i:], "24 h/24") {
		return "24/24", i + strings.Index(s[i:], "/24") + 3
	}
	h, end := intAt(s, i)
	if end == 0 || end-i > 2 || h > 23 {
		return "", 0
	}
	if end+2 < len(s) && s[end] == ':' && isDigit(s[end+1]) && isDigit(s[end+2]) {
		return minutesAt(s, h, end+1)
	}
	return hourWordAt(s, i, h, skipSpaces(s, end))
}

func noonAt(s string, i int, w string, end int) (string, int) {
	if !strings.Contains(" a jusqu avant apres des ", " "+precedingWord(s, i)+" ") {
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
	case w == "heures" && isOClock(s, i, end):
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
		return strings.HasPrefix(rest, "a ")
	}
	return strings.Contains(" a des entre et jusqu avant ", " "+precedingWord(s, i)+" ") && !strings.HasPrefix(rest, "d'") && !strings.HasPrefix(rest, "de ")
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

func sameHours(delay, hour string) bool {
	count, unit, _ := strings.Cut(delay, " ")
	return unit == "heure" && hour == fmt.Sprintf("%02s:00", count)
}

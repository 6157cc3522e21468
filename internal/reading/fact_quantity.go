package reading

import (
	"strconv"
	"strings"
)

// amountAt reads "2 000 €", "86,40 euros", "deux mille euros".
func amountAt(s string, i int) (string, int) {
	n, end := numberAt(s, i)
	if end == 0 {
		return "", 0
	}
	at := skipSpaces(s, end)
	if at < len(s) && s[at] == flatEuro {
		return n.String(), at + 1
	}
	if w, end := wordAt(s, at); w == "euro" || w == "euros" || w == "eur" {
		return n.String(), end
	}
	return "", 0
}

// percentAt reads "30 %" and "trente pour cent".
func percentAt(s string, i int) (string, int) {
	n, end := numberAt(s, i)
	if end == 0 {
		return "", 0
	}
	at := skipSpaces(s, end)
	if at < len(s) && s[at] == '%' {
		return n.String(), at + 1
	}
	if strings.HasPrefix(s[at:], "pour cent") {
		return n.String(), at + len("pour cent")
	}
	return "", 0
}

var delayUnits = map[string]string{
	"jour": "jour", "jours": "jour", "semaine": "semaine", "semaines": "semaine", "mois": "mois",
	"an": "an", "ans": "an", "annee": "an", "annees": "an", "j": "jour",
	"heure": "heure", "heures": "heure", "h": "heure", "minute": "minute", "minutes": "minute", "min": "minute", "mn": "minute",
}

// delayAt reads "trois jours", "48 h", "15 jours ouvrés". Forms that French
// treats as one are one: 48 heures and 2 jours, 8 jours and une semaine,
// 15 jours and deux semaines, 12 mois and un an.
func delayAt(s string, i int) (string, int) {
	n, end := numberAt(s, i)
	v := n.whole()
	if end == 0 || v <= 0 {
		return "", 0
	}
	w, end := wordAt(s, skipSpaces(s, end))
	unit := delayUnits[w]
	if unit == "" || idle(n, unit) || isAge(s, i, end) {
		return "", 0
	}
	return delayNorm(v, unit), end
}

// idle is "un jour" or "une minute", which count nothing.
func idle(n figure, unit string) bool {
	return n.words && n.whole() == 1 && (unit == "jour" || unit == "minute")
}

// isAge is "81 ans" said of a person: neither a delay nor for us to judge.
func isAge(s string, i, end int) bool {
	return strings.HasSuffix(s[:end], "ans") && (precedingWord(s, i) == "de" || precedingWord(s, i) == "age" || precedingWord(s, i) == "a")
}

func delayNorm(v int, unit string) string {
	switch {
	case unit == "heure" && v%24 == 0:
		v, unit = v/24, "jour"
	case unit == "mois" && v%12 == 0:
		v, unit = v/12, "an"
	case unit == "minute" && v%60 == 0:
		v, unit = v/60, "heure"
	}
	if unit == "jour" {
		switch {
		case v == 8:
			v, unit = 1, "semaine"
		case v == 15:
			v, unit = 2, "semaine"
		case v%7 == 0:
			v, unit = v/7, "semaine"
		}
	}
	return strconv.Itoa(v) + " " + unit
}

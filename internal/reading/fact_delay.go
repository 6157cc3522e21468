package reading

import (
	"strconv"
	"strings"
)

var delayUnits = map[string]string{
	"jour": "jour", "jours": "jour", "semaine": "semaine", "semaines": "semaine", "mois": "mois",
	"an": "an", "ans": "an", "trimestre": "trimestre", "trimestres": "trimestre", "semestre": "semestre", "semestres": "semestre", "journee": "jour", "journees": "jour", "nuits": "nuit",
	"seconde": "seconde", "secondes": "seconde", "day": "jour", "days": "jour", "week": "semaine", "weeks": "semaine", "month": "mois", "months": "mois", "hour": "heure", "hours": "heure", "annee": "an", "annees": "an", "j": "jour",
	"heure": "heure", "heures": "heure", "h": "heure", "minute": "minute", "minutes": "minute", "min": "minute", "mn": "minute",
}

// delayAt reads "trois jours", "48 h", "15 jours ouvrés", "une quinzaine de
// jours", "un mois et demi", "une demi-heure". Forms that French treats as one
// are one: 48 heures and 2 jours, 8 jours and une semaine, 15 jours and deux
// semaines, 12 mois and un an.
func delayAt(s string, i int) (string, int) {
	n, end := numberAt(s, i)
	if end == 0 {
		return roundDelay(s, i)
	}
	v := n.whole()
	if v == 3 && strings.HasPrefix(s[end:], "/4 d'heure") {
		return delayNorm(45, "minute"), end + len("/4 d'heure")
	}
	w, end := wordAt(s, skipSpaces(s, end))
	unit := delayUnits[w]
	switch {
	case w == "demi" || w == "demie" || w == "quart" || w == "quarts" || w == "petite" || w == "bonne" || w == "petit" || w == "bon":
		return partDelay(s, v, w, end)
	case unit == "" || isAge(s, i, end):
		return "", 0
	case n.hundredths > 0 && v < 0:
		return strings.TrimSuffix(strings.Replace(n.String(), ",", ".", 1), "0") + " " + unit, end
	case v <= 0 || idle(n, unit) && !termBefore(s, i):
		return "", 0
	}
	if after, ok := andHalf(s, end); ok {
		return strconv.Itoa(v) + ".5 " + unit, after
	}
	return delayNorm(v, unit), end
}

func roundDelay(s string, i int) (string, int) {
	n, at := roundAt(s, i)
	w, end := wordAt(s, at)
	if unit := delayUnits[w]; n > 0 && unit != "" {
		return delayNorm(n, unit), end
	}
	return "", 0
}

// partDelay reads "une demi-heure", "un quart d’heure", "une petite semaine".
func partDelay(s string, v int, w string, at int) (string, int) {
	for at < len(s) && (s[at] == '-' || s[at] == ' ') {
		at++
	}
	at += 2 * count(strings.HasPrefix(s[at:], "d'"))
	unitWord, end := wordAt(s, at)
	unit := delayUnits[unitWord]
	switch {
	case unit == "" || v < 1:
		return "", 0
	case w == "quart" || w == "quarts":
		return delayNorm(15*v, "minute"), end
	case w == "demi" || w == "demie":
		if unit == "heure" {
			return delayNorm(30, "minute"), end
		}
		return "0.5 " + unit, end
	}
	return delayNorm(v, unit), end
}

func andHalf(s string, end int) (after int, ok bool) {
	at := skipSpaces(s, end)
	for _, half := range []string{"et demie", "et demi"} {
		if strings.HasPrefix(s[at:], half) && !partOfWord(s, at+len(half)) {
			return at + len(half), true
		}
	}
	return 0, false
}

// termBefore tells the words that make even "un jour" a delay.
func termBefore(s string, i int) bool {
	return strings.Contains(" sous en dans d de avant apres ici pendant durant environ within in ", " "+precedingWord(s, i)+" ")
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
	case unit == "trimestre":
		return delayNorm(3*v, "mois")
	case unit == "semestre":
		return delayNorm(6*v, "mois")
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

package reading

import (
	"strconv"
	"strings"
)

// amountAt reads "2 000 €", "€ 50", "86,40 euros", "12 € 50", "deux mille
// euros", "50 centimes", "1,2 million d’euros", "une centaine d’euros".
func amountAt(s string, i int) (string, int) {
	if s[i] == flatEuro {
		return prefixedAmount(s, i+1)
	}
	n, end := numberAt(s, i)
	if end == 0 {
		return roundAmount(s, i)
	}
	n, end = inMillions(n, s, end)
	at := skipSpaces(s, end)
	if at < len(s) && s[at] == flatEuro {
		return withCents(n, s, at+1)
	}
	switch w, end := wordAt(s, at); w {
	case "euro", "euros", "eur":
		return withCents(n, s, end)
	case "centime", "centimes":
		return figure{hundredths: n.hundredths / 100}.String(), end
	case "ke", "k":
		if end < len(s) && s[end] == flatEuro {
			return figure{hundredths: n.hundredths * 1000}.String(), end + 1
		}
	case "dollar", "dollars", "francs":
		return n.String() + " " + w, end
	}
	return "", 0
}

// prefixedAmount reads the figure behind the sign: "€ 50".
func prefixedAmount(s string, i int) (string, int) {
	at := skipSpaces(s, i)
	if at >= len(s) || !isDigit(s[at]) || at > i+1 {
		return "", 0
	}
	n, end := digitsAt(s, at)
	if end == 0 {
		return "", 0
	}
	return n.String(), end
}

// withCents adds the "50" of "12 € 50" and "12 euros et 50 centimes".
func withCents(n figure, s string, end int) (string, int) {
	at := skipSpaces(s, end)
	if w, next := wordAt(s, at); w == "et" {
		at = skipSpaces(s, next)
	}
	cents, after := numberAt(s, at)
	c := cents.whole()
	if after == 0 || c < 1 || c > 99 || n.hundredths%100 != 0 {
		return n.String(), end
	}
	w, last := wordAt(s, skipSpaces(s, after))
	switch {
	case w == "centimes" || w == "centime":
		return figure{hundredths: n.hundredths + c}.String(), last
	case at == end && !cents.words && after-at == 2, at == end+1 && !cents.words && after-at == 2 && w == "":
		return figure{hundredths: n.hundredths + c}.String(), after
	}
	return n.String(), end
}

func inMillions(n figure, s string, end int) (figure, int) {
	w, after := wordAt(s, skipSpaces(s, end))
	times := map[string]int{"million": 1_000_000, "millions": 1_000_000, "milliard": 1_000_000_000, "milliards": 1_000_000_000}[w]
	if times == 0 || n.hundredths > 1_000_000_00 {
		return n, end
	}
	after = skipSpaces(s, after)
	if strings.HasPrefix(s[after:], "d'") {
		after += 2
	}
	return figure{hundredths: n.hundredths * times}, after
}

var roundNumbers = map[string]int{"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000}

// roundAt reads "une centaine d’" or "une dizaine de", and gives what they
// count about.
func roundAt(s string, i int) (n, end int) {
	w, end := wordAt(s, i)
	n = roundNumbers[w]
	if n == 0 {
		return 0, 0
	}
	end = skipSpaces(s, end)
	if strings.HasPrefix(s[end:], "d'") || strings.HasPrefix(s[end:], "de ") {
		return n, skipSpaces(s, end+2)
	}
	return 0, 0
}

func roundAmount(s string, i int) (string, int) {
	n, at := roundAt(s, i)
	if w, end := wordAt(s, at); n > 0 && (w == "euro" || w == "euros") {
		return strconv.Itoa(n), end
	}
	return "", 0
}

// percentAt reads "30 %", "trente pour cent", "deux tiers", "la moitié" and
// "neuf usagers sur dix".
func percentAt(s string, i int) (string, int) {
	n, end := numberAt(s, i)
	if end == 0 {
		return "", 0
	}
	at := skipSpaces(s, end)
	if at < len(s) && s[at] == '%' {
		return n.String(), at + 1
	}
	for _, words := range []string{"pour cents", "pour cent", "pourcents", "pourcent", "percent", "pct"} {
		if strings.HasPrefix(s[at:], words) && !partOfWord(s, at+len(words)) {
			return n.String(), at + len(words)
		}
	}
	return shareAt(s, n.whole(), at)
}

func partOfWord(s string, end int) bool { return end < len(s) && isWord(s[end]) }

// shareAt reads what follows the first number of "deux tiers", "trois quarts"
// and "9 usagers sur 10".
func shareAt(s string, n, at int) (string, int) {
	w, end := wordAt(s, at)
	if n < 1 {
		return "", 0
	}
	switch w {
	case "tiers":
		return share(n, 3), end
	case "quarts":
		if w, _ := wordAt(s, skipSpaces(s, end)); w == "d" {
			return "", 0
		}
		return share(n, 4), end
	}
	if w != "sur" && len(w) > 2 {
		w, end = wordAt(s, skipSpaces(s, end))
	}
	if w != "sur" {
		return "", 0
	}
	of, end := numberAt(s, skipSpaces(s, end))
	if v := of.whole(); end > 0 && v >= n && v <= 100 {
		return share(n, v), end
	}
	return "", 0
}

func share(n, of int) string { return figure{hundredths: n * 10000 / of}.String() }

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
	w, end := wordAt(s, skipSpaces(s, end))
	unit := delayUnits[w]
	switch {
	case w == "demi" || w == "demie" || w == "quart" || w == "quarts" || w == "petite" || w == "bonne" || w == "petit" || w == "bon":
		return partDelay(s, v, w, end)
	case unit == "" || isAge(s, i, end):
		return "", 0
	case n.hundredths > 0 && v < 0:
		return n.String() + " " + unit, end
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

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
	case "m":
		if end < len(s) && s[end] == flatEuro {
			return figure{hundredths: n.hundredths * 1_000_000}.String(), end + 1
		}
	case "dollar", "dollars", "francs", "livres":
		if w != "livres" || strings.HasPrefix(s[end:], " sterling") {
			return n.String() + " " + w, end
		}
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
	if w, at := wordAt(s, i); w == "quelques" {
		return fewEuros(s, skipSpaces(s, at))
	}
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
		return partAt(s, i)
	}
	at := skipSpaces(s, end)
	if at < len(s) && s[at] == '%' {
		return n.String(), at + 1
	}
	for _, words := range []string{"pour cents", "pour cent", "pourcents", "pourcent", "percent", "pct", "points de pourcentage", "point de pourcentage"} {
		if strings.HasPrefix(s[at:], words) && !partOfWord(s, at+len(words)) {
			return n.String(), at + len(words)
		}
	}
	return shareAt(s, n.whole(), at)
}

func partOfWord(s string, end int) bool { return end < len(s) && isWord(s[end]) }

// partAt reads "la moitié des dossiers", "le quart", "le tiers des frais".
func partAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	of := map[string]int{"moitie": 2, "tiers": 3, "quart": 4}[w]
	article := precedingWord(s, i)
	if of == 0 || w != "moitie" && article != "le" || w == "moitie" && article != "la" && article != "de" && article != "par" {
		return "", 0
	}
	if next, _ := wordAt(s, skipSpaces(s, end)); next == "d" || next == "payant" || next == "temps" {
		return "", 0
	}
	return share(1, of), end
}

// shareAt reads what follows the first number of "deux tiers", "trois quarts"
// and "9 usagers sur 10".
func shareAt(s string, n, at int) (string, int) {
	w, end := wordAt(s, at)
	if n < 1 {
		return "", 0
	}
	switch w {
	case "tiers":
		if next, _ := wordAt(s, skipSpaces(s, end)); n == 1 && next != "des" && next != "du" && next != "de" {
			return "", 0 // "un tiers" is somebody else
		}
		return share(n, 3), end
	case "quart", "quarts":
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

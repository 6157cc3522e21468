package reading

import "strings"

// withinUnits are the stretches of time that something is done within: "dans la
// journée", "dans le mois".
var withinUnits = wordSet("heure demi-heure journee soiree matinee nuit semaine quinzaine huitaine mois trimestre semestre annee an")

// withinAt reads the stretch after "dans la", unless what follows says which
// one: "dans le mois de mars" is a month.
func withinAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	if w == "demi" && strings.HasPrefix(s[end:], "-heure") {
		w, end = "demi-heure", end+len("-heure")
	}
	if !withinUnits[w] {
		return "", 0
	}
	before := s[max(0, i-len("dans la ")):i]
	if !strings.HasSuffix(before, "dans la ") && !strings.HasSuffix(before, "dans le ") && !strings.HasSuffix(before, "dans l'") {
		return "", 0
	}
	next, _ := wordAt(s, skipSpaces(s, end))
	if next != "" && strings.Contains(" d de du des prochain prochaine dernier derniere precedent precedente ou "+"1 2 3 4 5 6 7 8 9", next) {
		return "", 0
	}
	return "dans " + w, end
}

// fewAt reads "en quelques jours", "d’ici quelques semaines", where the words
// before make a term of it.
func fewAt(s string, i int) (string, int) {
	if w, _ := wordAt(s, i); w != "quelques" || !termBefore(s, i) {
		return "", 0
	}
	w, end := wordAt(s, skipSpaces(s, i+len("quelques")))
	if unit := delayUnits[w]; unit != "" {
		return "quelques " + unit, end
	}
	return "", 0
}

// fewEuros reads "quelques centaines d’euros" and "quelques euros".
func fewEuros(s string, i int) (string, int) {
	many, at := wordAt(s, i)
	if many == "euros" {
		return "quelques euros", at
	}
	if at = skipSpaces(s, at); strings.HasPrefix(s[at:], "d'euros") && roundNumbers[strings.TrimSuffix(many, "s")] > 0 {
		return "quelques " + many, at + len("d'euros")
	}
	return "", 0
}

// termAt reads a quarter or half of a year: "deuxième trimestre".
func termAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	n := ordinals[w]
	if n == "" {
		return "", 0
	}
	switch unit, end := wordAt(s, skipSpaces(s, end)); unit {
	case "trimestre", "semestre":
		y, after := yearAfter(s, end)
		return dateNorm(y, 0, 0) + n + unit, after
	}
	return "", 0
}

var ordinals = map[string]string{"premier": "1", "1er": "1", "deuxieme": "2", "second": "2", "2e": "2", "2eme": "2", "troisieme": "3", "3e": "3", "3eme": "3", "quatrieme": "4", "4e": "4", "4eme": "4", "dernier": "4"}

package reading

import (
	"slices"
	"strings"
)

var (
	deniers  = wordSet("pas jamais aucun aucune sans ni guere peu moins non manque nullement rien personne not never")
	refusals = wordSet("pas jamais aucun aucune sans ni guere peu moins non manque nullement not never")
)

// denies tells whether one of the words of a step is a negation.
func denies(field string) bool {
	return slices.ContainsFunc(strings.Split(field, "/"), func(alt string) bool {
		plain := Fold(strings.TrimPrefix(alt, "="))
		return deniers[plain] || plain == "ne" || plain == "n"
	})
}

// denied tells whether one of the three words before a hit, in the same
// clause, negates it.
func denied(ws []word, h hit) bool {
	if h.denies {
		return false
	}
	for j := h.from - 1; j >= 0 && j >= h.from-3; j-- {
		if ws[j+1].opens || ws[j].plain == "mais" || ws[j].plain == "pourquoi" || ws[j].plain == "comment" {
			return false
		}
		if refusals[ws[j].plain] || ws[j].plain == "plus" && neBefore(ws, j) {
			return true
		}
	}
	return false
}

var able = wordSet("arrive arrivons peux peut pouvons parviens parvient parvenons reussi reussis reussit possible")

// unable tells what the author cannot do ("je ne peux pas me connecter") from
// what there is none of ("pas de mot de passe").
func unable(ws []word, h hit) bool {
	return slices.ContainsFunc(ws[max(0, h.from-4):h.from], func(w word) bool { return able[w.plain] })
}

// neBefore tells "n’est plus" from "est plus".
func neBefore(ws []word, j int) bool {
	before := ws[max(0, j-3):j]
	return slices.ContainsFunc(before, func(w word) bool { return w.plain == "n" || w.plain == "ne" })
}

// refuted tells a blame whose verb is denied after it: "ne me renvoie pas".
func refuted(ws []word, h hit) bool {
	if h.polarity != Bad || h.denies || h.to >= len(ws) || ws[h.to].opens {
		return false
	}
	after := ws[h.to].plain
	return (after == "pas" || after == "jamais") && neBefore(ws, h.from)
}

// whenever tells what holds now and then ("quand ça marche") from what is
// praised.
func whenever(ws []word, h hit) bool {
	if h.from == 0 || ws[h.from].opens {
		return false
	}
	before := ws[h.from-1].plain
	return before == "quand" || before == "lorsque"
}

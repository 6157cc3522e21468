package reading

import (
	"slices"
	"strings"
)

// Not everybody in a review is the service. Here is who else a phrase may be
// said of.

// others are those of whom a user complains beside the service.
var others = wordSet("banque employeur mutuelle garage entreprises garagiste vendeur vendeuse entreprise societe prestataire fournisseur transporteur compagnie assurance hotel clinique laboratoire acheteur notaire avocat avocate bailleur proprietaire locataire syndic voisin voisine operateur assureur concessionnaire patron ex creancier creanciers ecole ecoles")

var teachers = wordSet("professeur professeurs prof profs formateur formateurs formatrice enseignant enseignante enseignants moniteur")

// conduct are the topics that somebody other than the service may be blamed
// for.
var conduct = map[string]bool{"rude": true, "refused": true, "no_answer": true, "not_listening": true, "incompetent": true, "document_refused": true, "wrong_information": true, "phone_unreachable": true, "no_one_responsible": true, "debt": true, "unclear": true, "puzzled": true, "helpful": true, "kind": true, "listening": true, "competent": true}

// byOthers tells what a third party does: "ma banque refuse", "le vendeur ne
// répond pas".
func byOthers(ws []word, h hit) bool {
	if !conduct[h.label] {
		return false
	}
	if opensWithOther(ws, h.from) {
		return true
	}
	pronoun := false
	for j := h.from; j >= max(0, h.from-8); j-- {
		near := j >= h.from-3 && (j == h.from || !ws[j+1].opens)
		if teachers[ws[j].plain] && j >= h.from-6 {
			return true // they are no agents of the service
		}
		if others[ws[j].plain] && (near || pronoun) {
			return true
		}
		pronoun = pronoun || near && pronouns[ws[j].plain]
	}
	return false
}

// clauseMost is how far back a subject is looked for: a text without a mark
// has no clauses.
const clauseMost = 12

// opensWithOther tells a clause of which a third party is the subject:
// "l’association des Trois Rivières nous fut d’une aide précieuse".
func opensWithOther(ws []word, at int) bool {
	first := max(0, at-clauseMost)
	for j := at; j > first; j-- {
		if ws[j].opens {
			first = j
			break
		}
	}
	if first+1 >= at || !ws[first].opens || ws[first].plain != "l" && ws[first].plain != "une" && ws[first].plain != "cette" && ws[first].plain != "un" {
		return false
	}
	return others[ws[first+1].plain] || ws[first+1].plain == "association"
}

// pronouns stand for whom the sentence spoke of: "ma banque m’a dit qu’elle
// n’y pouvait rien".
var pronouns = wordSet("il elle ils elles")

// toldOf tells what they say that they do not understand: "on me dit qu’on ne
// comprend pas pourquoi".
func toldOf(ws []word, h hit) bool {
	for j := h.from - 1; j >= max(0, h.from-2); j-- {
		switch ws[j].plain {
		case "il", "elle", "ils", "elles":
			return true
		case "on":
			return slices.ContainsFunc(ws[max(0, j-12):j], func(w word) bool { return w.plain == "dit" || w.plain == "repond" })
		}
	}
	return false
}

// byThem tells what the service says it did not receive: "ils ne l’ont pas
// reçue".
func byThem(ws []word, h hit) bool {
	received := slices.ContainsFunc(ws[h.from:h.to], func(w word) bool { return strings.HasPrefix(w.plain, "recu") })
	return received && slices.ContainsFunc(ws[max(0, h.from-4):h.from], func(w word) bool { return w.plain == "ils" || w.plain == "elles" })
}

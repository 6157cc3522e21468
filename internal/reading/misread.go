package reading

import (
	"slices"
	"strings"
)

// A phrase may stand in its sentence for something else than its topic. Here
// is what rules it out: nothing read is better than a complaint that the
// author never made.

// misread tells whether a phrase says something else than its topic.
func (s sentence) misread(h hit) bool {
	switch {
	case h.from > s.elsewhereAt || asked(s.words, h) || byOthers(s.words, h) || s.quoted(h) && !answers[h.label]:
		return true
	case h.polarity == Good && (aimed(s.words, h) || whenever(s.words, h) || conditioned(s.words, h)) || inCompany(s.words, h) || incidental(s.words, h) || refuted(s.words, h) || excepted(s.words, h) || h.label == "simple" && merely(s.words, h) || h.label == "unfair" && ashamed(s.words, h):
		return true
	case h.label == "login" && h.from > 0 && s.words[h.from-1].plain == "en":
		return true // "en me connectant tous les jours"
	case h.label == "puzzled" && toldOf(s.words, h):
		return true
	case h.label == "site_bug" && stuck(s.words, h), h.label == "no_answer" && byThem(s.words, h):
		return true
	case h.label == "refused":
		return !ruling(s.words, h) || supposed(s.words, h)
	case h.label == "phone_unreachable":
		return attaches(s.words, h) || fromAuthor(s.words, h)
	}
	return h.polarity == Bad && supposed(s.words, h)
}

// attached are the things that one joins to a message, where people are
// reached.
var attached = wordSet("document documents piece pieces pj fichier fichiers justificatif justificatifs photo photos pdf dossier")

// attaches tells "joindre un document" from "joindre un conseiller".
func attaches(ws []word, h hit) bool {
	for j := h.from; j < min(len(ws), h.to+3); j++ {
		if attached[ws[j].plain] {
			return true
		}
	}
	return false
}

// averted are the words by which an author says what would be spared, or may
// still come.
var averted = wordSet("eviterait eviteraient evitait evite eviter risque risquerait faudra")

// supposed tells what would be if ("si je n’ai pas de réponse") from what is.
// Right before a phrase, "si" is "so".
func supposed(ws []word, h hit) bool {
	for j := h.from - 2; j >= max(0, h.from-5) && !ws[j+1].opens; j-- {
		if averted[ws[j].plain] || ws[j].plain == "si" && ws[j+1].plain != "bien" || ws[j].plain == "s" && ws[j+1].plain == "il" {
			return true
		}
	}
	return h.from > 0 && (h.denies && ws[h.from-1].plain == "si" || toCome[ws[h.from-1].plain])
}

// toCome are the auxiliaries of what has not happened.
var toCome = wordSet("sera seront serai serait seraient aura auront aurait auraient")

// subjectsOfVerbs are the pronouns that stand after a verb, and before "pas",
// only where the two are inverted.
var subjectsOfVerbs = wordSet("il elle on ils elles vous ce je tu nous")

// asked tells the negation of a question or a suggestion ("n’y a-t-il pas de
// solution ?", "pourquoi ne pas répondre") from one that states a fact.
func asked(ws []word, h hit) bool {
	for j := max(0, h.from-2); j < h.to; j++ {
		if inverted(ws, j) {
			return true
		}
	}
	for j := h.from; j < h.to; j++ {
		before := ""
		if j > 0 {
			before = ws[j-1].plain
		}
		switch ws[j].plain {
		case "pas", "plus", "jamais":
			if reproached(ws, j) {
				return false
			}
			if subjectsOfVerbs[before] || before == "pourquoi" || before == "ne" && j > 1 && ws[j-2].plain == "pourquoi" {
				return true
			}
		case "ne", "n":
			if before == "pourquoi" {
				return true
			}
		}
	}
	return false
}

// reproached tells "pourquoi ne pas l’avoir dit", which blames, from "pourquoi
// ne pas le dire", which proposes.
func reproached(ws []word, not int) bool {
	return slices.ContainsFunc(ws[not:min(len(ws), not+4)], func(w word) bool { return w.plain == "avoir" })
}

// modals are the verbs that questions begin with: "faut-il refaire".
var modals = wordSet("faut dois doit peut puis peux")

// inverted tells "est-il", "reste-t-il" and "faut-il".
func inverted(ws []word, j int) bool {
	if j+1 >= len(ws) || !subjectsOfVerbs[ws[j+1].plain] || ws[j+1].opens {
		return false
	}
	return ws[j].plain == "t" || modals[ws[j].plain] || (ws[j].plain == "est" || ws[j].plain == "sont") && ws[j+1].plain != "ce" && ws[j+1].plain != "vous"
}

// handed are the things that are turned down without anybody having ruled on
// an application: a bank card, a password, a file in the wrong format.
var handed = wordSet("code codes paiement paiements cb mot passe identifiant identifiants navigateur cookies connexion format fichier fichiers photo photos signature cheque cheques banque bancaire virement pdf mail adresse numero appel appels entree acces login")

// ruling tells a decision on what the author asked for from other refusals: a
// thing turned down, somebody who refuses to do something, the author's own.
func ruling(ws []word, h hit) bool {
	if !strings.HasPrefix(ws[h.from].plain, "refus") && !strings.HasPrefix(ws[h.from].plain, "rejet") {
		return true
	}
	for j := max(0, h.from-5); j < min(len(ws), h.to+4); j++ {
		if handed[ws[j].plain] {
			return false
		}
	}
	return !byAuthor(ws, h.from) && !toDo(ws, h)
}

// byAuthor tells "je refuse" and "j’ai refusé" from "on me refuse".
func byAuthor(ws []word, at int) bool {
	for j := at - 1; j >= max(0, at-2); j-- {
		switch ws[j].plain {
		case "je", "j":
			return true
		case "a", "ont", "est", "ete", "me", "m":
			return false
		}
	}
	return false
}

// things end like infinitives.
var things = wordSet("titre titres dossier courrier papier loyer chantier metier premier dernier avenir notre votre autre naturalisation registre chambre")

// rulings are what a service refuses when it decides: "refuse de m’accorder".
var rulings = wordSet("accorder verser payer rembourser delivrer attribuer octroyer renouveler valider reconnaitre enregistrer")

// toDo tells "refuse de transmettre" from "refus de titre".
func toDo(ws []word, h hit) bool {
	if h.to+1 >= len(ws) || ws[h.to].plain != "de" && ws[h.to].plain != "d" {
		return false
	}
	for j := h.to + 1; j < min(len(ws), h.to+4); j++ { // a pronoun may stand between
		if w := ws[j].plain; rulings[w] {
			return false
		} else if !things[w] && len(w) > 4 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir") || strings.HasSuffix(w, "re")) || w == "dire" || w == "voir" {
			return true
		}
	}
	return false
}

// ashamed tells "j’ai honte" from "c’est une honte".
func ashamed(ws []word, h hit) bool {
	return ws[h.from].plain == "honte" && h.from > 0 && ws[h.from-1].plain == "ai"
}

// screens are what gets stuck by itself: "le site bloque".
var screens = wordSet("site page formulaire appli application plateforme systeme bouton ecran ca cela tout navigateur serveur etape questionnaire logiciel lien internet acces connexion ordinateur")

// stuck tells a request at a standstill ("carte grise bloquée"), and a rule
// that a site applies ("bloque, sous prétexte que"), from a site that does not
// work.
func stuck(ws []word, h hit) bool {
	if !strings.HasPrefix(ws[h.to-1].plain, "bloqu") {
		return false
	}
	if h.to+1 < len(ws) && ws[h.to].plain == "sous" && ws[h.to+1].plain == "pretexte" {
		return true
	}
	return !slices.ContainsFunc(ws[max(0, h.from-6):min(len(ws), h.to+6)], func(w word) bool { return screens[w.plain] })
}

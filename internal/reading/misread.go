package reading

import "strings"

// A phrase may stand in its sentence for something else than its topic. Here
// is what rules it out: nothing read is better than a complaint that the
// author never made.

// misread tells whether a phrase says something else than its topic.
func (s sentence) misread(h hit) bool {
	switch {
	case h.from > s.elsewhereAt || asked(s.words, h) || byOthers(s.words, h):
		return true
	case h.label == "refused":
		return !ruling(s.words, h)
	case h.label == "phone_unreachable":
		return attaches(s.words, h)
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

// supposed tells what would be if ("si je n’ai pas de réponse") from what is.
// Right before a phrase, "si" is "so".
func supposed(ws []word, h hit) bool {
	for j := h.from - 2; j >= max(0, h.from-5) && !ws[j+1].opens; j-- {
		if ws[j].plain == "si" && ws[j+1].plain != "bien" || ws[j].plain == "s" && ws[j+1].plain == "il" {
			return true
		}
	}
	return h.from > 0 && h.denies && ws[h.from-1].plain == "si"
}

// others are those of whom a user complains beside the service.
var others = wordSet("banque employeur mutuelle garage garagiste vendeur vendeuse acheteur notaire avocat avocate bailleur proprietaire locataire syndic voisin voisine operateur assureur concessionnaire patron ex")

// conduct are the topics that somebody other than the service may be blamed
// for.
var conduct = map[string]bool{"rude": true, "refused": true, "no_answer": true, "not_listening": true, "incompetent": true, "document_refused": true, "wrong_information": true, "phone_unreachable": true}

// byOthers tells what a third party does: "ma banque refuse", "le vendeur ne
// répond pas".
func byOthers(ws []word, h hit) bool {
	if !conduct[h.label] {
		return false
	}
	for j := h.from - 1; j >= max(0, h.from-3) && !ws[j+1].opens; j-- {
		if others[ws[j].plain] {
			return true
		}
	}
	return false
}

// subjectsOfVerbs are the pronouns that stand before "pas" only where a verb
// and its subject are inverted.
var subjectsOfVerbs = wordSet("il elle on ils elles vous ce je tu nous")

// asked tells the negation of a question or a suggestion ("n’y a-t-il pas de
// solution ?", "pourquoi ne pas répondre") from one that states a fact.
func asked(ws []word, h hit) bool {
	for j := h.from; j < h.to; j++ {
		before := ""
		if j > 0 {
			before = ws[j-1].plain
		}
		switch ws[j].plain {
		case "pas", "plus", "jamais":
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

// toDo tells "refuse de transmettre" from "refus de titre".
func toDo(ws []word, h hit) bool {
	if h.to+1 >= len(ws) || ws[h.to].plain != "de" && ws[h.to].plain != "d" {
		return false
	}
	for j := h.to + 1; j < min(len(ws), h.to+3); j++ { // a pronoun may stand between
		if w := ws[j].plain; !things[w] && len(w) > 4 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir") || strings.HasSuffix(w, "re")) || w == "dire" || w == "voir" {
			return true
		}
	}
	return false
}

package reading

import (
	"slices"
	"strings"
)

// Some words say one thing in one company and another in another. Here is the
// company in which a phrase is not its topic.

// company names, for a topic, the words near a phrase that give it another
// meaning: up to four before it or within, up to three after.
type company struct{ before, after map[string]bool }

var companies = map[string]company{
	"hard_to_find":       {after: wordSet("normal normale logique juste bien acceptable admissible travail emploi logement stage rendez rdv creneau creneaux place temps solution medecin ca cela")},
	"competent":          {before: wordSet("mes mon quelques ayant")},
	"no_slot":            {after: wordSet("audience audiences jugement")},
	"hours":              {before: wordSet("ligne telephone telephonique appel appels")},
	"site_bug":           {before: wordSet("dossier dossiers demande situation droits comptes vente succession paiement")},
	"closed":             {before: wordSet("informant eventuels eventuelles"), after: wordSet("jours jour ferie feries dimanche dimanches samedi samedis nuit soir")},
	"delay":              {before: wordSet("courrier facteur train avion vol saisie formulaire questionnaire fiche fiches page pages texte textes liste listes"), after: wordSet("prise rendez rdv creneau creneaux reponse reponses retour nouvelle nouvelles contraignantes contraignante contraignant fastidieuses fastidieuse")},
	"distance":           {before: wordSet("rayon"), after: wordSet("h heure")},
	"free":               {before: wordSet("numero appel masque"), after: wordSet("numero appel")},
	"login":              {after: wordSet("bancaire banque epargne")},
	"file_lost":          {before: wordSet("soit risque risquait")},
	"staff_short":        {after: wordSet("financier financiers argent")},
	"data_error":         {before: wordSet("reconnais pensais croyais")},
	"no_one_responsible": {after: wordSet("par")},
	"satisfied":          {before: wordSet("personnes usagers gens clients")},
	"form":               {after: wordSet("contact")},
	"contradictory":      {after: wordSet("question questions demande")},
	"thanks_staff":       {after: wordSet("attention reponse retour comprehension lecture amelioration")},
	"document_refused":   {after: wordSet("jointe jointes")},
	"refused":            {before: wordSet("rendez rdv auxquelles auxquels auxquel laquelle auquel embarquement"), after: wordSet("embarquement")},
	"solved":             {before: wordSet("serais serait aurais aurait")},
	"passed_around":      {after: wordSet("formulaire lien document mail courriel sms faq page papier")},
	"puzzled":            {after: wordSet("traite traiter traitent maltraite")},
	"account_change":     {before: wordSet("suite apres suivant")},
	"simple":             {after: wordSet("aller venir"), before: wordSet("parking stationnement courrier lettre particulier citoyen")},
}

// inCompany tells whether the words around a phrase give it another meaning.
func inCompany(ws []word, h hit) bool {
	c := companies[h.label]
	near := func(some map[string]bool, from, to int) bool {
		return slices.ContainsFunc(ws[max(0, from):min(len(ws), to)], func(w word) bool { return some[w.plain] })
	}
	return near(c.before, h.from-4, h.to) || near(c.after, h.to, h.to+3)
}

var degrees = wordSet("tres plus aussi si assez")

// merely tells "je dis simplement" from "très simplement".
func merely(ws []word, h hit) bool {
	return ws[h.from].plain == "simplement" && (h.from == 0 || !degrees[ws[h.from-1].plain])
}

var exceptions = wordSet("sauf hormis excepte")

// excepted tells what an author sets apart from the rest: "à part la
// connexion".
func excepted(ws []word, h hit) bool {
	for j := h.from - 1; j >= max(0, h.from-3) && !ws[j+1].opens; j-- {
		if exceptions[ws[j].plain] || ws[j].plain == "part" && j > 0 && ws[j-1].plain == "a" {
			return true
		}
	}
	return false
}

// fromAuthor tells that the author is the one who cannot be reached: "je ne
// répondais plus", "ils n’ont pas pu me joindre".
func fromAuthor(ws []word, h hit) bool {
	for j := max(0, h.from-1); j < h.to && j+1 < len(ws); j++ {
		switch ws[j].plain {
		case "je":
			return slices.ContainsFunc(ws[j:h.to], func(w word) bool { return picksUp[w.stem] })
		case "me", "m":
			return reaches[ws[j+1].stem]
		}
	}
	return false
}

var (
	picksUp = stemSet("répondre répondais décrocher")
	reaches = stemSet("joindre contacter")
)

// stemSet is wordSet, by stems.
func stemSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, stem := range Stems(list) {
		set[stem] = true
	}
	return set
}

var (
	determiners = wordSet("de d ce cet cette ces le la l les mon ma mes sa son ses leur leurs notre nos votre vos un une aucun aucune")
	replies     = wordSet("reponse reponses nouvelle nouvelles retour appel suite avis")
	messages    = wordSet("mail mails courriel courriels email message messages confirmation accuse sms notification")
	told        = wordSet("information informations explication explications renseignement renseignements precision")
	money       = wordSet("bourse remboursement remboursements allocation allocations paiement salaire pension prime aide aides versement argent indemnites retraite somme virement")
)

// received gives the topic of what the author says they did not receive: an
// answer, a payment, a thing.
func received(ws []word, h hit) Topic {
	if h.label != "no_answer" || !strings.HasPrefix(ws[h.to-1].plain, "recu") && !determiners[ws[h.to-1].plain] {
		return Topic(h.label)
	}
	if slices.ContainsFunc(ws[max(0, h.from-2):h.from], func(w word) bool { return w.plain == "l" }) {
		return "mail_undelivered" // "je ne l’ai pas reçu"
	}
	object := objectAfter(ws, h)
	is := func(some map[string]bool) bool {
		return slices.ContainsFunc(object, func(w word) bool { return some[w.plain] })
	}
	switch {
	case len(object) == 0 || is(replies):
		return "no_answer"
	case is(messages):
		return "code_missing"
	case is(told):
		return "no_information"
	case money[object[0].plain]:
		return "unpaid"
	}
	return "mail_undelivered"
}

// objectAfter gives the two words that name what was received, none where
// nothing is named: "toujours rien reçu".
func objectAfter(ws []word, h hit) []word {
	at := h.to
	if at < len(ws) && determiners[ws[at].plain] {
		at++
	} else if !determiners[ws[h.to-1].plain] {
		return nil
	}
	return ws[at:min(len(ws), at+2)]
}

// adverbs may stand between a negation and the praise that it denies.
var adverbs = wordSet("tres vraiment du tout toujours assez bien si trop plus fort particulierement d de l la le un une des les aucune aucun ete franchement forcement toute")

// deniedClosely tells "pas très aimable", which blames, from "pas d’idée
// aimable", which says nothing.
func deniedClosely(ws []word, h hit) bool {
	for j := h.from - 1; j >= max(0, h.from-4); j-- {
		if refusals[ws[j].plain] || ws[j].plain == "plus" && neBefore(ws, j) {
			return true
		}
		if !adverbs[ws[j].plain] {
			return false
		}
	}
	return false
}

// aimed tells what a sentence is after ("pour l’écoute de chacun, il
// faudrait…") from what it praises.
func aimed(ws []word, h hit) bool { return ws[0].plain == "pour" && h.from <= 3 }

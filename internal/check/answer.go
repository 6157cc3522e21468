package check

import (
	"fmt"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// mostUnanswered keeps the list readable: a reply that misses more than this
// needs writing again, not a longer list.
const mostUnanswered = 3

// unanswered tells of the complaints of the review that the reply does not
// take up: it neither speaks of their topic nor uses any of their words.
func unanswered(s *subject) []review.Finding {
	replied := map[reading.Topic]bool{}
	for _, p := range reading.ReadReply(s.Reply).Points() {
		replied[p.Topic] = true
	}
	used := map[string]bool{}
	for _, stem := range reading.Stems(s.Reply) {
		used[stem] = true
	}
	found := []review.Finding{}
	for _, p := range s.read.Points() {
		if p.Polarity == reading.Bad && !replied[p.Topic] && !takesUp(used, p) && len(found) < mostUnanswered {
			found = append(found, unansweredFinding(p))
		}
	}
	return found
}

// unansweredFinding quotes the review, so that the agent need not look for the
// point.
func unansweredFinding(p reading.Point) review.Finding {
	words := opening(p.Text)
	return review.Finding{Severity: review.Info, Message: review.Text{
		FR: fmt.Sprintf("Ce point de l’avis reste sans réponse, reprenez-le en quelques mots\u00a0: «\u00a0%s\u00a0».", words),
		EN: fmt.Sprintf("This point of the review is left unanswered, take it up in a few words: “%s”.", words)}}
}

// longestQuote is how much of a sentence is quoted, in code points.
const longestQuote = 90

// opening cuts a sentence at a word, without the signs that nobody sees.
func opening(sentence string) string {
	seen, _ := reading.Unveil(sentence)
	runes := []rune(strings.Join(strings.Fields(seen), " "))
	if len(runes) <= longestQuote {
		return strings.TrimRight(string(runes), ".,;: \u00a0\u202f")
	}
	cut := longestQuote
	for cut > longestQuote/2 && runes[cut] != ' ' {
		cut--
	}
	return strings.TrimRight(string(runes[:cut]), ".,;: \u00a0\u202f") + "…"
}

// everyday words prove nothing: they stand in any reply.
var everyday = stemSet("service services message avis réponse répondre temps merci écrire agent équipe demande demander nous vous pouvoir faire avoir être bonjour jour site personne aider problème")

func stemSet(words string) map[string]bool {
	all := map[string]bool{}
	for _, s := range reading.Stems(words) {
		all[s] = true
	}
	return all
}

// otherWords are the words by which a reply takes up a topic without using
// those of the review.
var otherWords = map[reading.Topic]map[string]bool{
	"delay":             stemSet("délai attente attendre patience retard longueur"),
	"counter_wait":      stemSet("attente attendre file patience"),
	"no_answer":         stemSet("silence relance relances retour suivi"),
	"mail_unanswered":   stemSet("courriel courriels messages silence"),
	"phone_unreachable": stemSet("téléphone téléphonique appel appels standard joindre joignable"),
	"phone_hold":        stemSet("téléphone téléphonique appel appels standard attente"),
	"callback_missed":   stemSet("rappel rappeler appel"),
	"rude":              stemSet("accueil ton attitude échange"),
	"not_listening":     stemSet("accueil écoute échange"),
	"site_bug":          stemSet("dysfonctionnement panne anomalie technique blocage"),
	"site_down":         stemSet("dysfonctionnement panne indisponible technique"),
	"unclear":           stemSet("clarté clair claire explication explications"),
	"no_information":    stemSet("information informations informer informé"),
	"complicated":       stemSet("complexité simple simplifier difficulté difficultés parcours"),
	"dissatisfied":      stemSet("regrettons déception insatisfaction désolés mécontentement colère"),
	"passed_around":     stemSet("interlocuteur orienter services renvoyé"),
	"no_slot":           stemSet("créneau créneaux disponibilité rendez"),
}

// takesUp reports whether the reply uses a word of the sentence, or another
// for its topic.
func takesUp(used map[string]bool, p reading.Point) bool {
	for stem := range otherWords[p.Topic] {
		if used[stem] {
			return true
		}
	}
	for _, stem := range reading.Stems(p.Text) {
		if len(stem) > 3 && used[stem] && !everyday[stem] {
			return true
		}
	}
	return false
}

package reading

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// What is said on the way to something else, beside what is meant.
func TestWordsSaidInPassing(t *testing.T) {
	for _, c := range []struct {
		name, text string
		topic      Topic
		want       bool
	}{
		{"if one pays fast", "Si je payais rapidement, la somme serait moindre.", "quick", false},
		{"paid fast", "J’ai été payé rapidement.", "quick", true},
		{"granted", "Si nous avons été bien reçus, en revanche l’attente fut longue.", "kind", true},
		{"no reason to", "Le bureau n’avait aucune raison de le faire.", "no_information", false},
		{"no reason given", "Ma demande a été close, aucune raison.", "no_information", true},
		{"one’s own file", "Je dois rectifier mon dossier.", "data_error", false},
		{"an error of the service", "Il faut faire rectifier mon acte.", "data_error", true},
		{"accepted or rejected", "Je ne sais pas si ma requête a été acceptée ou rejetée.", "refused", false},
		{"rejected", "Ma requête a été rejetée.", "refused", true},
		{"how others are granted it", "Je ne comprends pas comment octroyer ceci aux autres.", "unclear", false},
		{"how to fill it in", "Je ne comprends pas comment remplir la fiche.", "unclear", true},
		{"a rule that a site applies", "Le site bloque, sous prétexte que je suis étudiant.", "site_bug", false},
		{"a site that stops", "Le site bloque à chaque fois.", "site_bug", true},
		{"an application that stops", "Chaque soir, elle s’arrête sans prévenir personne.", "site_bug", true},
		{"only for some", "La carte de pêche n’est ouverte qu’aux adultes, et n’est accessible que pour les riverains.", "no_option", true},
		{"after a move", "Une carte grise, suite à un changement d’adresse, était difficile à récupérer.", "account_change", false},
		{"long and binding", "Les démarches sont trop longues et contraignantes.", "delay", false},
		{"put off again", "Le jury vient d’être, pour une énième fois, repoussé.", "slot_cancelled", true},
		{"found to be false", "Les renseignements que la dame de l’accueil m’a donnés ce jour-là se sont avérés faux.", "wrong_information", true},
		{"no idea how", "Je n’ai aucune idée de la suite.", "no_information", true},
		{"a site that one finds heavy", "Une difficulté, le problème du site : il est vieux et peu ergonomique.", "site_bug", false},
		{"so it is complicated", "Une difficulté, le problème du site : il est vieux et peu ergonomique.", "complicated", true},
		{"a problem of the site", "J’ai un problème avec le site.", "site_bug", true},
		{"why demand it", "Pourquoi imposer deux témoins ?", "puzzled", true},
		{"was of no use", "Ma visite de mardi n’a servi à rien.", "absurd", true},
		{"few appointments", "Les rendez-vous de carte grise ou de titre sont limités chez nous.", "no_slot", true},
		{"no way to say it", "Aucun moyen d’indiquer mon étage.", "no_option", true},
		{"a file just accepted", "Ma candidature vient d’être validée.", "solved", true},
		{"welcome, but weeks", "Bon accueil mais délai de huit semaines.", "delay", true},
		{"those without a network", "Les anciens du hameau n’ont pas tous accès à internet.", "digital_divide", true},
		{"a link that leads nowhere", "Le lien du message est bloqué.", "dead_link", true},
		{"no way to go", "Pas de déplacement au bureau, pas de queue.", "no_travel", true},
		{"kept out", "Le gardien m’a, lundi, refusé l’accès.", "turned_away", true},
		{"kept out of an account", "Le site a refusé l’accès.", "turned_away", false},
		{"as well as they could", "Les interlocuteurs ont fait au mieux pour nous.", "helpful", true},
		{"of little effect", "Un service extrêmement peu performant.", "dissatisfied", true},
		{"too old a telephone", "Mon appareil serait trop vieux.", "no_option", true},
		{"who took it on", "Le maire adjoint s’est impliqué pour nous.", "helpful", true},
		{"a call that was liked", "J’ai beaucoup apprécié mon contact téléphonique avec un agent.", "phone_helpful", true},
	} {
		found := slices.ContainsFunc(Points(c.text), func(p Point) bool { return p.Topic == c.topic })
		if found != c.want {
			t.Errorf("%s: %q: %s read: %v, want %v", c.name, c.text, c.topic, found, c.want)
		}
	}
}

// A subject that stands only in a proposal is not the author’s own.
func TestSubjectsThatAreOnlyWished(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Une dernière chose : à quand un guichet pour le permis de conduire au village ?", true},
		{"J’ai refait mon permis de conduire. À quand un guichet pour le permis de conduire au village ?", false},
		{"Il faudrait que mon permis de conduire arrive plus vite.", false},
	} {
		a := Analyse(review.Review{Text: c.text})
		if a.Subject != "licence" || slices.Contains(a.Wished, a.Subject) != c.want {
			t.Errorf("%q: subject %q, wished %q, want %v", c.text, a.Subject, a.Wished, c.want)
		}
	}
}

// What is asked for is a change, and the crisis had not come yet.
func TestActsAndCircumstancesInPassing(t *testing.T) {
	for text, want := range map[string]Act{"Demande de mise à jour de mon dossier": "", "Demande de passeport": "ask", "Contester une amende. Le paiement en est facile.": "contest", "Payer une amende. La contestation en est facile.": "pay"} {
		if got := Analyse(review.Review{Title: text, Text: "Rien ne vient."}).Act; got != want {
			t.Errorf("%q: act %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{"C’était avant la crise sanitaire.": false, "C’était pendant la crise sanitaire.": true} {
		if got := Analyse(review.Review{Text: text}).Has("covid"); got != want {
			t.Errorf("%q: covid %v, want %v", text, got, want)
		}
	}
	if s := Analyse(review.Review{Title: "Attestation de non mariage/pacs", Text: "Il faut un rendez-vous."}).Subject; s == "marriage" {
		t.Error("who is not married is taken to write of a marriage")
	}
	if s := Analyse(review.Review{Title: "Papier", Text: "De la même façon qu’un acte de naissance, on devrait l’avoir chez soi."}).Subject; s != "" {
		t.Errorf("what it is likened to is taken for the subject: %q", s)
	}
	if s := Analyse(review.Review{Title: "Bureau de l’île", Text: "Une présence utile. Un visa, un passeport, un livret de famille ou un mariage, ils font tout."}).Subject; s != "" {
		t.Errorf("one of a list is taken for the subject: %q", s)
	}
	if s := Analyse(review.Review{Title: "Justificatif", Text: "Lors de ma demande de renouvellement de carte d’identité on a refusé sans aucune raison ma quittance de taxe d’habitation, puis mon contrat de gaz, et enfin le livret de famille que ma mère avait gardé."}).Subject; s != "identity_card" {
		t.Errorf("what one long sentence comes for is lost among its papers: %q", s)
	}
	if s := Analyse(review.Review{Title: "Contact", Text: "On m’a demandé mon numéro, en vue des élections municipales."}).Subject; s == "election" {
		t.Errorf("what a call prepared for is taken for its subject: %q", s)
	}
}

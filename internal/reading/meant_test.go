package reading

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// What is said at a standstill, denied after its verb, asked or told of
// others, beside the reading that it must not cost.
func TestWhatIsMeantByTheSameWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		topic      Topic
		want       bool
	}{
		{"a request at a standstill", "Ma pension est bloquée.", "site_bug", false},
		{"a site that stops", "La page bloque à la fin.", "site_bug", true},
		{"denied after its verb", "Le notaire ne me renvoie pas l’acte.", "passed_around", false},
		{"sent to another", "Le notaire me renvoie au cadastre.", "passed_around", true},
		{"sent to a form", "On me renvoie vers un formulaire.", "passed_around", false},
		{"each names the other", "Chacun dit que cela revient à l’autre.", "passed_around", true},
		{"another person each time", "À chaque fois une voix différente.", "contradictory", false},
		{"another answer", "J’ai eu une réponse différente à chaque appel.", "contradictory", true},
		{"asked whether to begin anew", "Faut-il refaire la demande ?", "documents_again", false},
		{"when it works", "Quand ça marche, tout va.", "site_good", false},
		{"it works", "Ça marche.", "site_good", true},
		{"at ease", "On m’a mise à l’aise.", "simple", false},
		{"shame felt", "J’ai honte devant ma famille.", "unfair", false},
		{"shame called", "C’est une honte.", "unfair", true},
		{"an employer who does not understand", "Mon employeur ne comprend pas.", "unclear", false},
		{"help as a noun", "Il n’y a pas que cette aide.", "no_one_responsible", false},
		{"regret that leads to praise", "Dommage, car les agents sont aimables.", "kind", true},
		{"what the service did not get", "Ils ne l’ont jamais reçue.", "mail_undelivered", false},
		{"what the author did not get", "Je ne l’ai jamais reçue.", "mail_undelivered", true},
		{"nobody among others", "Aucun guichetier ne répond à mes messages.", "mail_unanswered", true},
		{"why something fell", "Je ne comprends pas pourquoi mon allocation a baissé.", "lowered", true},
		{"long sheets", "La fiche est trop longue.", "delay", false},
		{"a title that only names the line", "Accueil téléphonique", "phone_helpful", false},
		{"turned away", "Il n’y avait plus de tickets au guichet.", "turned_away", true},
		{"known already", "Ces données sont connues de l’administration.", "known_already", true},
		{"nothing foreseen", "Le formulaire ne prévoit pas les jumeaux.", "no_option", true},
		{"not collected", "Le verre n’est pas ramassé.", "waste_missed", true},
		{"not mended", "Le banc n’est toujours pas réparé.", "not_repaired", true},
		{"overtaken", "Trois personnes sont passées devant nous.", "overtaken", true},
	} {
		found := slices.ContainsFunc(Points(c.text), func(p Point) bool { return p.Topic == c.topic })
		if found != c.want {
			t.Errorf("%s: %q: %s read: %v, want %v", c.name, c.text, c.topic, found, c.want)
		}
	}
}

// A length of time is a wait where something takes it or has been lying since,
// not where it is what the author is given.
func TestWaitsToldWithoutTheWord(t *testing.T) {
	for _, c := range []struct {
		text string
		want Duration
	}{
		{"Trois mois pour un tampon.", Duration{3, Months}},
		{"La mairie met encore six semaines à signer.", Duration{6, Weeks}},
		{"Plainte déposée il y a deux ans.", Duration{2, Years}},
		{"Fuite signalée depuis cinq mois.", Duration{5, Months}},
		{"J’ai deux mois pour payer.", Duration{}},
		{"Un agent met dix minutes à signer.", Duration{}},
	} {
		if got := Analyse(review.Review{Text: c.text}).Waited; got != c.want {
			t.Errorf("%q: waited %v, want %v", c.text, got, c.want)
		}
	}
}

// A paper that is asked for, or a word said on the way, is not what a review
// is about.
func TestSubjectsOnTheWay(t *testing.T) {
	for _, c := range []struct {
		text string
		want Subject
	}{
		{"On me réclame un acte de naissance.", ""},
		{"Je demande un acte de naissance.", "birth_certificate"},
		{"C’était fermé pour formation.", ""},
		{"Ma formation commence lundi.", "training"},
	} {
		if got := Analyse(review.Review{Text: c.text}).Subject; got != c.want {
			t.Errorf("%q is about %q, want %q", c.text, got, c.want)
		}
	}
}

// Somebody whom a relative speaks for is in danger all the same.
func TestAlarmsForAnother(t *testing.T) {
	for text, kind := range map[string]string{
		"Mon neveu dit qu’il veut mourir.":           "self_harm",
		"Je dépose plainte pour violences.":          "violence",
		"J’ai peur de rentrer chez moi ce soir.":     "violence",
		"Le chien du voisin a peur de rentrer tard.": "",
	} {
		urgent := SignalsOf(text).Urgent
		if kind == "" && len(urgent) > 0 || kind != "" && (len(urgent) == 0 || urgent[0].Kind != kind) {
			t.Errorf("%q: %v, want %q", text, urgent, kind)
		}
	}
}

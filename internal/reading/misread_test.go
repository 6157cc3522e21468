package reading

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// A phrase of the tables may stand for something else; what is left out here
// must still be read where it is meant.
func TestPhrasesThatSaySomethingElse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		topic      Topic
		want       bool
	}{
		{"an application", "Ma demande de bourse a été refusée.", "refused", true},
		{"on behalf of the author", "On me refuse la prime.", "refused", true},
		{"a residence card", "Ma carte de séjour est refusée.", "refused", true},
		{"a payment", "Mon paiement est refusé par le terminal.", "refused", false},
		{"a code", "Le code reçu est toujours refusé.", "refused", false},
		{"to do something", "L’agent a refusé de me transmettre au supérieur.", "refused", false},
		{"the author’s own", "Je refuse cette méthode.", "refused", false},
		{"a bank", "Ma banque refuse le prélèvement.", "refused", false},
		{"a seller", "Le vendeur n’a pas répondu.", "no_answer", false},
		{"a service", "La mairie n’a pas répondu.", "no_answer", true},
		{"elsewhere", "Délai court, ce qui n’est pas le cas à la mairie, aux informations erronées.", "wrong_information", false},
		{"here", "Le site donne des informations erronées.", "wrong_information", true},
		{"a question", "N’y a-t-il pas de solution ?", "no_one_responsible", false},
		{"a fact", "Il n’y a pas de solution.", "no_one_responsible", true},
		{"what would be", "Si je n’ai aucune réponse, que faire ?", "no_answer", false},
		{"what is", "Je n’ai aucune réponse.", "no_answer", true},
		{"so slow", "C’est si lent que je renonce.", "delay", true},
		{"to join a file", "Impossible de joindre un document.", "phone_unreachable", false},
		{"to join somebody", "Impossible de joindre un conseiller.", "phone_unreachable", true},
		{"cannot pay", "Je ne peux pas payer en ligne.", "unpaid", false},
		{"was not paid", "Je n’ai pas été payé ce mois-ci.", "unpaid", true},
		{"cannot log in", "Je n’arrive jamais à me connecter.", "login", true},
		{"no password needed", "Pas de mot de passe à retenir.", "login", false},
		{"a sensible person", "Un agent très agréable.", "kind", true},
		{"a thing", "Un temps agréable ce matin.", "kind", false},
		{"a flight", "Mon dossier était dans le vol pour Nice.", "file_lost", false},
	} {
		found := slices.ContainsFunc(Points(c.text), func(p Point) bool { return p.Topic == c.topic })
		if found != c.want {
			t.Errorf("%s: %q: %s read: %v, want %v", c.name, c.text, c.topic, found, c.want)
		}
	}
}

// What stands in the gap of a longer phrase is read too.
func TestGapsOfPhrasesAreRead(t *testing.T) {
	topics := []Topic{}
	for _, p := range Points("Un personnel compétent, rapide et agréable.") {
		topics = append(topics, p.Topic)
	}
	for _, want := range []Topic{"competent", "quick", "kind"} {
		if !slices.Contains(topics, want) {
			t.Errorf("%s is missing from %q", want, topics)
		}
	}
}

// A word said once on the way is no subject; said of the author’s own, early
// or twice, it is.
func TestPassingWordsAreNoSubject(t *testing.T) {
	lead := "Je suis venu lundi. L’attente fut longue. Rien n’était indiqué. "
	for _, c := range []struct {
		name, title, text string
		want              Subject
	}{
		{"on the way", "Accueil", lead + "Un voisin parlait de permis de conduire.", ""},
		{"the author’s own", "Accueil", lead + "Il me fallait mon passeport.", "passport"},
		{"twice", "Accueil", lead + "Un passeport prend du temps. Le passeport attend.", "passport"},
		{"in the title", "Passeport", lead, "passport"},
		{"at the start", "", "Il s’agit d’un passeport. " + lead, "passport"},
	} {
		if got := Analyse(review.Review{Title: c.title, Text: c.text}).Subject; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWaitedInHoursAndMinutes(t *testing.T) {
	for text, want := range map[string]Duration{
		"J’ai subi 1 h 30 d’attente au guichet.":     {90, Minutes},
		"Au comptoir, plus d’1h30 d’attente.":        {90, Minutes},
		"J’ai dû attendre pendant 2h00 ce matin-là.": {2, Hours},
		"J’attends devant la porte depuis 10h30.":    {},
		"Attente de 8h45 à 12h15, puis plus rien.":   {},
	} {
		if got := Analyse(review.Review{Text: text}).Waited; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

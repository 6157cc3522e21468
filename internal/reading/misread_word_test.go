package reading

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// Words that say one thing in one company and another in another: each class
// of misreading stands beside the reading that it must not cost.
func TestWordsInAnotherCompany(t *testing.T) {
	for _, c := range []struct {
		name, text string
		topic      Topic
		want       bool
	}{
		{"information", "Je ne trouve pas le formulaire.", "hard_to_find", true},
		{"a judgement", "C’est une situation que je ne trouve pas normale.", "hard_to_find", false},
		{"work", "Je ne peux pas trouver du travail.", "hard_to_find", false},
		{"the author’s skills", "Je veux mettre à niveau mes compétences.", "competent", false},
		{"the staff’s skills", "Une équipe compétente.", "competent", true},
		{"copies", "Le dossier doit être fourni en deux exemplaires.", "competent", false},
		{"a holiday", "Le consulat est fermé les jours fériés.", "closed", false},
		{"closed", "Le consulat est fermé sans explication.", "closed", true},
		{"asked whether closed", "Le guichet est-il toujours fermé ?", "closed", false},
		{"a free number", "Un numéro d’appel gratuit existe.", "free", false},
		{"a free service", "Ce service est gratuit et utile.", "free", true},
		{"might be lost", "Je crains que le dossier soit perdu.", "file_lost", false},
		{"is lost", "La mairie a perdu mon dossier.", "file_lost", true},
		{"could have done without", "Je me serais bien passé de cette visite.", "solved", false},
		{"went well", "Tout s’est bien passé.", "solved", true},
		{"merely", "Je dis simplement ce que j’ai vu.", "simple", false},
		{"very simply", "Tout se fait très simplement.", "simple", true},
		{"set apart", "Tout va, à part la connexion biométrique.", "login", false},
		{"ordinary mail", "La carte est venue par courrier simple.", "simple", false},
		{"a speed", "J’ai été flashé à 70 km/h.", "distance", false},
		{"a way", "J’habite à 70 km du guichet.", "distance", true},
		{"the author does not answer", "Je ne répondais plus au téléphone.", "phone_unreachable", false},
		{"the author reaches nobody", "Je n’arrive à joindre personne.", "phone_unreachable", true},
		{"nobody answers", "Le standard ne répond plus au téléphone.", "phone_unreachable", true},
		{"refused on board", "On nous a opposé un refus d’embarquement.", "refused", false},
		{"not entitled to", "Le simulateur affiche une prime à laquelle je n’avais pas droit.", "refused", false},
		{"will be refused", "Sans pièce, la demande sera refusée.", "refused", false},
		{"will not be paid", "Les factures ne seront pas payées.", "unpaid", false},
		{"would spare", "Un brouillon éviterait de tout recommencer.", "documents_again", false},
		{"has to", "Il a fallu tout recommencer.", "documents_again", true},
		{"a bank, then a pronoun", "Ma banque m’a dit qu’elle ne pouvait rien faire.", "no_one_responsible", false},
		{"the service", "Le guichet répond qu’il ne pouvait rien faire.", "no_one_responsible", true},
		{"to this day", "À ce jour mon souci n’est toujours pas réglé.", "delay", true},
		{"a task", "La saisie du tableau est trop longue.", "delay", false},
		{"an announcement", "Le dossier est traité avec égalité, pas comme ailleurs.", "delay", false},
		{"aimed at", "Pour la bienveillance de tous, il y aurait à dire.", "kind", false},
		{"praised", "La bienveillance de tous m’a touché.", "kind", true},
		{"another clause", "La règle n’est pas respectée, explication à suivre.", "no_information", false},
		{"no explanation", "Pas la moindre explication.", "no_information", true},
		{"denied within", "Le site internet n’est pas très clair.", "site_good", false},
		{"not denied", "Le site internet est très clair.", "site_good", true},
		{"nothing kind denied", "Je n’avais pas d’envie professionnelle, j’ai attendu.", "incompetent", false},
		{"kindness denied", "La dame n’était pas très aimable.", "rude", true},
		{"proposed", "Il faudrait un seul mot de passe.", "login", false},
	} {
		found := slices.ContainsFunc(Points(c.text), func(p Point) bool { return p.Topic == c.topic })
		if found != c.want {
			t.Errorf("%s: %q: %s read: %v, want %v", c.name, c.text, c.topic, found, c.want)
		}
	}
}

// What did not come is an answer, a payment or a thing.
func TestWhatWasNotReceived(t *testing.T) {
	for text, want := range map[string]Topic{
		"Je n’ai pas reçu de réponse.":                   "no_answer",
		"Je n’ai toujours pas reçu ma bourse.":           "unpaid",
		"Je n’ai jamais reçu cette carte.":               "mail_undelivered",
		"La vignette, je ne l’ai toujours pas reçue.":    "mail_undelivered",
		"Je n’ai toujours rien reçu.":                    "nothing_received",
		"Je n’ai pas reçu le remboursement de mes frais": "unpaid",
	} {
		topics := []Topic{}
		for _, p := range Points(text) {
			topics = append(topics, p.Topic)
		}
		if !slices.Contains(topics, want) {
			t.Errorf("%q: %q, want %s among them", text, topics, want)
		}
		if want != "no_answer" && slices.Contains(topics, "no_answer") {
			t.Errorf("%q: read as an answer that did not come", text)
		}
	}
}

// A phrase that two entries of one topic hold counts once.
func TestSaidOnceCountsOnce(t *testing.T) {
	once, twice := Points("Il y a une erreur dans le nom."), Points("Il y a une erreur dans le nom. Encore une erreur dans le nom.")
	if len(once) == 0 || len(twice) == 0 || once[0].Weight >= twice[0].Weight {
		t.Errorf("%v, %v", once, twice)
	}
	if got := Points("Le menu déroulant est vide.")[0].Weight; got > 5 {
		t.Errorf("a single phrase weighs %d", got)
	}
}

func TestYearsOfALifeAreNoWait(t *testing.T) {
	for text, want := range map[string]Duration{
		"Depuis dix ans je viens ici, c’est toujours aussi long.": {},
		"J’attends depuis dix ans une réponse.":                   {10, Years},
		"Depuis deux ans sans réponse, c’est long.":               {2, Years},
		"J’ai attendu une heure et demie au guichet.":             {90, Minutes},
	} {
		if got := Analyse(review.Review{Text: text}).Waited; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// Whose a matter is, and which of two is the nearer.
func TestSubjectsMeant(t *testing.T) {
	lead := "Je suis venu lundi. Rien n’était indiqué. L’attente fut longue. Le bureau était vide. Personne ne parlait. "
	for _, c := range []struct {
		name, title, text string
		want              Subject
	}{
		{"somebody else’s", "Registres", "Le registre le dit sur sa carte d’identité. " + lead, ""},
		{"the author’s own", "Registres", "Ma carte d’identité est expirée. " + lead, "identity_card"},
		{"late and not asked for", "Accueil", lead + "Mon permis de conduire est resté chez moi.", ""},
		{"late and asked for", "Accueil", lead + "Je voulais refaire mon permis de conduire.", "licence"},
		{"an enumeration", "Accueil", "Que ce soit pour les élections ou autre chose, tout va. " + lead, ""},
		{"the nearer of two", "Vote en ligne à la présidentielle", "Les élections, le bureau de vote, les élections encore. J’ai voté en ligne.", "online_vote"},
	} {
		if got := Analyse(review.Review{Title: c.title, Text: c.text}).Subject; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAProposalIsNoQuestion(t *testing.T) {
	for text, want := range map[string]bool{
		"Pourquoi ne pas envoyer un message ?":         false,
		"Ne serait-il pas bon d’envoyer un message ?":  false,
		"À quel guichet dois-je déposer mon dossier ?": true,
	} {
		if got := Analyse(review.Review{Text: text}).Asks; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

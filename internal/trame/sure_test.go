package trame

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// What is not sure is not said: each review stands for a class of drafts that
// a reader would have had to mend.
func TestWhatIsNotSureIsNotSaid(t *testing.T) {
	bad := func(names ...review.ThemeName) []review.Theme {
		all := []review.Theme{}
		for _, n := range names {
			all = append(all, review.Theme{Name: n, Sentiment: review.Negative})
		}
		return all
	}
	at := func(body string, channels ...string) []review.Typology {
		return []review.Typology{{Name: body, Channels: channels}}
	}
	for _, c := range []struct {
		name      string
		review    review.Review
		says, not string // alternatives are parted by "|"
	}{
		{"a file mentioned once, where another theme is ticked", review.Review{Sentiment: review.Negative, Title: "Simulateur", Text: "Les estimations sont fausses. Le fichier pdf reprend d’ailleurs la même somme.", Themes: bad(review.ThemeInformation)},
			"l’information reçue", "vos documents"},
		{"cannot log in, said once", review.Review{Sentiment: review.Neutral, Title: "Portail", Text: "Impossible de me connecter. Tout est difficile.", Themes: bad(review.ThemeAccess)},
			"connexion|votre compte", ""},
		{"injustice felt", review.Review{Sentiment: review.Negative, Title: "Accueil", Text: "On m’a laissé dehors, ce que je trouve discriminatoire.", Themes: bad(review.ThemeRelation)},
			"injuste", ""},
		{"masks, by somebody who is exempt", review.Review{Sentiment: review.Negative, Title: "Masque", Text: "Je suis exempté de masque, et le masque a servi de prétexte pour me laisser dehors."},
			"", "votre vigilance"},
		{"a message that did not help", review.Review{Sentiment: review.Negative, Title: "Rappel", Text: "J’ai fait mon rappel en mars et le rappel n’est pas inscrit. Encore un rappel à faire ?"},
			"", "messages d’information ou de rappel"},
		{"posted for a relative whom the text does not name", review.Review{Sentiment: review.Negative, PostedAs: "Un proche de la personne concernée", Title: "Passeport", Text: "Mon passeport est en retard depuis deux mois."},
			"un passeport", "votre passeport|vos proches"},
		{"a desk ticked by the platform alone", review.Review{Sentiment: review.Negative, Title: "Dossier", Text: "Rien ne va comme je le pensais.", Themes: bad(review.ThemeAccess), Typologies: at("CAF", "Accueil")},
			"difficile d’accès", "à l’accueil"},
		{"a theatre is not its ministry", review.Review{Sentiment: review.Positive, Title: "Visite", Text: "Une équipe aimable.", Typologies: at("Ministère de la Culture"), Structures: []review.Structure{{Name: "Théâtre des Trois Ponts"}}},
			"", "ministère"},
		{"an electricity bill at the prefecture", review.Review{Sentiment: review.Negative, Title: "Facture EDF", Text: "Ma facture EDF a été refusée comme justificatif.", Typologies: at("Préfecture")},
			"la préfecture", "énergie"},
		{"a wait at the counter", review.Review{Sentiment: review.Negative, Title: "Guichet", Text: "J’attends encore mon tour au guichet, et c’est trop long.", Typologies: at("CAF", "Accueil")},
			"attente sur place", "votre démarche|délai"},
		{"a wait on the line", review.Review{Sentiment: review.Negative, Title: "Appel", Text: "À chaque appel on me parle d’une heure d’attente.", Typologies: at("CAF", "Téléphone")},
			"au téléphone", "sur place"},
		{"bravo to a ministry", review.Review{Sentiment: review.Positive, Title: "Vote", Text: "Bravo ! Le vote par internet est rapide."},
			"mots d’encouragement", "remerciements"},
		{"thanks for the reader’s attention", review.Review{Sentiment: review.Negative, Title: "Sans réponse", Text: "Aucune réponse depuis mars. Merci pour votre attention.", Themes: bad(review.ThemeReactivity)},
			"sans réponse|sans nouvelles", "encouragement"},
		{"a reservation after all the praise", review.Review{Sentiment: review.Neutral, Title: "Site", Text: "Site facile à utiliser, mais le résultat surprend."},
			"ce qui vous a gêné", ""},
		{"bad luck is no reservation", review.Review{Sentiment: review.Positive, Title: "Carte", Text: "Ma carte était malheureusement perdue. Le site est facile à utiliser."},
			"", "ce qui vous a gêné"},
		{"an appointment told on the way", review.Review{Sentiment: review.Negative, Title: "Acte de naissance", Text: "Lors d’un rendez-vous j’ai déposé la demande. Depuis, aucune réponse."},
			"", "un rendez-vous pour"},
		{"a law mentioned, and a suggestion", review.Review{Sentiment: review.Negative, Title: "Créneaux", Text: "Il faudrait ouvrir plus de créneaux, la loi ne l’interdit pas et vous devriez prendre en compte les familles."},
			"créneaux", "évoluer les règles"},
		{"three weeks are not some days", review.Review{Sentiment: review.Negative, Title: "Listes électorales", Text: "J’attends depuis vingt jours une réponse."},
			"plusieurs semaines", "plusieurs jours"},
		{"what one does not understand", review.Review{Sentiment: review.Negative, Title: "Prime d’activité", Text: "Je ne comprends pas pourquoi il faut déclarer chaque trimestre.", Typologies: at("CAF")},
			"interroge|comprendre les raisons", "assez claires"},
	} {
		b := body(t, New(), c.review)
		wellMade(t, b)
		if c.says != "" && !hasAny(b, c.says) {
			t.Errorf("%s: none of %q in %s", c.name, c.says, b)
		}
		if c.not != "" && hasAny(b, c.not) {
			t.Errorf("%s: %q stands in %s", c.name, c.not, b)
		}
	}
}

func hasAny(b, alternatives string) bool {
	for one := range strings.SplitSeq(alternatives, "|") {
		if strings.Contains(b, one) {
			return true
		}
	}
	return false
}

// No point is named twice, whatever the words that raise it.
func TestNoPointTwice(t *testing.T) {
	r := review.Review{Sentiment: review.Negative, Title: "Queue", Text: "Deux heures de queue au guichet, c’est trop long. J’attends toujours mon tour. Encore la queue.",
		Typologies: []review.Typology{{Name: "CAF", Channels: []string{"Accueil"}}}}
	if b := body(t, New(), r); strings.Count(b, "attente sur place") != 1 {
		t.Error(b)
	}
}

// Being sure must not end in saying nothing: most replies still open on what
// the review itself says.
func TestRepliesStillSayWhatTheReviewsSay(t *testing.T) {
	said, themes, led, all := 0, 0, 0, realReviews(t)
	for _, r := range all {
		for i, p := range compose(r, review.Wish{}).chosen.points {
			theme := strings.HasPrefix(string(p.topic), "theme_")
			if theme {
				themes++
				continue
			}
			if said++; i == 0 {
				led++
			}
		}
	}
	t.Logf("%d points of the texts, %d themes ticked; %d of %d replies are led by a point of the text", said, themes, led, len(all))
	if 100*led < 80*len(all) {
		t.Errorf("%d of %d replies are led by a point of the text, want 80 in 100", led, len(all))
	}
}

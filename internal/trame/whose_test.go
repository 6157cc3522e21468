package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// Whose the matter is, and what stands for whom: a relative's is not called
// the author's.
func TestWhoseTheMatterIs(t *testing.T) {
	relation := []review.Theme{{Name: review.ThemeRelation, Sentiment: review.Positive}}
	slow := []review.Theme{{Name: review.ThemeReactivity, Sentiment: review.Negative}}
	at := func(body string) []review.Typology { return []review.Typology{{Name: body}} }
	for _, c := range []struct {
		name      string
		review    review.Review
		says, not string // alternatives are parted by "|"
	}{
		{"a neighbour’s pension", review.Review{Sentiment: review.Negative, Title: "Retraite", Text: "Ma voisine attend sa retraite depuis deux mois.", Typologies: at("CARSAT")},
			"d’une retraite|ce dossier", "votre retraite|votre dossier"},
		{"one’s own pension", review.Review{Sentiment: review.Negative, Title: "Retraite", Text: "J’attends ma retraite depuis deux mois.", Typologies: at("CARSAT")},
			"votre retraite", "ce dossier"},
		{"a widow’s pension, told by her son", review.Review{Sentiment: review.Negative, Title: "Pension de réversion", Text: "Ma mère attend sa pension de réversion.", Typologies: at("CARSAT")},
			"pension de réversion", "votre pension"},
		{"a business that is not the matter", review.Review{Sentiment: review.Negative, Title: "Retraite", Text: "J’ai vendu mon entreprise et j’attends ma retraite depuis deux mois.", Typologies: at("CARSAT")},
			"", "activité professionnelle"},
		{"thanks do not stand for a theme", review.Review{Sentiment: review.Positive, Title: "Merci à la dame", Text: "Elle a tout repris.", Typologies: at("CAF"), Themes: relation},
			"relation|échanges", ""},
		{"reminders", review.Review{Sentiment: review.Negative, Title: "Dossier", Text: "Le temps passe, j’ai pourtant relancé en mai.", Themes: slow},
			"malgré vos relances", ""},
		{"somebody else’s reminder", review.Review{Sentiment: review.Negative, Title: "Dossier", Text: "Aucune réponse, le débiteur n’est pas relancé.", Themes: slow},
			"", "malgré vos relances"},
		{"more than a year", review.Review{Sentiment: review.Negative, Title: "Dossier", Text: "J’attends depuis 18 mois.", Themes: slow},
			"plus d’un an", "plusieurs mois"},
		{"a refusal said in one word", review.Review{Sentiment: review.Negative, Title: "Dérogation", Text: "Ma dérogation est refusée.", Themes: slow},
			"refus", ""},
		{"a library is the matter itself", review.Review{Sentiment: review.Positive, Title: "Bibliothèque", Text: "Équipe aimable.", Structures: []review.Structure{{Name: "Bibliothèque de Nérac"}}},
			"la bibliothèque de Nérac", "auprès"},
		{"a town without its name", review.Review{Sentiment: review.Positive, Title: "Voirie", Text: "Équipe aimable.", Structures: []review.Structure{{Name: "Ville de Nérac"}}},
			"la ville", "la ville de "},
		{"steps at the door of a body for the disabled", review.Review{Sentiment: review.Negative, Title: "Accès", Text: "En fauteuil roulant, je ne passe pas l’entrée.", Typologies: at("MDPH")},
			"dites du handicap", ""},
		{"how far one lives, who votes from there", review.Review{Sentiment: review.Neutral, Title: "Vote par internet", Text: "Un vote utile à ceux qui sont à 300 km, mais le site était saturé."},
			"en ligne", "loin|distance"},
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

package trame

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// What fifty drafts read aloud one after the other were found to say wrong.
func TestFiftyReadAloud(t *testing.T) {
	bad, neutral, good := review.Negative, review.Neutral, review.Positive
	mended(t, []found{
		{"access ticked, and what was difficult said", review.Review{Sentiment: bad, Title: "Carte de séjour", Text: "Trois mois, et toujours aucune réponse.", Themes: ticks(bad, review.ThemeAccess), Typologies: at("Préfecture")},
			"sans réponse|sans nouvelles", "accès"},
		{"access ticked alone", review.Review{Sentiment: bad, Title: "Carte de séjour", Text: "Vraiment rien de bon à en dire.", Themes: ticks(bad, review.ThemeAccess), Typologies: at("Préfecture")},
			"accès", ""},
		{"a subject of a proposal", review.Review{Sentiment: neutral, Title: "Numérique", Text: "Il faudrait investir dans le numérique. Une dernière chose : à quand un guichet pour le permis de conduire au village ?", Typologies: at("Réseau consulaire")},
			"démarches en ligne", "votre permis"},
		{"the only problem", review.Review{Sentiment: neutral, Title: "Passeport", Text: "Un seul bémol : des rendez-vous difficiles à trouver. Le reste s’est très bien passé.", Themes: ticks(bad, review.ThemeSimplicity)},
			"bon déroulement", ""},
		{"teachers are no agents", review.Review{Sentiment: good, Title: "Cours", Text: "Mes professeurs d’anglais étaient variés. L’interlocutrice était très agréable, un organisme très sérieux.", Typologies: at("Caisse des dépôts (CDC)")},
			"interlocuteurs", "des agents"},
		{"a tenant’s allowance", review.Review{Sentiment: bad, Title: "Demande de modification de RIB", Text: "Je loue deux maisons. C’est pour l’APL d’un de mes locataires, et je reste sans réponse.", Typologies: at("CAF")},
			"coordonnées bancaires|aide au logement", "votre aide|une demande d’aide"},
		{"a way that was spared", review.Review{Sentiment: good, Title: "Vote en ligne", Text: "Ravi de ce vote par internet. Le bureau est à trois heures de route.", Themes: ticks(good, review.ThemeAccess)},
			"déplacement|de chez vous", ""},
		{"somebody else’s card", review.Review{Sentiment: bad, Title: "Titre de séjour", Text: "Le voisin a un diplôme. Son titre de séjour lui est refusé, et la même réponse lui revient.", Typologies: at("Préfecture")},
			"", "votre titre"},
		{"a surprise that is a reserve", review.Review{Sentiment: neutral, Title: "Succession", Text: "Une procédure simple. Je suis tout de même étonné que deux témoins soient exigés.", Themes: ticks(good, review.ThemeSimplicity), Typologies: at("Tribunal judiciaire")},
			"interroge", "votre succession|encourageant"},
		{"a bought message", review.Review{Sentiment: bad, Title: "Amende. Pourquoi pas de mail ?", Text: "La lettre m’a échappé. Le centre ne pourrait-il pas aussi envoyer un SMS ?", Typologies: at("ANTAI")},
			"par message", ""},
		{"what an office could not do", review.Review{Sentiment: good, Title: "Douanes", Text: "Le poste ne pourrait pas me recevoir avant lundi, et il fallait envoyer un mail. Des agents attentifs ont trouvé une solution.", Typologies: at("Douane")},
			"", "suggér|suggestion"},
		{"asked without an answer that helps", review.Review{Sentiment: bad, Title: "Consulat", Text: "Leur message ne correspondait pas à ma question, et je n’ai donc aucune réponse.", Typologies: at("Réseau consulaire")},
			"attendue", "sans réponse|l’absence de réponse"},
	})
}

// What the next drafts of the order were found to leave out.
func TestWhatFreshDraftsLeftOut(t *testing.T) {
	neutral, good := review.Neutral, review.Positive
	mended(t, []found{
		{"welcome, but weeks", review.Review{Sentiment: good, Title: "Passeport", Text: "Un bon accueil, des agents aimables, mais délai de huit semaines.", Themes: ticks(good, review.ThemeReactivity), Typologies: at("Mairie")},
			"attente|délai", ""},
		{"weeks that are praised", review.Review{Sentiment: good, Title: "Passeport", Text: "Un bon accueil, des agents aimables, un passeport en deux semaines.", Typologies: at("Mairie")},
			"", "attente|trop longs"},
		{"not yet perfect", review.Review{Sentiment: good, Title: "Vote en ligne : pas encore parfait", Text: "Le système est très bien, les codes sont difficiles à copier.", Themes: ticks(good, review.ThemeAccess)},
			"gêné|réserves|difficult", ""},
		{"a line to be added", review.Review{Sentiment: neutral, Title: "Documents", Text: "On choisit son document dans une liste. Vous pourriez rajouter une ligne à la liste."},
			"compléter le service en ligne", ""},
		{"somebody sooner is no proposal", review.Review{Sentiment: review.Negative, Title: "Retraite", Text: "Il me manque quatre points. On ne joint pas quelqu’un plus vite, ni des informations plus claires.", Typologies: at("Carsat")},
			"", "Vous suggérez|Votre suggestion"},
		{"a plus is one", review.Review{Sentiment: neutral, Title: "Retraite", Text: "Des informations plus claires, ce serait un plus.", Typologies: at("Carsat")},
			"information plus claire", ""},
		{"access says least", review.Review{Sentiment: review.Negative, Title: "Amende", Text: "La date est au 31, et le service compte jusqu’au 15.", Themes: ticks(review.Negative, review.ThemeAccess, review.ThemeInformation), Typologies: at("ANTAI")},
			"Nous regrettons que l’information", ""},
		{"access says least, beside praise too", review.Review{Sentiment: neutral, Title: "Conducteur", Text: "La date est au 31, et le service compte jusqu’au 15.",
			Themes: append(ticks(review.Negative, review.ThemeAccess, review.ThemeSimplicity), ticks(good, review.ThemeInformation)...), Typologies: at("ANTAI")},
			"Nous regrettons que la démarche", ""},
		{"a son who is to be enrolled", review.Review{Sentiment: review.Negative, Title: "Permis de conduire", Text: "Je voudrais aider ma fille à passer son examen. Aucun créneau.", Typologies: at("Candilib")},
			"créneau|rendez-vous", "votre permis"},
		{"a site under maintenance, by no other word", review.Review{Sentiment: good, Title: "Vignette", Text: "Une maintenance en pleine matinée.", Themes: ticks(review.Negative, review.ThemeAccess)},
			"disponible|indisponibilité", "difficile d’accès"},
		{"what was ticked as bad comes before what was ticked as good", review.Review{Sentiment: neutral, Title: "Consulat", Text: "Le personnel a été très aimable. Un bémol, le problème du site : il est vieux et peu ergonomique.",
			Themes: append(ticks(good, review.ThemeAccess, review.ThemeRelation), ticks(review.Negative, review.ThemeSimplicity)...), Typologies: at("Réseau consulaire")},
			"simplicité|simple", "fonctionné comme prévu"},
	})
}

// No two sentences in a row begin alike in what is said of a worry.
func TestWorriesDoNotBeginAlike(t *testing.T) {
	r := review.Review{Sentiment: review.Negative, Title: "Amende", Text: "On me réclame 90 euros, alors que je crains une pénalité.", Typologies: at("ANTAI")}
	if b := body(t, New(), r); hasAny(b, "Nous comprenons que la crainte") {
		t.Errorf("two sentences begin alike: %s", b)
	}
}

// No two sentences of a reply end alike.
func TestSentencesDoNotEndAlike(t *testing.T) {
	r := review.Review{Sentiment: review.Positive, Title: "Relais de quartier", Text: "Une ouverture bien organisée pendant la pandémie, merci d’avoir maintenu le service malgré le covid.", Themes: ticks(review.Positive, review.ThemeSimplicity), Typologies: at("Mairie")}
	if b := body(t, New(), r); strings.Count(b, "et nous vous en remercions") > 1 {
		t.Errorf("two sentences end alike: %s", b)
	}
}

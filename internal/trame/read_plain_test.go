package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// Short reviews of which nothing was ticked, by people who name no feeling: what
// they tell is what the reply takes up.
func TestPlainlyToldReviews(t *testing.T) {
	bad, good, plain := review.Negative, review.Positive, review.Neutral
	town := at("Collectivités territoriales - Communes")
	mended(t, []found{
		{"the form of a site", review.Review{Sentiment: good, ExternalID: "9001", Title: "Formulaire bien fait", Text: "Le formulaire est clair, dix minutes et c’était fini.", Typologies: at("Service-public.fr")},
			"formulaire", "sur le formulaire sur le site"},
		{"a Pacs is no marriage", review.Review{Sentiment: plain, Title: "Question", Text: "Je voudrais savoir quelles pièces apporter pour un Pacs à la mairie.", Typologies: town},
			"Pacs", "mariage"},
		{"a place in a nursery", review.Review{Sentiment: bad, Title: "Place en crèche", Text: "Aucune réponse depuis six mois.", Typologies: town},
			"crèche", "votre place"},
		{"a code that never came", review.Review{Sentiment: plain, Title: "Carte grise", Text: "Tout est en ligne, mais il faut un code que je n’ai jamais reçu."},
			"code", "demande soit restée|sans nouvelles|absence de réponse"},
		{"somebody else's file", review.Review{Sentiment: bad, Title: "Espace personnel", Text: "Mon espace affiche le dossier de quelqu’un d’autre.", Typologies: at("France Travail")},
			"confidentialité|données", ""},
		{"a refund that is less handy", review.Review{Sentiment: plain, Title: "Cantine", Text: "Le paiement en ligne est pratique, le remboursement des absences beaucoup moins.", Typologies: town},
			"", "le traitement de votre remboursement"},
		{"closed for two weeks", review.Review{Sentiment: bad, Title: "Médiathèque", Text: "La médiathèque est fermée sans affiche depuis deux semaines.", Typologies: at("Médiathèque municipale")},
			"fermé|fermeture", "semaines d’attente"},
		{"what is still on the pavement", review.Review{Sentiment: bad, Title: "Encombrants", Text: "Les encombrants devaient passer mardi, ils sont encore sur le trottoir vendredi.", Typologies: at("Ville - Commune")},
			"collecte|ramass", ""},
		{"a card that is not read", review.Review{Sentiment: bad, Title: "Identité numérique", Text: "L’application ne lit pas ma carte, j’ai essayé sur trois téléphones.", Typologies: at("ANTS")},
			"technique|fonctionné", ""},
		{"another amount", review.Review{Sentiment: plain, Title: "Simulateur", Text: "Le simulateur d’APL donne un montant différent de celui versé.", Typologies: at("CAF")},
			"sommes", ""},
		{"a tax that doubled", review.Review{Sentiment: bad, Title: "Taxe foncière", Text: "Ma taxe foncière a doublé et rien ne dit pourquoi.", Typologies: at("Service des Impôts des particuliers")},
			"sommes", ""},
		{"two hours on one's feet", review.Review{Sentiment: bad, Title: "HONTEUX", Text: "Deux heures debout pour entendre qu’il manque une photocopie.", Typologies: at("Préfecture")},
			"attente|Attendre", "injuste"},
		{"three weeks for a stamp", review.Review{Sentiment: bad, Title: "Apostille", Text: "Trois semaines pour une apostille alors que mon visa expire.", Typologies: at("TRIBUNAL JUDICIAIRE")},
			"temps que prend|délai|impatience|semaines", ""},
		{"all to be done again", review.Review{Sentiment: plain, Title: "Carte de stationnement", Text: "Dossier de vingt pages, tout à refaire tous les cinq ans.", Typologies: at("MDPH-MDA")},
			"refaire", ""},
		{"a place nobody waits for", review.Review{Sentiment: good, Title: "Délai", Text: "Deux semaines pour une carte, bravo !", Typologies: town},
			"", "regrett|impatience"},
	})
}

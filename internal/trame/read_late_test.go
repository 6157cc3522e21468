package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// What is private, what is on paper, and what one only wishes for oneself.
func TestPaperAndPrivacy(t *testing.T) {
	bad := review.Negative
	mended(t, []found{
		{"a letter given to neighbours", review.Review{Sentiment: bad, Title: "Acte", Text: "Le pli a été distribué à mes voisins."},
			"confidentialité", ""},
		{"on paper, as before", review.Review{Sentiment: bad, Title: "Impôts", Text: "Mes feuilles ne sont plus envoyées par la poste. Je veux mon courrier comme avant.", Typologies: at("Impots.gouv.fr")},
			"numérique", ""},
		{"wishing to benefit proposes nothing", review.Review{Sentiment: bad, Title: "Prime", Text: "Je souhaite bénéficier de la prime, et une explication m’est refusée."},
			"", "Vous suggérez|Votre suggestion"},
		{"wishing that something be", review.Review{Sentiment: review.Positive, Title: "Vote par internet", Text: "Un vote simple. Je souhaite que ce système devienne celui de toutes les élections."},
			"d’autres élections", ""},
		{"two hours, said twice", review.Review{Sentiment: bad, Title: "Plainte", Text: "Le temps d’attente est de 2 heures, on me demande de patienter."},
			"attente", "délais que vous jugez|impatience"},
		{"a site under maintenance", review.Review{Sentiment: bad, Title: "Carte grise", Text: "Le site est en maintenance en pleine matinée.", Themes: ticks(bad, review.ThemeAccess)},
			"disponible|indisponibilité", ""},
		{"thanks for the attention of the reader", review.Review{Sentiment: review.Positive, Title: "Formulaires", Text: "Il est lourd de tout retaper. Merci pour votre attention.", Themes: ticks(bad, review.ThemeSimplicity)},
			"", "encouragement"},
		{"a trade that the list lacks", review.Review{Sentiment: review.Neutral, Title: "Plainte en ligne", Text: "Les métiers sont au menu. Le seul manquant est le mien."},
			"ne semble pas prévoir", ""},
		{"too near a door", review.Review{Sentiment: bad, Title: "Recensement", Text: "La visite à ma porte fut intrusive."},
			"accueil", ""},
	})
}

// What is rare, what is seized, and what one does every day.
func TestRareSlots(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"rare, and for what", review.Review{Sentiment: bad, Title: "Papiers", Text: "Les rendez-vous pour demander un passeport sont très rares."},
			"rendez-vous|créneau", ""},
		{"rights that shrink", review.Review{Sentiment: bad, Title: "Santé", Text: "Mes droits diminuent encore."},
			"à la baisse", ""},
		{"easier to go to", review.Review{Sentiment: good, Title: "Consulat", Text: "Je suis content, et il m’est facile d’y aller."},
			"satisfaction", "démarche vous ait paru simple|simplicité"},
		{"logging in every day", review.Review{Sentiment: bad, Title: "Examen", Text: "Aucun créneau, même en me connectant chaque jour."},
			"rendez-vous|créneau", "votre compte|connexion"},
		{"a place that nobody can seize", review.Review{Sentiment: bad, Title: "Examen", Text: "Impossible de saisir une place."},
			"", "ne semble pas prévoir"},
		{"the name of another body", review.Review{Sentiment: bad, Title: "Sommes", Text: "La caisse générale de sécurité sociale réclame 300 euros à ma famille."},
			"réclamée", "assurance maladie"},
		{"messages that come no more", review.Review{Sentiment: bad, Title: "Actes", Text: "Depuis mars je ne reçois plus vos messages."},
			"message attendu", ""},
		{"why make it hard", review.Review{Sentiment: bad, Title: "Inscription", Text: "Pourquoi faire simple quand on peut faire compliqué !", Themes: ticks(bad, review.ThemeInformation)},
			"compliquée|plus simple", "heureux"},
	})
}

// What is proposed, and what only looks so.
func TestWhatIsProposed(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"a letter that mentions", review.Review{Sentiment: good, Title: "Amende", Text: "Un site clair. Ce serait bien d’avoir un remboursement automatique, sans la lettre mentionnant l’arrêt ni le formulaire."},
			"", "information plus claire|revoir le formulaire"},
		{"a form to be changed", review.Review{Sentiment: good, Title: "Amende", Text: "Un site clair. Il faudrait revoir le formulaire."},
			"revoir le formulaire", ""},
		{"a wish for a talk", review.Review{Sentiment: bad, Title: "Retraite", Text: "Pour qui souhaite dialoguer, il n’y a pas de numéro à appeler pour une information plus claire."},
			"", "Vous suggérez|Votre suggestion"},
		{"a list that one would lengthen", review.Review{Sentiment: review.Neutral, Title: "Documents", Text: "On scanne ses documents, on choisit le fichier pdf, puis la liste. Vous pourriez rajouter une ligne à la liste."},
			"", "posé problème"},
		{"a seizure, and a paper that lacked", review.Review{Sentiment: bad, Title: "Saisie disproportionnée", Text: "Il manquait une pièce au dossier. On a saisi 3000 euros, mon compte est vidé."},
			"somme réclamée", ""},
		{"a question behind a lost line break", review.Review{Sentiment: bad, Title: "Acte", Text: "Le dossier est closQui répond derrière ce mot ?", Themes: ticks(bad, review.ThemeInformation)},
			"otre question", ""},
		{"a building that one disputes", review.Review{Sentiment: good, Title: "Visite", Text: "Un personnel compétent. Le choix du bâtiment me semble discutable."},
			"ce qui vous a gêné|réserves", ""},
	})
}

// What a single strong word says, beside other ticks.
func TestSingleStrongWords(t *testing.T) {
	bad := review.Negative
	mended(t, []found{
		{"unpleasant, beside another tick", review.Review{Sentiment: review.Neutral, Title: "Horaires d’ouverture", Text: "Les personnes à l’entrée sont désagréables. Les horaires sont trop limités, le matin seulement.", Themes: ticks(bad, review.ThemeAccess), Typologies: at("Réseau consulaire")},
			"accueil", ""},
		{"the third request", review.Review{Sentiment: bad, Title: "Acte", Text: "Me voici à ma 3 ème demande."},
			"refaire", ""},
		{"a file to be compressed", review.Review{Sentiment: bad, Title: "Dossier", Text: "Ce dossier doit être compressé, page par page, sur le site."},
			"documents en ligne|transmettre", ""},
		{"do not forget", review.Review{Sentiment: review.Positive, Title: "N’oubliez pas les blancs", Text: "Un site simple, avec les blancs du numéro."},
			"aux autres usagers", ""},
	})
}

// A warm word for an ordeal is kept for those who complain of one.
func TestWarmthKeepsItsMeasure(t *testing.T) {
	for felt, heavy := range map[review.Sentiment]bool{review.Negative: true, review.Neutral: false} {
		for _, id := range []string{"1", "2", "3", "4"} {
			r := review.Review{ExternalID: id, Sentiment: felt, Title: "Subvention", Text: "Le formulaire est compliqué, et le formulaire est lourd.", Themes: ticks(review.Negative, review.ThemeSimplicity)}
			b := written(t, New(), review.Assignment{Review: r, Wish: review.Wish{Warmer: true}})
			if got := hasAny(b, "vous peser|Votre déception"); got != heavy {
				t.Errorf("%s: %v in %s", felt, got, b)
			}
		}
	}
}

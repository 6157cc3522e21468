package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// What did not come, who did not come, and what is not renewed.
func TestWhatDidNotCome(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"a message that did not come", review.Review{Sentiment: bad, Title: "Retrait", Text: "Je n’ai pas reçu le SMS prévu."},
			"message attendu", "restée sans réponse|sans nouvelles"},
		{"a lack said at length", review.Review{Sentiment: bad, Title: "Carte grise", Text: "Il manquerait selon moi des explications après une succession."},
			"explications", ""},
		{"the police did not come", review.Review{Sentiment: bad, Title: "Bruit", Text: "J’ai appelé deux fois, personne ne s’est jamais déplacé.", Typologies: at("Police Municipale", "Téléphone")},
			"ne se soit déplacé", ""},
		{"a request that they did not get", review.Review{Sentiment: bad, Title: "Actes", Text: "En appelant, je découvre qu’ils n’avaient reçu aucune demande."},
			"pas été pris en compte", "sans réponse|sans nouvelles"},
		{"an act is not renewed", review.Review{Sentiment: good, Title: "Renouvellement de passeport, acte de naissance", Text: "Renouvellement de mon passeport et copie de mon acte de naissance : un personnel aimable. Mon acte de naissance et mon passeport sont là."},
			"passeport", "renouvellement de votre passeport et de votre acte|renouvellement de votre acte"},
		{"two things renewed", review.Review{Sentiment: good, Title: "Renouveler passeport et carte d’identité", Text: "Un personnel aimable. Passeport et carte d’identité sont là."},
			"renouvellement", ""},
		{"what was to be done did not work", review.Review{Sentiment: bad, Title: "Inscription", Text: "Les étapes du site n’ont pas marché."},
			"technique|fonctionné", ""},
		{"teachers are no agents", review.Review{Sentiment: good, Title: "Cours", Text: "Mon formateur était très compétent.", Typologies: at("Caisse des dépôts (CDC)")},
			"", "agents"},
		{"by what means", review.Review{Sentiment: bad, Title: "Registre", Text: "Je vous demande donc par quel moyen compléter ce dossier, par quel moyen écrire ? Je dois demander par quel guichet passer ?"},
			"otre question", ""},
	})
}

// Invented reviews of every theme and place, read aloud.
func TestWhatInventedReviewsFound(t *testing.T) {
	bad, good := review.Negative, review.Positive
	library := []review.Structure{{Name: "Bibliothèque de Nérac"}}
	mended(t, []found{
		{"easy parking is no simple step", review.Review{Sentiment: good, Text: "Parking facile, j’ai pu venir.", Themes: ticks(good, review.ThemeAccess), Typologies: at("Préfecture", "Accueil")},
			"facile d’accès", "démarche vous ait paru simple"},
		{"closed on the one day", review.Review{Sentiment: bad, Title: "Bibliothèque", Text: "Fermée le samedi, le seul jour où nous venons.", Structures: library},
			"horaires", ""},
		{"a place that is the matter, in a complaint", review.Review{Sentiment: bad, Title: "Bibliothèque", Text: "Les chaises sont cassées.", Structures: library},
			"la bibliothèque de Nérac", ""},
		{"bins not emptied are no dirt", review.Review{Sentiment: bad, Title: "Déchets", Text: "Le bac n’est pas ramassé depuis mardi."},
			"collecte", "propreté"},
		{"paid twice", review.Review{Sentiment: bad, Title: "Impôts", Text: "J’ai payé deux fois la taxe.", Typologies: at("DGFIP")},
			"sommes", ""},
		{"nobody answers, by no means named", review.Review{Sentiment: bad, Title: "Dossier", Text: "Mon dossier est fermé. Personne ne répond.", Typologies: at("CAF", "Accueil")},
			"sans réponse|sans nouvelles", "téléphone"},
		{"a lamp", review.Review{Sentiment: bad, Title: "Éclairage", Text: "Le lampadaire devant l’école est éteint."},
			"remise en état", ""},
		{"messages despite messages", review.Review{Sentiment: bad, Title: "APL", Text: "Mes mails restent sans réponse, j’ai écrit plusieurs fois."},
			"messages", "malgré vos messages"},
		{"a day of work", review.Review{Sentiment: bad, Title: "Passeport", Text: "Deux heures de queue, j’ai perdu une journée de travail.", Typologies: at("Ville - Commune", "Accueil")},
			"Prendre du temps", "l’emploi"},
		{"paid already", review.Review{Sentiment: bad, Title: "Amende", Text: "Verbalisé alors que j’avais payé.", Typologies: at("ANTAI")},
			"pas été pris en compte", ""},
		{"a lift", review.Review{Sentiment: bad, Title: "Handicap", Text: "L’ascenseur est en panne, je n’ai pas pu monter avec mon fauteuil.", Structures: []review.Structure{{Name: "Mairie de Valbourg"}}},
			"handicap", "vos droits"},
		{"what went with an update", review.Review{Sentiment: good, Title: "Application", Text: "Appli pratique, mais la connexion par empreinte a disparu."},
			"ce qui vous a gêné", ""},
		{"stars for a body", review.Review{Sentiment: bad, Text: "1 étoile", Typologies: at("ANTS", "Démarche en ligne")},
			"sur l’ANTS", "auprès de"},
	})
}

// What English reviews say of every theme is answered in English.
func TestWhatEnglishReviewsSay(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"how long", review.Review{Sentiment: bad, Title: "Residence permit", Text: "I have been waiting for six months and nobody tells me why."}, "after six months", ""},
		{"a question", review.Review{Sentiment: bad, Title: "Tax return", Text: "How can I correct my tax return? There is no information on the website."}, "Your question", ""},
		{"different answers", review.Review{Sentiment: bad, Title: "Visa", Text: "I was given a different answer each time by the two people at the desk."}, "told different things", ""},
		{"the same again", review.Review{Sentiment: bad, Title: "Visa", Text: "They asked for the same documents again and I had to start all over."}, "same things again", ""},
		{"not found", review.Review{Sentiment: bad, Title: "Site", Text: "I could not find the right form on the website and it was not there."}, "did not find", ""},
		{"far away", review.Review{Sentiment: bad, Title: "Passport", Text: "The consulate is too far from where we are and it is the only one."}, "long way", ""},
		{"a mistake", review.Review{Sentiment: bad, Title: "Licence", Text: "My name was misspelled on the card and it is still not right."}, "error", ""},
		{"no money", review.Review{Sentiment: bad, Title: "Pension", Text: "I have not been paid and the letters do not say why."}, "payment", ""},
		{"patience", review.Review{Sentiment: good, Title: "Town hall", Text: "The lady at the desk was very patient and she listened to me."}, "listened", ""},
	})
}

// What is refused, what is asked for on the way, and whose visas they are.
func TestWhatIsRefusedAndWhoseItIs(t *testing.T) {
	bad := review.Negative
	mended(t, []found{
		{"their visas", review.Review{Sentiment: bad, Title: "Visas", Text: "Les quatre sportifs attendent leurs visas depuis deux mois.", Typologies: at("Réseau consulaire")},
			"visa", "votre visa"},
		{"one’s own visa", review.Review{Sentiment: bad, Title: "Visa", Text: "J’attends mon visa depuis deux mois, leurs réponses tardent.", Typologies: at("Réseau consulaire")},
			"votre visa|demande de visa", ""},
		{"an act asked for on the way", review.Review{Sentiment: bad, Title: "Dossier bloqué", Text: "Ma demande de naturalisation est bloquée. La préfecture exige mon acte de mariage. Ce mariage a eu lieu ailleurs, et ce mariage est transcrit.", Typologies: at("Préfecture")},
			"nationalité", "mariage"},
		{"the name of a body", review.Review{Sentiment: bad, Title: "Courrier", Text: "La caisse d’allocations familiales ne dit rien du courrier.", Typologies: at("CAF")},
			"", "votre dossier d’allocataire|votre allocation"},
		{"a right that ends", review.Review{Sentiment: bad, Title: "RSA", Text: "Un courrier met fin à mon allocation."},
			"versement", ""},
		{"not told before", review.Review{Sentiment: bad, Title: "Carte", Text: "Ma carte n’est pas là. Pourquoi ne pas me l’avoir dit avant ?"},
			"informations ou", ""},
		{"why not tell", review.Review{Sentiment: bad, Title: "Carte", Text: "Ma carte est là. Pourquoi ne pas le dire sur le site ?"},
			"", "pas reçu les informations"},
		{"refuses to grant", review.Review{Sentiment: bad, Title: "Impôts", Text: "Le service refuse de lui accorder une réduction."},
			"refus", ""},
		{"attached files", review.Review{Sentiment: bad, Title: "Compte", Text: "Le site n’accepte pas les pièces jointes."},
			"documents en ligne|technique|fonctionné", "refus d’une pièce"},
		{"one refusal is said once", review.Review{Sentiment: bad, Title: "Refus", Text: "L’agent a refusé mon attestation comme justificatif. Mon justificatif a été refusé, ma demande aussi est refusée."},
			"refus", "refus opposé"},
		{"no letter", review.Review{Sentiment: bad, Title: "Droits", Text: "Je n’ai pas reçu de notification, ni de carte."},
			"message attendu", "sans réponse|sans nouvelles"},
	})
}

// Which body, whose permit, and what was never proposed.
func TestWhichBodyAndWhosePermit(t *testing.T) {
	bad := review.Negative
	two := append(at("CNAM", "Compte ou espace personnel"), at("Impots.gouv.fr", "Compte ou espace personnel")...)
	mended(t, []found{
		{"the body that the title names", review.Review{Sentiment: bad, Title: "Site des impôts", Text: "Un autre compte s’ouvre à la connexion, impossible de me connecter.", Typologies: two},
			"service des impôts", "assurance maladie"},
		{"somebody else’s permit", review.Review{Sentiment: bad, Title: "Titre de séjour", Text: "Cette jeune fille est étudiante. Son rendez-vous pour un titre de séjour est reporté, elle attend.", Typologies: at("Préfecture")},
			"un titre de séjour", "votre titre"},
		{"what one had to foresee", review.Review{Sentiment: bad, Title: "Retraite", Text: "Elle m’a dit que je devais prévoir un montant plus précis. Je souhaitais une réponse.", Typologies: at("CARSAT")},
			"", "Vous suggérez|Votre suggestion"},
		{"still nothing on the wall", review.Review{Sentiment: bad, Title: "Mairie", Text: "Le compte rendu devait être affiché, et toujours rien."},
			"", "rien reçu"},
		{"no slot ever free", review.Review{Sentiment: bad, Title: "Naturalisation", Text: "L’indisponibilité permanente des plages horaires rend le dépôt vain.", Typologies: at("Préfecture")},
			"rendez-vous|créneau", ""},
		{"a site that nobody can use", review.Review{Sentiment: bad, Title: "Portail", Text: "Le site est impraticable.", Themes: ticks(bad, review.ThemeAccess)},
			"fonctionné|technique", ""},
	})
}

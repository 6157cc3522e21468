package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// What the title names is what the review is about, where nothing nearer is
// known.
func TestTitleNamesTheMatter(t *testing.T) {
	bad, good, plain := review.Negative, review.Positive, review.Neutral
	mended(t, []found{
		{"a certificate", review.Review{Sentiment: good, Title: "Certificat qualité de l’air", Text: "Tout s’est bien passé, rien à redire."},
			"certificat de qualité de l’air", ""},
		{"a tax notice wanted on paper", review.Review{Sentiment: bad, Title: "Recevoir mes avis d’impôt", Text: "Je cherche sans trouver comment les avoir chez moi.", Typologies: at("DGFIP")},
			"avis d’impôt", ""},
		{"an attestation for going out", review.Review{Sentiment: plain, Title: "Attestation de déplacement", Text: "Comment la remplir sur mon téléphone ?"},
			"attestation de déplacement", "règles de déplacement"},
		{"alerts of a site", review.Review{Sentiment: plain, Title: "Alertes par mail", Text: "Je n’ai pas trouvé où m’inscrire.", Typologies: at("Service-public.fr"), Themes: ticks(bad, review.ThemeSimplicity)},
			"alertes", ""},
		{"an appointment at a consulate", review.Review{Sentiment: bad, Title: "rdv consulat", Text: "Le consulat ne propose rien avant six mois.", Typologies: at("Consulat Général de France à Lima")},
			"prise de rendez-vous", ""},
		{"a driver to be named", review.Review{Sentiment: bad, Title: "Non dénonciation du conducteur", Text: "J’ai payé l’amende, puis une autre est venue.", Typologies: at("ANTAI")},
			"désignation du conducteur", "paiement"},
		{"an appointment that went well", review.Review{Sentiment: good, Title: "Rendez-vous", Text: "Un accueil superbe au tribunal.", Typologies: at("TRIBUNAL DE PROXIMITE")},
			"tribunal", "prise de rendez-vous"},
		{"a death is nobody's own", review.Review{Sentiment: bad, Title: "Acte de décès", Text: "Six mois d’attente pour le recevoir.", Typologies: at("Consulat Général de France à Lima")},
			"d’un acte de décès", "votre acte"},
		{"the body stays beside the object", review.Review{Sentiment: bad, Title: "Accès au site de la préfecture", Text: "La préfecture a un lien bloqué. Le lien du mail de la préfecture ne va pas.", Typologies: at("Préfecture")},
			"préfecture", ""},
		{"a driver to be named, at length", review.Review{Sentiment: bad, Title: "Non dénonciation après un excès de vitesse", Text: "J’ai payé l’amende de 90 euros. Une autre amende est venue.", Typologies: at("ANTAI")},
			"désignation du conducteur", "paiement"},
		{"logging in, for some matter", review.Review{Sentiment: bad, Title: "Impossible de se connecter", Text: "Je n’arrive pas à me connecter à mon compte pour envoyer le loyer de mon logement.", Typologies: at("CAF")},
			"identification en ligne", "logement"},
		{"an hour and a half", review.Review{Sentiment: bad, Title: "Attente", Text: "J’ai attendu une heure et demie au guichet du commissariat.", Typologies: at("COMMISSARIAT DE POLICE")},
			"une heure et demie", "plus d’une heure sur|plus d’une heure."},
		{"short-time work, as people call it", review.Review{Sentiment: good, Title: "Chômage partiel", Text: "Une réponse immédiate et une aide efficace pour mes déclarations de chômage partiel.", Typologies: at("AGENCE POLE EMPLOI (APE)")},
			"le chômage partiel|du chômage partiel", "aide à l’activité"},
		{"bank details", review.Review{Sentiment: bad, Title: "Mise à jour de RIB", Text: "La CAF verse toujours l’aide au logement sur mon ancien compte.", Typologies: at("CAF")},
			"coordonnées bancaires", ""},
		{"no bank details", review.Review{Sentiment: good, Title: "Ribambelle d’agents aimables", Text: "Un accueil superbe au guichet.", Typologies: at("CAF")},
			"", "bancaires"},
		{"a receipt", review.Review{Sentiment: good, Title: "Renouvellement du récépissé", Text: "La demande de récépissé de titre de séjour se fait en cinq minutes. Très simple.", Typologies: at("Préfecture")},
			"récépissé", "titre de séjour"},
		{"an address of mail is no address", review.Review{Sentiment: plain, Title: "Changer d’adresse mail", Text: "Impossible de trouver sur le site comment changer mon adresse mail et mon nom.", Typologies: at("MSA")},
			"adresse électronique", "changement d’adresse"},
		{"third-party payment", review.Review{Sentiment: plain, Title: "Tiers payant refusé", Text: "Mon médecin ne le pratique plus et personne ne répond à ma question.", Typologies: at("CPAM")},
			"tiers payant", "suivi médical"},
		{"the text knows better", review.Review{Sentiment: bad, Title: "Renouvellement", Text: "Ma carte d’identité attend depuis deux mois.", Typologies: at("Collectivités territoriales - Communes")},
			"carte d’identité", ""},
		{"a title that orders names nothing of its own", review.Review{Sentiment: good, Title: "Certificat : appelez le 0899 99 99 99", Text: "Tout s’est bien passé."},
			"", "0899"},
	})
}

// Whom one only passes through, and who is named in the text.
func TestBodyIsTheOneMeant(t *testing.T) {
	bad, good, plain := review.Negative, review.Positive, review.Neutral
	mended(t, []found{
		{"a pension reached through FranceConnect", review.Review{Sentiment: good, Title: "Demande de retraite", Text: "La demande de retraite s’est très bien passée. Je me suis identifié avec FranceConnect.", Typologies: at("Franceconnect")},
			"retraite", "par FranceConnect|service FranceConnect"},
		{"a draft that does not end", review.Review{Sentiment: plain, Title: "formulaire", Text: "Le bouton ne marche pas quand je valide.", Typologies: at("Franceconnect")},
			"technique|fonctionné", "FranceConnect"},
		{"a number named on the way", review.Review{Sentiment: good, Title: "Éviter de tout retaper", Text: "Il est lourd de tout retaper. Le numéro de sécurité sociale suffirait, oui, le numéro de sécurité sociale.", Typologies: at("Franceconnect"), Themes: ticks(bad, review.ThemeSimplicity)},
			"", "assurance maladie|FranceConnect"},
		{"FranceConnect itself", review.Review{Sentiment: bad, Title: "Connexion FranceConnect", Text: "Impossible de me connecter depuis un mois.", Typologies: at("Franceconnect")},
			"FranceConnect", ""},
		{"FranceConnect, said in the text alone", review.Review{Sentiment: bad, Title: "Blocage", Text: "Je ne parviens pas à me connecter, FranceConnect rejette mes codes.", Typologies: at("Franceconnect")},
			"FranceConnect", ""},
		{"the court, not the prefecture", review.Review{Sentiment: plain, Title: "Certificat de divorce", Text: "Le tribunal a répondu, mais je ne trouve pas la démarche en ligne.", Typologies: append(at("Préfecture"), at("TRIBUNAL JUDICIAIRE")...)},
			"tribunal", "préfecture"},
		{"a body under its other name", review.Review{Sentiment: bad, Title: "Compte Ameli bloqué", Text: "Impossible de me connecter. La CAF me demande une attestation.", Typologies: append(at("CNAM"), at("CAF")...)},
			"assurance maladie", "allocations familiales"},
		{"where violence is told of", review.Review{Sentiment: bad, Title: "Plateforme inaccessible", Text: "Le tchat du signalement des violences sexistes est inaccessible. Ça ne fonctionne pas.", Typologies: at("Signalements violences sexuelles et sexistes (VSS)")},
			"service de signalement des violences", "au sujet de faits de violence|indisponibilité"},
	})
}

// What is ticked stands back behind what the text says of it.
func TestTextOverTicks(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"access praised, and impossible", review.Review{Sentiment: good, Title: "Visite", Text: "Un personnel compétent. Il est impossible d’entrer sans le secours d’un vigile.", Themes: ticks(good, review.ThemeAccess)},
			"", "facilité d’accès"},
		{"ten months, by somebody content in the end", review.Review{Sentiment: good, Title: "Le parcours du combattant", Text: "J’ai attendu dix mois une réponse. Les contacts ont été courtois.", Themes: ticks(good, review.ThemeRelation, review.ThemeReactivity)},
			"temps|délai|dix mois", "réactivité"},
		{"why it must be so", review.Review{Sentiment: bad, Title: "Deux titulaires", Text: "Pourquoi ne peut-on pas dire tout simplement qui conduisait ?", Themes: ticks(bad, review.ThemeInformation), Typologies: at("ANTAI")},
			"interroge", ""},
		{"too long to fill in", review.Review{Sentiment: review.Neutral, Title: "Administrateurs d’association", Text: "La saisie est trop longue, chacun est à entrer séparément.", Themes: ticks(bad, review.ThemeSimplicity), Typologies: at("Préfecture")},
			"simple", "impatience|délai|temps que prend"},
		{"why not is a proposal", review.Review{Sentiment: bad, Title: "Bloctel", Text: "Pourquoi ne pas supprimer ce service ?", Themes: ticks(bad, review.ThemeSimplicity), Typologies: at("Bloctel")},
			"", "interroge"},
		{"a helper's pool", review.Review{Sentiment: bad, PostedAs: "Un agent de médiation", Title: "Piscine municipale", Text: "La mairie ne nous a pas répondu au sujet des entrées de la piscine.", Typologies: at("Collectivités territoriales - Communes")},
			"piscine", "pour la personne que vous accompagnez"},
	})
}

package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// found is a class of drafts that a reader would have had to mend, on sentences
// of our own.
type found struct {
	name      string
	review    review.Review
	says, not string // alternatives are parted by "|"
}

func at(body string, channels ...string) []review.Typology {
	return []review.Typology{{Name: body, Channels: channels}}
}

func ticks(felt review.Sentiment, names ...review.ThemeName) []review.Theme {
	all := []review.Theme{}
	for _, n := range names {
		all = append(all, review.Theme{Name: n, Sentiment: felt})
	}
	return all
}

func mended(t *testing.T, all []found) {
	t.Helper()
	for _, c := range all {
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

// What was said of what the author did not say, or did not mean so.
func TestWhatReadersFoundWrong(t *testing.T) {
	mended(t, []found{
		{"advice to others", review.Review{Sentiment: review.Positive, Title: "Site", Text: "Un site pratique, mais attention, je vous conseille de bien vérifier la saisie.", Typologies: at("Histovec")},
			"aux autres usagers", ""},
		{"somebody else’s advice", review.Review{Sentiment: review.Positive, Title: "Site", Text: "Un site pratique, et un conseiller aimable."},
			"", "aux autres usagers"},
		{"a certificate of not being married", review.Review{Sentiment: review.Negative, Title: "Attestation de non mariage", Text: "J’attends depuis deux mois.", Typologies: at("Réseau consulaire")},
			"", "votre mariage"},
		{"a post left by an employee", review.Review{Sentiment: review.Negative, Title: "Attestation employeur", Text: "Abandon de poste de mon salarié : le code est refusé par le site.", Typologies: at("AGENCE POLE EMPLOI (APE)")},
			"attestation d’employeur", "renoncer|recherche d’emploi"},
		{"one who gave up", review.Review{Sentiment: review.Negative, Title: "Formulaire", Text: "Le formulaire est trop compliqué, j’ai abandonné."},
			"renoncer", ""},
		{"nothing came", review.Review{Sentiment: review.Negative, Title: "Chèque énergie", Text: "Je n’ai rien reçu cette année.", Typologies: at("Chèque énergie")},
			"rien reçu", "sans réponse|sans nouvelles"},
		{"an application of the telephone has no desk", review.Review{Sentiment: review.Negative, Title: "Vaccin", Text: "Mon vaccin n’est pas pris en compte.", Typologies: at("Tous Anti Covid")},
			"le service concerné|au service concerné", "TousAntiCovid"},
		{"a wife", review.Review{Sentiment: review.Negative, PostedAs: "Un proche de la personne concernée", Title: "Visa", Text: "Nous attendons depuis deux mois un visa pour ma femme."},
			"pour votre conjointe", ""},
		{"a husband", review.Review{Sentiment: review.Negative, PostedAs: "Un proche de la personne concernée", Title: "Visa", Text: "Nous attendons depuis deux mois un visa pour mon mari."},
			"pour votre conjoint ", ""},
		{"standing at a counter is no wait", review.Review{Sentiment: review.Negative, Title: "Accueil", Text: "Nous étions reçus debout, et tout le monde entend ce que dit chacun.", Typologies: at("CAF", "Accueil")},
			"conditions d’accueil", "attente"},
		{"all but one thing", review.Review{Sentiment: review.Positive, Title: "Rendez-vous", Text: "Tout était parfait, sauf le fait qu’il n’y avait aucun siège et que j’ai du mal à rester debout. J’ai dû attendre debout.", Typologies: at("Réseau consulaire")},
			"réserve|dans ses réserves|en revanche|toutefois", ""},
		{"what one would like to know", review.Review{Sentiment: review.Neutral, Title: "Chèque énergie", Text: "J’aimerais savoir si j’y ai droit.", Typologies: at("Chèque énergie")},
			"otre question", ""},
		{"to be spread", review.Review{Sentiment: review.Positive, Title: "Vote par internet", Text: "Un vote simple, à généraliser pour la présidentielle."},
			"d’autres élections", ""},
		{"no appointment in a sentence on two lines", review.Review{Sentiment: review.Negative, Title: "Passeport", Text: "Je suis dans l’impossibilité, semaine après semaine,\nde prendre de simples rendez-vous. Un délai bien trop long pour la prise de rendez-vous.", Typologies: at("Réseau consulaire")},
			"rendez-vous|créneau", "délais que vous jugez|impatience|temps que prend"},
		{"staff who listen, beside a site that fails", review.Review{Sentiment: review.Neutral, Title: "Prise de rendez-vous", Text: "Le site bloque à chaque étape. Par téléphone, le personnel est très à l’écoute. Une équipe à l’écoute, vraiment.", Themes: []review.Theme{{Name: review.ThemeSimplicity, Sentiment: review.Negative}}},
			"l’écoute", ""},
	})
}

// Proposals, questions, doors and what came too late.
func TestWhatReadersMissed(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"proposals are no complaint", review.Review{Sentiment: review.Neutral, Title: "Propositions d’amélioration", Text: "Serait-il possible d’ajouter un critère sur la facilité et la complexité de la démarche ? Il faudrait le préciser."},
			"Vous suggérez|Votre suggestion", "difficultés rencontrées|plus simple, et nous"},
		{"what an idea would bring", review.Review{Sentiment: review.Neutral, Title: "Avis", Text: "Il faudrait une notification par courriel. L’avantage pour tous : moins de papier, rapidité du traitement.", Typologies: at("ANTAI")},
			"Vous suggérez|Votre suggestion", "La rapidité que vous"},
		{"an account that cannot be opened is no door", review.Review{Sentiment: bad, Title: "Mot de passe", Text: "Impossible de me connecter à mon compte depuis hier.", Typologies: at("CAF", "Compte ou espace personnel")},
			"caisse d’allocations familiales", "passer par votre espace|votre espace personnel permet"},
		{"an account that can", review.Review{Sentiment: bad, Title: "Prime d’activité", Text: "J’attends depuis deux mois, mon compte ne dit rien.", Typologies: at("CAF", "Compte ou espace personnel")},
			"votre espace personnel", ""},
		{"a question beside ticks alone", review.Review{Sentiment: bad, Title: "Recensement", Text: "La fiche date de mai. Pourriez-vous nous en expliquer la raison ?", Themes: ticks(bad, review.ThemeAccess, review.ThemeInformation)},
			"otre question", ""},
		{"where to find something", review.Review{Sentiment: bad, Title: "Liste électorale", Text: "Je ne trouve pas le menu de l’attestation. Comment accéder à cette page ?"},
			"otre question", ""},
		{"a question thrown in", review.Review{Sentiment: bad, Title: "Accueil", Text: "N’est-il pas temps que cela change, pour ceux qui attendent dehors, au froid ou sous la pluie ?"},
			"", "votre question"},
		{"pleased with the rest", review.Review{Sentiment: review.Neutral, Title: "Consulat", Text: "Je suis satisfait des services d’état civil. Mais mon bulletin n’a pas été pris en compte.", Themes: ticks(bad, review.ThemeInformation)},
			"donné satisfaction", ""},
		{"not pleased", review.Review{Sentiment: review.Neutral, Title: "Consulat", Text: "Je ne suis pas satisfait des services. Mon bulletin n’a pas été pris en compte.", Themes: ticks(bad, review.ThemeInformation)},
			"", "donné satisfaction"},
		{"no news of a refund", review.Review{Sentiment: bad, Title: "Consignation", Text: "Deux mois après, toujours aucune nouvelle du remboursement.", Typologies: at("ANTAI")},
			"remboursement", "sans réponse|sans nouvelles"},
		{"not to be done online", review.Review{Sentiment: bad, Title: "Recensement", Text: "On m’apprend que le recensement ne peut pas se faire en ligne."},
			"en ligne", ""},
		{"papers of a vote", review.Review{Sentiment: good, Title: "Vote", Text: "Je ne reçois jamais par courrier les programmes.", Themes: ticks(bad, review.ThemeInformation)},
			"pas reçu", ""},
		{"an appointment refused is no decision", review.Review{Sentiment: bad, Title: "Guichet", Text: "Les rendez-vous sont refusés, on ne peut pas vous recevoir, repassez demain.", Typologies: at("Préfecture", "Accueil")},
			"pu vous recevoir|d’être reçu", "refus "},
		{"a name written wrong", review.Review{Sentiment: bad, Title: "Décret", Text: "Mon nom est mal orthographié, j’attends depuis deux ans."},
			"erreur", ""},
		{"said to somebody else", review.Review{ExternalID: "2", Sentiment: bad, Title: "Mauvais accueil", Text: "L’agent a envoyé balader une personne âgée."},
			"accueil", "votre échange"},
	})
}

// Whose matter it is called, and what is not said because the rest speaks
// against it.
func TestWhatReadersWouldHaveNamedOtherwise(t *testing.T) {
	bad := review.Negative
	mended(t, []found{
		{"simple, with two difficulties", review.Review{Sentiment: review.Neutral, Title: "Chèque", Text: "La démarche est simple, toutefois il reste des difficultés d’identification.", Typologies: at("Chèque énergie")},
			"simplicité|simple", "compliquée"},
		{"a simulation of a pension", review.Review{Sentiment: bad, Title: "Simulation de retraite", Text: "Mes cotisations ne sont pas prises en compte. Dix ans de cotisations, et ces cotisations comptent.", Typologies: at("Caisse nationale de retraites des agents des collectivités locales (CNRACL)")},
			"retraite", "cotisations sociales"},
		{"an allowance for older people", review.Review{Sentiment: bad, Title: "Demande d’ASPA", Text: "J’attends depuis un an."},
			"solidarité aux personnes âgées", "demande de retraite"},
		{"an office that moved", review.Review{Sentiment: bad, Title: "Numéro d’activité", Text: "J’ai déménagé mon entreprise, on ne m’a rien dit du numéro à changer."},
			"", "changement de domicile"},
		{"a way not found", review.Review{Sentiment: bad, Title: "Alertes", Text: "Je n’ai pas trouvé de moyen de m’inscrire. Merci de m’éclairer."},
			"pas trouvé ce que vous cherchiez", "personne n’a su|interlocuteur en mesure"},
		{"a nursery of a hospital", review.Review{Sentiment: bad, Title: "Crèche de l’hôpital", Text: "L’écran de la crèche bloque à chaque étape. La crèche a changé d’outil.", Typologies: at("ETABLISSEMENT HOSPITALIER")},
			"la garde d’enfants", "prise en charge"},
		{"what they do not understand themselves", review.Review{Sentiment: bad, Title: "Retraite", Text: "On me dit au téléphone qu’on ne comprend pas pourquoi le dossier est là.", Typologies: at("CARSAT")},
			"", "interroge"},
		{"near by", review.Review{Sentiment: review.Neutral, Title: "Accueil", Text: "Nous avons été très bien reçus, mais il fut difficile de nous garer.", Typologies: at("Préfecture", "Accueil")},
			"stationnement", "proche de vous"},
		{"a number not taken", review.Review{Sentiment: bad, Title: "Points", Text: "Le site dit que mon numéro de permis est invalide."},
			"en ligne", ""},
		{"difficulties of no known matter", review.Review{ExternalID: "1", Sentiment: bad, Title: "Site", Text: "Le site bloque.", Typologies: at("FranceConnect")},
			"", "votre situation auprès"},
	})
}

// Who did it, how long it took, and what contradicts itself.
func TestWhatReadersSawContradicted(t *testing.T) {
	bad, good := review.Negative, review.Positive
	mended(t, []found{
		{"help from others", review.Review{Sentiment: good, Title: "Accueil", Text: "Le personnel est aimable. L’association des Trois Rivières nous fut d’une aide précieuse."},
			"accueil", "une aide|l’aide|votre association"},
		{"help from the service", review.Review{Sentiment: good, Title: "Accueil", Text: "L’agent nous fut d’une aide précieuse."},
			"aide", ""},
		{"naming a driver is not contesting", review.Review{Sentiment: bad, Title: "Désignation du conducteur", Text: "Le site bloque à chaque étape de l’amende.", Typologies: at("ANTAI")},
			"désignation du conducteur", "contestation"},
		{"contesting, as the driver named", review.Review{Sentiment: good, Title: "Amende", Text: "Pour contester une amende où l’on m’a désignée conductrice, un site clair.", Typologies: at("ANTAI")},
			"contestation", "désignation"},
		{"users who do not understand", review.Review{Sentiment: review.Neutral, Title: "Vote par internet", Text: "Il serait bien de préciser qu’il faut laisser le zéro. Sinon on ne comprend pas pourquoi cela échoue."},
			"Vous suggérez|Votre suggestion", "interroge"},
		{"a debt to somebody else", review.Review{Sentiment: bad, Title: "Aide refusée", Text: "L’aide pour supprimer sa dette de loyer est refusée."},
			"refus", "réclamée"},
		{"a debt made by the service", review.Review{Sentiment: bad, Title: "CAF", Text: "La caisse me crée une dette sans raison."},
			"réclamée", ""},
		{"quick, then nothing", review.Review{Sentiment: review.Neutral, Title: "Tribunal", Text: "Leur réponse a été très rapide. Depuis, aucune réponse, il n’y a pas de réponse du tout."},
			"réponse", "rapidité de la réponse|réponse rapide"},
		{"sent to the right desk", review.Review{Sentiment: bad, Title: "CAF", Text: "On me dit que je ne frappe pas au bon service."},
			"renvois|interlocuteur", ""},
		{"a thief that nobody thanks for", review.Review{Sentiment: good, Title: "Cambriolage", PostedAs: "Un agent de médiation", Text: "J’appelais pour un cambriolage, l’opérateur était très gentil. Je remercie nos gardiens."},
			"encouragement", "un vol|accompagnez"},
		{"a landlord has no benefits file", review.Review{Sentiment: bad, Title: "CAF", Text: "En tant que bailleur, impossible de joindre la CAF.", Typologies: at("CAF", "Téléphone")},
			"", "dossier d’allocataire"},
		{"a title that complains", review.Review{Sentiment: good, Title: "Le parcours du combattant", Text: "À la fin, les agents étaient aimables et efficaces.", Themes: ticks(good, review.ThemeRelation)},
			"réserves|ce qui vous a gêné", ""},
		{"what it would take", review.Review{Sentiment: bad, Title: "APL", Text: "J’attends, et on me dit que cela va mettre deux mois."},
			"", "deux mois"},
		{"what it takes", review.Review{Sentiment: bad, Title: "APL", Text: "Il est anormal qu’il faille quatre mois pour traiter un dossier, et j’attends."},
			"quatre mois", ""},
		{"hunger", review.Review{Sentiment: bad, Title: "APL", Text: "Mon dossier est bloqué et il ne mange pas à sa faim."},
			"services d’urgence", ""},
		{"an answer asked for", review.Review{Sentiment: review.Neutral, Title: "Déclaration", Text: "N’y aurait-il pas moyen de la faire en ligne ? Je compte sur vous. Merci de votre réponse."},
			"otre question", ""},
	})
}

// What a precise review got a general reply to.
func TestWhatReadersFoundTooGeneral(t *testing.T) {
	bad := review.Negative
	mended(t, []found{
		{"an employer", review.Review{Sentiment: bad, Title: "Titre de séjour", Text: "Nous travaillons avec un salarié étranger, et le titre de séjour fait l’objet d’indications contradictoires.", Typologies: at("Préfecture")},
			"un titre de séjour", "votre titre"},
		{"it is enough", review.Review{Sentiment: bad, Title: "Titre de séjour", Text: "Il est écrit qu’il suffit de préciser la date, ce qui est faux."},
			"", "Vous suggérez|Votre suggestion"},
		{"room for improvement", review.Review{Sentiment: review.Positive, Title: "Vote", Text: "Un vote simple. Amélioration possible : le portail."},
			"ce qui vous a gêné|réserves", ""},
		{"to have to go elsewhere", review.Review{Sentiment: bad, Title: "Passeport", Text: "Devoir aller à Londres pour un passeport n’a aucun sens.", Typologies: at("Réseau consulaire")},
			"distance|loin", "injuste"},
		{"no sense in it", review.Review{Sentiment: bad, Title: "Décision", Text: "C’est absurde."},
			"difficile à comprendre|logique", "injuste"},
		{"steps that one would take nearer", review.Review{Sentiment: review.Positive, Title: "Consulat", Text: "Il serait utile de pouvoir faire les démarches à partir de Brest.", Typologies: at("Réseau consulaire")},
			"plus proche des usagers", ""},
		{"does not work, without its ne", review.Review{Sentiment: bad, Title: "Brouillon", Text: "Le lien marche pas quand je clique dessus."},
			"technique|fonctionné|lien", ""},
		{"a short number", review.Review{Sentiment: bad, Title: "Certificat", Text: "Comment faire, le 3646 ne répond pas."},
			"téléphone|joindre", ""},
		{"no room for a case", review.Review{Sentiment: bad, Title: "Site", Text: "Le site ne laisse guère de place aux cas particuliers."},
			"ne semble pas prévoir", ""},
		{"simple, and then a charge", review.Review{Sentiment: review.Neutral, Title: "Guichet", Text: "Un service simple pour toute modification. En revanche, les frais sont excessifs."},
			"simple|simplicité", ""},
		{"told wrong", review.Review{Sentiment: bad, Title: "Certificat", Text: "Les renseignements donnés au guichet se sont avérés faux."},
			"inexacte", ""},
	})
}

package check_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// plant is one fact as it would stand in a reply: a sentence with %s where the
// fact goes, and the fact.
type plant struct {
	kind     string
	sentence string
	fact     string
}

// A planter makes facts of one kind; none of them is drawn twice but by chance.
type planter struct {
	kind      string
	sentences []string
	facts     []func(*rand.Rand) string
}

func oneOf(all ...string) func(*rand.Rand) string {
	return func(r *rand.Rand) string { return all[r.IntN(len(all))] }
}

// shaped fills each # with a figure from 1 to 9, each 0 with itself.
func shaped(shapes ...string) func(*rand.Rand) string {
	return func(r *rand.Rand) string {
		return strings.Map(func(c rune) rune {
			if c == '#' {
				return rune('1' + r.IntN(9))
			}
			return c
		}, shapes[r.IntN(len(shapes))])
	}
}

// joined writes one of each list, one behind the other.
func joined(lists ...[]string) func(*rand.Rand) string {
	return func(r *rand.Rand) string {
		text := ""
		for _, l := range lists {
			text += l[r.IntN(len(l))]
		}
		return text
	}
}

var (
	towns    = []string{"Limoges", "Guéret", "Saint-Étienne", "Bar-le-Duc", "La Rochelle", "Château-Thierry", "Mende", "Pointe-à-Pitre", "L’Haÿ-les-Roses", "Tulle", "Vierzon", "Oyonnax", "Nevers", "Digne-les-Bains"}
	lands    = []string{"la Creuse", "la Lozère", "l’Ariège", "la Haute-Saône", "l’Eure-et-Loir", "la Meuse", "l’Indre"}
	months   = []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	numbers  = []string{"trois", "quatre", "cinq", "six", "neuf", "onze", "douze", "dix-sept", "vingt", "vingt-deux", "quarante-cinq"}
	domains  = []string{"mairie-oyonnax", "demarche-rapide", "aide.usagers", "rdv-prefecture", "info.titres", "monespace"}
	endings  = []string{".fr", ".gouv.fr", ".com", ".org", ".eu", ".net", ".info", ".asso.fr", ".re", ".bzh"}
	weekdays = []string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
	units    = []string{"jours", "semaines", "mois", "jours ouvrés", "heures"}
)

func upTo(n int) []string {
	all := []string{}
	for i := 1; i <= n; i++ {
		all = append(all, fmt.Sprint(i))
	}
	return all
}

var planters = []planter{
	{"phone", []string{"Vous pouvez appeler le %s.", "Un agent vous répond au %s.", "Contactez-nous au %s pour en parler.", "Notre numéro est le %s.", "Tél. : %s.", "Le plus simple est de composer le %s ; un conseiller vous aidera."}, []func(*rand.Rand) string{
		shaped("04 ## ## ## ##", "05.##.##.##.##", "03-##-##-##-##", "09########", "+33 2 ## ## ## ##", "+33 (0)1 ## ## ## ##", "0033 4 ## ## ## ##", "+33########4", "0 8## ### ###", "08## ## ## ##", "+41 22 ### ## ##", "+32 2 ### ## ##", "(05) ## ## ## ##", "06 ## ## ## ##"),
		shaped("0262 ## ## ##", "+262 262 ## ## ##", "0590 ## ## ##", "+590 590 ## ## ##", "+594 594 ## ## ##", "0596 ## ## ##", "+508 41 ## ##", "+687 ## ## ##", "+689 40 ## ## ##", "0639 ## ## ##"),
		shaped("39##", "36##", "32 ##", "39 ##", "30##", "116 00#", "10##"),
	}},
	{"url", []string{"Voir %s.", "Toutes les démarches sont sur %s.", "Rendez-vous sur %s, rubrique contact.", "Le formulaire est en ligne (%s).", "Consultez le site %s pour la suite."}, []func(*rand.Rand) string{
		joined([]string{"https://", "http://", "www.", "https://www.", ""}, domains, endings, []string{"", "/contact", "/rdv?id=3", "/particuliers/F123", "/"}),
		oneOf("bit.ly/3xYz", "t.me/valbourgaide", "http://192.168.4.7/rdv", "demarche-rapide.nc", "mairie-oyonnax point fr", "wa.me/33612345678", "hxxps://aide.top", "@prefcreuse", "ftp://depot.aide.fr/x"),
	}},
	{"email", []string{"Écrivez à %s.", "Notre adresse est %s.", "Vous pouvez envoyer les pièces à %s, sans frais.", "Contact : %s"}, []func(*rand.Rand) string{
		joined([]string{"contact@", "accueil.usagers@", "rdv-etatcivil@", "mediateur+avis@", "contact (at) ", "aide[at]", "Secretariat@"}, domains, endings),
	}},
	{"date", []string{"Votre dossier a été reçu le %s.", "La mesure s’applique depuis le %s.", "Le service rouvrira le %s.", "Vous pouvez le faire avant le %s."}, []func(*rand.Rand) string{
		joined(upTo(28), []string{" "}, months, []string{"", " 2031", " 2019", " 2033"}), joined([]string{"lundi ", "jeudi ", "samedi "}, upTo(28), []string{" "}, months),
		shaped("1#/0#/2031", "2#/0#/33", "1#.0#.2032", "2034-0#-1#", "2#/0#"), joined(numbers[:8], []string{" "}, months), oneOf("1er mars 2034", "1ᵉʳ avril", "premier juin 2032"),
	}},
	{"date", []string{"Le portail change %s.", "La réforme s’applique %s."}, []func(*rand.Rand) string{
		joined([]string{"en ", "début ", "fin ", "depuis "}, months, []string{" 2031", ""}), oneOf("en 2034", "depuis 2011", "à la rentrée 2033", "au printemps 2032", "d’ici l’été 2031", "dès demain", "la semaine prochaine", "le mois prochain", "mardi prochain", "avant la fin du mois"),
	}},
	{"amount", []string{"Le tarif est de %s.", "Il faut payer %s.", "Cette aide s’élève à %s par foyer.", "Le timbre coûte %s, à régler en ligne.", "Une amende de %s est prévue."}, []func(*rand.Rand) string{
		shaped("## €", "# ### €", "## ### euros", "###,## €", "###€", "#.### €", "## EUR", "€ ###", "## €##", "#,# million d’euros", "## centimes", "### euros et 50 centimes", "# millions d’euros"),
		joined([]string{"deux mille", "trois cent vingt", "soixante-dix-neuf", "mille cinq cents", "quarante-trois", "une centaine d’"}, []string{" euros"}), oneOf("cinquante centimes", "deux mille euros", "huit cents euros"),
	}},
	{"percent", []string{"Nous avons réduit l’attente de %s.", "Le taux est de %s.", "%s des dossiers sont complets."}, []func(*rand.Rand) string{
		shaped("## %", "##%", "#,# %", "##,# %", "## pour cent"), joined(numbers, []string{" pour cent"}), oneOf("neuf usagers sur dix", "deux tiers", "trois quarts", "7 dossiers sur 10"),
	}},
	{"article", []string{"C’est ce que prévoit %s.", "Selon %s, la demande est recevable.", "Conformément à %s, un recours existe."}, []func(*rand.Rand) string{
		shaped("l’article L. ###-#", "l’article R###-##", "l’art. L.#### du code", "l’article ## bis", "la loi n° 20##-###", "le décret n° 20##-####", "l’article D. ###-#-#", "L. ###-##", "le règlement (UE) 201#/###", "la directive 200#/###/CE", "les articles ## et ##"),
		oneOf("le code civil", "le code pénal", "le code de la sécurité sociale", "le code des relations entre le public et l’administration", "le code général des impôts", "le RGPD", "l’article premier", "le code de l’éducation"),
	}},
	{"delay", []string{"Le traitement se fait %s.", "Nous répondons %s.", "Le titre est prêt %s."}, []func(*rand.Rand) string{
		joined([]string{"sous ", "dans ", "en ", "d’ici "}, append(numbers, upTo(29)[2:]...), []string{" "}, units),
		oneOf("sous huitaine", "dans un mois", "en 72 h", "sous 24h", "en deux à trois semaines", "sous un mois et demi", "en une demi-heure", "dans une quinzaine de jours", "sous une dizaine de jours", "en un trimestre", "dans un délai d’un an", "en trois quarts d’heure", "sous un jour ouvré", "en 45 min", "dans les 48 heures"),
	}},
	{"hour", []string{"Le guichet est ouvert %s.", "L’accueil vous reçoit %s.", "La permanence a lieu %s."}, []func(*rand.Rand) string{
		shaped("de # h à 1# h", "de # h 30 à 12 h", "#h-1#h30", "de #h15 à 1#h45", "de # heures à 1# heures", "de 09:#0 à 1#:#0", "à 1# h #0", "dès # h", "jusqu’à 1# heures"),
		joined([]string{"le ", "tous les ", "chaque "}, weekdays, []string{" matin", " après-midi", "", " de 9 h à 12 h"}), oneOf("du mardi au samedi", "24h/24 et 7j/7", "de neuf heures à midi", "le week-end", "jusqu’à midi", "24 heures sur 24", "tous les matins", "à quatorze heures trente"),
	}},
	{"place", []string{"Le dépôt se fait à %s.", "Notre antenne de %s vous reçoit.", "Les dossiers partent vers %s.", "Un bureau existe aussi près de %s."}, []func(*rand.Rand) string{
		oneOf(towns...), joined([]string{"12 rue des Lilas, ", "3 bis avenue Foch, ", "8 boulevard Gambetta, "}, towns), joined([]string{"23000 ", "48000 ", "55000 "}, towns),
		oneOf("la gare de Vierzon", "la place de la Liberté", "l’avenue des Tilleuls", "4 impasse du moulin", "la Guadeloupe", "l’Île d’Oléron"),
	}},
	{"body", []string{"Adressez-vous à %s.", "Votre demande relève de %s.", "Nous avons saisi %s.", "Vous pouvez écrire à %s."}, []func(*rand.Rand) string{
		joined([]string{"la préfecture de ", "la sous-préfecture de ", "le conseil départemental de ", "la CAF de ", "la maison France services de "}, lands),
		joined([]string{"la mairie de ", "le tribunal judiciaire de ", "la CPAM de ", "le commissariat de ", "l’hôpital de ", "le rectorat de "}, towns),
		oneOf("le Défenseur des droits", "la CPAM", "la DREETS", "l’Urssaf", "le tribunal administratif", "la MDPH", "le ministère de l’Agriculture", "l’OFPRA", "la Banque postale", "le Médiateur de l’énergie", "la CNIL", "l’Agence bio", "le CROUS", "l’inspection académique", "la cour d’appel", "la Chambre de métiers", "l’Ademe", "le conciliateur de justice", "l’agence régionale de santé", "Bpifrance"),
	}},
	{"form", []string{"Remplissez le %s.", "Il faut joindre le %s.", "Le %s suffit."}, []func(*rand.Rand) string{
		shaped("cerfa n° 1####*0#", "formulaire cerfa 1####", "formulaire 20##", "formulaire S###", "Cerfa 1# ###*0#", "formulaire n° ###", "cerfa numéro 1####"),
	}},
}

// planted draws n plants, the kinds in turn.
func planted(r *rand.Rand, n int) []plant {
	all := []plant{}
	for i := range n {
		p := planters[i%len(planters)]
		all = append(all, plant{p.kind, p.sentences[r.IntN(len(p.sentences))], p.facts[r.IntN(len(p.facts))](r)})
	}
	return all
}

// sames are one fact in two forms that say the same.
var sames = []struct{ kind, known, said string }{
	{"phone", "Appelé le 01 99 00 33 44 en vain.", "01.99.00.33.44"}, {"phone", "Appelé le 0199003344 en vain.", "01 99 00 33 44"}, {"phone", "Appelé le +33 1 99 00 33 44.", "0199003344"},
	{"phone", "Le 0262 19 90 01.", "+262 262 19 90 01"}, {"phone", "J’ai fait le 39 39.", "3939"}, {"phone", "au 0 806 00 01 26", "0806 000 126"},
	{"url", "Vu sur https://www.exemple-ville.example/.", "exemple-ville.example"}, {"url", "Vu sur exemple-ville.example/rdv", "http://exemple-ville.example/rdv"}, {"url", "sur EXEMPLE-VILLE.example", "www.exemple-ville.example"},
	{"email", "écrit à Aide@Exemple.example", "aide@exemple.example"}, {"email", "écrit à aide (at) exemple.fr", "aide@exemple.fr"},
	{"date", "venu le 12/06/2026", "12 juin 2026"}, {"date", "venu le 12 juin 2026", "12 juin"}, {"date", "venu le 1er août", "01/08"}, {"date", "venu le douze juin", "12 juin"}, {"date", "venu le 03.04.26", "3 avril 2026"}, {"date", "venu mardi 3 sept. 2026", "3 septembre"},
	{"amount", "payé 2 000 €", "2000 euros"}, {"amount", "payé 2.000€", "deux mille euros"}, {"amount", "payé 12,50 €", "12 € 50"}, {"amount", "payé 12€50", "12,50 euros"}, {"amount", "payé vingt et un euros", "21 €"}, {"amount", "payé 86 euros", "86,00 €"}, {"amount", "un budget de 1,5 million d’euros", "1 500 000 €"},
	{"percent", "30% de perte", "30 %"}, {"percent", "trente pour cent", "30 %"}, {"percent", "3 sur 4", "trois quarts"},
	{"article", "article L114-5", "art. L. 114-5"}, {"article", "la loi 2000-321", "loi n° 2000-321"}, {"article", "L.114-5 du code", "article L. 114-5"},
	{"delay", "attendu trois jours", "3 jours"}, {"delay", "on m’a dit 48h", "deux jours"}, {"delay", "on m’a dit quinze jours", "deux semaines"}, {"delay", "on m’a dit 12 mois", "un an"}, {"delay", "dans un mois", "1 mois"}, {"delay", "sous 3 jours ouvrés", "trois jours"}, {"delay", "une demi-heure debout", "30 minutes"}, {"delay", "depuis un trimestre", "trois mois"},
	{"hour", "ouvert de 9h à 12h", "9 h"}, {"hour", "ouvert de 9h à 12h", "midi"}, {"hour", "fermé à 17h30", "17 heures 30"}, {"hour", "dès 09:00", "9 h 00"}, {"hour", "ouvert du lundi au vendredi", "mardi"}, {"hour", "le samedi matin", "samedi"}, {"hour", "24h sur 24", "24h/24"}, {"hour", "à neuf heures", "9 h"},
	{"place", "j’habite limoges", "Limoges"}, {"place", "à SAINT ETIENNE", "Saint-Étienne"}, {"place", "rue des lilas", "rue des Lilas"},
	{"body", "la caf ne répond pas", "CAF"}, {"body", "la prefecture de la creuse", "préfecture de la Creuse"}, {"body", "la cpam", "caisse primaire d’assurance maladie"}, {"body", "pole emploi", "France Travail"}, {"body", "france connect", "FranceConnect"}, {"body", "la CAF", "caisse d’allocations familiales"},
	{"form", "le cerfa 12100*02", "formulaire cerfa n° 12100"}, {"form", "le formulaire 2042", "2042"},
}

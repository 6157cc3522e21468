package reading

import (
	"strings"
	"testing"
)

// alarming are messages as people write them: outright, hinted at, misspelt,
// shouted, in haste, in English. All are made up.
var alarming = map[string]string{
	"self_harm": `
Si rien ne change d’ici Noël ma femme sera veuve.
Le train de 6h12, j’y pense chaque matin depuis votre courrier.
Je compte les comprimés en attendant votre appel.
À quoi sert de rester en vie avec 200 euros.
Je pense à la Seine tous les soirs.
Mon mari est monté sur le toit de l’immeuble après votre lettre.
Je me suis ouvert les bras en sortant de chez vous.
Je n'en peux plus, j'ai envie d'en finir une bonne fois pour toutes.
si ca continu je vais me foutre en l air
Je ne vois plus aucune raison de vivre, personne ne me répond.
jve plu vivre jen peu plu de vos relances
J'ai déjà préparé les médicaments, je les avalerai tous ce soir.
Parfois je me dis que je serais mieux mort, au moins je ne vous coûterais plus rien.
jai pense a me jeter sous un train en sortant de votre agence
Ma mère de 82 ans dit qu'elle ne veut plus être là, que ce serait plus simple pour tout le monde.
J'ai des idées noires depuis que mon dossier est bloqué, j'ai peur de passer à l'acte.
Je commence une grève de la faim lundi devant la mairie.
Mon fils s'est scarifié après le refus de sa bourse, il parle de mourir.
Je vais finir par faire une connerie, personne ne m'écoute.
Franchement la vie ne m'intéresse plus depuis votre décision.
Après ça il ne vous restera plus qu'à envoyer des fleurs à mon enterrement.
jai envie de me foutre en lair tellement vous me rendez folle
À quoi ça sert que je continue à vivre ?
Je préfère encore crever que de retourner à ce guichet.
Si rien ne bouge vous lirez mon nom dans le journal, rubrique faits divers.
Mon voisin agriculteur s'est pendu le mois dernier, je vais faire pareil.
J'ai rédigé mon testament, vous serez débarrassés de moi.
jpense au suicide chaque soir a cause de la caf
Je regarde la fenêtre du 8e étage et je me demande ce qui me retient.
Personne ne me pleurera si je disparais.
Je suis en grève de la faim devant le tribunal administratif.`,
	"threat": `
J’attends votre agent à la sortie, lundi, avec mes cousins.
J’ai relevé la plaque de votre directeur, il devrait faire attention en rentrant.
Dites à la dame brune que je l’ai suivie jusqu’à chez elle.
Le premier que je croise sur le parking, je le démonte.
La prochaine fois je viens avec un fusil, on verra si vous rigolez.
Je vais tout faire sauter si je n'ai pas mon rendez-vous.
Si je croise l'agent qui a fait ça dans la rue je lui casse la figure.
VOUS ALLEZ LE PAYER DE VOTRE VIE
J'ai envie de tuer votre conseillère.
Je viendrai avec un bidon d'essence et vous comprendrez enfin.
I will come to your office with a gun.
un bon coup de couteau et vous comprendrez
Un jour je vais craquer et il y aura un drame dans vos bureaux.
J'ai un permis de chasse et je sais m'en servir, réfléchissez bien.
vous ne perdez rien pour attendre, je connais l'école de vos enfants
On va venir à plusieurs et on va tout retourner chez vous.
ki veu que je foute le feu a la mairie ?
Vous allez tous y passer.
C'est pas étonnant que des gens finissent par sortir une arme.
Ne vous étonnez pas si votre voiture brûle.
Je pose une bombe si je ne suis pas reçu.`,
	"violence": `
Mon frère frappe notre père malade pour sa pension.
Quand il boit il nous poursuit avec une ceinture, où peut-on se cacher ?
Mon beau-père vient dans ma chambre le soir et j’ai treize ans.
Elle m’a encore brisé deux côtes, mais un homme battu ça vous fait rire.
Mon conjoint m'a mise dehors avec les enfants après m'avoir battue.
Mon ex me menace de mort et vous lui avez donné ma nouvelle adresse.
Il surveille mon téléphone et m'interdit de sortir, je vous écris en cachette.
Ma fille m'a confié que son beau-père la touche, le 119 ne répond pas.
Victime de viol, j'ai été très mal reçue au commissariat.
Mon compagnon a essayé de m'étrangler devant la petite.
Il me tape devant les enfants et c'est lui qui touche les allocations.
je suis parti de chez moi avec mes enfants car mon mari me battait
Le père de mes filles les a menacées avec un couteau.
Je suis enceinte et mon compagnon m'a poussée dans l'escalier.
mon fils est harcelé au collège il se fait frapper tous les jours
L'animateur de la colonie a eu des gestes déplacés avec mon fils.
J'ai fui la maison en pyjama cette nuit avec les petits.
mn mari me frap, komen fair pr separer la declaration
Mon compagnon contrôle tout mon argent et me frappe quand il a bu.
j'ai été violée par mon ex et il a encore l'autorité parentale
Le gardien a touché ma fille sous la douche de la piscine.
Une dame âgée est frappée par son aide à domicile.
Ma copine s'est fait agresser sexuellement dans le tram.
Il a pris les enfants et il a un couteau.`,
	"distress": `
Nous vivons à cinq dans un garage sans eau.
On m’a coupé l’électricité alors que je suis sous respirateur.
Ce soir je ne sais pas où coucher mes filles.
Nous serons à la rue ce soir avec trois enfants, l'huissier arrive à 18h.
Je n'ai pas mangé depuis trois jours, mon RSA est suspendu.
Plus de chauffage ni d'électricité, ma mère malade a froid, au secours.
a l'aide svp g pu rien a manger mes gosse on fain
We will be homeless tonight with two kids, please help.
Je suis au fond du trou, dépression, plus de force pour me battre.
Ce soir on dort dehors, mon fils a 3 ans.
Il me reste 4 euros pour finir le mois et mes enfants ont faim.
Mon mari est sous oxygène et vous avez coupé le courant.
J'ai arrêté ma chimio faute de remboursement.
Je saute des repas pour que ma fille puisse manger.
Je suis en train de tout perdre, mon logement, ma santé, je ne tiens plus debout.
SOS FAMILLE A LA RUE DEMAIN
Je suis désespérée, je ne vois plus d'issue.
Ce soir mes deux petits dormiront dans le hall d'un immeuble.
Je suis atteinte d'un cancer et je ne peux plus payer mes soins.
jai faim
Je n'ai plus goût à rien, je ne me lève plus, je ne réponds plus au téléphone.
We are sleeping in our car with a newborn.`,
}

// calm only sound alarming. Sarcasm of nobody ("c’est à se tirer une balle")
// is among them; what an author says of himself is not, however it is meant.
const calm = `
J’ai failli mourir d’ennui dans la salle d’attente.
On se fait égorger avec ces tarifs de carte grise.
Le serveur s’est pendu au moment de payer.
Coup de poignard dans le dos que cette hausse.
J’ai dormi dans ma voiture devant la préfecture pour être premier, enfin reçu !
J’ai fait mes adieux à mon ancienne mairie, je déménage.
Le train de 6h12 est toujours en retard.
L’agent a pris mes papiers et les a rendus tout de suite.
Vous avez flingué ma journée.
Je meurs d'impatience de recevoir ma nouvelle carte.
File d'attente mortelle, deux heures debout.
Erreur fatale à l'étape 3, le site a tué ma session.
Je voulais déclarer la mort de mon père, la démarche est claire.
Je crève de chaud dans votre salle d'attente.
Ce site va me tuer !
Vous êtes une bombe, merci à Sandrine de l'accueil !
J'ai failli m'arracher les cheveux avec FranceConnect.
Je suis la fille de la défunte et je remplis la succession.
Ils m'ont assassiné avec la taxe foncière.
Il faut se battre pour obtenir un rendez-vous.
Une claque, ce nouveau service : rapide et clair.
Je suis pendu au téléphone depuis une heure.
C'est une question de vie ou de mort pour mon entreprise, ce numéro SIRET.
Déclaration de mon arme de chasse : démarche simple.
L'accueil est menacé de fermeture, c'est dommage.
Vous menacez les gens de pénalités alors que c'est votre faute.
Ma plainte pour escroquerie a été bien prise.
Je travaille dans une association de prévention du suicide et je cherche le formulaire de subvention.
Je suis assistante maternelle, les enfants sont adorables, le site pajemploi non.
Le chauffage de la médiathèque était en panne, on avait froid.
Grève des agents : le guichet était fermé.
J'en ai fini avec ma déclaration en dix minutes, super.
Je n'en peux plus d'attendre ma carte d'identité.
À l'aide du tutoriel, j'ai réussi.
Je craque pour la nouvelle application, très jolie.
Mon ordinateur a explosé, j'ai dû recommencer.
J'ai demandé une aide pour quitter mon logement insalubre, réponse en trois semaines.
I was dying to get my passport, it arrived in two weeks.
Ma voisine élève des chiens, qui s'occupe de cela ?
Ce guichet, c'est la mort.
Je me retrouve à la case départ.
L'agent nous a mis à la porte cinq minutes avant l'heure.
Mon mari tape son code et rien ne se passe.
Ma fille est enfermée dehors à cause du badge, drôle de collège.
Je suis venu avec mon fusil pour le déclarer, agent compétent.
La rue est à l'abandon.
Mon appartement donne à la rue principale.
Coupure d'eau annoncée à la dernière minute.
Il me reste 4 euros à payer et le site refuse.
Plus de traitement de mon dossier depuis juin.
Votre accueil est à bout de souffle.
Vous me sauvez la vie avec ce simulateur.
Appel à l'aide de mon voisin pour scanner les pièces, puis tout a marché.
Le commissaire de justice, très aimable, est passé ce matin.
J'attends à la sortie 4 depuis une heure.
L'application est suicidaire pour ma batterie.
La guerre des nerfs avec le standard.
Je demande un dossier pour les victimes d'un accident de la route.
I almost died laughing at the error message.
J'ai dû casser ma tirelire.
Nous n'avons plus de lait à la cantine bio.
Je lance un cri d'alarme sur l'état de la route départementale.
Vous allez le regretter, ce logiciel est mal choisi.
Je voudrais supprimer mon compte.
Le médecin conseil a arrêté mon indemnité.
Ils m'ont fait sauter mon rendez-vous.
Le portillon m'a frappé l'épaule, à réparer.
L'étage est inaccessible en fauteuil.
J'ai perdu mes nerfs puis retrouvé mon identifiant.
Coup de foudre pour votre nouvelle médiathèque.
C'est la croix et la bannière.
Nous dormons tranquilles depuis que la rue est piétonne.
Il n'y a plus de pain à la cantine à 13 h.
La réponse est tombée, un vrai coup de massue.
Je suis veuve, l'agent a été très humain.
Merci de faire attention à vous et prenez soin des usagers.
La mairie a brûlé en 1920, l'exposition est superbe.
Je saute de joie.`

func alarms(text string) []string {
	kinds := []string{}
	for _, s := range SignalsOf(text).Urgent {
		kinds = append(kinds, s.Kind)
	}
	return kinds
}

// TestAlarmsAreHeard: which kind is told matters less than that one is, but an
// agent reads "threat" and "violence" as different things.
func TestAlarmsAreHeard(t *testing.T) {
	for kind, lines := range alarming {
		right, all := 0, strings.Split(strings.TrimSpace(lines), "\n")
		for _, text := range all {
			found := alarms(text)
			if len(found) == 0 {
				t.Errorf("%s not heard: %s", kind, text)
			}
			if strings.Contains(strings.Join(found, " "), kind) {
				right++
			}
		}
		if right*10 < len(all)*8 {
			t.Errorf("%s: %d of %d were told as such", kind, right, len(all))
		}
	}
}

func TestLookAlikesAreNoAlarm(t *testing.T) {
	for text := range strings.Lines(strings.TrimSpace(calm)) {
		if found := alarms(text); len(found) > 0 {
			t.Errorf("%v in: %s", found, text)
		}
	}
}

// TestHeardWordsKeepTheirPlace: what the agent sees marked is what was typed.
func TestHeardWordsKeepTheirPlace(t *testing.T) {
	text := "Bon, jvai me pendre demin."
	found := SignalsOf(text).Urgent
	if len(found) != 1 || string([]rune(text)[found[0].Start:found[0].End]) != "me pendre" {
		t.Errorf("%+v", found)
	}
	text = "jve mourir"
	if found = SignalsOf(text).Urgent; len(found) != 1 || found[0].Start != 0 || found[0].End != len(text) {
		t.Errorf("%+v", found)
	}
}

func TestInsultsAreHeard(t *testing.T) {
	for text, want := range map[string]bool{
		"Bande de branleurs payés à rien foutre.": true, "Vous êtes des incapables !": true, "La conseillère est une vraie garce.": true,
		"allez tous vous faire foutre": true, "Pauvre type au guichet 2.": true, "Nique la préfecture": true, "You are a bunch of morons": true,
		"vous n’êtes que des parasites": true, "enfoirés": true, "SERVICE DE MERDE": true, "Espèces de bons à rien !": true,
		"L’agent m’a traité d’imbécile.": false, "On nous prend pour des idiots.": false, "Les ordures ne sont pas ramassées.": false, "La vache, quel délai !": false,
		"Des parasites dans mon logement social.": false, "Les pourritures dans la rue.": false, "Ma pauvre mère attend depuis un mois.": false, "Sale temps pour les usagers.": false, "Les retards de bus continuent.": false,
		"Je me suis senti idiote devant l’écran.": false, "Le personnel est tout sauf incapable.": false,
	} {
		if got := len(SignalsOf(text).Insult) > 0; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

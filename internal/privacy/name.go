package privacy

import "strings"

func set(lists ...string) map[string]bool {
	all := map[string]bool{}
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			all[w] = true
		}
	}
	return all
}

// plainWords end a name, or are none: offices, bodies, and the words that a
// sentence begins with. Without accents, in lower case.
var plainWords = set(
	"maire prefet prefete president presidente ministre directeur directrice chef responsable conseiller conseillere adjoint adjointe juge procureur depute deputee senateur senatrice consul consule ambassadeur ambassadrice commissaire inspecteur controleur controleuse instructeur instructrice interlocuteur interlocutrice collegue employe employee facteur postier postiere gendarme policier policiere medecin infirmiere greffier greffiere notaire avocat avocate huissier agent agente secretaire defenseur mediateur delegue deleguee gouverneur",
	"mairie prefecture caf cpam carsat ants antai urssaf pole france services service tresor public impots dgfip cnam msa cnav edf sncf poste etat republique commune departement region ministere consulat ambassade police gendarmerie samu crous mdph ccas onac ofii ameli cnil urssaf insee ville conseil office agence tribunal direction bureau cabinet hopital centre",
	"no passport passeport passeports anef agdref cni cnie neph spi nir je j tu il elle on nous vous ils elles le la les l un une des de du d ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que quoi dont ou et mais donc or ni car si ne pas plus tres bien bon bonne",
	"bonjour bonsoir merci cordialement madame monsieur mesdames messieurs mademoiselle mme mr mlle suite pour par avec sans dans sur sous apres avant depuis pendant lors alors aujourd hier demain quand comment pourquoi voici voila enfin aucun aucune tout toute tous toutes rien personne",
	"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche",
	"ai suis est a sont ont ete etre avoir fait faire ok non oui bravo super rdv ras tel mail a z y me te se lui eux en aux au entre chez vers comme encore deja toujours jamais aussi mieux beaucoup trop peu assez tellement vraiment cela ca ceci j m t etais etait etaient serait sera avait avais avez avons peut peux veut veux doit dois vais va vont dit dis svp stp cdt cdlt accueil guichet telephone ici via car quel quelle quels quelles celui celle lorsque puis ensuite cher chere chers cheres l'etat veuillez prenom nom salutations francais francaise retraite parent auto assistante assistant professeur etudiant etudiante salarie salariee demandeur titulaire proprietaire locataire tres qui a dans")

// particles stand inside names and never make one.
var particles = set("de du des d la le les l el ben bin von van da dos del di al ait abou den der")

// placeWords turn the name that follows into a place.
var placeWords = set("site sites application appli equipe plateforme logiciel consulat consulats ambassade societe compagnie portail communaute commune ville village mairie ile iles baie san santa new los saints fundacion federation association ligne prefecture sous-prefecture tribunal cpam caf agence operateur entreprise mutuelle foyer camping hotel marque modele programme ho rue avenue av boulevard bd place chemin allee impasse route quai square cours passage residence faubourg pont parc lycee college ecole hopital clinique universite caserne stade gymnase metro gare station arret saint sainte st ste aeroport theatre mediatheque bibliotheque centre espace salle tour groupe fondation institut maison ehpad creche")

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
	"maire prefet prefete president presidente ministre directeur directrice chef responsable conseiller conseillere adjoint adjointe juge procureur depute deputee senateur senatrice consul consule ambassadeur ambassadrice commissaire inspecteur controleur agent agente secretaire defenseur mediateur delegue deleguee gouverneur",
	"mairie prefecture caf cpam carsat ants antai urssaf pole france services service tresor public impots dgfip cnam msa cnav edf sncf poste etat republique commune departement region ministere consulat ambassade police gendarmerie samu crous mdph ccas onac ofii ameli cnil urssaf insee ville conseil office agence tribunal direction bureau cabinet hopital centre",
	"je j tu il elle on nous vous ils elles le la les l un une des de du d ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que quoi dont ou et mais donc or ni car si ne pas plus tres bien bon bonne",
	"bonjour bonsoir merci cordialement madame monsieur mesdames messieurs mademoiselle mme mr mlle suite pour par avec sans dans sur sous apres avant depuis pendant lors alors aujourd hier demain quand comment pourquoi voici voila enfin aucun aucune tout toute tous toutes rien personne",
	"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche",
	"ai suis est a sont ont ete etre avoir fait faire ok non oui bravo super rdv ras tel mail a z l'etat veuillez prenom nom salutations francais francaise retraite parent auto assistante assistant professeur etudiant etudiante salarie salariee demandeur titulaire proprietaire locataire tres qui a dans")

// particles stand inside names and never make one.
var particles = set("de du des d' la le les l' el ben von van da dos")

// leadWords lead to a person when a first name follows them.
var leadWords = set("a avec par et merci bonjour bravo remercie remercier conseillere conseiller agent agente dame prenom prenommee prenomme nommee nomme collegue cordialement")

// otherwise are first names that alone may be something else: "marié"
// without its accent, an island, towns.
var otherwise = set("marie maurice florence vincent lourdes valentin noel")

// placeWords turn the name that follows into a place.
var placeWords = set("rue avenue av boulevard bd place chemin allee impasse route quai square cours passage residence faubourg pont parc lycee college ecole hopital clinique universite caserne stade gymnase metro gare station arret saint sainte st ste aeroport theatre mediatheque bibliotheque centre espace salle tour groupe fondation institut maison ehpad creche")

// firstNames are common first names in France. Those that are also everyday
// words ("Rose", "Constant") or towns are left out.
var firstNames = set(
	"adele adrien agathe agnes ahmed aicha alain albert alexandra alexandre alexis ali alice aline alphonse amelie amina anais andre andrea angelique anne annick annie anthony antoine antoinette arnaud arthur aurelie aurelien axel aymeric",
	"baptiste beatrice benedicte benjamin benoit bernadette bernard bertrand blandine boris brahim brigitte bruno camille carine carole caroline catherine cecile cedric celine chantal charlene charles charlotte christelle christian christiane christine christophe claire claude claudine clemence clement colette corinne cyril cyrille",
	"damien daniel daniele danielle david deborah delphine denis denise didier dominique edith edouard eleonore elena elisabeth elise elodie emilie emma emmanuel emmanuelle eric estelle esther etienne eugene eva evelyne fabien fabienne fabrice farid fatima fatiha fatou florence florent florian franck francis francois francoise frederic frederique",
	"gabriel gabrielle gaelle genevieve georges gerald gerard germain germaine ghislaine gilbert gilles ginette gregory guillaume gustave guy gwenaelle hamid hassan helene henri henriette herve hubert hugo huguette ibrahim ines irene isabelle jacqueline jacques jean jeanne jeannine jennifer jeremy jerome joel joelle jonathan jordan josette josiane joseph josephine julie julien juliette justine",
	"karim karine kevin khadija laetitia laura laure laurence laurent lea leila leon leonie liliane lionel loic louis louise luc lucas lucie lucien lucienne ludovic lydie madeleine malika manon manuel marc marcel marcelle margaux marguerite maria marie marina marine marion martine mathieu mathilde matthieu maud maurice maxime mehdi melanie michel michele micheline michelle mickael mireille mohamed mohammed monique morgane mustapha myriam",
	"nadege nadia nadine nathalie nathan nicolas nicole noel noemie nora odette odile olivier oceane pascal pascale patrice patricia patrick paul paule paulette pauline philippe pierre pierrette quentin rachel rachid raphael raymond raymonde regine regis remi remy rene renee richard robert robin roger roland romain romane sabine sabrina said samia samir samuel sandra sandrine sarah sebastien serge severine simone sofia solange solene sonia sophie stephane stephanie suzanne sylvain sylvie",
	"theo theophile therese thibault thierry thomas valentin valentine valerie vanessa veronique victor vincent virginie viviane walter william xavier yann yannick yasmina yasmine youssef yves yvette yvonne zoe")

package reading

// heads are the common nouns by which institutions are called. Those of alone
// name one by themselves; the others need more behind them.
var (
	heads = wordSet("prefecture sousprefecture prefectures mairie tribunal commissariat gendarmerie rectorat conseil caisse ambassade consulat hopital clinique universite " +
		"inspection tresor tresorerie direction agence ministere office defenseur mediateur mediatrice conciliateur procureur greffe cour chambre centre maison service departement region metropole communaute " +
		"academie inspecteur delegue delegation haut autorite commission comite observatoire institut ecole lycee college bibliotheque mediatheque syndicat federation association huissier commissaire notaire bureau point antenne guichet pole cellule cite hall")
	alone = wordSet("prefecture mairie tribunal commissariat gendarmerie rectorat ambassade consulat hopital clinique tresorerie procureur greffe mediateur mediatrice conciliateur huissier notaire rectorat")

	// bodyWords make an institution of the head before them.
	bodyWords = wordSet("administratif administrative judiciaire departemental departementale departementales regional regionale regionales municipal municipale national nationale general generale superieur superieure " +
		"primaire academique metropolitaine communale intercommunale consulaire droits droit justice allocations familiales assurance maladie retraite vieillesse impots finances publiques public travail emploi education securite sociale " +
		"police mediation appel instance grande proximite commerce metiers agriculture notaires douanes logement habitat famille personnes handicapees solidarites solidarite transports titres securises etrangers immigration paiement tourisme " +
		"republique cassation comptes nationaux nationales ville commune loi consommation concurrence repression fraudes sante hospitalier universitaire social action cadastre hypotheques permanences acces")
	bodyLinks = wordSet("de du des d la le les l en sur sous aux au et lez")

	// vagueBodies name none.
	vagueBodies = map[string]bool{"service public": true, "service social": true, "service departemental": true, "service general": true, "direction generale": true, "service regional": true, "service municipal": true, "service commune": true, "bureau commune": true, "direction departementale": true, "direction regionale": true, "ministere public": true, "centre ville": true, "point commune": true, "office public": true, "ecole publique": true, "service accueil": true}

	streets = wordSet("rue avenue boulevard impasse allee quai chemin square esplanade cours place route passage faubourg")
	titles  = wordSet("m mm mr dr me st ste av bd bld pr art")
)

// common are the words that carry a capital without being a name, or that
// name nothing in particular to a user of French services.
var common = wordSet("je tu il elle on nous vous ils elles le la les un une des de du d l au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que quoi quand comment pourquoi ou et mais donc or ni car si " +
	"en dans par pour sur sous avec sans chez vers merci bonjour bonsoir madame monsieur mesdames messieurs mme mlle mr mm m cher chere chers cheres docteur maitre cordialement bien a est c j n s y oui non ne pas plus tres tout tous toute toutes aucun aucune " +
	"france francais francaise francaises etat republique europe europeen europeenne internet web wifi covid services publics service public equipe " +
	"sms pdf faq ok ps nb rdv ttc ht cv qr url usb pc tv id no so ii iii iv vi i the we you your our my it he she they this that these those thank thanks dear hello hi sir madam please sorry if as for in of to and but " +
	"english french with from at on by not what when where how there here also however unfortunately kind regards best sincerely all team")

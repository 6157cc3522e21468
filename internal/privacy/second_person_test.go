package privacy

import "strings"

// Names that people in France bear and that no list of the detector is known
// to hold; those that one does hold are counted in a row of their own.
var (
	secondGiven  = strings.Fields("Fatoumata Aïssatou Oumar Mamadou Kadiatou Ousmane Souleymane Moussa Boubacar Rokia Djeneba Nawel Yasmina Rachida Abdelkader Mouloud Fouzia Zohra Malika Noureddine Lotfi Hichem Wassila Sihem Khadidja Özlem Mehmet Emre Ayşe Gülsüm Thuy Linh Quang Minh Duc Xiaoming Wei Sophanna Vannak Svetlana Oksana Dmytro Volodymyr Agnieszka Zbigniew Katarzyna Łukasz Ionuț Mihaela Florica Gheorghe Goran Dragana Milica Besnik Arben Shpresa Joaquim Conceição Graça Lourenço Iñaki Maitena Ximun Eneko Gwenaëlle Yannig Ewen Maëlys Loeïza Enora Tifenn Elouan Kelyan Timéo Noham Lyham Naëlle Shanice Kimberley Brandon Dylan Kévin Mickaël Steeven Jordane Marylise Ghislaine Huguette Odile Solange Ginette Marcelline Philomène Célestin Hyacinthe Achille Barnabé Fulbert Gontran Ludivine Mélusine Capucine Prunelle Garance Anouchka Clémence Théodora")
	secondFamily = strings.Fields("Diallo Traoré Coulibaly Konaté Sissoko Doucouré Kouassi N'Guessan Ouédraogo Mbemba Nkounkou Tshibangu Benkhelifa Boukhalfa Haddouche Zerrouki Meziane Bouazza Belkacem Cherkaoui Lahlou Bensoussan Elmaleh Yıldırım Öztürk Kaplan Çelik Nguyen Phạm Trần Xiong Sisavath Zhang Rajaonarivelo Ramanantsoa Andriamihaja Hoarau Payet Grondin Técher Sainte-Rose Kowalczyk Wiśniewski Szymański Popescu Ionescu Dumitrache Jovanović Krasniqi Berisha Hoxha Teixeira Gonçalves Vasconcelos Etcheverry Haristoy Bidegain Goyhenetche Quéméneur Le-Bihan Kergoat Guivarc'h Penven Tanguy Cloarec Haegel Schmittlein Zimmermann Oberlé Wurtz Vandenbroucke Delahousse Deroubaix Vanhoutte Casanova Santucci Giacobbi Paoletti Chastagner Bonnefoy Malgouyres Puech Fabrègues Larrieu Dussausoy Quatrebarbes Troussel Beauvillard Courtecuisse Poirriez Mauduit Chevrollier Taillandier Bougrelle Vuillermoz Jeanneret Perrichon")
	secondWords  = strings.Fields("Petit Boulanger Roux Blanc Marchand Berger Meunier Legrand Fontaine Chevalier Mercier Charpentier Carpentier Boucher Lefort Rousseau Brun Noir Jolivet Poirier Olivier Renard Loiseau Lamoureux Bonnet Barbier")
)

// newcomer is somebody whose names the detector does not know.
func (g *generator) newcomer() somebody {
	for {
		s := somebody{pick(g, secondGiven...), pick(g, secondFamily...)}
		if g.IntN(3) == 0 {
			s.family = pick(g, "Cro", "Fré", "Gué", "Lo", "Mé", "Pra", "Thi", "Vau", "Ché", "Dro") + pick(g, "mier", "bart", "delle", "quet", "vigne", "sson", "tault", "rousse", "gnac", "zille")
		}
		if g.IntN(3) == 0 {
			s.given = pick(g, "Ma", "Ély", "So", "Yo", "Ka", "Né", "Ti", "Ro") + pick(g, "wenn", "lisse", "dane", "ciane", "rick", "hélio", "nael", "zian")
		}
		if unlisted(s.given) && unlisted(s.family) {
			return s
		}
	}
}

func unlisted(name string) bool {
	for part := range strings.FieldsFuncSeq(strings.ToLower(flatten(name)), func(r rune) bool { return r == '-' || r == '\'' || r == ' ' }) {
		if isGiven(part) || known().family[part] {
			return false
		}
	}
	return true
}

// neighbour bears a name of which one half is a word of every day.
func (g *generator) neighbour() somebody {
	return somebody{pick(g, g.knownGiven...), pick(g, secondWords...)}
}

func (g *generator) fullName(s somebody) string {
	switch g.IntN(14) {
	case 0:
		return strings.ToUpper(s.family) + " " + s.given
	case 1:
		return s.given + " " + strings.ToUpper(s.family)
	case 2:
		return s.given + "-" + pick(g, secondGiven...) + " " + s.family
	case 3:
		return s.given + " " + pick(g, "de ", "du ", "d'", "Le ", "El ", "Ben ", "van der ", "de La ", "Da ") + s.family
	case 4:
		return s.given + " " + s.family + "-" + pick(g, secondFamily...)
	case 5:
		return s.given + "\u00a0" + s.family
	case 6:
		return s.given + " " + pick(g, secondGiven...) + " " + s.family
	}
	return s.given + " " + s.family
}

func (g *generator) whole() string { return g.fullName(g.newcomer()) }

func (g *generator) initials() string {
	s := g.newcomer()
	first := string([]rune(s.given)[:1])
	return pick(g, first+". "+s.family, first+"."+s.family, s.given+" "+string([]rune(s.family)[:1])+".", first+". "+strings.ToUpper(s.family))
}

func (g *generator) signatureName() string {
	return pick(g, g.whole(), g.whole(), g.newcomer().given, g.initials())
}

var secondPeople = []carrier{
	{"second person, titled", Person, func(g *generator) string {
		return pick(g, g.newcomer().family, g.newcomer().family, g.whole(), strings.ToUpper(g.newcomer().family))
	}, []string{
		"Madame {} au guichet", "M. {} m'a renvoyé chez moi", "Mme {}, très aimable, a tout réglé", "l'accueil de Mr {} est déplorable", "Mlle {} est absente", "signé Madame {}", "j'ai vu monsieur {} ce matin", "Merci à Mme {} pour sa patience", "Le Dr {} n'a pas envoyé le certificat", "Mme. {} ne rappelle jamais", "M {} est injoignable", "monsieur et madame {} attendent", "MME {} m'a raccroché au nez", "notre avocat, Me {}, a écrit", "le maire, M. {}, ne répond pas", "Mesdames {} et ses collègues"}},
	{"second person, told", Person, (*generator).whole, []string{
		"je suis {} et j'attends depuis mars", "Je suis {}", "mon nom est {}", "Je m'appelle {}, 45 ans", "Moi, {}, je demande réparation", "Je soussigné {} certifie", "ici {}, usager depuis toujours", "Nom et prénom : {}", "NOM : {}", "Bonjour, je m'appelle {}", "Dossier au nom de {}", "Demande concernant {}", "Titulaire : {}", "le compte de {} est bloqué", "c'est à {} de répondre", "j'ai eu affaire à {}", "un certain {} m'a insulté", "la demande de {} est perdue", "mon épouse {} est enceinte", "mon voisin {} a eu le sien", "ma sœur {} attend aussi", "notre fille {} est inscrite", "mon frère, {}, est handicapé", "mon père {} est décédé", "{} a été remarquable", "{} du bureau 4 est odieux", "l'agent {} refuse", "ma conseillère est {}", "mon conseiller, {}, est parti", "Merci infiniment à {}", "Bravo {} !", "Usager : {}", "Patient {}", "de la part de {}", "suivi par {}", "pour {}, même problème", "{}, un agent, m'a aidé"}},
	{"second person, given name", Person, func(g *generator) string { return g.newcomer().given }, []string{
		"merci à {} pour son écoute", "Un grand bravo à {}", "ma fille {} est née en mars", "mon fils {} a 3 ans", "{} a pris le temps de m'expliquer", "{} m'a reçue avec le sourire", "ma conseillère {} est formidable", "accueilli par {}, au top", "une dame prénommée {}", "Merci {}, vous êtes géniale", "la petite {} attend sa carte", "j'ai parlé avec {} au téléphone", "L'agent s'appelle {}", "mes enfants {} et leur sœur", "grâce à {} tout est réglé", "Chapeau à {}"}},
	{"second person, signed", Person, (*generator).signatureName, []string{
		"\nCordialement,\n{}", "\nCordialement {}", "\nBien à vous, {}", "\nMerci de votre aide.\n{}", "\n\n{}", "\nCdt, {}", "\nRespectueusement\n\n{}", "\nSincères salutations. {}", "\nSigné : {}", "\nsigné {}", "\nMerci. {}", "\nBonne journée\n{}", "\n-- \n{}", "\nVeuillez agréer mes salutations.\n{}", "\nCordialement.\n{}\n", "\nBien cordialement,\nMme {}", "\nMerci d'avance\n{}", "\nDans l'attente, {}", "\nAtentivement, {}"}},
	{"second person, initials", Person, (*generator).initials, []string{
		"{} m'a reçu", "j'ai vu {} au guichet", "Mme {} est désagréable", "signé {}", "l'agent {} a été parfait", "merci à {}", "je suis {}", "mon conseiller {} ne répond plus"}},
	{"second person, known word", Person, func(g *generator) string { return g.fullName(g.neighbour()) }, []string{
		"je m'appelle {}", "Je suis {} et j'attends", "Merci à {}", "Madame {} m'a aidée", "M. {} est absent", "\nCordialement,\n{}", "mon mari {} est malade", "{} m'a répondu", "au nom de {}", "l'agent {} a refusé"}},
	{"second address", Address, (*generator).home, []string{
		"j'habite {}", "J'habite au {} depuis 2015", "mon adresse est {}", "Adresse : {}", "nouvelle adresse : {}", "je demeure {}", "demeurant {}", "domiciliée au {}", "courrier envoyé au {}", "je réside {}", "j'ai déménagé au {}", "à l'adresse suivante : {}", "chez moi, {}, rien n'arrive", "le facteur passe au {}", "logement situé {}", "\n{}", "résidant {}", "livraison au {} impossible", "mon domicile ({})"}},
}

func (g *generator) home() string {
	line := g.towns[g.IntN(len(g.towns))]
	town, _, _ := strings.Cut(line[6:], "|")
	code, town := line[:5], pick(g, title(town), strings.ToUpper(town), strings.ReplaceAll(title(town), "-", " "))
	s := g.newcomer()
	way := pick(g, "rue", "rue", "avenue", "Av.", "Bd", "chemin", "allée", "impasse", "Rte", "place", "ruelle", "sentier", "quai", "cours", "rue", "Résidence", "lotissement", "hameau", "voie", "montée", "square", "clos", "venelle")
	name := pick(g, "de la Gare", "des Écoles", "du Moulin", "Jean Jaurès", "Pasteur", "du Maréchal Foch", "de "+s.family, s.given+" "+s.family, "du 11 Novembre", "des "+s.family+"s", "de l'Abbé "+s.family, "Sainte-Anne", "du Pré "+s.family, "aux Moines", "Basse", "de Bretagne", "du Bois Joli", "George Sand")
	street := g.count(240) + pick(g, "", "", "", "bis", " ter", "B", " quater") + pick(g, " ", " ", ", ", "\u00a0") + way + " " + name
	city := pick(g, ", ", " ", "\n", " – ", ",\n") + code + " " + town + pick(g, "", "", "", " CEDEX", " Cedex 0"+g.digits(1))
	return pick(g, street, street+city, street+city, street+city, street+" à "+town, street+", bât. "+pick(g, "A", "3")+", "+strings.TrimLeft(city, ", –\n"), street+" appt n°"+g.count(80)+city, "appt "+g.count(40)+", "+street+city, "lieu-dit "+title("la "+s.family)+city, "Lieu dit Le Moulin"+city, "lieudit Kerbihan, "+code+" "+town, "BP "+g.digits(5)+city, "B.P. "+g.digits(3)+city, way+" "+name+city, "résidence Les "+s.family+"s, bâtiment "+pick(g, "B", "C2")+city, code+" "+town)
}

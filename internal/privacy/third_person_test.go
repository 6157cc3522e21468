package privacy

import "strings"

var (
	thirdGiven  = strings.Fields("Abdoulaye Adjoua Afsatou Aboubakar Aminou Assetou Bintou Cheikh Djibril Fanta Gnima Idrissa Kadidia Lassana Mariama Ndeye Ousseynou Penda Salimata Seydou Tidiane Yaya Akissi Yao Chahrazed Dounia Hafida Ikram Ghizlane Hasnae Lhoussaine Mbarek Naïma Ouarda Zineb Tassadit Idir Massinissa Ferhat Hovsep Anahit Garabed Nazaré Ilídio Benilde Xavière Szymon Grażyna Wojciech Bogusława Jiří Zdeněk Čedomir Vesna Zoran Snežana Radu Viorica Costel Doina Dilnoza Aigul Murat Hatice Nurcan Sibel Thanh Hoang Ngoc Bounmy Khamphone Sokha Rithy Suthasini Kumaran Tharshan Nirmala Rakotobe Voahangy Hanitra Tiavina Teva Moana Heimata Poerava Wassan Kalala Bienvenu Dieudonné Espérance Gloire Merveille Exaucé Priscillia Loane Tiphaine Katell Riwal Nolwenn Goulven Amaury Foulques Isaure Aliénor Cunégonde Eudoxie Zéphirin Léonce Anicet Ludger Wilhelmine Rolande Gisèle Micheline Josiane Cosette")
	thirdFamily = strings.Fields("Keïta Bathily Cissokho Dramé Ndiaye Mbodj Fofana Gueye Sangaré Touré Bamba Koffi Yapi Zadi Ngoma Makiese Ilunga Mukendi Tchoupo Fotso Nzeukou Ait-Ouarab Amrouche Bouchareb Chergui Djelloul Guechi Hadjadj Khelladi Laouar Mansouri Ouahabi Rahmouni Slimani Tazi Yacoubi Zemmouri Bennani Ouchen Sarkissian Der-Haroutiounian Papazian Camacho Figueiredo Nascimento Sequeira Zabala Urruty Bakiewicz Nowakowski Piotrowski Wróblewski Novotný Procházka Marković Stojanović Petrović Constantinescu Vasilescu Moldoveanu Şahin Aydın Karadağ Huỳnh Đặng Vongsa Phommachanh Sivakumar Rajaratnam Rabemananjara Razafindrakoto Tehaurai Teriitahi Wamytan Kanyinda Bissainthe Jean-Baptiste Saint-Aimé Nérée Marie-Rose Lebihannic Kermorgant Rouzic Salaün Trévidic Guéguinou Dieudegard Malicorne Hochedez Lefauconnier Bréchemier Vandamme Verhaeghe Debruyne Schaffhauser Klingenfus Muckensturm Boisgontier Desrousseaux Pommepuy Chantegreil Cazassus Labarthète Peyrefite Roquelaure Tournebize Maisonhaute Bouteillon Crochemore Heurtevent Quesnoy Vaudescal")
	thirdStarts = strings.Fields("Bré Cha Deu Fau Gra Hui Jou Ké Lan Mou Nau Pleu Rou Ser Tro Vi Bou Cau Gui Mar")
	thirdEnds   = strings.Fields("chard deville gnon lleraud mbert ncourt pinel quenot rdier ssart teloup vaux zières beuf chenal drillon ffroy gueret lière mont")
)

// incomer is somebody whose names the detector does not know.
func (g *generator) incomer() somebody {
	for {
		s := somebody{pick(g, thirdGiven...), pick(g, thirdFamily...)}
		if g.IntN(3) == 0 {
			s.family = pick(g, thirdStarts...) + pick(g, thirdEnds...)
		}
		if unlisted(s.given) && unlisted(s.family) {
			return s
		}
	}
}

func (g *generator) family() string { return g.incomer().family }

func (g *generator) both() string {
	s := g.incomer()
	return pick(g, s.given+" "+s.family, s.given+" "+s.family, s.family+" "+s.given, strings.ToUpper(s.family)+" "+s.given, s.given+" "+strings.ToUpper(s.family))
}

// doubled are names of more than two words, as married and foreign names are.
func (g *generator) doubled() string {
	s, o := g.incomer(), g.incomer()
	return pick(g, s.given+" "+s.family+" "+o.family, s.given+" "+s.family+"-"+o.family, s.given+"-"+o.given+" "+s.family, s.given+" "+o.given+" "+s.family, s.given+" de "+s.family, s.given+" Le "+s.family, s.given+" "+s.family+" épouse "+o.family, s.given+" "+s.family+" née "+o.family, s.given+" Ben "+s.family, s.given+" El "+s.family, s.given+" Van den "+s.family, s.given+" dos Santos "+s.family, s.given+" d'"+"Har"+strings.ToLower(s.family))
}

func (g *generator) endName() string {
	s := g.incomer()
	letter := string([]rune(s.given)[:1])
	return pick(g, s.given+" "+s.family, s.given+" "+s.family, s.given, s.family+" "+s.given, letter+". "+s.family, letter+"."+s.family, "M. "+s.family, "Mme "+s.family, s.given+" et "+g.incomer().given+" "+s.family, strings.ToUpper(s.given+" "+s.family), strings.ToLower(s.given+" "+s.family))
}

var thirdPeople = []carrier{
	{"third person, titled", Person, (*generator).family, []string{
		"mme {} m'a bien aidé", "mr {} du service", "Mme {} et son équipe au top", "monsieur {} du guichet 2", "madame {} a perdu mon dossier", "j'ai demandé mme {}", "Mr {}, charmant", "M.{} n'était pas là", "mlle {} au téléphone", "MR {} NE RÉPOND PAS", "Mr et Mme {}", "la dame, Mme {}, a souri", "reçu par M. {} lundi", "un Monsieur {} m'a rappelé", "docteur {}", "professeur {}", "Me {} notaire", "capitaine {} de la gendarmerie", "l'adjudant {}", "adressé à madame {}", "bravo à m. {}", "M. le maire {}", "Mme la directrice, Mme {}", "rdv avec Madame {} annulé", "Mme {} (accueil)"}},
	{"third person, told", Person, (*generator).both, []string{
		"je me nomme {}", "c'est {} à l'appareil", "mon nom c'est {}", "moi c'est {}", "je m'appel {}", "je m'apelle {}", "au nom de {} svp", "dossier de {}", "ma mère, {}, 82 ans", "pour mon mari {}", "mon fils {} a passé le bac", "ma belle-mère {} est en EHPAD", "mon compagnon {}", "mon grand-père {} est mort", "ma tante {} attend", "demande faite par {}", "reçue par {}", "j'ai été reçu par {}", "un agent nommé {}", "{} de la mairie", "merci {}", "remerciements à {}", "merci beaucoup à {} et à son équipe", "félicitations à {}", "l'assistante sociale {} ne rappelle pas", "mon interlocuteur {} est nul", "le conseiller {} m'a menti", "la secrétaire {} m'a raccroché au nez", "mon ex-mari {} ne paie pas", "ma tutrice {} refuse", "le propriétaire {} ne répond pas", "titulaire du compte : {}", "prénom et nom : {}", "identité : {}", "nom prénom {}", "bénéficiaire {}", "l'infirmière {} est un ange", "ma conseillère, {}, me suit depuis 2 ans", "{} m'a sauvé la vie", "{} est très compétente", "j'aimerais remercier {}"}},
	{"third person, many words", Person, (*generator).doubled, []string{
		"je m'appelle {}", "je suis {}", "Madame {} a été parfaite", "M. {}", "nom : {}", "dossier au nom de {}", "merci à {}", "\nCordialement,\n{}", "\n{}", "mon épouse {} attend", "mon père {} est décédé", "de la part de {}", "j'ai eu {} au téléphone"}},
	{"third person, given name", Person, func(g *generator) string { return g.incomer().given }, []string{
		"merci {}", "merci à {} !", "un grand merci à {} du service", "mon fils {} est né", "ma fille {} a 6 ans", "mon mari {}", "la conseillère {} est top", "{} m'a très bien accueillie", "j'ai eu {} au tél", "une personne du nom de {}", "{} à l'accueil est adorable", "accueillie par {}", "mon petit {} a eu son passeport", "la gentille {}", "{} est géniale", "mention spéciale à {}", "prénom : {}", "mes enfants, {} et son frère", "{} qui m'a reçu hier a été patiente"}},
	{"third person, signed", Person, (*generator).endName, []string{
		"\nCordialement. {}", "\n{}", "\nMerci\n{}", "\nBien cordialement {}", "\nCrdlt {}", "\nCordialement,\n\n{}", "\nA bientôt, {}", "\nBonne continuation. {}", "\nEn vous remerciant, {}", "\nMes salutations, {}", "\nMerci beaucoup.\n\n{}.", "\nBonne réception. {}", "\nun usager mécontent, {}", "\nMerci de votre réponse {}", "\nSalutations, {}", "\nDans l'attente de vous lire.\n{}", "\nBien à vous\n{}", "\nCordialement.\n{}\n"}},
	{"third person, form", Person, (*generator).family, []string{
		"Nom : {}\nPrénom :", "NOM: {}", "nom de famille {}", "nom de jeune fille {}", "nom de naissance : {}", "nom d'usage {}", "nom d'épouse : {}", "Nom {} prénom inconnu", "famille {}", "la famille {} attend", "les époux {}", "succession {}"}},
}

var thirdAddresses = []carrier{
	{"third address, street", Address, (*generator).streetHome, []string{
		"j'habite {}", "mon adresse c'est {}", "adresse postale : {}", "mon adresse actuelle est {}", "je vis au {}", "au {} chez ma mère", "domicile : {}", "envoyer au {}", "reçu au {}", "je loge {}", "locataire au {}", "propriétaire {}", "on habite {}", "nous sommes au {}", "livré {} par erreur", "ancienne adresse {}", "mon logement, {}, est insalubre", "adresse de livraison : {}", "nouvelle adresse à compter du mois prochain : {}"}},
	{"third address, lines", Address, (*generator).lines, []string{
		"Adresse :\n{}", "\n{}", "mon adresse :\n{}", "à envoyer à\n{}", "adresse postale\n{}", "j'habite\n{}"}},
	{"third address, box", Address, (*generator).box, []string{
		"courrier à adresser {}", "adresse : {}", "écrire à {}", "mon adresse postale est {}", "\n{}", "domiciliation {}"}},
	{"third address, hamlet", Address, (*generator).hamlet, []string{
		"j'habite {}", "mon adresse : {}", "je vis {}", "domicile {}", "adresse {}", "on est {}", "ma maison est {}"}},
}

// commune is a postcode with one of its towns, written as people do.
func (g *generator) commune() string {
	for {
		line := g.towns[g.IntN(len(g.towns))]
		all := strings.Split(line[6:], "|")
		town := all[g.IntN(len(all))]
		if g.IntN(4) == 0 && !strings.HasPrefix(town, "la ") && !strings.HasPrefix(town, "le ") && !strings.HasPrefix(town, "les ") && !strings.HasPrefix(town, "l ") {
			continue
		}
		return line[:5] + pick(g, " ", " ", " ", "  ", ", ", " - ") + pick(g, titled(town), titled(town), strings.ToUpper(town), town, strings.ReplaceAll(titled(town), " ", "-"))
	}
}

// titled gives every word of a town its capital.
func titled(town string) string {
	words := strings.Fields(town)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

func (g *generator) street() string {
	s := g.incomer()
	way := pick(g, "rue", "rue", "rue", "r.", "avenue", "ave", "bld", "blvd", "boulevard", "chemin", "ch.", "all.", "allée", "imp.", "impasse", "route", "rte", "place", "pl.", "quai", "cité", "passage", "sente", "traverse", "mail", "esplanade", "faubourg", "rond-point", "cour", "promenade", "villa")
	name := pick(g, "des Mésanges", "du Stade", "de "+s.family, s.given+" "+s.family, "du Docteur "+s.family, "du 19 mars 1962", "du Puits", "des Anciens Combattants", "Ambroise Croizat", "Saint-Éloi", "du Four à Chaux", "de la Croix Blanche", "Simone Veil", "des Frères "+s.family, "du Colonel "+s.family, "Haute", "de l'Égalité", "d'Alsace", "du Général de Gaulle", "Aimé Césaire", "aux Loups", "Notre-Dame")
	return g.count(199) + pick(g, "", "", "", " bis", "ter", " A", "/3", "-12") + pick(g, " ", " ", ", ", ",") + way + " " + name
}

func (g *generator) streetHome() string {
	street := g.street()
	return pick(g, street, street, street+" "+g.commune(), street+", "+g.commune(), street+" - "+g.commune(), street+", étage 3, "+g.commune(), "bât B, "+street+", "+g.commune(), street+" porte 12 "+g.commune(), street+" esc. C, "+g.commune())
}

func (g *generator) lines() string {
	return pick(g, g.street()+"\n"+g.commune(), g.street()+",\n"+g.commune(), "Résidence "+g.family()+"\n"+g.street()+"\n"+g.commune(), "Bât. A - Appt 14\n"+g.street()+"\n"+g.commune(), g.street()+"\nBP "+g.digits(3)+"\n"+g.commune(), "Appartement 3\n"+g.street()+"\n"+g.commune(), "Lieu-dit "+g.family()+"\n"+g.commune())
}

func (g *generator) box() string {
	return pick(g, "BP "+g.digits(2)+", "+g.commune(), "CS "+g.digits(5)+" "+g.commune(), "B.P. "+g.digits(4)+" - "+g.commune(), "TSA "+g.digits(5)+" "+g.commune()+" cedex", "bp"+g.digits(3)+" "+g.commune(), "Boîte postale "+g.digits(3)+", "+g.commune(), g.street()+", CS "+g.digits(5)+", "+g.commune()+" CEDEX "+g.digits(1), "BP "+g.digits(2)+"\n"+g.commune())
}

func (g *generator) hamlet() string {
	s := g.family()
	place := pick(g, "lieu-dit "+s, "lieu dit le "+s, "lieu-dit « "+s, "Le Bourg", "hameau de "+s, "hameau les "+s+"s", "lotissement "+s, "lot. Les Chênes", "résidence du Parc", "ferme de "+s, "mas "+s, "moulin de "+s, "quartier "+s, "château de "+s, "domaine de "+s, "ZA de "+s, "bourg de "+s)
	return place + pick(g, ", ", " ", "\n", " - ") + g.commune()
}

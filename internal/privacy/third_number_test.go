package privacy

import (
	"fmt"
	"strings"
)

var thirdNumbers = []carrier{
	{"third nir", NIR, (*generator).spokenNIR, []string{
		"mon numéro de sécu c'est {}", "mon num de secu est bien le {}", "numéro sécu = {}", "Sécu : {}", "n°sécu {} (le mien)", "je vous redonne mon numéro de sécurité sociale, {}", "numéro d'assurée sociale {}", "n° d'immatriculation {}", "sur ma carte vitale il y a {}", "assurance maladie {}", "identifiant ameli : {}", "CPAM n° {}", "le numéro {} n'est pas reconnu", "celui de mon fils, {}, non plus", "j'ai tapé {} dix fois", "NNI {}", "num ss:{}"}},
	{"third nir, no key", NIR, func(g *generator) string { return g.cut(g.nir()[:13], 1, 2, 2, 2, 3, 3) }, []string{
		"mon numéro de sécu c'est {}", "numéro de sécurité sociale : {}", "n° sécu {}", "n° SS {}", "NIR : {}", "mon num de secu est {}"}},
	{"third tax", Tax, func(g *generator) string { return g.cut(g.spi(), 2, 2, 3, 3, 3) }, []string{
		"mon n° fiscal c'est {}", "numéro fiscal de référence : {}", "n°fisc. {}", "identifiant impôts {}", "connexion avec {} impossible", "le numéro fiscal de ma femme est le {}", "sur l'avis d'imposition il y a {}", "N° fiscal du déclarant 2 : {}", "impots.gouv refuse {}", "on m'a donné {}", "mon num fiscal:{}", "n. fiscal {}"}},
	{"third iban", IBAN, (*generator).account, []string{
		"mon iban c'est {}", "virez-moi sur {}", "compte bancaire : {}", "nouveau rib = {}", "Iban du compte joint : {}", "pour le remboursement : {}", "BNP {}", "je vous ai donné {}", "la banque postale, {}", "IBAN/BIC {}"}},
	{"third iban abroad", IBAN, (*generator).farAccount, []string{
		"mon iban c'est {}", "compte à l'étranger : {}", "IBAN {}", "versez sur {}", "compte N26 {}", "mon compte belge {}"}},
	{"third card", Card, (*generator).anyCard, []string{
		"numéro de carte bancaire : {}", "ma CB c'est {}", "débitée deux fois ({})", "carte de crédit {}", "j'ai payé avec {}", "n° CB {}", "American Express {}", "ma carte bleue n° {}", "le paiement par {} n'est pas passé", "cb={}"}},
	{"third phone", Phone, (*generator).dialled, []string{
		"mon tel c'est le {}", "mon num : {}", "tel portable {}", "n° tel:{}", "vous pouvez m'appeler au {}", "mon numéro c'est {}", "joignable au {} ou par mail", "appelez le {} svp", "mon numéro de tel {}", "06 de ma femme : {}", "bureau : {}", "tél. dom. {}", "fixe {}", "au {} entre midi et deux", "j'attends votre appel ({})", "numéro de téléphone portable {}", "je suis au {}", "GSM {}", "tph {}", "vous avez mon numéro, le {}", "rappel au {}"}},
	{"third email", Email, (*generator).letterbox, []string{
		"mon mail c'est {}", "mon adresse mail est {}", "écrivez moi sur {}", "mail:{}", "@ : {}", "réponse à {} svp", "j'ai créé le compte avec {}", "envoyé depuis {}", "contactez {}", "boîte mail {} pleine", "à l'adresse {} comme d'habitude", "adresse électronique : {}", "mél. {}", "e-mail : {}"}},
	{"third plate", Plate, (*generator).numberPlate, []string{
		"la plaque c'est {}", "ma twingo immatriculée {}", "véhicule {}", "immat {}", "ma voiture est la {}", "achat d'un scénic {}", "carte grise pour {}", "n° d'immatriculation {}", "changement d'adresse sur la carte grise {}", "PV reçu pour {} que j'ai vendue", "le camping-car {}", "ma remorque {}", "immatriculation provisoire {}", "vignette crit'air de la {}", "mon auto, une 207 {}"}},
	{"third birthdate", Birthdate, (*generator).bornOn, []string{
		"je suis née un {}", "je suis du {}", "né le {} à Tourcoing", "date naiss. {}", "d.d.n. {}", "née en date du {}", "ma date de naissance c'est le {}", "mon père né le {} est dépendant", "né·e le {}", "bébé né le {}", "Né(e) : {}", "ma fille qui est née le {} n'a rien", "naissance de mon fils le {}", "je suis né en France le {}", "date de naissance (JJ/MM/AAAA) : {}", "nait le {}", "née à Saint-Étienne (42) le {}", "mes jumeaux, nés le {}", "ma femme est née le {}"}},
	{"third caf", CAF, func(g *generator) string {
		return g.cut(g.digits(7), 3, 4) + pick(g, "", "", "", " "+g.letters(1, "ABCDEFGHJKLMNP"), g.letters(1, "ABCDEFGHJKLMNP"))
	}, []string{
		"n° alloc {}", "alloc : {}", "mon n° d'alloc c'est {}", "identifiant allocataire {}", "mon numéro à la CAF : {}", "CAF du Nord, allocataire {}", "num caf {}", "caf.fr numéro {}", "mon numéro d'allocataire est bien le {}", "allocataire numéro {}", "n° de dossier CAF {}", "je suis à la CAF sous le numéro {}", "matricule alloc. {}", "allocataire MSA/CAF {}", "mon compte caf, {}"}},
	{"third case", Case, (*generator).fileNumber, []string{
		"mon dossier ANTS {}", "dossier ants numéro {}", "n° de téléprocédure {}", "accusé de réception n° {}", "n° d'enregistrement {}", "numéro de démarche {}", "Réf dossier : {}", "N/Réf : {}", "V/Réf. {}", "Nos réf : {}", "dossier démarches simplifiées {}", "mon numéro de contrat {}", "n° de commande {}", "recommandé n° {}", "identifiant France Travail {}", "identifiant pôle emploi : {}", "mon dossier c'est le {}", "numéro de requête {}", "pré-demande ANTS n° {}", "mon numéro de dossier est le suivant : {}", "réf de ma demande {}", "dossier retraite {}", "permis de construire n° {}", "PV n° {}", "ma plainte n° {}", "numéro client {}", "références {}", "n° de pré-demande : {}", "dossier MaPrimeRénov {}", "mon dossier a le n° {}"}},
	{"third foreigner", Foreigner, func(g *generator) string {
		return g.cut(pick(g, "99", "92", "77", "95", "06", "31")+g.digits(8), 2, 4, 4)
	}, []string{
		"mon n° étranger c'est {}", "numéro AGDREF/étranger {}", "n° étr. {}", "num étranger sur mon titre : {}", "mon numéro agdref est le {}", "titre de séjour {}", "n° de séjour {}", "carte de séjour {}", "numéro d'étranger : {}", "ANEF, numéro étranger {}", "le numéro étranger de mon épouse est {}", "N° ÉTRANGER={}", "récépissé de demande de titre numéro {}", "mon APS {}"}},
	{"third licence", Licence, func(g *generator) string {
		return pick(g, g.cut(g.digits(12), 3, 3, 3, 3), g.cut(pick(g, "13", "14", "19", "22")+g.letters(2, "ABCDEFGKL")+g.digits(5), 2, 2, 5), g.digits(12))
	}, []string{
		"mon neph c'est {}", "numéro neph : {}", "code NEPH {}", "mon numéro de permis de conduire est le {}", "permis numéro {}", "n° permis {}", "permis A2 n° {}", "mon permis (n° {}) est suspendu", "numéro du permis : {}", "NEPH n° {} inconnu", "échange de mon permis marocain, NEPH {}", "permis de conduire : {}"}},
	{"third passport", Passport, func(g *generator) string {
		return g.cut(g.digits(2)+g.letters(2, "ABCDEFGHKLMNPRSTVWXYZ")+g.digits(5), 2, 2, 5)
	}, []string{
		"mon numéro de passeport c'est {}", "passeport français {}", "passeports {} et celui de ma fille", "n° de passeport = {}", "passeport de ma femme : {}", "mon passeport ({}) est perdu", "le passeport portant le numéro {}", "passeport expiré n° {}", "passeport délivré sous le n° {}", "num passeport {}", "pass. n° {}", "passeport en cours : {}"}},
	{"third idcard", IDCard, func(g *generator) string {
		return pick(g, g.cut(g.digits(12), 4, 4, 4), g.cut(g.digits(12), 2, 2, 2, 6), g.identity())
	}, []string{
		"ma cni c'est la {}", "numéro de carte d'identité {}", "carte d'identité : {}", "mon numéro de CNI est {}", "n° CNI {}", "n° de la carte nationale d'identité {}", "ma carte d'identité (n° {}) est volée", "CI n° {}", "nouvelle carte d'identité {}", "ancienne CNI : {}", "carte d'identité électronique {}", "num cni {}", "la carte d'identité de ma mère {}", "carte nationale d'identité numéro : {}"}},
}

// cut puts a number in its groups, with one separator of those people use.
func (g *generator) cut(number string, groups ...int) string {
	sep := pick(g, "", "", "", " ", " ", " ", ".", "-", "\u00a0", "  ", "/", " - ", "\t", "'", "—")
	parts := []string{}
	for _, n := range groups {
		if n = min(n, len(number)); n == 0 {
			break
		}
		parts, number = append(parts, number[:n]), number[n:]
	}
	if number != "" {
		parts = append(parts, number)
	}
	return strings.Join(parts, sep)
}

// spokenNIR writes the key as people do, who often set it apart.
func (g *generator) spokenNIR() string {
	whole := g.nir()
	head := g.cut(whole[:13], 1, 2, 2, 2, 3, 3)
	if g.IntN(3) > 0 {
		return g.cut(whole, 1, 2, 2, 2, 3, 3, 2)
	}
	return head + pick(g, " clé ", " clef ", " / ", "/", " (", " cle ", " clé : ", " - ") + whole[13:]
}

func (g *generator) account() string {
	n := g.cut(g.iban(), 4, 4, 4, 4, 4, 4, 3)
	return pick(g, n, n, strings.ToLower(n), strings.Replace(n, "FR", "FR ", 1))
}

// farAccount is an IBAN of another country, with its key.
func (g *generator) farAccount() string {
	land := pick(g, "BE", "DE", "LU", "ES", "PT", "IT", "NL")
	size := map[string]int{"BE": 12, "DE": 18, "LU": 16, "ES": 20, "PT": 21, "IT": 22, "NL": 14}[land]
	body := g.digits(size)
	if land == "IT" {
		body = g.letters(1, "ABCDEFGHXYZ") + g.digits(size)
	}
	if land == "NL" {
		body = pick(g, "INGB", "RABO", "ABNA") + g.digits(10)
	}
	worth := ""
	for _, r := range body + land + "00" {
		if r >= 'A' {
			worth += fmt.Sprint(int(r-'A') + 10)
		} else {
			worth += string(r)
		}
	}
	return g.cut(fmt.Sprintf("%s%02d%s", land, 98-rem(worth, 97), body), 4, 4, 4, 4, 4, 4)
}

// anyCard is a card of sixteen figures, or of fifteen as one network has them.
func (g *generator) anyCard() string {
	if g.IntN(4) > 0 {
		return g.cut(g.card(), 4, 4, 4, 4)
	}
	body := pick(g, "34", "37") + g.digits(12)
	for c := range 10 {
		if whole := body + fmt.Sprint(c); luhn(whole) {
			return g.cut(whole, 4, 6, 5)
		}
	}
	panic("no key makes a card")
}

func (g *generator) dialled() string {
	n := g.phone()
	return pick(g, g.cut(n, 2, 2, 2, 2, 2), g.cut(n, 2, 2, 2, 2, 2), g.cut(n, 4, 3, 3), g.cut(n, 4, 2, 2, 2), "("+n[:2]+") "+g.cut(n[2:], 2, 2, 2, 2), n[:1]+" "+n[1:4]+" "+n[4:7]+" "+n[7:],
		n[:2]+" "+n[2:5]+" "+n[5:8]+" "+n[8:], "O"+g.cut(n[1:], 1, 2, 2, 2, 2), "+33 "+g.cut(n[1:], 1, 2, 2, 2, 2), "+33("+n[:1]+")"+g.cut(n[1:], 1, 2, 2, 2, 2), "33 "+n[1:], "0033."+g.cut(n[1:], 1, 2, 2, 2, 2), n[:2]+","+n[2:4]+","+n[4:6]+","+n[6:8]+","+n[8:])
}

func (g *generator) letterbox() string {
	s := g.incomer()
	first, last := strings.ToLower(flatten(s.given)), strings.NewReplacer(" ", "", "'", "", "-", "").Replace(strings.ToLower(flatten(s.family)))
	local := pick(g, first+"."+last, last+first, first+"_"+last+g.digits(2), last+"."+first[:1], "assoc."+last, first+g.digits(4), "sci-"+last, first+"."+last+"+ants", "cabinet"+last)
	host := pick(g, "neuf.fr", "aol.com", "hotmail.com", "me.com", "proton.me", "yahoo.com", "cegetel.net", "club-internet.fr", "tutanota.com", "etu.univ-lyon1.fr", "notaires.fr", "lilo.org", "mailo.com", "sfr.fr")
	dot := strings.LastIndexByte(host, '.')
	spoken := strings.ReplaceAll(host, ".", " point ")
	return pick(g, local+"@"+host, local+"@"+host, local+"@"+host, strings.ToUpper(local+"@"+host), local+" @ "+host, strings.ReplaceAll(local, ".", " . ")+"@"+host, local+" arobas "+host, local+" arobase "+spoken, local+"[at]"+host, local+"@"+host[:dot]+","+host[dot+1:], local+"(arobase)"+host, local+" chez "+spoken, local+"@"+host[:dot]+" point "+host[dot+1:])
}

func (g *generator) numberPlate() string {
	const letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
	head, mid, tail := g.letters(2, letters), fmt.Sprintf("%03d", 1+g.IntN(999)), g.letters(2, letters)
	return pick(g, head+"-"+mid+"-"+tail, head+" "+mid+" "+tail, head+mid+tail, strings.ToLower(head+"-"+mid+"-"+tail), strings.ToLower(head+" "+mid+" "+tail), strings.ToLower(head+mid+tail), "WW-"+mid+"-"+tail, "WW "+mid+" "+tail, fmt.Sprint(100+g.IntN(9000))+" "+g.letters(2, letters)+" "+pick(g, "59", "75", "2A", "972"), head+"-"+mid+tail, head+" - "+mid+" - "+tail, fmt.Sprint(10+g.IntN(900))+" "+g.letters(3, letters)+" "+pick(g, "34", "94"))
}

func (g *generator) bornOn() string {
	d, m, y := 1+g.IntN(28), 1+g.IntN(12), 1931+g.IntN(90)
	long := strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")[m-1]
	short := strings.Fields("janv févr mars avr mai juin juil août sept oct nov déc")[m-1]
	return pick(g, fmt.Sprintf("%d %s %d", d, long, y), fmt.Sprintf("%02d %s %d", d, long, y), fmt.Sprintf("%d/%d/%d", d, m, y), fmt.Sprintf("%02d/%02d/%02d", d, m, y%100), fmt.Sprintf("%d.%d.%02d", d, m, y%100), fmt.Sprintf("%d %s %d", d, short, y), fmt.Sprintf("premier %s %d", long, y), fmt.Sprintf("1 er %s %d", long, y), fmt.Sprintf("%02d%02d%d", d, m, y), fmt.Sprintf("%02d %02d %d", d, m, y), fmt.Sprintf("%d-%s-%d", d, long, y), fmt.Sprintf("%d/%02d/%02d", y, m, d), fmt.Sprintf("%d %s %02d", d, plainLetters.Replace(long), y%100), fmt.Sprintf("%02d-%02d-%02d", d, m, y%100), fmt.Sprintf("%02d\\%02d\\%d", d, m, y))
}

func (g *generator) fileNumber() string {
	return pick(g, g.digits(8), g.digits(6), g.digits(10), "202"+g.digits(1)+"-"+g.digits(4), g.letters(2, "ACDMPR")+"-202"+g.digits(1)+"-"+g.digits(5), g.digits(7)+g.letters(1, "ABCDEFGHKLM"), "PC 0"+g.digits(2)+" "+g.digits(3)+" "+g.digits(2)+" "+g.letters(1, "RPAB")+g.digits(4), g.letters(4, "ABCDEFGHJKMNPQRS")+g.digits(4), g.digits(4)+" "+g.digits(4)+" "+g.digits(4), g.digits(2)+"."+g.digits(3)+"."+g.digits(3), g.digits(3)+"-"+g.digits(4)+"-"+g.letters(1, "XYZ"), g.letters(1, "CMR")+g.digits(7), "1A "+g.digits(3)+" "+g.digits(3)+" "+g.digits(4)+" "+g.digits(1), g.digits(5)+"/202"+g.digits(1), g.digits(2)+g.letters(2, "ABXY")+g.digits(6), "202"+g.digits(1)+" "+g.digits(5), g.letters(3, "ABCXYZ")+" "+g.digits(6))
}

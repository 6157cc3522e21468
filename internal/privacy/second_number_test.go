package privacy

import (
	"fmt"
	"strings"
)

var secondNumbers = []carrier{
	{"second nir", NIR, func(g *generator) string { return g.spaced(g.scanned(g.nir()), 1, 2, 2, 2, 3, 3, 2) }, []string{
		"Voici mon NIR : {}", "mon n° SS {}", "numéro de sécu {}", "(SS : {})", "j'ai envoyé ma carte vitale {} trois fois", "Assuré n°{}", "immatriculée sous le {}", "N° INSEE {}", "le {} est bien le mien", "mon dossier {} est bloqué", "On me demande encore {}", "sécurité sociale = {}"}},
	{"second tax", Tax, func(g *generator) string { return g.spaced(g.scanned(g.spi()), 2, 2, 3, 3, 3) }, []string{
		"n° fiscal : {}", "mon numéro fiscal est {}", "identifiant fiscal {}", "SPI n° {}", "numéro de télédéclarant lié au {}", "déclarant 1 : {}", "mon espace impots.gouv ({})", "Réf fiscale {}", "foyer {} inconnu", "j'ai saisi {} sans succès"}},
	{"second iban", IBAN, func(g *generator) string { return g.spaced(g.iban(), 4, 4, 4, 4, 4, 4, 3) }, []string{
		"Nouvel IBAN : {}", "virement sur le {}", "mes coordonnées bancaires : {}", "versez sur {} merci", "l'iban {} a été refusé", "compte n°{}", "IBAN={}", "{} est mon compte", "RIB joint ({})"}},
	{"second rib", IBAN, func(g *generator) string { return g.spaced(g.rib(), 5, 5, 11, 2) }, []string{
		"mon RIB est {}", "Coordonnées : {}", "numéro de compte {}", "compte courant {}", "prélevé sur {}"}},
	{"second card", Card, func(g *generator) string { return g.spaced(g.scanned(g.card()), 4, 4, 4, 4) }, []string{
		"débité sur la carte {}", "CB {}", "ma carte visa {}", "n° de carte : {}", "paiement refusé avec {}", "mastercard n°{}", "la carte finissant par là : {}", "payé par {} hier"}},
	{"second phone", Phone, func(g *generator) string { return g.spaced(g.scanned(g.phone()), 2, 2, 2, 2, 2) }, []string{
		"rappelez-moi au {}", "Mon 06 : {}", "tél {}", "Tel: {}", "N° de portable : {}", "on peut me joindre sur {}", "mob. {}", "{} après 18h", "contact {}", "ou par SMS au {}", "mon mari est au {}", "téléphone fixe {}", "numéro de ma fille {}", "merci de m'appeler ({})", "0k, c'est le {}", "toujours au même numéro, {}", "\n{}", "port.: {}"}},
	{"second phone abroad", Phone, (*generator).farPhone, []string{
		"rappelez-moi au {}", "mon numéro : {}", "tél. {}", "whatsapp {}", "je vis à l'étranger, {}", "joignable : {}", "({})", "portable {} svp", "Mon numéro est le {}"}},
	{"second email", Email, (*generator).mailbox, []string{
		"mon mail : {}", "répondez à {}", "écrire à {} svp", "courriel {}", "adresse mail {}", "({})", "contact: {}", "mon compte {} est bloqué", "\n{}", "E-mail = {}", "j'utilise {} depuis 2010"}},
	{"second plate", Plate, (*generator).registration, []string{
		"mon véhicule est immatriculé {}", "Immatriculation : {}", "plaque {}", "j'ai vendu ma clio {}", "carte grise du {}", "PV pour le véhicule {}", "ma moto ({})", "le changement de carte grise de {} traîne", "certificat d'immatriculation {}", "ma 208 {} est au garage", "cession du véhicule {}", "scooter {} volé", "Peugeot 308 immat {}"}},
	{"second birthdate", Birthdate, (*generator).birthday, []string{
		"je suis né le {}", "née le {}", "né le mardi {}", "Date de naissance : {}", "date de naissance {}", "Né à Dakar le {}", "mon fils est né le {}", "ma mère née le {} à Oran", "DDN : {}", "né(e) le : {}", "Naissance {}", "naissance le {} à Metz", "née DUPUIS le {}", "enfant né le {}", "(né le {})", "j'ai vu le jour le {}", "ma date de naissance est le {}", "ma fille est née hier, enfin le {}"}},
	{"second caf", CAF, func(g *generator) string { return g.spaced(g.scanned(g.digits(7)), 3, 4) }, []string{
		"n° CAF {}", "numéro d'allocataire : {}", "allocataire {}", "mon numéro allocataire est le {}", "matricule CAF {}", "Matricule : {}", "N° alloc. {}", "CAF n°{}", "je suis l'allocataire n° {}", "num allocataire {}", "dossier CAF {}", "ma référence CAF est {}", "identifiant CAF : {}", "numéro caf: {}"}},
	{"second case", Case, (*generator).dossier, []string{
		"n° de dossier {}", "Dossier : {}", "dossier {}", "ma demande n°{}", "demande n° {}", "référence : {}", "Réf. {}", "REF {}", "sous le numéro {}, ma demande", "réclamation n° {}", "numéro de demande {}", "numéro de suivi : {}", "ticket #{}", "mon dossier porte le numéro {}", "suite à ma requête {}", "dossier ANTS {}", "dossier MDPH n° {}", "pré-demande {}", "amende n° {}", "contravention {}", "numéro d'avis {}", "signalement n° {}", "dossier surendettement {}"}},
	{"second foreigner", Foreigner, func(g *generator) string {
		return g.spaced(g.scanned(pick(g, "99", "75", "93", "69", "03", "97")+g.digits(8)), 4, 3, 3)
	}, []string{
		"mon numéro étranger : {}", "n° d'étranger {}", "N° AGDREF : {}", "titre de séjour n° {}", "carte de séjour numéro {}", "numéro de titre de séjour {}", "récépissé {}", "ANEF {}", "identifiant étranger {}", "agdref={}", "carte de résident n°{}", "visa long séjour, numéro étranger {}", "ma carte pluriannuelle (AGDREF {})"}},
	{"second licence", Licence, func(g *generator) string {
		return pick(g, g.spaced(g.scanned(g.digits(12)), 4, 4, 4), g.spaced(g.digits(2)+g.letters(2, "ABCDEFGKLMNPR")+g.digits(5), 2, 2, 5))
	}, []string{
		"NEPH : {}", "n° NEPH {}", "numéro de permis {}", "permis n°{}", "permis de conduire n° {}", "mon permis {} est perdu", "permis B : {}", "numéro d'enregistrement préfectoral harmonisé {}", "dossier permis, NEPH {}", "échange de permis {}", "mon ancien permis rose {}"}},
	{"second passport", Passport, func(g *generator) string {
		return pick(g, g.spaced(g.scanned(g.digits(2)+g.letters(2, "ABCDEFGHKLMNPRSTVWXYZ")+g.digits(5)), 2, 2, 5), g.letters(1, "ABGKX")+g.digits(8))
	}, []string{
		"passeport : {}", "mon passeport {}", "n° passeport {}", "passeport n° {} expiré", "numéro de mon passeport : {}", "le passeport {} de ma fille", "passeport numéro {}", "ancien passeport ({})", "passport {}", "renouveler le passeport {}", "PASSEPORT N°{}"}},
	{"second idcard", IDCard, func(g *generator) string {
		return pick(g, g.spaced(g.scanned(g.digits(12)), 4, 4, 4), g.identity())
	}, []string{
		"CNI : {}", "ma CNI {}", "n° de carte d'identité {}", "carte d'identité n° {}", "ma carte d'identité {} est périmée", "carte nationale d'identité : {}", "carte identité numéro {}", "CNI n°{} perdue", "numéro de la carte d'identité de mon fils : {}", "pièce d'identité n° {}", "titre d'identité {}", "CNIe {}"}},
}

func (g *generator) farPhone() string {
	mobile, land := g.digits(8), g.digits(6)
	pairs := func(s string) string { return g.spaced(s, 2, 2, 2, 2) }
	return pick(g, "+33 (0)6 "+pairs(mobile), "+33 (0) 7"+mobile, "+33.6."+mobile[:2]+"."+mobile[2:4]+"."+mobile[4:6]+"."+mobile[6:], "(+33) 6 "+mobile, "(+33)6"+mobile, "0033 (0)6 "+pairs(mobile), "00336"+mobile, "+33-7-"+mobile,
		"+262 (0)692 "+pairs(land), "+596 696 "+pairs(land), "00 594 694 "+pairs(land), "0694 "+pairs(land), "+590690"+land, "00262693"+land, "+689 87 "+pairs(land), "+687 "+land, "+508 55 "+land[:2]+" "+land[2:4], "+681 "+land, "+269 3"+land,
		"+41 79 "+land[:3]+" "+land[3:5]+" "+mobile[:2], "+49 151 "+mobile, "+212 6 "+pairs(mobile), "+221 77 "+land[:3]+" "+land[3:]+"4", "+1 514 "+land[:3]+" "+mobile[:4], "+351 91"+mobile[:7], "+39 347 "+mobile[:7], "+216 "+mobile, "+84 90 "+mobile[:7])
}

func (g *generator) mailbox() string {
	s := g.newcomer()
	first, last := strings.ToLower(flatten(s.given)), strings.NewReplacer(" ", "", "'", "").Replace(strings.ToLower(flatten(s.family)))
	local := pick(g, first+"."+last, last+"."+first, first+last, first+g.digits(2), first[:1]+"."+last, last+"_"+first+g.digits(4), "famille."+last, first+"-"+last, "les"+last+"s", first+"+caf")
	host := pick(g, "hotmail.fr", "yahoo.fr", "sfr.fr", "outlook.com", "protonmail.com", "icloud.com", "live.fr", "bbox.fr", "numericable.fr", "gmx.fr", "mail.com", "ac-lyon.fr", "univ-lille.fr")
	dot := strings.LastIndexByte(host, '.')
	return pick(g, local+"@"+host, local+"@"+host, local+"@"+host, local+" @"+host, local+" (at) "+host, local+" [arobase] "+host, local+" AT "+host[:dot]+" DOT "+host[dot+1:], local+"@"+host[:dot]+" ."+host[dot+1:], local+"(a)"+host, local+"@\n"+host)
}

func (g *generator) registration() string {
	const letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
	head, tail := g.letters(2, "ABCDEFGHJKLMNPQRTVWXYZ"), g.letters(2, "ABCDEFGHJKLMNPQRTVWXYZ")
	middle := g.digits(3)
	switch g.IntN(6) {
	case 0:
		return pick(g, g.count(9999)+" "+g.letters(2, letters)+" "+pick(g, "44", "974", "971", "06", "2B"), g.count(999)+g.letters(3, letters)+pick(g, "31", "92", "67"), g.count(9999)+"-"+g.letters(2, letters)+"-"+pick(g, "29", "83"))
	case 1:
		return head + pick(g, " - ", "–", "_", "/", "\u00a0", " . ") + middle + pick(g, " - ", "–", "-", " ") + tail
	}
	return pick(g, head+"-"+middle+"-"+tail, head+"-"+middle+"-"+tail, head+" "+middle+" "+tail, head+middle+tail, strings.ToLower(head+middle+tail), head+"."+middle+"."+tail, head+" "+middle+tail, head+middle+" "+tail)
}

func (g *generator) birthday() string {
	d, m, y := 1+g.IntN(28), 1+g.IntN(12), 1928+g.IntN(96)
	long := strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")[m-1]
	return pick(g, fmt.Sprintf("%d %s %d", d, long, y), fmt.Sprintf("%d %s %d", d, strings.ToUpper(long), y), fmt.Sprintf("%02d/%02d/%02d", d, m, y%100), fmt.Sprintf("%02d/%02d/%d", d, m, y), fmt.Sprintf("%02d.%02d.%02d", d, m, y%100), fmt.Sprintf("%d-%d-%d", d, m, y), fmt.Sprintf("%02d %02d %02d", d, m, y%100),
		fmt.Sprintf("%d %s %02d", d, long, y%100), fmt.Sprintf("%02d\u00a0/\u00a0%02d\u00a0/\u00a0%d", d, m, y), fmt.Sprintf("%d %s\n%d", d, long, y), fmt.Sprintf("%02d/%s/%d", d, long, y), fmt.Sprintf("%d-%02d-%02d", y, m, d), fmt.Sprintf("1er %s %d", long, y), fmt.Sprintf("1ER %s %d", long, y), fmt.Sprintf("%02d/%02d", d, m)+fmt.Sprintf("/ %d", y))
}

func (g *generator) dossier() string {
	return pick(g, pick(g, "75", "2A", "974", "33")+"-202"+g.digits(1)+"-"+g.digits(5), "202"+g.digits(1)+"/"+g.digits(4), "202"+g.digits(1)+g.digits(7), g.digits(7), g.digits(9), g.digits(10), g.digits(12), "N"+g.digits(8), g.letters(2, "ABCDEFGH")+"-"+g.digits(6), g.letters(3, "MNPQRS")+g.digits(5), g.digits(4)+"-"+g.digits(4)+"-"+g.digits(4), g.digits(2)+"/"+g.digits(5), g.letters(1, "ABC")+g.digits(3)+"."+g.digits(3), "DS-"+g.digits(7), g.digits(3)+"_"+g.digits(5), g.letters(2, "XYZ")+g.digits(4)+g.letters(2, "KLM"), g.letters(4, "ABCDEF23456789")+"-"+g.letters(3, "GHJKLM")+g.digits(4), "INC"+g.digits(7), g.digits(4)+" "+g.digits(5), "D"+g.digits(2)+"-"+g.digits(3)+g.letters(1, "RST"))
}

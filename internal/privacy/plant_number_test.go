package privacy

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// generator makes personal data that is nobody's.
type generator struct {
	*rand.Rand
	strangeGiven, strangeFamily, knownGiven, knownFamily []string
	towns                                                []string
}

func newGenerator(tb testing.TB, seed uint64) *generator {
	read := func(name string) []string {
		content, err := os.ReadFile("testdata/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		return strings.Fields(string(content))
	}
	return &generator{newRand(seed), read("strangers-given.txt"), read("strangers-family.txt"), read("known-given.txt"), read("known-family.txt"), strings.Split(strings.TrimSpace(townList), "\n")}
}

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }

// digits gives n figures.
func (g *generator) digits(n int) string {
	s := ""
	for range n {
		s += string(byte('0' + g.IntN(10)))
	}
	return s
}

func (g *generator) letters(n int, from string) string {
	s := ""
	for range n {
		s += string(from[g.IntN(len(from))])
	}
	return s
}

// rem is a long number modulo m, by schoolbook division.
func rem(number string, m int) int {
	r := 0
	for _, d := range number {
		r = (r*10 + int(d-'0')) % m
	}
	return r
}

type numberKind struct {
	kind    string
	groups  []int // how it is usually cut
	make    func(*generator) string
	phrases []string
	sure    bool // has a check: may stand without words
}

var numberKinds = []numberKind{
	{NIR, []int{1, 2, 2, 2, 3, 3, 2}, (*generator).nir, []string{"Mon numéro de sécurité sociale est le {%s}", "n° sécu : {%s}", "NIR {%s}", "J'ai donné le {%s} au guichet", "je suis le {%s}", "assurée {%s}"}, true},
	{Tax, []int{2, 2, 3, 3, 3}, (*generator).spi, []string{"numéro fiscal {%s}", "SPI: {%s}", "mon identifiant {%s} ne marche pas", "voici le {%s}", "n°fiscal{%s}"}, true},
	{IBAN, []int{4, 4, 4, 4, 4, 4, 3}, (*generator).iban, []string{"IBAN {%s}", "mon compte {%s}", "à verser sur {%s} svp", "le RIB est {%s}"}, true},
	{IBAN, []int{5, 5, 11, 2}, (*generator).rib, []string{"RIB {%s}", "mon rib : {%s}", "compte {%s}"}, true},
	{Card, []int{4, 4, 4, 4}, (*generator).card, []string{"carte {%s}", "ma carte bleue {%s} a été débitée", "payé avec la {%s}", "CB n° {%s}"}, true},
	{Phone, []int{2, 2, 2, 2, 2}, (*generator).phone, []string{"appelez-moi au {%s}", "Tél : {%s}", "tel.{%s}", "mon portable {%s} merci", "je suis joignable au {%s}", "{%s}", "joignez moi sur le {%s}"}, true},
	{Phone, nil, (*generator).abroad, []string{"appelez-moi au {%s}", "Tél : {%s}", "mon numéro {%s}", "{%s} le soir"}, true},
	{Email, nil, (*generator).email, []string{"écrivez à {%s}", "mail : {%s}", "mon adresse {%s} ne reçoit rien", "{%s}", "email:{%s}"}, true},
	{Plate, nil, (*generator).plate, []string{"ma voiture {%s}", "plaque {%s}", "le véhicule immatriculé {%s} est vendu", "pour ma carte grise ({%s}) rien", "{%s} est le numéro de mon véhicule"}, true},
	{Birthdate, nil, (*generator).birth, []string{"je suis née le {%s}", "né le {%s}", "date de naissance : {%s}", "né(e) le {%s} à Brive", "née à Nantes le {%s}", "ma fille, née le {%s}, attend", "naissance : {%s}", "DDN {%s}", "je suis né à Lyon, le {%s}", "Née {%s}"}, false},
	{CAF, []int{3, 4}, func(g *generator) string { return g.digits(7) }, []string{"numéro allocataire {%s}", "allocataire n° {%s}", "mon numéro CAF est le {%s}", "CAF : {%s}", "n° d'allocataire\n{%s}", "mon matricule {%s}", "je suis allocataire ({%s})", "{%s} est mon numéro d'allocataire"}, false},
	{Case, nil, (*generator).file, []string{"dossier n° {%s}", "ma demande {%s}", "Réf : {%s}", "réf. {%s}", "référence {%s}", "numéro de dossier : {%s}", "mon dossier numéro {%s}", "facture {%s} payée", "recours n°{%s}", "dossier\n{%s}", "avis de contravention {%s}", "n° de suivi {%s}"}, false},
	{Foreigner, []int{2, 2, 2, 2, 2}, func(g *generator) string { return pick(g, "99", "76", "75", "13") + g.digits(8) }, []string{"numéro étranger {%s}", "AGDREF {%s}", "n° étranger : {%s}", "mon titre de séjour {%s}", "récépissé n° {%s}", "mon compte ANEF {%s}", "carte de résident {%s}", "{%s} (numéro étranger)"}, false},
	{Licence, []int{4, 4, 4}, (*generator).neph, []string{"NEPH {%s}", "permis de conduire {%s}", "mon permis n° {%s}", "numéro NEPH : {%s}", "permis B numéro {%s}", "n° de permis {%s}"}, false},
	{Passport, []int{2, 2, 5}, func(g *generator) string { return g.digits(2) + g.letters(2, "ABCDEFGHKLMNPRSTVWXYZ") + g.digits(5) }, []string{"passeport {%s}", "mon passeport n° {%s}", "numéro de passeport : {%s}", "passeport biométrique n°{%s}", "le passeport de mon fils ({%s})", "{%s} (passeport)"}, false},
	{IDCard, []int{4, 4, 4}, (*generator).identity, []string{"carte d'identité {%s}", "CNI n° {%s}", "ma carte nationale d’identité numéro {%s}", "n° de CNI : {%s}", "carte d’identité\nn° {%s}", "pièce d'identité {%s}"}, false},
}

func (g *generator) numberPhrase(k numberKind) string {
	number := k.make(g)
	if k.groups != nil && strings.IndexByte(number, ' ') < 0 {
		number = g.grouped(number, k.groups)
	}
	if g.IntN(8) == 0 && k.kind != Email && k.kind != Case && k.kind != Plate {
		number = g.slip(number)
	}
	phrase := strings.Replace(pick(g, k.phrases...), "%s", number, 1)
	return g.written(phrase)
}

// written puts a phrase into lower or upper case now and then.
func (g *generator) written(phrase string) string {
	switch g.IntN(10) {
	case 0, 1:
		return strings.ToLower(phrase)
	case 2:
		return strings.ToUpper(phrase)
	}
	return phrase
}

// grouped cuts a number as people do, or not at all.
func (g *generator) grouped(number string, groups []int) string {
	sep := pick(g, "", "", " ", " ", ".", "-", "\u00a0", "\u202f", "  ", " - ", ". ", "\n", "/")
	parts, at := []string{}, 0
	for _, n := range groups {
		if at+n <= len(number) {
			parts = append(parts, number[at:at+n])
			at += n
		}
	}
	if at < len(number) {
		parts = append(parts, number[at:])
	}
	if sep == "\n" {
		cut := len(parts) / 2
		return strings.Join(parts[:cut], " ") + "\n" + strings.Join(parts[cut:], " ")
	}
	return strings.Join(parts, sep)
}

// slip misreads one 0 or 1 as scanners do.
func (g *generator) slip(number string) string {
	from, to := "0", pick(g, "O", "o")
	if g.IntN(2) == 0 {
		from, to = "1", pick(g, "l", "I")
	}
	at := strings.LastIndex(number, from)
	if at < 4 {
		return number
	}
	return number[:at] + to + number[at+1:]
}

func (g *generator) nir() string {
	department := fmt.Sprintf("%02d", 1+g.IntN(95))
	commune := g.digits(3)
	worth := ""
	switch g.IntN(6) {
	case 0:
		department, worth = "2A", "19"
	case 1:
		department, worth = "2B", "18"
	case 2:
		department = pick(g, "97", "98", "99")
	}
	if department == "20" {
		department = "21"
	}
	if worth == "" {
		worth = department
	}
	head, tail := fmt.Sprintf("%s%02d%02d", pick(g, "1", "2"), g.IntN(100), 1+g.IntN(12)), commune+g.digits(3)
	return head + department + tail + fmt.Sprintf("%02d", 97-rem(head+worth+tail, 97))
}

func (g *generator) spi() string {
	n := fmt.Sprintf("%d%s", g.IntN(4), g.digits(9))
	return n + fmt.Sprintf("%03d", rem(n, 511))
}

func (g *generator) iban() string {
	account := g.digits(10) + pick(g, g.digits(11), g.digits(10)+g.letters(1, "ABCDEFGH"), "0"+g.digits(10))
	ribKey := g.digits(2)
	n := ""
	for _, r := range account + ribKey + "FR00" {
		if r >= 'A' {
			n += fmt.Sprint(int(r-'A') + 10)
		} else {
			n += string(r)
		}
	}
	return fmt.Sprintf("FR%02d", 98-rem(n, 97)) + account + ribKey
}

func (g *generator) rib() string {
	bank, branch, account := g.digits(5), g.digits(5), g.digits(11)
	// 97 − (89 b + 15 g + 3 c) mod 97, the rule as banks print it.
	k := 97 - (89*rem(bank, 97)+15*rem(branch, 97)+3*rem(account, 97))%97
	return bank + branch + account + fmt.Sprintf("%02d", k)
}

func (g *generator) card() string {
	body := pick(g, "4970", "4539", "5132", "5355", "2221", "4000") + g.digits(11)
	for c := range 10 {
		if whole := body + fmt.Sprint(c); luhn(whole) {
			return whole
		}
	}
	panic("no key makes a card")
}

func (g *generator) phone() string {
	n := pick(g, "06", "07", "06", "07", "01", "02", "03", "04", "05", "0692", "0690", "0262", "0596")
	return n + g.digits(10-len(n))
}

func (g *generator) abroad() string {
	tail := g.digits(8)
	return pick(g, "+33 6 "+tail[:2]+" "+tail[2:4]+" "+tail[4:6]+" "+tail[6:], "+336"+tail, "0033 6 "+tail, "+33 (0)6 "+tail, "+33(0)6"+tail,
		"+262 692 "+tail[:2]+" "+tail[2:4]+" "+tail[4:6], "+590 690 "+tail[:6], "+687 "+tail[:2]+"."+tail[2:4]+"."+tail[4:6], "+32 47"+tail[:1]+" "+tail[1:7], "00 33 7 "+tail, "+213 55"+tail[:7], "+44 20 "+tail[:4]+" "+tail[4:])
}

func (g *generator) email() string {
	first, last := strings.ToLower(flatten(pick(g, g.strangeGiven...))), strings.ToLower(flatten(pick(g, g.strangeFamily...)))
	local := pick(g, first+"."+last, first[:1]+last, last+g.digits(2), first+"_"+last, first+"-"+last)
	host := pick(g, "courriel.example", "gmail.com", "orange.fr", "wanadoo.fr", "laposte.net", "free.fr")
	dot := strings.LastIndexByte(host, '.')
	return pick(g, local+"@"+host, local+"@"+host, local+" @ "+host, local+"(at)"+host, local+" arobase "+host[:dot]+" point "+host[dot+1:], local+"@ "+host)
}

func (g *generator) plate() string {
	const letters = "ABCDEFGHJKLMNPQRTVWXYZ"
	sep := pick(g, "-", "-", " ", "", ".")
	if g.IntN(4) == 0 {
		return fmt.Sprint(1+g.IntN(9999)) + sep + g.letters(2+g.IntN(2), letters) + sep + pick(g, "75", "33", "2A", "59", "13", "69")
	}
	return g.letters(2, letters) + sep + fmt.Sprintf("%03d", 1+g.IntN(999)) + sep + g.letters(2, letters)
}

func (g *generator) birth() string {
	d, m, y := 1+g.IntN(28), g.IntN(12), 1930+g.IntN(85)
	names := []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	short := []string{"janv.", "fév.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."}
	return pick(g, fmt.Sprintf("%02d/%02d/%d", d, m+1, y), fmt.Sprintf("%d/%d/%02d", d, m+1, y%100), fmt.Sprintf("%02d-%02d-%d", d, m+1, y), fmt.Sprintf("%02d.%02d.%d", d, m+1, y),
		fmt.Sprintf("%d %s %d", d, names[m], y), fmt.Sprintf("%d %s %d", d, names[m], y), fmt.Sprintf("%d %s %d", d, short[m], y), fmt.Sprintf("%02d %02d %d", d, m+1, y), fmt.Sprintf("%02d%02d%d", d, m+1, y),
		fmt.Sprintf("%d-%02d-%02d", y, m+1, d), fmt.Sprintf("1er %s %d", names[m], y), fmt.Sprintf("%02d / %02d / %d", d, m+1, y), fmt.Sprintf("%d\u00a0%s\u00a0%d", d, names[m], y), fmt.Sprintf("%d%s%d", d, names[m], y))
}

func (g *generator) file() string {
	return pick(g, "202"+g.digits(1)+"-"+g.digits(6), g.digits(8), g.letters(2, "ABCDEFGH")+g.digits(7), "F-2023-"+g.digits(4), g.digits(6)+"/"+g.letters(2, "XYZ"), g.letters(1, "DRZ")+"-"+g.digits(9), g.digits(5), "2-"+g.digits(9), g.digits(3)+" "+g.digits(3)+" "+g.digits(3), g.letters(3, "ABCDEFG")+"-"+g.digits(3)+"-"+g.digits(4))
}

func (g *generator) neph() string {
	return pick(g, g.digits(12), g.digits(2)+g.letters(2, "ABCDEFGHKL")+g.digits(5))
}

func (g *generator) identity() string {
	return pick(g, g.digits(12), g.letters(1, "DFGHJ")+g.digits(1)+g.letters(1, "HKMT")+g.digits(4)+g.letters(1, "MXYZ")+g.digits(1))
}

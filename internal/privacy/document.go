package privacy

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// document is a number without a key of its own: a shape, and words that must
// stand near it.
type document struct {
	kind  string // "" for a number of something public
	words []string
	reach int
	after bool // the words may follow the number
	fits  func(number string) bool
}

// vagueWords say that a number is somebody's, and not what it numbers: where
// words of another kind stand near, those decide.
var vagueWords = []string{"demande", "reference", "ref", "identifiant", "suivi", "sous le numero", "sous le n\x02", "enregistrement", "demarche", "contrat", "client"}

var caseWords = append([]string{"dossier", "references", "nos ref", "requete", "reclamation", "facture", "ticket", "contravention", "amende", "recours", "suivi", "creance", "adherent", "affaire", "avis", "telerecours", "instruction", "signalement", "incident", "teleprocedure", "procedure", "accuse de reception", "commande", "recommande", "plainte", "pv", "proces-verbal", "candidature", "permis de construire", "declaration prealable"}, vagueWords...)

// Where the words of two kinds precede a number, the nearer ones say what it is.
var documentKinds = []document{
	{Passport, []string{"passeport", "passport", "pass"}, 60, true, oneOf(shape("00aa00000"), isForeignPassport)},
	{Licence, []string{"permis de conduire", "permis", "neph", "prefectoral harmonise"}, 60, true, oneOf(shape("00aa00000"), shape("000000000000"), isCorsican)},
	{IDCard, []string{"carte d'identite", "carte d identite", "cni", "cnie", "carte nationale", "piece d'identite", "titre d'identite", "identite", "ci n\x02", "n\x02 ci"}, 60, true, oneOf(shape("000000000000"), isNewCard)},
	{Foreigner, []string{"agdref", "numero etranger", "numero d'etranger", "num etranger", "n\x02 etranger", "n\x02etranger", "n\x02 etr", "num etr", "numero de sejour", "n\x02 de sejour", "aps", "titre de sejour", "carte de sejour", "carte de resident", "recepisse", "anef", "etranger"}, 60, true, oneOf(shape("0000000000"), isPermitCard)},
	{CAF, []string{"allocataire", "alloc", "caf", "cafpro", "matricule"}, 60, true, oneOf(shape("0000000"), shape("0000000a"), shape("000000"), shape("00000000"))},
	{Case, caseWords, 45, false, isCase},
	{"", []string{"tel", "tph", "gsm", "fixe", "bureau", "telephone", "portable", "mobile", "mob", "joindre", "joignable", "appeler", "appelez", "rappeler", "rappelez", "sms", "whatsapp"}, 40, false, isNational},
	{"", []string{"cerfa", "formulaire", "article", "articles", "art", "loi", "decret", "arrete", "circulaire", "directive", "reglement", "ordonnance", "siret", "siren", "code postal", "nor"}, 28, false, func(string) bool { return true }},
}

// papers finds the numbers of papers, which have a shape.
func papers(p page) []Span { return documents(p, paperAt) }

// files finds the numbers of cases, which have none.
func files(p page) []Span { return documents(p, fileAt) }

func documents(p page, read func(page, int) (Span, bool)) []Span {
	found, passed := []Span{}, 0
	for _, from := range p.starts() {
		if from < passed {
			continue
		}
		if passed = p.serviceLineEnd(from); passed > 0 {
			continue
		}
		if number, _ := spacedAt(p.lower, from); len(number) <= 8 && isDay(p.lower, from) {
			continue
		}
		if s, ok := read(p, from); ok {
			found = append(found, s)
			passed = s.End
		}
	}
	return found
}

// starts are the beginnings of the runs that hold the marks, as far as a run
// may be a number.
func (p *page) starts() []int {
	all := []int{}
	for _, i := range p.marks {
		mark := i
		for i > 0 && mark-i < mostRun && (isAlnum(p.flat[i-1]) || i > 1 && strings.IndexByte("-/_", p.flat[i-1]) >= 0 && isAlnum(p.flat[i-2])) {
			i--
		}
		if len(all) == 0 || all[len(all)-1] < i {
			all = append(all, i)
		}
	}
	return all
}

func isDay(lower string, i int) bool {
	end := dayEnd(lower, i)
	return end > i && strings.ContainsAny(lower[i:end], "/.-abcdefghijklmnopqrstuvwxyz")
}

// paperAt reads a number with a shape of its own, which may stand in groups.
func paperAt(p page, i int) (Span, bool) {
	for _, read := range []func(string, int) (string, int){spacedAt, groupedAt, runAt} {
		if s, ok := documentRead(p, i, read, false); ok {
			return s, true
		}
	}
	return Span{}, false
}

// fileAt reads a number without a shape, which goes on only where its first
// group is short.
func fileAt(p page, i int) (Span, bool) {
	if number, _ := runAt(p.lower, i); len(number) < 5 {
		if s, ok := documentRead(p, i, spacedAt, true); ok {
			return s, true
		}
	}
	return documentRead(p, i, runAt, true)
}

// documentRead reads one number and asks what it is: loose for the kinds
// without a shape.
func documentRead(p page, i int, read func(string, int) (string, int), loose bool) (Span, bool) {
	number, end := read(p.lower, i)
	if len(number) < 4 || isUnit(p.lower, end) || isTime(number) {
		return Span{}, false
	}
	if !loose && (!hasShape(number) || len(number) <= 6 && p.goesOn(i) || p.inDialled(i)) {
		return Span{}, false
	}
	kind, ok := documentOf(p, number, i, end)
	if !ok || (kind == Case) != loose {
		return Span{}, false
	}
	if kind == Case && p.isPostcode(number, i) {
		return Span{}, false
	}
	if kind == Case {
		i, end = p.wholeFile(i, end)
	}
	return span(kind, i, end), true
}

// serviceLineEnd is where the line of a service that begins at i ends, 0 where
// none does: "0 809 54 01 54".
func (p *page) serviceLineEnd(i int) int {
	if digits, end := gather(p.flat, i, 10, figure); isNational(digits) && serviceLine(digits) && ends(p.flat, end) && strings.IndexByte(p.flat[i:end], '/') < 0 && !led(p.clause(i, 20)) {
		return end
	}
	return 0
}

// goesOn reports whether other groups of digits stand before: "43 26 55" is
// the end of a telephone number.
func (p *page) goesOn(i int) bool {
	before := strings.TrimRight(p.flat[max(0, i-mostBetween):i], " .,-")
	return len(before) > 0 && len(before) < min(i, mostBetween) && isDigit(before[len(before)-1])
}

// inDialled reports whether the number is the rest of a telephone number whose
// first pair stands before.
func (p *page) inDialled(i int) bool {
	if i < 3 || p.flat[i-3] != '0' || !isDigit(p.flat[i-2]) || isDigit(p.flat[i-1]) || i > 3 && isDigit(p.flat[i-4]) {
		return false
	}
	digits, end := gather(p.flat, i-3, 10, figure)
	return isNational(digits) && ends(p.flat, end)
}

// hasShape reports whether a number may be that of a paper.
func hasShape(number string) bool {
	mended := mend(number)
	return slices.ContainsFunc(documentKinds, func(d document) bool {
		return d.kind != "" && d.kind != Case && (d.fits(number) || d.fits(mended))
	})
}

// mostFromNational is how far before a number that could be dialled the word
// for a foreigner's number begins at most.
const mostFromNational = 36

// documentOf asks the words before, the nearest first, then those after.
func documentOf(p page, number string, i, end int) (kind string, ok bool) {
	after := strings.TrimLeft(p.lower[end:min(len(p.lower), end+6)], " ")
	if k := announcedAfter(p.lower, number, end); k >= 0 && toldAtOnce.MatchString(after) {
		return documentKinds[k].kind, true
	}
	// Slips put right make the text before longer than it stands.
	best, at := -1, math.MinInt
	for k, d := range documentKinds {
		if !d.fits(number) && !d.fits(mend(number)) {
			continue
		}
		before := p.clause(i, d.reach)
		from := nearest(before, d.words)
		if d.kind == Foreigner && isNational(number) && from < len(before)-mostFromNational {
			continue // rather a telephone number further on
		}
		if from < 0 || d.kind == Case && (!numbered(before, number) || best >= 0 && vague(before, at-i+len(before))) {
			continue
		}
		if near := i - len(before) + from; near > at {
			best, at = k, near
		}
	}
	if best < 0 {
		best = announcedAfter(p.lower, number, end)
	}
	return documentKinds[max(best, 0)].kind, best >= 0 && documentKinds[best].kind != ""
}

// vague reports whether nothing but a vague word of a case stands behind from.
func vague(before string, from int) bool {
	word := nearest(before, caseWords)
	return word == nearest(before, vagueWords) && nearest(before[:word], caseWords) < from
}

// numbered asks more of short numbers, and of those that are all but digits:
// that a word such as "n°" leads to them.
func numbered(before, number string) bool {
	if len(number) >= 5 && digitsIn(number)*2 >= len(number) {
		return true
	}
	return led(before) || isCode(number)
}

// led reports whether a word or a sign that numbers are led by stands last.
func led(before string) bool {
	tail := strings.TrimRight(before, " :\n")
	for _, w := range []string{"n\x02", "numero", "ref", "reference", "dossier", "num", "no"} {
		if strings.HasSuffix(tail, w) {
			return true
		}
	}
	return strings.HasSuffix(strings.TrimRight(before, " "), ":") || numberOf.MatchString(tail)
}

// numberOf reads what is numbered after the word that leads to numbers:
// "numéro de demande".
var numberOf = regexp.MustCompile(`(?:\x02|numero|num|ref|reference|identifiant) (?:de |du |d')(?:la |mon |ma )?[a-z]{5,}$`)

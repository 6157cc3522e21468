package privacy

import (
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

var caseWords = []string{"dossier", "demande", "reference", "ref", "references", "requete", "reclamation", "facture", "ticket", "contravention", "amende", "recours", "suivi", "creance", "adherent", "affaire", "avis", "telerecours", "instruction", "identifiant", "signalement", "incident", "sous le numero", "sous le n\x02"}

// Where the words of two kinds precede a number, the nearer ones say what it is.
var documentKinds = []document{
	{Passport, []string{"passeport", "passport"}, 60, true, oneOf(shape("00aa00000"), isForeignPassport)},
	{Licence, []string{"permis de conduire", "permis", "neph", "prefectoral harmonise"}, 60, true, oneOf(shape("00aa00000"), shape("000000000000"))},
	{IDCard, []string{"carte d'identite", "carte d identite", "cni", "cnie", "carte nationale", "piece d'identite", "titre d'identite", "identite"}, 60, true, oneOf(shape("000000000000"), isNewCard)},
	{Foreigner, []string{"agdref", "numero etranger", "numero d'etranger", "n\x02 etranger", "n\x02etranger", "titre de sejour", "carte de sejour", "carte de resident", "recepisse", "anef", "etranger"}, 60, true, shape("0000000000")},
	{CAF, []string{"allocataire", "alloc", "caf", "matricule"}, 60, true, oneOf(shape("0000000"), shape("0000000a"), shape("000000"))},
	{Case, caseWords, 45, false, isCase},
	{"", []string{"tel", "telephone", "portable", "mobile", "mob", "joindre", "joignable", "appeler", "appelez", "rappeler", "rappelez", "sms"}, 40, false, isNational},
	{"", []string{"cerfa", "formulaire", "article", "articles", "art", "loi", "decret", "arrete", "circulaire", "directive", "reglement", "ordonnance", "siret", "siren", "code postal", "nor"}, 28, false, func(string) bool { return true }},
}

// papers finds the numbers of papers, which have a shape.
func papers(p page) []Span { return documents(p, paperAt) }

// files finds the numbers of cases, which have none.
func files(p page) []Span { return documents(p, fileAt) }

func documents(p page, read func(page, int) (Span, bool)) []Span {
	found := []Span{}
	for _, from := range p.starts() {
		if n := len(found); n > 0 && from < found[n-1].End {
			continue
		}
		if number, _ := spacedAt(p.lower, from); len(number) <= 8 && isDay(p.lower, from) {
			continue
		}
		if s, ok := read(p, from); ok {
			found = append(found, s)
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
	return end > i && strings.ContainsAny(lower[i:end], "/.abcdefghijklmnopqrstuvwxyz")
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
	if !loose && !hasShape(number) {
		return Span{}, false
	}
	kind, ok := documentOf(p, number, i, end)
	if !ok || (kind == Case) != loose {
		return Span{}, false
	}
	return span(kind, i, end), true
}

// hasShape reports whether a number may be that of a paper.
func hasShape(number string) bool {
	mended := mend(number)
	return slices.ContainsFunc(documentKinds, func(d document) bool {
		return d.kind != "" && d.kind != Case && (d.fits(number) || d.fits(mended))
	})
}

// documentOf asks the words before, the nearest first, then those after.
func documentOf(p page, number string, i, end int) (kind string, ok bool) {
	after := strings.TrimLeft(p.lower[end:min(len(p.lower), end+6)], " ")
	if k := announcedAfter(p.lower, number, end); k >= 0 && (strings.HasPrefix(after, "(") || strings.HasPrefix(after, "est ")) {
		return documentKinds[k].kind, true
	}
	best, at := -1, -1
	for k, d := range documentKinds {
		if !d.fits(number) && !d.fits(mend(number)) {
			continue
		}
		before := clause(p.lower, i, d.reach)
		from := nearest(before, d.words)
		if from < 0 || d.kind == Case && !numbered(before, number) {
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

// numbered asks more of short numbers, and of those that are all but digits:
// that a word such as "n°" leads to them.
func numbered(before, number string) bool {
	if len(number) >= 5 && digitsIn(number)*2 >= len(number) {
		return true
	}
	tail := strings.TrimRight(before, " :\n")
	for _, w := range []string{"n\x02", "numero", "ref", "reference", "dossier", "num", "no"} {
		if strings.HasSuffix(tail, w) {
			return true
		}
	}
	return strings.HasSuffix(strings.TrimRight(before, " "), ":")
}

// announcedAfter reads "12AB34567 (passeport)", "1234567 est mon numéro CAF".
func announcedAfter(lower, number string, end int) int {
	after := lower[end:min(len(lower), end+50)]
	if cut := strings.IndexAny(after, ".!?\n"); cut >= 0 {
		after = after[:cut]
	}
	if lead := strings.TrimLeft(after, " ,"); !strings.HasPrefix(lead, "(") && !strings.HasPrefix(lead, "est ") && !strings.HasPrefix(lead, "c'est ") && !strings.HasPrefix(lead, "comme ") && !strings.HasPrefix(lead, "pour ") {
		return -1
	}
	for k, d := range documentKinds {
		if (d.after || d.kind == Case && strings.Contains(after, "dossier")) && nearest(after, d.words) >= 0 && (d.fits(number) || d.fits(mend(number))) {
			return k
		}
	}
	return -1
}

var units = set("euros euro eur e km m m2 kg g jours jour mois ans an heures heure h minutes minute min personnes habitants fois k pages points trimestres semaines semaine %")

// isUnit reports whether a unit follows: the number counts something.
func isUnit(lower string, end int) bool {
	at := end
	for at < len(lower) && lower[at] == ' ' {
		at++
	}
	if at < len(lower) && (lower[at] == '\x01' || lower[at] == '%' || lower[at] == ',' && at+1 < len(lower) && isDigit(lower[at+1]) && at == end) {
		return true
	}
	stop := at
	for stop < len(lower) && stop-at <= len("trimestres") && isAlnum(lower[stop]) {
		stop++
	}
	return at < stop && units[lower[at:stop]]
}

// isTime reads "14h30", a day such as "12062023", years such as "20232024".
func isTime(number string) bool {
	digits := len(number)
	if at := strings.IndexByte(number, 'h'); at > 0 && at <= 2 && digitsIn(number) == digits-1 {
		return true
	}
	if digits == 8 && digitsIn(number) == 8 {
		return day(number[:2], number[2:4], number[4:]) || isYear(number[:4]) && isYear(number[4:])
	}
	return digits == 4 && isYear(number) || digits == 6 && digitsIn(number) == 6 && isYear(number[2:]) && number[:2] <= "12"
}

func isYear(s string) bool { return s >= "1900" && s <= "2099" && digitsIn(s) == 4 }

package privacy

import "strings"

// document is a number without a key of its own: a shape, and words that must
// stand near it.
type document struct {
	kind  string // "" for a number of something public
	words []string
	reach int
	after bool // the words may follow the number
	fits  func(number string) bool
}

// Where the words of two kinds precede a number, the nearer ones say what it is.
var documentKinds = []document{
	{Passport, []string{"passeport", "passport"}, 60, true, oneOf(shape("00aa00000"), isForeignPassport)},
	{Licence, []string{"permis de conduire", "permis", "neph"}, 60, true, oneOf(shape("00aa00000"), shape("000000000000"))},
	{IDCard, []string{"carte d'identite", "carte d identite", "cni", "cnie", "carte nationale", "piece d'identite", "identite"}, 60, true, oneOf(shape("000000000000"), isNewCard)},
	{Foreigner, []string{"agdref", "numero etranger", "numero d'etranger", "n\x02 etranger", "n\x02etranger", "titre de sejour", "carte de sejour", "carte de resident", "recepisse", "anef", "etranger"}, 60, true, shape("0000000000")},
	{CAF, []string{"allocataire", "caf", "matricule"}, 60, true, oneOf(shape("0000000"), shape("0000000a"), shape("000000"))},
	{Case, []string{"dossier", "demande", "reference", "ref", "references", "requete", "reclamation", "facture", "ticket", "contravention", "amende", "recours", "suivi", "creance", "adherent", "affaire", "avis", "telerecours", "instruction", "identifiant"}, 45, false, isCase},
	{"", []string{"cerfa", "formulaire", "article", "articles", "art", "loi", "decret", "arrete", "circulaire", "directive", "reglement", "ordonnance", "siret", "siren", "code postal", "nor"}, 28, false, func(string) bool { return true }},
}

// documents finds the numbers that their words announce.
func documents(p page) []Span {
	found := []Span{}
	for _, from := range p.starts() {
		if n := len(found); n > 0 && from < found[n-1].End {
			continue
		}
		if s, ok := documentAt(p, from); ok {
			found = append(found, s)
		}
	}
	return found
}

// starts are the beginnings of the runs that hold the marks.
func (p *page) starts() []int {
	all := []int{}
	for _, i := range p.marks {
		for i > 0 && (isAlnum(p.flat[i-1]) || i > 1 && strings.IndexByte("-/_", p.flat[i-1]) >= 0 && isAlnum(p.flat[i-2])) {
			i--
		}
		if len(all) == 0 || all[len(all)-1] < i {
			all = append(all, i)
		}
	}
	return all
}

func documentAt(p page, i int) (Span, bool) {
	if end := dayEnd(p.lower, i); end > i && strings.ContainsAny(p.lower[i:end], "/.abcdefghijklmnopqrstuvwxyz") {
		return Span{}, false
	}
	// A number with a shape of its own may stand in groups; one without goes
	// on only where its first group is short.
	for _, read := range []func(string, int) (string, int){spacedAt, groupedAt, runAt} {
		if s, ok := documentRead(p, i, read, false); ok {
			return s, true
		}
	}
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
	kind, ok := documentOf(p, number, i, end)
	if !ok || (kind == Case) != loose {
		return Span{}, false
	}
	return span(kind, i, end), true
}

// documentOf asks the words before, the nearest first, then those after.
func documentOf(p page, number string, i, end int) (kind string, ok bool) {
	if k := announcedAfter(p.lower, number, end); k >= 0 && strings.HasPrefix(strings.TrimLeft(p.lower[end:], " "), "(") {
		return documentKinds[k].kind, true
	}
	best, at := -1, -1
	for k, d := range documentKinds {
		before := clause(p.lower, i, d.reach)
		from := nearest(before, d.words)
		if from < 0 || !d.fits(number) && !d.fits(mend(number)) || d.kind == Case && !numbered(before, number) {
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
		if (d.after || d.kind == Case && strings.Contains(after, "dossier")) && nearest(after, d.words) >= 0 && d.fits(mend(number)) {
			return k
		}
	}
	return -1
}

var units = set("euros euro eur e km m m2 kg g jours jour mois ans an heures heure h minutes minute min personnes habitants fois k pages points trimestres semaines semaine %")

// isUnit reports whether a unit follows: the number counts something.
func isUnit(lower string, end int) bool {
	at := skipSeparators(lower, end)
	if at < len(lower) && (lower[at] == '\x01' || lower[at] == '%' || lower[at] == ',' && at+1 < len(lower) && isDigit(lower[at+1]) && at == end) {
		return true
	}
	stop := at
	for stop < len(lower) && isAlnum(lower[stop]) {
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

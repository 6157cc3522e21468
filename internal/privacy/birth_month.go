package privacy

import (
	"regexp"
	"strconv"
	"strings"
)

// births by the month alone: "née en mars 1987". More is asked of the words
// before than for a day, since months of a year stand everywhere.
func (p *page) birthMonths() []Span {
	found := []Span{}
	for n := range p.words {
		start := p.words[n].start
		if monthNames[p.at(n)] == 0 {
			continue
		}
		if end := monthEnd(p.lower, start); end > 0 && (bornIn(p.clause(start, mostFromBirth)) || p.toldAfter(end)) {
			found = append(found, span(Birthdate, start, end))
		}
	}
	return found
}

// monthEnd is the end of "mars 1987" or "March 12, 1987" at s[i], or 0.
func monthEnd(s string, i int) int {
	m := monthOfYear.FindStringSubmatch(s[i:min(len(s), i+mostMonth)])
	if m == nil || !day(orFirst(m[2]), strconv.Itoa(monthNames[m[1]]), m[3]) {
		return 0
	}
	return i + len(m[0])
}

func orFirst(d string) string {
	if d == "" {
		return "1"
	}
	return d
}

// mostMonth is how long a month with its year is at most, signs between
// included.
const mostMonth = 24

var monthOfYear = regexp.MustCompile(`^([a-z]+)\.?(?: ([0-3]?[0-9])(?:st|nd|rd|th)?,?)?[ \n\x1f]{1,2}([0-9]{4})\b`)

// bornIn reads what leads to the month of a birth and to no other: "née à Pau
// en", "date de naissance :", "born in".
func bornIn(before string) bool {
	before = lastLine(before)
	if cut := strings.LastIndex(strings.TrimRight(before, " :=-"), ". "); cut >= 0 {
		before = before[cut+2:]
	}
	m := bornWords.FindStringSubmatchIndex(before)
	if m == nil || nearest(before, deedWords) >= 0 {
		return false
	}
	words := strings.FieldsFunc(before[:m[2]], func(r rune) bool { return r > 0x7f || !isLetter(byte(r)) })
	for len(words) > 0 && auxiliaries[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return len(words) == 0 || !founded[words[len(words)-1]]
}

var auxiliaries = set("est sont etait qui a ete")

var bornWords = regexp.MustCompile(`(?:^|[^a-z])(nee?s?|ne\(e\)s?|nee?\x1f?|naissance|d\.?d?\.?n|anniv|naitre|dob|born|birth|vu le jour|venue? au monde|nais|naiss|naquit|accouchement|je suis(?: un| une)?(?: enfant)?(?: de| d'))(?:,? (?:a|au|aux|de|du|des) [a-z' -]{2,26}?,?)?(?: ?\([a-z/]{4,10}\)| \*)*[ :=.-]*(?:le|en|de|est(?: bien)?|c'est|in|on|courant|au mois de)?[ :]*$`)

// founded are the things that are said to be born: "ce service né en mars".
var founded = set("service services site loi lois reforme reformes idee idees projet projets application dispositif association plateforme agence entreprise societe besoin probleme litige systeme structure organisme")

// toldAfter reads a birth in what follows the date: "… est ma date de naissance".
func (p *page) toldAfter(end int) bool {
	return birthAfter.MatchString(p.lower[end:min(len(p.lower), end+mostFromBirth)])
}

// boxedDays finds births in the boxes of a form, "06|03|1960", whose lines look
// like the figure 1.
func boxedDays(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		if !boxes.MatchString(p.flat[i:min(len(p.flat), i+len("06|03|1960"))]) || !ends(p.flat, i+len("06|03|1960")) {
			continue
		}
		if day(p.flat[i:i+2], p.flat[i+3:i+5], p.flat[i+6:i+10]) && isBirth(p, i, i+len("06|03|1960")) {
			found = append(found, span(Birthdate, i, i+len("06|03|1960")))
		}
	}
	return found
}

var boxes = regexp.MustCompile(`^[0-9]{2}\|[0-9]{2}\|[0-9]{4}$`)

var birthAfter = regexp.MustCompile(`^(?:,? ?c'est| comme| est(?: bien)?| ?\()(?: ma| sa| la| votre| notre| leur| mon| une)?(?: vraie| bonne| seule)? ?(?:date de )?naissance`)

package privacy

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
)

var monthNames = map[string]int{
	"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"janv": 1, "jan": 1, "mar": 3, "juill": 7, "aou": 8, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

// birthdates finds days of the calendar that the words give for a birth.
func birthdates(p page) []Span {
	found := []Span{}
	for _, i := range p.days() {
		if i > 0 && isDigit(p.flat[i-1]) || i > 1 && strings.IndexByte(" ./-", p.flat[i-1]) >= 0 && isDigit(p.flat[i-2]) {
			continue
		}
		if end := dayEnd(p.lower, i); end > 0 && isBirth(p, i, end) {
			found = append(found, span(Birthdate, i, end))
		}
	}
	return append(found, p.birthMonths()...)
}

// days are the places where a day may begin: the marks, and "premier mars".
func (p *page) days() []int {
	all := p.marks[:len(p.marks):len(p.marks)]
	for n := range p.words {
		if monthNames[p.at(n)] == 0 {
			continue
		}
		if from := p.spokenDay(n); from >= 0 {
			all = append(all, from)
		}
	}
	return all
}

// dayEnd is the end of a day that the calendar knows, or 0.
func dayEnd(s string, i int) int {
	if digits, end := gather(s, i, 8, figure); len(digits) == 8 && ends(s, end) {
		if day(digits[:2], digits[2:4], digits[4:]) || isISO(s[i:end]) && day(digits[6:], digits[4:6], digits[:4]) {
			return end
		}
	}
	if end := namedDay(s, i); end > 0 {
		return end
	}
	return shortDay(s, i)
}

func isISO(s string) bool {
	return len(s) == 10 && s[4] == s[7] && strings.IndexByte("-/.", s[4]) >= 0
}

// shortDay reads "14/6/84": groups of one or two digits, then two or four.
func shortDay(s string, i int) int {
	parts, at := []string{}, i
	for len(parts) < 3 {
		start := at
		for at < len(s) && at-start < 4 && digitOf(s[at]) != 0 {
			at++
		}
		if at == start {
			return 0
		}
		parts = append(parts, mend(s[start:at]))
		if len(parts) < 3 {
			sep := at
			for at < len(s) && at-sep < mostBetween && strings.IndexByte("/.- |_\\", s[at]) >= 0 {
				at++
			}
			if rest, ok := strings.CutPrefix(s[sep:], " du "); ok && len(parts) == 1 {
				at = len(s) - len(rest) // "le 22 du 3 1974"
			}
			if at == sep {
				return 0
			}
		}
	}
	if !ends(s, at) || !day(parts[0], parts[1], parts[2]) {
		return 0
	}
	return at
}

// namedDay reads "14 juin 1984", "1er juin 84", "14 juin".
func namedDay(s string, i int) int {
	d, at := dayNumber(s, i)
	at = skipSeparators(s, at)
	name := at
	for at < len(s) && isLetter(s[at]) {
		at++
	}
	m := monthNames[s[name:at]]
	if m == 0 || !day(d, strconv.Itoa(m), "2000") {
		return 0
	}
	if end := spokenYearEnd(s, at); end > at {
		return end
	}
	year := skipSeparators(s, at)
	if strings.HasPrefix(s[at:], ", ") {
		year = at + len(", ")
	}
	end := year
	for end < len(s) && end-year < 4 && digitOf(s[end]) != 0 {
		end++
	}
	if ends(s, end) && day(d, strconv.Itoa(m), mend(s[year:end])) {
		return end
	}
	return at
}

// dayNumber reads "14", "1er", "1 er", "21st" and "premier", and gives its end.
func dayNumber(s string, i int) (string, int) {
	if number, end := dayWordAt(s, i); number != "" {
		return number, end
	}
	at := i
	for at < len(s) && at-i < 2 && digitOf(s[at]) != 0 {
		at++
	}
	number := mend(s[i:at])
	for _, ending := range []string{"er ", " er ", "st ", "nd ", "rd ", "th "} {
		if strings.HasPrefix(s[at:], ending) {
			at += len(ending)
		}
	}
	return number, at
}

func day(d, m, y string) bool {
	date, err := strconv.Atoi(d)
	month, err2 := strconv.Atoi(m)
	year, err3 := strconv.Atoi(y)
	if err != nil || err2 != nil || err3 != nil || len(y) != 2 && len(y) != 4 || len(d) > 2 || len(m) > 2 {
		return false
	}
	if len(y) == 2 {
		year += 1900
		// 29 February 2000 is written "00" too.
		if y == "00" {
			year = 2000
		}
	}
	t := time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
	return year >= 1900 && year <= 2060 && t.Day() == date && int(t.Month()) == month
}

var (
	birthWords = []string{"date de naissance", "lieu de naissance", "naissance :", "naissance:", "ddn", "anniversaire", "date naissance", "date naiss", "d.d.n", "nait le", "nee", "nees", "natif", "native", "naissance le", "naissance", "vu le jour", "venu au monde", "venue au monde", "naiss", "nais", "d.n", "naquit", "naitre", "anniv", "dn", "accouchement", "birth", "dob", "born"}
	deedWords  = []string{"acte de naissance", "actes de naissance", "extrait de naissance", "conge de naissance", "declaration de naissance", "prime de naissance", "prime a la naissance", "certificat de naissance"}
)

// isBirth asks the words before a date and those after.
func isBirth(p page, i, end int) bool { return ofBirth(p, i) || p.toldAfter(end) }

// ofBirth reads the words before the date: "né le", "née à Lyon le", "date de
// naissance". In flat text "né" is a negation too, unless its accent stands
// or the date follows at once.
func ofBirth(p page, i int) bool {
	before := lastLine(p.clause(i, mostFromBirth))
	if cut := strings.LastIndex(strings.TrimRight(before, " :=-"), ". "); cut >= 0 {
		before = before[cut+2:]
	}
	if birth := nearest(before, birthWords); birth >= 0 && !ofDeed(p.clause(i, mostFromBirth+24), len(before)-birth) && !strings.Contains(before, "euros") {
		return true
	}
	tail := withoutWeekday(strings.TrimRight(before, " :"))
	if strings.HasSuffix(tail, " le") && bornAt.MatchString(tail) || strings.Contains(p.told(max(0, i-mostAfterLabel), i), "d.d.n.") {
		return true
	}
	for _, w := range []string{"ne le", "nes le", "ne(e) le", "ne (e) le", "ne.e le", "ne/e le", "ne\x1fe le", "ne-e le", "ne un", "je suis du", "ne(e)", "ne"} {
		if strings.HasSuffix(tail, w) && (len(tail) == len(w) || !isAlnum(tail[len(tail)-len(w)-1])) {
			return true
		}
	}
	return accented(p, i)
}

// lastLine cuts what stands on the lines above, unless a word or two alone
// lead from there to the date: a label.
func lastLine(s string) string {
	cut := strings.LastIndexByte(s, '\n')
	if cut >= 0 && len(strings.Fields(s[cut:])) > 2 {
		return s[cut+1:]
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// ofDeed reports whether the word of birth, back code points from the end,
// belongs to a deed ("acte de naissance") or an age ("18e anniversaire").
func ofDeed(before string, back int) bool {
	at := nearest(before, deedWords)
	if at < 0 {
		return ageWords.MatchString(before)
	}
	// "mon acte de naissance, née le": the birth comes after the deed's.
	return len(before)-back <= at+strings.Index(before[at:], "naissance")
}

// bornAt reads "ne a Oran le" where the accent of "né" was left out.
var bornAt = regexp.MustCompile(`(?:^|[^a-z])(?:suis|est|et|,|ete) nes? (?:a|en|au|aux) [a-z' -]{2,30},? le$`)

// mostAfterLabel is how far a date stands from its short label at most.
const mostAfterLabel = 18

var ageWords = regexp.MustCompile(`[0-9](e|eme) anniversaire|anniversaire des [0-9]`)

func withoutWeekday(s string) string {
	for _, day := range []string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"} {
		if rest, ok := strings.CutSuffix(s, " "+day); ok {
			return rest
		}
	}
	return s
}

// accented looks for "né" with its accent in the sentence before.
func accented(p page, i int) bool {
	last := sort.SearchInts(p.born, i) - 1
	if last < 0 || i-p.born[last] > mostFromBirth || letterEnd(p.flat, p.born[last])-p.born[last] > len("nees") {
		return false
	}
	between := p.flat[p.born[last]:i]
	return !strings.ContainsAny(between, "!?") && !strings.Contains(between, ". ") && !strings.Contains(between, ".\n")
}

// mostFromBirth is how far the date may stand from the word, in code points:
// "née à Saint-Germain-en-Laye (Yvelines), le".
const mostFromBirth = 48

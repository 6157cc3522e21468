package privacy

import (
	"regexp"
	"strings"
)

// addresses finds a number and a way, or a way with its postcode, with the
// complements, the postcode and the town.
func addresses(p page) []Span {
	found := []Span{}
	add := func(start, end int) {
		if end > start && (len(found) == 0 || start >= found[len(found)-1].End) {
			found = append(found, span(Address, start, end))
		}
	}
	for n := range p.words {
		w := p.at(n)
		switch {
		case w == "b" && p.at(n+1) == "p" && p.between(n) == ".":
			add(p.words[n].start, p.boxed(n+1))
		case w == "bourg" && p.at(n-1) == "le":
			add(p.words[n-1].start, p.townEnd(p.words[n].end, false))
		case w == "boite" && p.at(n+1) == "postale":
			add(p.words[n].start, p.boxed(n+1))
		case w == "lieudit", w == "lieu" && p.at(n+1) == "dit", w == "ld" && (p.allCaps(n) && p.capital(n+1) || p.lived(p.words[n].start)):
			add(p.words[n].start, p.namedPlace(n))
		case ways[w] || w == "bp" || w == "cs" || w == "tsa":
			start, numbered := p.words[n].start, false
			if ways[w] {
				start, numbered = p.houseNumber(n)
			}
			if !numbered && p.between(n) == "-" {
				break // "Bourg-en-Bresse"
			}
			if end := p.addressFrom(n, numbered); end > 0 && !p.ofBody(start) {
				add(p.doorBefore(start), end)
			}
		case p.misspeltWay(n):
			if start, numbered := p.houseNumber(n); numbered && !p.ofBody(start) {
				if end, _ := p.wayName(n); end > 0 {
					add(p.doorBefore(start), max(p.townEnd(end, true), p.complementEnd(end)))
				}
			}
		}
	}
	return append(found, p.homes()...)
}

// ofBody reports whether the words before give a public body's address.
func (p *page) ofBody(start int) bool {
	before := sentence(p.clause(start, 40))
	return nearest(before, bodyWords) >= 0 && nearest(before, homeWords) < 0 && nearest(before, ownWords) < 0
}

// door is what stands before the number of the house: "appt 12, ".
var door = regexp.MustCompile(`(?:^|[^a-z])(residence (?:l[ea]s? |du |de la |des )?[a-z'-]+ ?[,\n-] ?|(?:appartement|appt|apt|app|batiment|bat|escalier|esc|porte|residence|immeuble|etage|hall) ?\.? ?(?:n\x02 ?)?[a-z0-9]{1,4} ?[,\n-]? ?)$`)

func (p *page) doorBefore(start int) int {
	for range mostDoors {
		before := p.lower[max(0, start-mostDoor):start]
		at := door.FindStringSubmatchIndex(before)
		if at == nil {
			break
		}
		start -= len(before) - at[2]
	}
	return start
}

// mostDoor is how far back a flat or a staircase is looked for, mostDoors how
// many of them may follow each other: "Bât. A - Appt 14".
const (
	mostDoor  = 28
	mostDoors = 3
)

// namedPlace reads "lieu-dit Kerbihan, 29000 Quimper": a name with a capital,
// or whatever a postcode follows; 0 where there is neither.
func (p *page) namedPlace(n int) int {
	if p.at(n) == "lieu" {
		n++
	}
	last := n
	for at := n + 1; at < len(p.words) && at-n <= mostWay && wayGap(p.between(at-1)) && (articles[p.at(at)] || !tools[p.at(at)]); at++ {
		if last > n && !p.capital(at) && !articles[p.at(at)] && known().everyday[p.at(at)] {
			break
		}
		if !articles[p.at(at)] || p.capital(at) {
			last = at
		}
	}
	if last == n {
		return 0
	}
	if town := p.townEnd(p.words[last].end, true); town > 0 {
		return town
	}
	if p.capital(last) {
		return p.words[last].end
	}
	return 0
}

// houseNumber goes back from the way to its number.
func (p *page) houseNumber(n int) (start int, numbered bool) {
	at := p.words[n].start
	back := func(signs string, most int) {
		for i := 0; i < most && at > 0 && strings.IndexByte(signs, p.flat[at-1]) >= 0; i++ {
			at--
		}
	}
	back(" ,\n-\x1f", mostBetween)
	if n > 0 && p.words[n-1].end == at && suffixes[p.at(n-1)] {
		at = p.words[n-1].start
		back(" -,", 2)
	}
	end := at
	for at > 0 && end-at < 5 && digitOf(p.flat[at-1]) != 0 {
		at--
	}
	if digitsIn(p.flat[at:end]) == 0 || end-at > 4 || at > 0 && isAlnum(p.flat[at-1]) {
		return p.words[n].start, false
	}
	return p.doubleNumber(at), true
}

// doubleNumber goes on over the first half of "12/3" and "12-14".
func (p *page) doubleNumber(at int) int {
	if at < 2 || strings.IndexByte("/-", p.flat[at-1]) < 0 {
		return at
	}
	first := at - 1
	for first > 0 && at-first < 5 && isDigit(p.flat[first-1]) {
		first--
	}
	if first == at-1 || first > 0 && (isAlnum(p.flat[first-1]) || strings.IndexByte("/-", p.flat[first-1]) >= 0) {
		return at
	}
	return first
}

// addressFrom reads the way's name and what follows; 0 where it is none.
func (p *page) addressFrom(n int, numbered bool) int {
	if w := p.at(n); w == "bp" || w == "cs" || w == "tsa" {
		return p.boxed(n)
	}
	// "12 r. des Lilas" is a street, "126R Renouvellement" is not.
	if p.at(n) == "r" && !strings.HasPrefix(p.between(n), ".") && !articles[p.at(n+1)] {
		return 0
	}
	end, capital := p.wayName(n)
	if end == 0 {
		return 0
	}
	if town := p.townEnd(end, true); town > 0 && (numbered || capital || !ambiguous[p.at(n)] || isLetter(p.flat[town-1])) {
		return town
	}
	if !numbered && (capital && homely[p.at(n)] || !ambiguous[p.at(n)] && (capital || p.streetLike(n))) && p.lived(p.words[n].start) {
		return p.complementEnd(end)
	}
	if flat := p.complementEnd(end); !numbered && residences[p.at(n)] && capital && digitsIn(p.flat[end:flat]) > 0 {
		return flat
	}
	if !numbered || ambiguous[p.at(n)] && !capital && !p.streetLike(n) && !stranger(p.at(n+1)) && !p.lived(p.words[n].start) {
		return 0
	}
	return p.complementEnd(end)
}

// boxed reads a post box with its number, postcode and town.
func (p *page) boxed(n int) int {
	from := skipSeparators(p.flat, p.words[n].end)
	at := from
	for at < len(p.flat) && isDigit(p.flat[at]) {
		at++
	}
	if at == from {
		return 0
	}
	return p.townEnd(at, false)
}

// streetLike reports whether the words after an ambiguous way are those of
// streets: "place de la mairie".
func (p *page) streetLike(n int) bool {
	at := n + 1
	for at-n <= mostWay && (particles[p.at(at)] || p.at(at) == "l" || p.at(at) == "d" || p.at(at) == "rue") {
		at++
	}
	if w := p.at(at); w == "saint" || w == "sainte" || w == "notre" {
		return true
	}
	return at > n+1 && (streetWords[p.at(at)] || isGiven(p.at(at)))
}

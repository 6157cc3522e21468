package privacy

import (
	"slices"
	"strings"
)

// isPostcode reports whether a number follows the town whose postcode it is.
func (p *page) isPostcode(number string, i int) bool {
	before := strings.ReplaceAll(strings.TrimRight(p.lower[max(0, i-mostTown):i], " ,("), "-", " ")
	return len(number) == 5 && slices.ContainsFunc(townsOf(number), func(town string) bool { return strings.HasSuffix(before, town) })
}

// mostTown is how long the name of a town is at most, separators included.
const mostTown = 48

// The letters that building permits begin with.
var permits = set("pc pa dp cu pd")

// wholeFile takes the groups along that stand before and behind a number:
// "1A 026 140 2112 7", "PC 075 056 21 P0043".
func (p *page) wholeFile(start, end int) (int, int) {
	before := start - 1
	for before > 0 && start-before <= 5 && isAlnum(p.flat[before-1]) {
		before--
	}
	if before > 0 && p.flat[start-1] == ' ' && before < start-1 && !isAlnum(p.flat[before-1]) && p.codeGroup(before, start-1) {
		start = before
	}
	after := end + 1
	for after < len(p.flat) && isAlnum(p.flat[after]) {
		after++
	}
	if after > end+4 && after <= len(p.flat) && p.flat[end] == ' ' && isLetter(p.flat[end+1]) && digitsIn(p.flat[end+2:after]) == after-end-2 {
		end = after
	}
	return start, end
}

// codeGroup reports whether a group of up to four signs is part of a code and
// no word.
func (p *page) codeGroup(from, to int) bool {
	s, w := p.flat[from:to], p.lower[from:to]
	if len(s) > 4 || permits[w] {
		return len(s) <= 4
	}
	if n := digitsIn(s); n > 0 {
		return n < len(s)
	}
	capitals := strings.ToUpper(s) == s && !p.loud
	return len(s) >= 2 && (capitals || len(s) == 3 && led(p.lower[:from])) && !known().everyday[w] && !known().propers[w] && !plainWords[w] && !slices.Contains(caseWords, w)
}

package privacy

import (
	"regexp"
	"strconv"
	"strings"
)

// dayWords are the days of a month as they are spoken.
var dayWords = func() map[string]string {
	all := map[string]string{}
	for i, w := range strings.Split("premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un", " ") {
		all[w] = strconv.Itoa(i + 1)
	}
	return all
}()

// mostDayWords is how many words a day has: "trente et un".
const mostDayWords = 3

// spokenDay is where the day in words before the month n begins, -1 for none.
func (p *page) spokenDay(n int) int {
	for back := min(mostDayWords, n); back >= 1; back-- {
		from := p.words[n-back].start
		if _, ok := dayWords[hyphened(p.lower[from:p.words[n-1].end])]; ok && p.between(n-1) == " " {
			return from
		}
	}
	return -1
}

func hyphened(s string) string { return strings.ReplaceAll(s, " ", "-") }

// dayWordAt is the number of the day in words at s[i] and its end; the longest
// one, "vingt-cinq" rather than "vingt".
func dayWordAt(s string, i int) (string, int) {
	rest := s[i:min(len(s), i+14)]
	if rest == "" || !isLetter(rest[0]) {
		return "", i
	}
	for end := len(rest) - 1; end > 2; end-- {
		if rest[end] == ' ' {
			if number, ok := dayWords[hyphened(rest[:end])]; ok {
				return number, i + end
			}
		}
	}
	return "", i
}

// yearWords are the years that people are born in, as they are spoken.
var yearWords = regexp.MustCompile(`^ (?:(?:mille?|dix)[ -]neuf[ -]cents?|deux[ -]mille?)(?:[ -](?:et|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante))*\b`)

// spokenYearEnd is where the year in words after s[i] ends, or i.
func spokenYearEnd(s string, i int) int { return i + len(yearWords.FindString(s[i:min(len(s), i+60)])) }

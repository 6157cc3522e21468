package privacy

import "strings"

// numberWords are the words that a telephone number is dictated in.
var numberWords = set("zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante quatre-vingt octante huitante nonante et")

// fewestDictated is how many words a dictated number has at least: "zéro six,
// vingt, trente, quarante, cinquante" has six.
const fewestDictated = 6

// restInFigures is the end of "zéro six 82 30 57 04" after its word n, or 0.
func (p *page) restInFigures(n int) int {
	from := p.words[n].end
	for from < len(p.flat) && from-p.words[n].end < mostBetween && strings.IndexByte(" -.,", p.flat[from]) >= 0 {
		from++
	}
	if from == len(p.flat) || !isDigit(p.flat[from]) {
		return 0
	}
	digits, end := gather(p.flat, from, 8, figure)
	if len(digits) != 8 || !ends(p.flat, end) {
		return 0
	}
	return end
}

// dictated finds telephone numbers in words: "zéro six douze trente-quatre…".
func dictated(p page) []Span {
	found := []Span{}
	for n := 0; n < len(p.words); n++ {
		if p.at(n) != "zero" || !numberWords[p.at(n+1)] || p.at(n+1) == "huit" || p.at(n+1) == "zero" {
			continue
		}
		if end := p.restInFigures(n + 1); end > 0 {
			found = append(found, span(Phone, p.words[n].start, end))
			n++
			continue
		}
		last := n
		for numberWords[p.at(last+1)] && strings.Trim(p.between(last), " -,.\n\x1f") == "" && len(p.between(last)) <= mostBetween {
			last++
		}
		if last-n+1 >= fewestDictated {
			found = append(found, span(Phone, p.words[n].start, p.words[last].end))
			n = last
		}
	}
	return found
}

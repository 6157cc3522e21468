package privacy

import "sort"

// echoes finds the names again that stand elsewhere in the text without what
// led to them: "Mme Taleguen m’a reçue. Taleguen a tout réglé." Only words that
// no list explains are looked for: the others may be everyday words there.
func echoes(p page, found []Span) []Span {
	names := map[string]bool{}
	for _, s := range found {
		if s.Kind == Person {
			p.namesIn(s, names)
		}
	}
	if len(names) == 0 {
		return nil
	}
	again := []Span{}
	for n, w := range p.words {
		if names[p.at(n)] && p.between(n) != "-" && p.between(n-1) != "-" { // "Diégo-Suarez"
			again = append(again, span(Person, w.start, w.end))
		}
	}
	return again
}

// fewestEchoed is how many letters a name has at least to be looked for again.
const fewestEchoed = 4

func (p *page) namesIn(s Span, names map[string]bool) {
	from := sort.Search(len(p.words), func(n int) bool { return p.words[n].start >= s.Start })
	for n := from; n < len(p.words) && p.words[n].end <= s.End; n++ {
		if len(p.at(n)) >= fewestEchoed && p.unheardOf(n) {
			names[p.at(n)] = true
		}
	}
}

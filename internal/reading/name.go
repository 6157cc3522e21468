package reading

import (
	"strings"

	"ecritoire/internal/review"
)

// The kinds of names.
const (
	FactBody  FactKind = "body"  // a public body or any other institution
	FactPlace FactKind = "place" // a town, a street, a region
	FactName  FactKind = "name"  // any other proper noun
)

// Names lists the names that a French text states: proper nouns and acronyms,
// institutions told by a common noun ("le tribunal administratif") and
// addresses. A capital that only begins a sentence makes no name. Norm is the
// name in lower case without accents; spans are code points. Time is linear.
func Names(text string) []Fact {
	flat := Flatten(text)
	n := nameReader{flat: flat, lower: strings.ToLower(flat), runes: []rune(text)}
	n.tokens = tokensOf(flat)
	for i := 0; i < len(n.tokens); i++ {
		if last, kind := n.nameAt(i); last >= 0 {
			n.add(i, last, kind)
			i = last
		}
	}
	return n.found
}

type nameReader struct {
	flat, lower string
	runes       []rune
	tokens      []review.Span
	found       []Fact
}

func tokensOf(flat string) []review.Span {
	all := []review.Span{}
	for i := 0; i < len(flat); {
		if !isWord(flat[i]) {
			i++
			continue
		}
		end := endOfWord(flat, i)
		all = append(all, review.Span{Start: i, End: end})
		i = end
	}
	return all
}

func (n *nameReader) word(i int) string {
	if i < 0 || i >= len(n.tokens) {
		return ""
	}
	return n.lower[n.tokens[i].Start:n.tokens[i].End]
}

func (n *nameReader) add(first, last int, kind FactKind) {
	s := review.Span{Start: n.tokens[first].Start, End: n.tokens[last].End}
	n.found = append(n.found, Fact{Span: s, Kind: kind, Text: string(n.runes[s.Start:s.End]), Norm: n.lower[s.Start:s.End]})
}

// nameAt gives the last word of the name that begins at word i, -1 when none
// does.
func (n *nameReader) nameAt(i int) (last int, kind FactKind) {
	w := n.word(i)
	if streets[w] && n.addressed(i) {
		return n.grow(i, true), FactPlace
	}
	if heads[w] {
		return n.bodyAt(i)
	}
	if !n.proper(i) && (w != "france" || !n.capital(i) || !n.properAfter(i)) {
		return -1, ""
	}
	last = n.grow(i, false)
	return last, n.kindOf(i, last)
}

// bodyAt reads an institution from its common noun on: with the proper nouns
// behind it, or with the adjective that makes it one.
func (n *nameReader) bodyAt(i int) (last int, kind FactKind) {
	last = i
	for last+1 < len(n.tokens) && last < i+4 && n.joined(last) && (bodyLinks[n.word(last+1)] || bodyWords[n.word(last+1)]) {
		last++
	}
	for last > i && bodyLinks[n.word(last)] && !n.properAfter(last) {
		last--
	}
	if n.properAfter(last) {
		last = n.grow(last+1, false)
	}
	if last == i && n.proper(i) && i+1 < len(n.tokens) && n.joined(i) && len(n.word(i+1)) > 2 { // "l’Agence bio"
		return i + 1, FactBody
	}
	if last == i && !alone[n.word(i)] || last == i+1 && vagueBodies[n.word(i)+" "+n.word(last)] {
		return -1, ""
	}
	return last, FactBody
}

// properAfter tells a proper noun right behind a word.
func (n *nameReader) properAfter(i int) bool {
	return i+1 < len(n.tokens) && n.joined(i) && n.proper(i+1)
}

// grow extends a name over the proper nouns that follow it, small words
// between them included: "Bouches-du-Rhône", "Maison de l’Habitat".
func (n *nameReader) grow(i int, address bool) int {
	last := i
	for j := i + 1; j < len(n.tokens) && j <= last+3 && n.joined(j-1); j++ {
		switch {
		case n.proper(j) || n.capital(j) && !common[n.word(j)]:
			last = j
		case address && j <= i+4 && !bodyLinks[n.word(j)]:
			return j
		case !bodyLinks[n.word(j)]:
			return last
		}
	}
	return last
}

// joined tells that only a space, a hyphen or an apostrophe parts a word from
// the next.
func (n *nameReader) joined(i int) bool {
	if i+1 >= len(n.tokens) {
		return false
	}
	return strings.Trim(n.flat[n.tokens[i].End:n.tokens[i+1].Start], " -'.+") == "" && n.tokens[i+1].Start-n.tokens[i].End <= 2 && n.flat[n.tokens[i].End] != '.'
}

func (n *nameReader) capital(i int) bool {
	c := n.flat[n.tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// proper tells a proper noun or an acronym from the first word of a sentence
// and from a word put in capitals for force.
func (n *nameReader) proper(i int) bool {
	w := n.word(i)
	if !n.capital(i) || common[w] || len(w) < 2 || monthNamed(w) != 0 || weekdays[w] != 0 {
		return false
	}
	t := n.tokens[i]
	switch upper := uppers(n.flat[t.Start:t.End]); {
	case upper == len(w):
		return len(w) <= 6 && !n.shouted(i)
	case upper > 1:
		return true
	}
	return !n.opens(i)
}

func uppers(word string) int {
	count := 0
	for _, c := range []byte(word) {
		if c >= 'A' && c <= 'Z' || isDigit(c) {
			count++
		}
	}
	return count
}

// shouted tells a word among others in capitals.
func (n *nameReader) shouted(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(n.tokens) {
			continue
		}
		t := n.tokens[j]
		if t.End-t.Start > 1 && uppers(n.flat[t.Start:t.End]) == t.End-t.Start && !isDigit(n.flat[t.Start]) {
			return true
		}
	}
	return false
}

// opens tells the first word of a sentence, a line or a quotation.
func (n *nameReader) opens(i int) bool {
	at := n.tokens[i].Start
	for at > 0 && strings.IndexByte(" \"'(-\x1f*#>", n.flat[at-1]) >= 0 {
		at--
	}
	if at == 0 || n.flat[at-1] == '\n' {
		return true
	}
	switch n.flat[at-1] {
	case '.':
		return !titles[n.word(i-1)]
	case '!', '?', ':':
		return true
	}
	return n.tokens[i].Start-at > 1 && n.flat[n.tokens[i].Start-1] == '"'
}

// addressed tells a street from the word: a number or "la" stands before
// "rue", a number before the others.
func (n *nameReader) addressed(i int) bool {
	if i == 0 || i+1 >= len(n.tokens) || !n.joined(i) {
		return false
	}
	before := n.word(i - 1)
	if before == "bis" || before == "ter" {
		before = n.word(i - 2)
	}
	number := before != "" && isDigit(before[0]) && len(before) <= 4
	return number || bodyLinks[n.word(i+1)] && (n.word(i) == "rue" || n.word(i) == "avenue" || n.word(i) == "boulevard" || n.word(i) == "impasse")
}

func (n *nameReader) kindOf(first, last int) FactKind {
	t := n.tokens[first]
	if w := n.flat[t.Start:t.End]; uppers(w) == len(w) {
		return FactBody
	}
	before := n.word(first - 1)
	if before == "la" || before == "l" || before == "le" || before == "les" {
		before = n.word(first - 2)
	}
	if first == last || t.End-t.Start > 2 {
		switch before {
		case "a", "au", "aux", "en", "vers", "sur", "pres", "chez", "ville", "commune", "quartier", "de", "d", "du", "region", "departement":
			return FactPlace
		}
	}
	return FactName
}

package privacy

import "strings"

// strength is how much the words before promise a name.
type strength int

const (
	pair     strength = iota + 1 // only two names in a row are one: "je suis Lucie Talec"
	thanked                      // one word that nothing else explains: "merci Lucie"
	capitals                     // one with a capital: "ma fille Lucie"
	spoken                       // a title: in lower case where no list knows the word
	labelled                     // "nom : talec"
	certain                      // "mme petit": whatever is no tool of grammar
)

// mostNames is how many words a name has at most, particles apart.
const mostNames = 4

// name gives the last word of the name that begins at word n.
func (p *page) name(n int, s strength) (int, bool) {
	at := p.pastParticles(n, s)
	if at < 0 || !p.begins(at, n, s) {
		return 0, false
	}
	last, count, small := at, 1, !p.capital(at)
	for count < mostNames {
		next := p.next(last, small, s)
		if next < 0 {
			break
		}
		last = next
		if p.between(next-1) != "-" {
			count++
		}
	}
	if s == pair && count < 2 {
		return 0, false
	}
	return last, true
}

// pastParticles skips "de", "le", "van" before a name; -1 where none follows.
func (p *page) pastParticles(n int, s strength) int {
	at := n
	for particles[p.at(at)] && at-n < 3 && p.joins(at) {
		at++
	}
	if at == n {
		return n
	}
	// "madame la directrice": an article leads to a name only where no list
	// knows the word, or where both have capitals.
	w := p.at(at)
	if w == "" || plainWords[w] || s < capitals {
		return -1
	}
	if p.capital(at) && (p.capital(n) || p.at(n) == "de" || p.at(n) == "d") || !known().everyday[w] && len(w) >= 3 {
		return at
	}
	return -1
}

// begins reports whether word n may begin a name of that strength; from is
// where its particles begin.
func (p *page) begins(n, from int, s strength) bool {
	w := p.at(n)
	if w == "" || p.words[n].end < len(p.flat) && p.flat[p.words[n].end] == '@' {
		return false
	}
	if len(w) == 1 {
		return s >= spoken && p.isInitial(n)
	}
	if plainWords[w] || known().propers[w] && !known().family[w] && !isGiven(w) && (s < spoken || p.allCaps(n)) {
		return false
	}
	if placeWords[w] && !p.capital(n) {
		return false
	}
	everyday := known().everyday[w] && !isGiven(w) && !known().family[w]
	if p.capital(n) {
		switch s {
		case thanked, capitals:
			return !everyday && !known().towns[w] && (!p.allCaps(n) || len(w) > 4) || isGiven(w) && !otherwise[w]
		case spoken:
			return !everyday || !p.opensSentence(n-1)
		}
		return !everyday || s > pair
	}
	// In lower case a given name or a surname that is an everyday word too
	// ("petit") is one only after what leaves no doubt.
	if s < spoken {
		return false
	}
	if isGiven(w) && p.between(n) == "-" {
		return true
	}
	return n > from || !everyday && (!known().everyday[w] || s == certain || isGiven(w) && s == labelled)
}

// isInitial reads "D." or "D" standing alone.
func (p *page) isInitial(n int) bool {
	w := p.words[n]
	// "Mme X" is nobody.
	if w.end-w.start != 1 || p.flat[w.start] == 'X' || w.end < len(p.flat) && (p.flat[w.end] == '\'' || isDigit(p.flat[w.end])) {
		return false
	}
	dotted := w.end < len(p.flat) && p.flat[w.end] == '.'
	return dotted && p.at(n) != "a" && p.at(n) != "y" || isUpper(p.flat[w.start]) && p.flat[w.start] != 'A' && p.flat[w.start] != 'Y'
}

// joins reports whether word n and the next may belong to one name.
func (p *page) joins(n int) bool {
	switch sep := p.between(n); sep {
	case " ", "-", "'", "' ", "  ", " - ", "\x1f", "\n":
		return sep != " - " && (sep != "\n" || p.capital(n+1))
	case ". ", ".":
		return p.words[n].end-p.words[n].start == 1
	}
	return false
}

// next is the word that continues the name after word n, -1 for none.
func (p *page) next(n int, small bool, s strength) int {
	if n+1 >= len(p.words) || !p.joins(n) {
		return -1
	}
	at := n + 1
	if p.between(n) == "-" && (!plainWords[p.at(at)] || particles[p.at(at)]) {
		return at
	}
	for particles[p.at(at)] && at-n <= 3 && at+1 < len(p.words) && p.joins(at) {
		at++
	}
	w := p.at(at)
	if len(w) == 1 {
		if p.isInitial(at) && at == n+1 && w != "j" {
			return at
		}
		return -1
	}
	if plainWords[w] || p.between(at-1) == "\n" && !isGiven(w) && !known().family[w] && !stranger(w) {
		return -1
	}
	if p.capital(at) {
		if known().propers[w] && !known().family[w] && !isGiven(w) {
			return -1
		}
		return at
	}
	if small && s >= spoken && known().family[w] && isGiven(p.at(n)) {
		return at
	}
	unknown := !known().everyday[w] && len(w) >= 3
	if unknown && (small || s >= spoken) || small && s >= labelled && known().family[w] && !known().everyday[w] {
		return at
	}
	if small && s == certain && (known().family[w] || isGiven(w)) && len(w) > 3 {
		return at
	}
	return -1
}

// opensSentence reports whether word n is the first of its sentence, greetings
// apart.
func (p *page) opensSentence(n int) bool {
	if n <= 0 {
		return true
	}
	return strings.ContainsAny(p.between(n-1), ".!?\n:") || p.at(n-1) == "bonjour" || p.at(n-1) == "bonsoir"
}

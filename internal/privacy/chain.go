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
	for particles[p.at(at)] && at-n < 3 && p.joins(at) && !p.dotted(at) {
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
		return p.isInitial(n) && (s >= spoken || p.dotted(n) && p.joins(n) && (p.unheardOf(n+1) || p.capital(n+1) && known().towns[p.at(n+1)]) && p.between(n) != " ")
	}
	if plainWords[w] || known().propers[w] && !known().family[w] && !isGiven(w) && (s < spoken || p.allCaps(n)) {
		return false
	}
	if placeWords[w] && !p.capital(n) {
		return false
	}
	everyday := known().everyday[w] && !isGiven(w) && !known().family[w]
	if p.capital(n) {
		return p.beginsCapital(n, s, everyday)
	}
	// In lower case a given name or a surname that is an everyday word too
	// ("petit") is one only after what leaves no doubt.
	if s < spoken {
		return p.beginsSmall(n, s)
	}
	if isGiven(w) && p.between(n) == "-" {
		return true
	}
	return n > from || !everyday && (!known().everyday[w] || s == certain || isGiven(w) && s == labelled)
}

// beginsCapital reports whether word n, which has a capital, may begin a name.
func (p *page) beginsCapital(n int, s strength, everyday bool) bool {
	w := p.at(n)
	switch s {
	case thanked, capitals:
		return !everyday && (!known().towns[w] || p.capital(n+1) && (isGiven(p.at(n+1)) || p.unheardOf(n+1)) && p.between(n) == " ") && (!p.allCaps(n) || len(w) > 4) || isGiven(w) && !otherwise[w]
	case spoken:
		return !everyday || !p.opensSentence(n-1)
	}
	return !everyday || s > pair
}

// beginsSmall reports whether a name written in small letters, or in a text
// that shouts, may begin at word n: a given name, a word that no list explains
// where one name may stand alone, two such words where it may not.
func (p *page) beginsSmall(n int, s strength) bool {
	w := p.at(n)
	given := isGiven(w) && !otherwise[w] && !known().everyday[w]
	if s == pair || !given && !p.unheardOf(n) {
		return (given || p.unheardOf(n)) && p.joins(n) && p.between(n) != "\n" && (p.unheardOf(n+1) || known().family[p.at(n+1)] || particles[p.at(n+1)] && p.unheardOf(n+2))
	}
	return true
}

// isInitial reads "D.", "D" standing alone, or the "N'" of "N'Guessan".
func (p *page) isInitial(n int) bool {
	w := p.words[n]
	if w.end-w.start != 1 || w.end < len(p.flat) && isDigit(p.flat[w.end]) {
		return false
	}
	if p.between(n) == "'" {
		return strings.Contains("no", p.at(n)) && p.unheardOf(n+1)
	}
	// "Mme X" is nobody, "X. Talec" is somebody.
	named := p.dotted(n) && (p.between(n) == ". " || p.between(n) == ".")
	upper, small := isUpper(p.flat[w.start]), p.at(n)
	switch small {
	case "x":
		return named
	case "a", "y":
		return upper && p.dotted(n)
	}
	return p.dotted(n) || upper
}

// dotted reports whether word n is a letter with a dot.
func (p *page) dotted(n int) bool {
	if n < 0 || n >= len(p.words) {
		return false
	}
	w := p.words[n]
	return w.end-w.start == 1 && w.end < len(p.flat) && p.flat[w.end] == '.'
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

// maiden stand between a name and the one born with or married into.
var maiden = set("nee epouse ep veuve")

// next is the word that continues the name after word n, -1 for none.
func (p *page) next(n int, small bool, s strength) int {
	if n+1 >= len(p.words) || !p.joins(n) {
		return -1
	}
	at := n + 1
	if p.between(n) == "'" && p.at(at) == "h" && strings.HasSuffix(p.at(n), "c") || p.dotted(at) && p.isInitial(at) {
		return at // "Guivarc'h", "Steeven D."
	}
	if p.between(n) == "-" && (!plainWords[p.at(at)] || particles[p.at(at)]) {
		return at
	}
	if maiden[p.at(at)] && p.joins(at) && (p.capital(at+1) || p.unheardOf(at+1)) && !plainWords[p.at(at+1)] {
		return at + 1
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
	if p.shoutsOn(at-1) && at == n+1 && (p.unheardOf(at) || isGiven(w) && !otherwise[w] && !known().everyday[w]) {
		return at
	}
	if p.capital(at) {
		if known().propers[w] && !known().family[w] && !isGiven(w) && (!isGiven(p.at(n)) || placeWords[w] || otherwise[p.at(n)]) {
			return -1
		}
		return at
	}
	if p.continuesSmall(n, at, small, s) {
		return at
	}
	return -1
}

// continuesSmall reports whether word at, in small letters, goes on with the
// name that word n ends; small tells that the name began in small letters.
func (p *page) continuesSmall(n, at int, small bool, s strength) bool {
	w := p.at(at)
	everyday, family := known().everyday[w], known().family[w]
	unknown := !everyday && len(w) >= 3
	if s < spoken {
		unknown = p.unheardOf(at) || known().towns[w] && !everyday && p.between(at-1) == " " && p.unheardOf(n)
	}
	switch {
	case small && family && isGiven(p.at(n)):
		return true
	case unknown && (small || s >= spoken), small && s >= labelled && family && !everyday:
		return true
	case small && s >= spoken && isGiven(p.at(n)) && p.closes(at):
		return true // "je m'appelle luc noir."
	}
	return small && s == certain && (family || isGiven(w)) && len(w) > 3
}

// opensSentence reports whether word n is the first of its sentence, greetings
// apart.
func (p *page) opensSentence(n int) bool {
	if n <= 0 {
		return true
	}
	return strings.ContainsAny(p.between(n-1), ".!?\n:") || p.at(n-1) == "bonjour" || p.at(n-1) == "bonsoir"
}

package privacy

import "strings"

// nameAndInitial reads "Svetlana Q." where an unknown word or a given name
// stands before.
func (p *page) nameAndInitial(n int) bool {
	w, next := p.at(n), n+1
	return next < len(p.words) && p.between(n) == " " && len(p.at(next)) == 1 && isUpper(p.flat[p.words[next].start]) && strings.HasPrefix(p.flat[p.words[next].end:], ".") && len(w) > 2 && !otherwise[w] && (isGiven(w) || p.unheardOf(n))
}

// initialled reads "J. Talec" and "J.-P. Talec".
func (p *page) initialled(n int) (int, bool) {
	w := p.words[n]
	if w.end-w.start != 1 || !isUpper(p.flat[w.start]) || p.loud || w.end >= len(p.flat) || p.flat[w.end] != '.' || w.start > 1 && p.flat[w.start-1] == '.' && (w.start == 2 || !isLetter(p.flat[w.start-3])) {
		return 0, false
	}
	at := n + 1
	if p.between(n) == ".-" {
		at++
	}
	if sep := p.between(at - 1); sep != ". " && sep != "." && sep != ".-" {
		return 0, false
	}
	// "F. R." is somebody, "N.B." is nothing.
	if p.between(n) == ". " && p.dotted(at) && isUpper(p.flat[p.words[at].start]) && !p.capital(at+1) {
		return at, true
	}
	if p.between(at) == "'" && p.isInitial(at) {
		return at + 1, true // "R. N'Guessan"
	}
	if last := p.pastParticles(at, capitals); last > 0 && len(p.at(last)) > 2 && p.capital(last) && !known().everyday[p.at(last)] && !known().propers[p.at(last)] && (!p.allCaps(at) || len(p.at(last)) > 4) {
		for p.between(last) == "-" {
			last++
		}
		return last, true
	}
	return 0, false
}

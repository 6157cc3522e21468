package privacy

import "strings"

// deeds are what people do: "Zénobie m'a reçue".
var deeds = set("m s nous a qui")

// bare finds names that nothing announces: two capitals that no everyday word
// explains, "TALEC Jean", or a given name alone inside a sentence.
func (p *page) bare(n int) (int, bool) {
	if !p.capital(n) || p.words[n].end-p.words[n].start < 2 {
		return p.initialled(n)
	}
	w := p.at(n)
	if plainWords[w] || placeWords[w] || p.placed(n) {
		return 0, false
	}
	last := p.capitalsFrom(n)
	if last > n && p.arePeople(n, last) {
		return last, true
	}
	return p.alone(n)
}

// placed reports whether a word before makes it a place: "rue Jean Moulin".
func (p *page) placed(n int) bool {
	for back := 1; back <= 3; back++ {
		w := p.at(n - back)
		if placeWords[w] {
			return true
		}
		if !particles[w] && w != "l" && w != "d" {
			return p.between(n-1) == "-"
		}
	}
	return false
}

// capitalsFrom is the last word of a run of capitals, particles between.
func (p *page) capitalsFrom(n int) int {
	last, count := n, 1
	for count < mostNames {
		at := last + 1
		if at >= len(p.words) || !p.joins(last) || p.between(last) == "\n" {
			break
		}
		hyphen := p.between(last) == "-"
		for particles[p.at(at)] && at-last <= 3 && at+1 < len(p.words) && p.joins(at) {
			at++
		}
		w := p.at(at)
		if !p.capital(at) && !(hyphen && at == last+1) || len(w) < 2 && !p.isInitial(at) || plainWords[w] {
			break
		}
		last = at
		if !hyphen {
			count++
		}
	}
	return last
}

// arePeople judges two capitals or more in a row.
func (p *page) arePeople(first, last int) bool {
	strangers, given, words := 0, 0, 0
	if p.isTown(first, last) {
		return false
	}
	for n := first; n <= last; n++ {
		w := p.at(n)
		if particles[w] || len(w) < 2 {
			continue
		}
		words++
		switch {
		case isGiven(w) && !otherwise[w], isGiven(w) && n == first && words == 1 && len(w) > 3:
			given++
		case known().family[w], stranger(w) && (!p.allCaps(n) || len(w) > 3):
			strangers++
		case known().propers[w] || placeWords[w]:
			return false
		case known().everyday[w] && n == first:
			return false
		}
	}
	if p.between(first) == "-" && last == first+1 {
		return given > 0 && (given+strangers == 2) && !p.opensSentence(first)
	}
	return given > 0 && (given+strangers == words || words >= 2 && given+strangers > 0 && isGiven(p.at(first))) || strangers == words && words >= 2
}

// alone finds a given name inside a sentence, and a stranger who does
// something: "Zénobie m'a reçue".
func (p *page) alone(n int) (int, bool) {
	w, first := p.at(n), n
	for p.between(n) == "-" && p.capital(n+1) && (isGiven(p.at(n)) || n > first) {
		n++
	}
	if n > first && p.at(n+1) == "m" && !p.allCaps(n) && (stranger(p.at(n)) || isGiven(p.at(n))) {
		return n, true
	}
	if n > first || p.capital(first-1) && known().propers[p.at(first-1)] {
		return 0, false
	}
	acts := deeds[p.at(n+1)] && p.between(n) == " " && (p.at(n+1) != "a" && p.at(n+1) != "qui" || !p.opensSentence(n))
	if isGiven(w) && !otherwise[w] && !p.allCaps(n) && len(w) > 3 && !known().everyday[w] && !known().propers[w] && !known().towns[w] {
		return n, acts || !p.opensSentence(n)
	}
	if stranger(w) && !p.allCaps(n) && len(w) > 3 && (p.at(n+1) == "m" || p.at(n+1) == "nous") && acts && p.between(n+1) != " " {
		return n, strings.HasPrefix(p.between(n+1), "'")
	}
	return 0, false
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
	if last := p.pastParticles(at, capitals); last > 0 && p.capital(last) && (stranger(p.at(last)) || known().family[p.at(last)]) && !p.allCaps(n+1) {
		for p.between(last) == "-" {
			last++
		}
		return last, true
	}
	return 0, false
}

// isTown reports whether the words, or most of them, are a commune's name.
func (p *page) isTown(first, last int) bool {
	whole := strings.ReplaceAll(p.lower[p.words[first].start:p.words[last].end], "-", " ")
	return known().towns[whole] || first > 0 && known().towns[p.at(first-1)+" "+whole]
}

package privacy

import "strings"

// deeds are what people do: "Zénobie m'a reçue".
var deeds = set("m s nous a qui")

// bare finds names that nothing announces: two capitals that no everyday word
// explains, "TALEC Jean", or a given name alone inside a sentence.
func (p *page) bare(n int) (int, bool) {
	if last, ok := p.shouted(n); ok {
		return last, true
	}
	if !p.capital(n) || p.words[n].end-p.words[n].start < 2 {
		if last, ok := p.initialled(n); ok {
			return last, true
		}
		return p.smallDoer(n)
	}
	w := p.at(n)
	if plainWords[w] || placeWords[w] || p.placed(n) {
		return 0, false
	}
	if p.nameAndInitial(n) {
		return n + 1, true
	}
	last := p.capitalsFrom(n)
	if last > n && p.arePeople(n, last) {
		return last, true
	}
	return p.alone(n)
}

// shouted finds a name in a sentence that stands in capitals throughout: two
// words or more that nothing explains, or a given name before one.
func (p *page) shouted(n int) (int, bool) {
	if p.loud || p.capital(n+1) || !p.shoutsOn(n) || p.between(n) != " " || p.placed(n) || len(p.at(n)) < 4 || len(p.at(n+1)) < 4 {
		return 0, false
	}
	given := isGiven(p.at(n)) && !otherwise[p.at(n)] && !known().everyday[p.at(n)]
	if !given && !p.unheardOf(n) || !p.unheardOf(n+1) && !(given && known().family[p.at(n+1)] && !known().everyday[p.at(n+1)]) {
		return 0, false
	}
	return p.name(n, pair)
}

// placed reports whether a word before makes it a place: "rue Jean Moulin".
func (p *page) placed(n int) bool {
	for back := 1; back <= 3; back++ {
		w := p.at(n - back)
		if placeWords[w] {
			return true
		}
		if back == 1 && p.between(n-1) == "-" {
			return true
		}
		if !particles[w] && w != "l" && w != "d" && !((isGiven(w) || known().family[w]) && p.capital(n-back)) {
			return false
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
		if everyday := known().everyday[w] && !known().family[w] && !isGiven(w); everyday && !hyphen && !p.allCaps(at) && !isGiven(p.at(last)) {
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
		case n > first && p.between(n-1) == "-" && known().towns[w] && strangers > 0:
			strangers++ // "Dzokoto-Bona", where one half is a town too
		case known().propers[w] && given == 0 || placeWords[w]:
			return false
		case known().everyday[w] && n == first:
			return false
		}
	}
	if last == first+1 && p.allCaps(first) && !p.allCaps(last) && given == 1 && isGiven(p.at(last)) && p.between(first) == " " && known().towns[p.at(first)] {
		return true // "NIVELLE Félix"
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
	if n > first || p.insideProper(first) {
		return 0, false
	}
	if p.deed(n) && (!p.allCaps(n) || len(w) > 3 && (p.allCaps(n+3) || p.allCaps(n+4))) && len(w) > 2 && (isGiven(w) && !otherwise[w] || p.unheardOf(n)) {
		return n, true
	}
	if p.atDesk(n) && len(w) > 2 && (isGiven(w) && !otherwise[w] || p.unheardOf(n)) {
		return n, true
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

// insideProper reports whether the words before make a place or a body of word
// n: "Ho Chi Minh", "Sillé-le-Guillaume".
func (p *page) insideProper(n int) bool {
	before := p.at(n - 1)
	if n > 0 && p.between(n-1) == " " && p.capital(n-1) && !known().everyday[before] && !plainWords[before] {
		return true
	}
	return defined[before] && p.between(n-1) == " "
}

// defined are the articles that no given name stands after.
var defined = set("le la les du des au aux")

// doing are what people alone do: "Zénobie a pris le temps".
var doing = set("pris su repondu ecoute regle resolu aide accueilli rappele explique renseigne recu recue sourit souri accompagne")

// deed reports whether word n is followed by what a person did.
func (p *page) deed(n int) bool {
	if p.between(n) != " " {
		return false
	}
	at := n + 1
	if p.at(at) == "qui" {
		at++
	}
	if p.at(at) == "m" && strings.Trim(p.between(at), "' ") == "" && p.at(at+1) == "a" || p.praised(n) {
		return true
	}
	return p.at(n+1) == "a" && (doing[p.at(n+2)] || doing[p.at(n+3)] && known().everyday[p.at(n+2)])
}

// qualities are said of women: of a service too they would be said otherwise.
var qualities = set("geniale adorable competente gentille patiente charmante souriante aimable")

// praised reads "Zénobie est géniale", "Zénobie a été très patiente".
func (p *page) praised(n int) bool {
	at := n + 2
	switch {
	case p.at(n+1) == "a" && p.at(n+2) == "ete":
		at++
	case p.at(n+1) != "est" && p.at(n+1) != "etait":
		return false
	}
	return qualities[p.at(at)] || qualities[p.at(at+1)] && known().everyday[p.at(at)]
}

// atDesk reads "Zénobie à l'accueil".
func (p *page) atDesk(n int) bool {
	return p.between(n) == " " && p.at(n+1) == "a" && p.at(n+2) == "l" && p.at(n+3) == "accueil"
}

// smallDoer finds "kaciane m'a reçue": at the beginning of a sentence a noun
// would have its article.
func (p *page) smallDoer(n int) (int, bool) {
	if !p.opensSentence(n) && !(p.unheardOf(n) && strings.ContainsAny(p.between(n-1), ",;(")) || !p.unheardOf(n) && (!isGiven(p.at(n)) || otherwise[p.at(n)] || known().everyday[p.at(n)]) {
		return 0, false
	}
	if p.joins(n) && p.between(n) != "\n" && (p.unheardOf(n+1) || known().family[p.at(n+1)]) && p.deed(n+1) {
		return n + 1, true
	}
	return n, (p.deed(n) || p.atDesk(n) && p.unheardOf(n)) && len(p.at(n)) > 3
}

// isTown reports whether the words, or most of them, are a commune's name.
func (p *page) isTown(first, last int) bool {
	whole := strings.ReplaceAll(p.lower[p.words[first].start:p.words[last].end], "-", " ")
	return known().towns[whole] || first > 0 && known().towns[p.at(first-1)+" "+whole]
}

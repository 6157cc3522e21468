package privacy

import "strings"

// closings end a letter, before the name; kept by their last word.
var closings = set("cordialement salutations distinguees merci avance respectueusement sincerement amicalement cdlt cdt bien cordialement vous journee soiree attentivement atentivement devoue devouee reponse revoir attente aide signe bientot continuation remerciant reception mecontent mecontente crdlt lire")

// abrupt are the closings that a name may follow without any sign.
var abrupt = set("cordialement cdlt crdlt cdt")

// mostSigned is how many words a signature has at most.
const mostSigned = 5

// signed finds the name after a closing formula, or alone on the last line.
func (p *page) signed(n int) (first, last int, ok bool) {
	sep := p.between(n)
	if n+1 < len(p.words) && closings[p.at(n)] && strings.Trim(sep, " ,.!\n-:;\x1f*") == "" && (sep != " " || abrupt[p.at(n)] || p.endsText(n+1) && len(p.words)-n > 2) {
		if last, ok := p.signature(n+1, p.at(n) != "merci" && p.at(n) != "aide" && p.at(n) != "avance" || p.endsText(n+1)); ok {
			return n + 1, last, true
		}
	}
	if n > 0 && strings.Contains(p.between(n-1), "\n") && len(p.words)-n <= mostSigned {
		if last, ok := p.signature(n, p.allUnheardOf(n)); ok && strings.Trim(p.flat[p.words[last].end:], " .,\n") == "" && (last > n || isGiven(p.at(n)) || stranger(p.at(n))) {
			return n, last, true
		}
	}
	return 0, 0, false
}

// endsText reports whether at most a signature's words are left.
func (p *page) endsText(n int) bool { return len(p.words)-n <= mostSigned && p.allUnheardOf(n) }

// allUnheardOf reports whether no list of everyday words explains any of the
// words from n on: only then may a last line in small letters be a name.
func (p *page) allUnheardOf(n int) bool {
	for at := n; at < len(p.words); at++ {
		if w := p.at(at); len(w) > 1 && w != "et" && !particles[w] && !p.unheardOf(at) && (!isGiven(w) || known().everyday[w] || otherwise[w]) && !(at > n && known().family[w]) {
			return false
		}
	}
	return true
}

// signature reads names up to the end of the text or line, a dot or a figure.
// In lower case they must be in no list of everyday words.
func (p *page) signature(n int, small bool) (int, bool) {
	if closings[p.at(n)] && p.at(n) != "vous" || p.at(n) == "p" && p.at(n+1) == "s" || particles[p.at(n)] && !p.capital(n) && known().everyday[p.at(n+1)] {
		return 0, false // "P.S.", "la dame"
	}
	last, count, sure := n-1, 0, false
	for at := n; at < len(p.words) && count < mostSigned; at++ {
		w := p.at(at)
		if at > n && !p.joins(at-1) && p.between(at-1) != ". " {
			break
		}
		if len(w) == 1 && at > n && p.between(at-1) == " " && p.words[at].end < len(p.flat) && p.flat[p.words[at].end] == '.' {
			last = at
			break
		}
		if (w == "et" || maiden[w]) && sure && count > 0 && at+1 < len(p.words) && (p.capital(at+1) || p.unheardOf(at+1)) {
			continue
		}
		if placeWords[w] && !isGiven(w) && !known().family[w] {
			return 0, false
		}
		if plainWords[w] && !particles[w] && !(p.dotted(at) && p.unheardOf(at+1)) || at > n && p.between(at-1) == "\n" && !isGiven(w) && !known().family[w] {
			break
		}
		if len(w) == 1 && !p.isInitial(at) && !(small && at > n) && !(p.dotted(at) && p.unheardOf(at+1)) {
			break
		}
		named := isGiven(w) || known().family[w] || stranger(w) && !strings.HasSuffix(w, "ement") || p.capital(at) && known().towns[w] && p.joins(at) && p.unheardOf(at+1)
		if !named && len(w) > 1 && !particles[w] && !(p.capital(at) && sure) || !p.capital(at) && !small && !p.loud && len(w) > 1 && !particles[w] {
			return 0, false
		}
		sure = sure || named || p.dotted(at) && p.isInitial(at)
		last = at
		count++
	}
	if count == 0 || !sure || particles[p.at(last)] && len(p.at(last)) > 1 || !p.closes(last) {
		return 0, false
	}
	return last, true
}

// closes reports whether the line or the sentence ends after word n.
func (p *page) closes(n int) bool {
	rest := strings.TrimLeft(p.flat[p.words[n].end:], " ")
	return rest == "" || strings.IndexByte(".\n,;!)-0123456789+\x1f(", rest[0]) >= 0
}

package privacy

import "strings"

// closings end a letter, before the name; kept by their last word.
var closings = set("cordialement salutations distinguees merci avance respectueusement sincerement amicalement cdlt cdt bien cordialement vous journee soiree attentivement devoue reponse revoir")

// mostSigned is how many words a signature has at most.
const mostSigned = 5

// signed finds the name after a closing formula, or alone on the last line.
func (p *page) signed(n int) (first, last int, ok bool) {
	if n+1 >= len(p.words) {
		return 0, 0, false
	}
	sep := p.between(n)
	if closings[p.at(n)] && strings.Trim(sep, " ,.!\n-:;\x1f*") == "" && (sep != " " || p.at(n) == "cordialement" || p.at(n) == "cdlt") {
		if last, ok := p.signature(n+1, p.at(n) != "vous" && p.at(n) != "merci"); ok {
			return n + 1, last, true
		}
	}
	if n > 0 && strings.Contains(p.between(n-1), "\n") && len(p.words)-n <= mostSigned {
		if last, ok := p.signature(n, false); ok && strings.Trim(p.flat[p.words[last].end:], " .,\n") == "" && (last > n || isGiven(p.at(n)) || stranger(p.at(n)) && p.capital(n)) {
			return n, last, true
		}
	}
	return 0, 0, false
}

// signature reads names up to the end of the text or line, a dot or a figure.
// In lower case they must be in no list of everyday words.
func (p *page) signature(n int, small bool) (int, bool) {
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
		if plainWords[w] && !particles[w] || at > n && p.between(at-1) == "\n" && !isGiven(w) && !known().family[w] {
			break
		}
		if len(w) == 1 && !p.isInitial(at) && !(small && at > n) {
			break
		}
		named := isGiven(w) || known().family[w] || stranger(w)
		if !named && len(w) > 1 && !particles[w] && !(p.capital(at) && sure) || !p.capital(at) && !small && !p.loud && len(w) > 1 && !particles[w] {
			return 0, false
		}
		sure = sure || named || len(w) == 1 && p.isInitial(at)
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

package privacy

import "strings"

// mostLetters is how long a part of a name is at most; what is longer is no
// name, and comparing it letter by letter would take long.
const mostLetters = 20

// unheardOf reports whether word n is in no list, and no slip of the pen that
// joins an article to a word: "lequipe".
func (p *page) unheardOf(n int) bool {
	w := p.at(n)
	return len(w) <= mostLetters && stranger(w) && !elided(w) && !nearlyEveryday(w) && !inflected(w)
}

// inflected reports whether a word ends as adjectives, adverbs and verbs do
// and hardly any name does.
func inflected(w string) bool {
	for _, end := range []string{"able", "ables", "ible", "ibles", "ique", "iques", "ait", "aient", "eux", "euse", "euses", "ment", "tion", "tions", "erait", "iste", "istes", "aire", "aires", "issant", "issante"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+1 {
			return true
		}
	}
	return false
}

// elided reports whether a word is another with its elided article, written
// without its apostrophe.
func elided(w string) bool {
	rest := strings.TrimPrefix(w, "qu")
	if rest == w && strings.IndexByte("cdjlmnst", w[0]) >= 0 {
		rest = w[1:]
	}
	return rest != w && (known().everyday[rest] || known().propers[rest])
}

// nearlyEveryday reports whether a word is one of every day with one letter
// doubled or missing, or with another ending.
func nearlyEveryday(w string) bool {
	l := known()
	for _, end := range []string{"e", "s", "es", "t", "r", "nt", "z", "er", "ez", "ent", "ment"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 3 && (l.everyday[stem] || l.everyday[stem+"e"] || l.everyday[stem+"er"] || l.everyday[stem+"r"]) {
			return true
		}
	}
	for i := range len(w) {
		if i > 0 && w[i] == w[i-1] && l.everyday[w[:i]+w[i+1:]] || l.everyday[w[:i]+w[i:i+1]+w[i:]] {
			return true
		}
	}
	return l.everyday[w+"e"] || l.everyday[w+"s"] || l.everyday[w+"r"] || l.everyday[w+"i"]
}

package privacy

import (
	"regexp"
	"strings"
)

// A name is one to four capitalised words with their particles. It is read in
// flat text, where letters have no accents.
const (
	capital  = `(?:[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)*|[A-Z]{2,}(?:[-'][A-Z]+)*|[A-Z]['][A-Z][a-z]+)`
	particle = `(?:(?:de |du |des |d'|la |le |De |Du |Le |La |El |Ben |von |van |da |dos )*)`
	fullName = `(?:[A-Z]\. ?)?` + particle + capital + `(?: ` + particle + capital + `){0,3}`
	twoNames = capital + ` ` + particle + capital
)

var (
	anyName   = regexp.MustCompile(`^[ :,]*(` + fullName + `)`)
	pairName  = regexp.MustCompile(`^ (` + twoNames + `)`)
	firstLast = regexp.MustCompile(`^([A-Z][A-Za-z]+(?:-[A-Z]?[A-Za-z]+)?) (` + particle + capital + `)`)
	smallName = regexp.MustCompile(`^(?:[Mm]me|[Mm]lle|[Mm]r)\.? ([a-z]{3,}(?:-[a-z]+)*)`)
	signed    = regexp.MustCompile(`(?:[Cc]ordialement|[Ss]alutations(?: distinguees)?|[Mm]erci(?: d'avance)?|[Rr]espectueusement)[ ,.!\n-]+(` + twoNames + `)[ .\n]*$`)
	alone     = regexp.MustCompile(`\n[ -]*((?:` + capital + `|[A-Z]\.) ` + particle + capital + `)[ .\n]*$`)
)

// longestName bounds the search after a word that announces a name.
const longestName = 80

// A herald announces a name. The title of a person belongs to the span, the
// other words do not; after a loose one, only two names in a row make one.
type herald struct {
	words string
	title bool
	loose bool
}

// heralds are kept by their first word, in flat, lower-case text.
var heralds = byFirstWord(
	titles("madame", "monsieur", "mademoiselle", "mme", "mme.", "mr", "mr.", "mlle", "m.", "m", "maitre", "me", "docteur", "dr", "dr.", "pr", "pr."),
	announcing(false, "je m'appelle", "mon nom est", "nom", "prenom", "nomme", "nommee", "signe", "je soussigne", "je soussignee", "au nom de", "s'appelle",
		"ma fille", "mon fils", "mon mari", "ma femme", "mon epoux", "mon epouse", "mon pere", "ma mere", "mon frere", "ma soeur", "mon compagnon", "ma compagne", "ma voisine", "mon voisin", "notre fils", "notre fille"),
	announcing(true, "je suis"),
)

func titles(all ...string) []herald {
	made := []herald{}
	for _, w := range all {
		made = append(made, herald{words: w, title: true})
	}
	return made
}

func announcing(loose bool, all ...string) []herald {
	made := []herald{}
	for _, w := range all {
		made = append(made, herald{words: w, loose: loose})
	}
	return made
}

func byFirstWord(lists ...[]herald) map[string][]herald {
	all := map[string][]herald{}
	for _, list := range lists {
		for _, h := range list {
			first := h.words[:wordEnd(h.words, 0)]
			all[first] = append(all[first], h)
		}
	}
	return all
}

func wordEnd(s string, i int) int {
	for i < len(s) && isAlnum(s[i]) {
		i++
	}
	return i
}

// people finds names by the words around them: a title, "je m'appelle", a
// kinship, a known first name, a signature at the end.
func people(p page) []Span {
	found := []Span{}
	for i := 0; i < len(p.flat); i++ {
		if !startsRun(p.flat, i) {
			continue
		}
		s, ok := heralded(p, i)
		if !ok {
			s, ok = firstNamed(p, i)
		}
		if ok {
			found = append(found, s)
			i = s.End - 1
		}
	}
	return append(found, signatures(p)...)
}

func heralded(p page, i int) (Span, bool) {
	if s, ok := small(p, i); ok {
		return s, true
	}
	for _, h := range heralds[p.lower[i:wordEnd(p.lower, i)]] {
		if strings.HasPrefix(p.lower[i:], h.words) {
			if s, ok := h.announces(p, i); ok {
				return s, true
			}
		}
	}
	return Span{}, false
}

func (h herald) announces(p page, i int) (Span, bool) {
	from, pattern := i+len(h.words), anyName
	if h.loose {
		pattern = pairName
	}
	m := pattern.FindStringSubmatchIndex(p.flat[from:min(len(p.flat), from+longestName)])
	if m == nil || m[2] == 0 || h.title && !isTitle(p.flat[i:from]) {
		return Span{}, false
	}
	start := from + m[2]
	end, ok := nameEnd(p.flat, start, from+m[3])
	if h.title {
		start = i
	}
	return span(Person, start, end), ok
}

// small finds "mme durand", all in small letters, after the short titles that
// are nothing else.
func small(p page, i int) (Span, bool) {
	m := smallName.FindStringSubmatchIndex(p.flat[i:min(len(p.flat), i+longestName)])
	if m == nil || plainWords[p.lower[i+m[2]:i+m[3]]] || particles[p.lower[i+m[2]:i+m[3]]] {
		return Span{}, false
	}
	return span(Person, i, i+m[3]), true
}

// isTitle leaves out "me" and "m" in lower case, which are pronouns, and "ME",
// which is one too in a text that shouts.
func isTitle(word string) bool {
	switch word {
	case "me", "m", "pr", "ME":
		return false
	}
	return true
}

// signatures looks at the end of the text only.
func signatures(p page) []Span {
	found, from := []Span{}, max(0, len(p.flat)-120)
	tail := p.flat[from:]
	for _, pattern := range []*regexp.Regexp{signed, alone} {
		if m := pattern.FindStringSubmatchIndex(tail); m != nil {
			if end, ok := nameEnd(tail, m[2], m[3]); ok {
				found = append(found, span(Person, from+m[2], from+end))
			}
		}
	}
	return found
}

// nameEnd cuts the name where an everyday word or a body begins. Nothing is
// left of "Madame la Maire" or "Monsieur Bonjour".
func nameEnd(flat string, start, limit int) (end int, ok bool) {
	from := start
	for _, word := range strings.SplitAfter(flat[start:limit], " ") {
		bare := strings.ToLower(strings.Trim(word, " .'"))
		if plainWords[bare] && !particles[bare] {
			break
		}
		if w := strings.TrimRight(word, " "); !particles[bare] && w != "" && w[0] >= 'A' && w[0] <= 'Z' || strings.Contains(bare, "'") {
			end = from + len(w)
		}
		from += len(word)
	}
	return end, end-start >= 2
}

// firstNamed finds a known first name before a capitalised word or after a
// surname in capitals, save after a word that makes it a place ("rue Jean
// Moulin"); alone, it needs a word that leads to a person ("merci à Julien").
func firstNamed(p page, i int) (Span, bool) {
	if p.flat[i] < 'A' || p.flat[i] > 'Z' {
		return Span{}, false
	}
	end, before := wordEnd(p.lower, i), lastWord(p.lower[:i])
	if placeWords[before] {
		return Span{}, false
	}
	if !firstNames[p.lower[i:end]] {
		return surnamed(p, i, end)
	}
	if m := firstLast.FindStringSubmatchIndex(p.flat[i:min(len(p.flat), i+longestName)]); m != nil {
		if _, ok := nameEnd(p.flat, i+m[4], i+m[5]); ok {
			return span(Person, i, i+m[5]), true
		}
	}
	return span(Person, i, end), p.flat[i+1] >= 'a' && leadWords[before] && !otherwise[p.lower[i:end]]
}

// surnamed finds "DUPONT Jean": the surname's letters are all capitals.
func surnamed(p page, i, end int) (Span, bool) {
	if end-i < 3 || end >= len(p.flat) || p.flat[end] != ' ' || strings.ToUpper(p.flat[i:end]) != p.flat[i:end] || plainWords[p.lower[i:end]] {
		return Span{}, false
	}
	last := wordEnd(p.lower, end+1)
	if last == end+1 || p.flat[end+1] >= 'a' || !firstNames[p.lower[end+1:last]] {
		return Span{}, false
	}
	if last < len(p.flat) && p.flat[last] == '-' {
		last = wordEnd(p.lower, last+1)
	}
	return span(Person, i, last), true
}

func lastWord(s string) string {
	s = strings.TrimRight(s[max(0, len(s)-30):], " '-")
	at := strings.LastIndexAny(s, " '-\n,.(")
	return s[at+1:]
}

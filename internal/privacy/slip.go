package privacy

import (
	"slices"
	"sort"
	"strings"
	"sync"
)

// slip is a word of the text that no list knows and that is one slip of the
// pen away from a word that leads to personal data: "alocataire".
type slip struct {
	word, end int // which word, and where it ends in the text
	right     string
}

// shortestSlip is how many letters a word has at least to be put right: of
// shorter ones too many lie one letter apart.
const shortestSlip = 5

// leadWords are the words that lead to personal data, whole and with one
// letter left out, by which slips are looked up.
var leadWords = sync.OnceValue(func() map[string][]string {
	lists := [][]string{socialWords, taxWords, accountWords, cardWords, birthWords, callWords, homeWords, vehicleWords, {"numero", "madame", "monsieur", "mademoiselle", "docteur", "maitre", "professeur"}}
	for _, d := range documentKinds {
		if d.kind != "" {
			lists = append(lists, d.words)
		}
	}
	return variants(strings.Fields(strings.Join(slices.Concat(lists...), " ")))
})

// variants files each word under itself and under what one lost letter leaves;
// NEPH, which nothing else is near, although it is short.
func variants(words []string) map[string][]string {
	all := map[string][]string{}
	for _, w := range words {
		if len(w) < shortestSlip && w != "neph" || slices.Contains(all[w], w) {
			continue
		}
		all[w] = append(all[w], w)
		for i := range len(w) {
			all[w[:i]+w[i+1:]] = append(all[w[:i]+w[i+1:]], w)
		}
	}
	return all
}

// righted is the word that w is one slip away from, or "".
func righted(w string, all map[string][]string) string {
	if slices.Contains(all[w], w) {
		return ""
	}
	for i := -1; i < len(w); i++ {
		key := w
		if i >= 0 {
			key = w[:i] + w[i+1:]
		}
		for _, right := range all[key] {
			if oneSlip(w, right) {
				return right
			}
		}
	}
	return ""
}

// oneSlip reports whether two words differ by one letter more, less or other,
// or by two that changed places.
func oneSlip(a, b string) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a)+len(b) <= 2 && len(a) < 2 && len(b) < 2 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// slipsOf lists the slips of a text, in order.
func (p *page) slipsOf() []slip {
	all, known := []slip(nil), known()
	for n, w := range p.words {
		s := p.lower[w.start:w.end]
		if len(s) < shortestSlip-1 || len(s) > mostLetters || known.everyday[s] || known.propers[s] || known.given[s] != 0 {
			continue
		}
		if right := righted(s, leadWords()); right != "" {
			all = append(all, slip{n, w.end, right})
		}
	}
	return all
}

// meant is word n as it was meant, or "" where no slip is in it.
func (p *page) meant(n int) string {
	if at := sort.Search(len(p.slips), func(i int) bool { return p.slips[i].word >= n }); at < len(p.slips) && p.slips[at].word == n {
		return p.slips[at].right
	}
	return ""
}

// told is the text from code point i to code point end, its slips put right.
func (p *page) told(i, end int) string {
	at := sort.Search(len(p.slips), func(k int) bool { return p.slips[k].end > i })
	if at == len(p.slips) || p.slips[at].end > end {
		return p.lower[i:end]
	}
	var b strings.Builder
	for ; at < len(p.slips) && p.slips[at].end <= end; at++ {
		if start := p.words[p.slips[at].word].start; start >= i {
			b.WriteString(p.lower[i:start])
			b.WriteString(p.slips[at].right)
			i = p.slips[at].end
		}
	}
	b.WriteString(p.lower[i:end])
	return b.String()
}

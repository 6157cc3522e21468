package answer

import (
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

const (
	// supportLeast is the share of a sentence's telling words that one line of a
	// passage must hold, its headings counted in. Set on sentences of our own
	// (support_test.go), as wholeLeast is: what no single line says may still be
	// told by the whole passage, where neither a fact nor a denial can go astray.
	supportLeast = 0.7
	wholeLeast   = 0.75
	// ownLeast is the share that the line itself must hold, headings left out:
	// a title alone supports nothing.
	ownLeast = 0.3
	// tellingLeast: a sentence with fewer telling words says nothing that could
	// be looked up, such as "Bien sûr !".
	tellingLeast = 2
)

// Supported gives, of the sentences of a model's text, those that a hit
// supports, with the passages that do; removed counts the others. A sentence
// is supported by a line of a passage, under its title and headings, that
// states each of its facts, denies where it denies, and holds most of its
// telling words.
func Supported(text string, hits []review.Hit) (kept []review.Statement, removed int) {
	kept = []review.Statement{}
	for _, s := range reading.Sentences(marks.ReplaceAllString(text, "")) {
		st, ok := supported(strings.TrimSpace(s.Text), hits)
		if !ok {
			removed++
			continue
		}
		if !slices.ContainsFunc(kept, func(k review.Statement) bool { return k.Text == st.Text }) {
			kept = append(kept, st)
		}
	}
	return kept[:min(len(kept), longest)], removed
}

// longest bounds an answer, in sentences.
const longest = 8

// marks are the numbers by which a model names the passages it was given: what
// a sentence stands on is looked up here, never taken from it.
var marks = regexp.MustCompile(`\s*[\[(](?:fiche|passage|source)?\s*\d+(?:\s*,\s*\d+)*[\])]`)

func supported(sentence string, hits []review.Hit) (review.Statement, bool) {
	st := review.Statement{Text: sentence, Case: []string{}}
	c := claim{wordsOf(sentence), reading.Facts(sentence), denies(sentence)}
	if len(c.words) < tellingLeast {
		return st, false
	}
	for _, h := range hits {
		if c.stands(h) {
			if len(st.Sources) == 0 {
				st.Case = h.Heading
			}
			st.Sources = append(st.Sources, h.Passage)
		}
	}
	return st, len(st.Sources) > 0
}

// claim is what a sentence says, as far as it can be looked up.
type claim struct {
	words  map[string]bool
	facts  []reading.Fact
	denies bool
}

func (c claim) stands(h review.Hit) bool {
	above := strings.Join(append([]string{h.Title}, h.Heading...), "\n")
	for _, line := range lines(h.Text) {
		if c.denies == denies(line) && c.holds(line) >= ownLeast && c.holds(above+"\n"+line) >= supportLeast && c.stated(above+"\n"+line) {
			return true
		}
	}
	return len(c.facts) == 0 && !c.denies && c.holds(above+"\n"+h.Text) >= wholeLeast && c.holds(h.Text) >= ownLeast && !denies(h.Text)
}

// lines parts a passage into its sentences; a list's items each stand with the
// line that opens it.
func lines(passage string) []string {
	all, opening := []string{}, ""
	for _, s := range reading.Sentences(passage) {
		switch {
		case strings.HasPrefix(s.Text, "- "):
			all = append(all, opening+s.Text)
		case opens(s.Text):
			opening = s.Text + "\n"
		default:
			opening, all = "", append(all, s.Text)
		}
	}
	return all
}

func (c claim) stated(text string) bool {
	stated := reading.Facts(text)
	for _, f := range c.facts {
		if !f.In(stated) {
			return false
		}
	}
	return true
}

// holds gives the share of the claim's words that the text holds.
func (c claim) holds(text string) float64 {
	held, n := wordsOf(text), 0
	for w := range c.words {
		if held[w] {
			n++
		}
	}
	return float64(n) / float64(len(c.words))
}

// negation tells a denial, which turns what a passage says into its opposite
// without another telling word.
var negation = regexp.MustCompile(`(?:^|[^\p{L}])(?:ne\s|n['’])[\p{L}'’\s-]{1,40}?(?:pas|plus|jamais|aucun|aucune|ni|rien)(?:$|[^\p{L}])|(?:^|[^\p{L}])(?:interdit|impossible|exclu)`)

func denies(text string) bool { return negation.MatchString(strings.ToLower(text)) }

package answer

import (
	"slices"
	"strings"

	"ecritoire/internal/reading"
)

// question is what is asked, as far as it helps to choose among lines.
type question struct {
	words    map[string]bool
	facts    []reading.FactKind // that would answer it
	headings []string           // stems of headings that announce the answer
}

func read(text string) question {
	q, plain := question{words: wordsOf(text)}, reading.Fold(text)
	for _, a := range asking {
		if slices.ContainsFunc(a.words, func(w string) bool { return strings.Contains(plain, w) }) {
			q.facts, q.headings = a.kinds, a.headings
			break
		}
	}
	return q
}

// asking leads from question words, folded, to the kinds of fact that answer
// them and to the stems of the headings under which sheets do.
var asking = []struct {
	words    []string
	kinds    []reading.FactKind
	headings []string
}{
	{[]string{"combien de temps", "quel delai", "est le delai", "en combien de", "combien de jours", "combien de mois", "duree"}, []reading.FactKind{reading.FactDelay}, []string{"delai", "dure"}},
	{[]string{"combien", "quel prix", "est le prix", "quel montant", "est le montant", "tarif", "cout"}, []reading.FactKind{reading.FactAmount, reading.FactPercent}, []string{"cout", "montant", "prix", "tarif"}},
	{[]string{"quelle heure", "horaire"}, []reading.FactKind{reading.FactHour, reading.FactDay}, []string{"horair"}},
	{[]string{"quand", "quel jour", "quelle date"}, []reading.FactKind{reading.FactDate, reading.FactDelay, reading.FactDay}, []string{"delai", "dat", "quand"}},
	{[]string{"quel numero", "telephone"}, []reading.FactKind{reading.FactPhone}, nil},
	{[]string{"quel formulaire", "cerfa"}, []reading.FactKind{reading.FactForm}, nil},
	{[]string{"quels papiers", "quelles pieces", "quels documents", "quels justificatifs", "quoi fournir"}, nil, []string{"piec", "document", "justif", "fourn"}},
	{[]string{"qui peut", "ai-je droit", "ai je droit", "a-t-on droit", "qui a droit", "quelles conditions"}, nil, []string{"condit", "beneficiair", "concern", "droit"}},
	{[]string{"comment", "quelle demarche", "que faire"}, nil, []string{"demarch", "procedur", "demand"}},
}

func (q question) asksFor(text string) bool {
	return len(q.facts) > 0 && slices.ContainsFunc(reading.Facts(text), func(f reading.Fact) bool { return slices.Contains(q.facts, f.Kind) })
}

func (q question) announcedBy(heading []string) bool {
	for w := range wordsOf(strings.Join(heading, " ")) {
		if slices.ContainsFunc(q.headings, func(h string) bool { return strings.HasPrefix(w, h) }) {
			return true
		}
	}
	return false
}

// abroad are the stems of cases that users name where they are in them.
var abroad = stems("étranger outre-mer Guyane Mayotte Réunion Guadeloupe Martinique Dom Com consulat ambassade")

func (q question) elsewhere(heading []string) bool {
	for w := range wordsOf(strings.Join(heading, " ")) {
		if abroad[w] && !q.words[w] {
			return true
		}
	}
	return false
}

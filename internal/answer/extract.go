// Package answer decides what the assistant may say: sentences taken from the
// passages of sheets as they stand, and of a model's sentences those alone
// that a passage supports. It is pure.
package answer

import (
	"cmp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Most is how many statements an answer is made of.
const Most = 4

const (
	unitMost = 600 // code points of one statement: beyond, the sheet itself is the answer
	itemMost = 8   // items of a list that follow their opening line
	// enoughOfBest is the share of the best statement's worth that another one
	// must reach to stand beside it.
	enoughOfBest = 0.6
	// worthOfCase is what a word found only in the headings counts; the others
	// are factors. All were set by reading answers to questions of our own.
	worthOfCase    = 0.6
	worthOfFact    = 1.5
	worthOfHeading = 1.3
	worthElsewhere = 0.7
)

// Extract gives the statements of the hits that say most of the question, in
// the words of the sheets, all from the likeliest sheet that says something;
// in the order of the hits, which are several for one sheet. None where no
// hit shares a word with the question.
func Extract(text string, hits []review.Hit) []review.Statement {
	q, all := read(text), []candidate{}
	for i, h := range hits {
		if h.Sheet != hits[0].Sheet || h.Kind != hits[0].Kind {
			break
		}
		for _, unit := range units(h.Text) {
			all = append(all, candidate{unit, i, worth(q, h, unit)})
		}
	}
	return statements(best(once(all)), hits)
}

// once keeps the worthiest of the candidates with the same words: sheets say
// again in every case what holds in all.
func once(all []candidate) []candidate {
	best := map[string]float64{}
	for _, c := range all {
		best[c.text] = max(best[c.text], c.worth)
	}
	kept := []candidate{}
	for _, c := range all {
		if w, open := best[c.text]; open && c.worth == w {
			kept = append(kept, c)
			delete(best, c.text)
		}
	}
	return kept
}

// candidate is a statement that could be made.
type candidate struct {
	text  string
	hit   int
	worth float64
}

// best keeps the worthiest candidates, in the order they stand in.
func best(all []candidate) []candidate {
	ranked := slices.Clone(all)
	slices.SortStableFunc(ranked, func(a, b candidate) int { return cmp.Compare(b.worth, a.worth) })
	if len(ranked) == 0 || ranked[0].worth == 0 {
		return nil
	}
	least := ranked[min(Most, len(ranked))-1].worth
	least = max(least, ranked[0].worth*enoughOfBest)
	kept := slices.DeleteFunc(all, func(c candidate) bool { return c.worth < least })
	return kept[:min(Most, len(kept))]
}

func statements(chosen []candidate, hits []review.Hit) []review.Statement {
	all := []review.Statement{}
	for _, c := range chosen {
		all = append(all, review.Statement{Text: c.text, Case: hits[c.hit].Heading, Sources: []review.Passage{hits[c.hit].Passage}})
	}
	return all
}

// units parts a passage into what can stand alone: a line, a line that opens a
// list together with its items, a table. A line that only points to an online
// service says nothing.
func units(passage string) []string {
	all, items := []string{}, 0
	for line := range strings.Lines(passage) {
		line = strings.TrimSpace(line)
		last := len(all) - 1
		switch {
		case line == "" || strings.HasPrefix(line, "Service en ligne :"):
		case last >= 0 && items < itemMost && belongs(line, all[last]):
			all[last], items = all[last]+"\n"+line, items+1
		default:
			all, items = append(all, line), 0
		}
	}
	return slices.DeleteFunc(all, func(u string) bool { return len([]rune(u)) > unitMost || dangling(u) })
}

// belongs tells an item of the list that a unit opens, or a row of its table.
func belongs(line, unit string) bool {
	return strings.HasPrefix(line, "- ") && opens(unit) || strings.Contains(line, " | ") && strings.Contains(unit, " | ")
}

// opens tells a line that a list follows, the items that stand already included.
func opens(unit string) bool {
	first, _, _ := strings.Cut(unit, "\n")
	return strings.HasSuffix(strings.TrimSpace(first), ":")
}

// dangling tells an opening line whose list stands elsewhere.
func dangling(unit string) bool { return opens(unit) && !strings.Contains(unit, "\n") }

// worth is how much of the question a unit says, in its own words or under its
// headings; what states the kind of fact asked for, or stands under a heading
// that announces it, is worth more, and a case that the question does not speak
// of is worth less.
func worth(q question, h review.Hit, unit string) float64 {
	said, under, sum := wordsOf(unit), wordsOf(h.Title+" "+strings.Join(h.Heading, " ")), 0.0
	for w := range q.words {
		switch {
		case said[w]:
			sum++
		case under[w]:
			sum += worthOfCase
		}
	}
	if q.asksFor(unit) {
		sum *= worthOfFact
	}
	if q.announcedBy(h.Heading) {
		sum *= worthOfHeading
	}
	if q.elsewhere(h.Heading) {
		sum *= worthElsewhere
	}
	return sum
}

// empty are the stems of words that say nothing of a matter.
var empty = stems(`le la les l un une des de du d et ou où en y a à au aux pour par sur sous dans avec sans ne n pas plus que qu qui quoi dont si se s ce c cet cette ces ça cela
	je j tu il elle on nous vous ils elles me m te t lui leur mon ma mes ton ta tes son sa ses notre nos votre vos leurs est es suis sommes êtes sont être été était étaient sera serait soit
	ai as avons avez ont avoir eu avait aura aurait fait faire faut falloir peut peux pouvez pouvons pouvoir doit dois devez devoir veut veux voudrais vouloir
	comment combien quand pourquoi quel quelle quels quelles est-ce bonjour merci svp très bien aussi alors donc mais car comme tout tous toute toutes même autre quelque chose`)

func stems(text string) map[string]bool {
	all := map[string]bool{}
	for _, s := range reading.Stems(text) {
		all[s] = true
	}
	return all
}

// wordsOf is the set of a text's telling stems.
func wordsOf(text string) map[string]bool {
	all := stems(text)
	for w := range all {
		if empty[w] || len(w) < 2 {
			delete(all, w)
		}
	}
	return all
}

// Telling counts the words of a text that say something of a matter.
func Telling(text string) int { return len(wordsOf(text)) }

package privacy

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The third planter was written before its author had read the rules: it says
// how people speak of such things in reviews, with slips of spelling and
// several data in one breath. It shares no carrier with the other two.

// thirdEach is how many cases each row has.
const thirdEach = 240

func thirdCarriers() []carrier {
	all := append([]carrier{}, thirdNumbers...)
	return append(append(all, thirdPeople...), thirdAddresses...)
}

// plantThird makes the third set; the same seed gives the same set.
func plantThird(tb testing.TB, seed uint64) []planted {
	g := newGenerator(tb, seed)
	texts, all := baseTexts(tb), []planted{}
	for _, c := range thirdCarriers() {
		for range thirdEach {
			all = append(all, g.plantThird(texts[g.IntN(len(texts))], c))
		}
	}
	return all
}

// plantThird puts the phrase where people say such a thing: after a greeting,
// in a postscript, between brackets, in the middle of a sentence.
func (g *generator) plantThird(text string, c carrier) planted {
	phrase := g.hurried(strings.Replace(pick(g, c.phrases...), "{}", "{"+c.value(g)+"}", 1))
	head, data, tail := cutBraces(phrase)
	before, after := g.around(text, strings.HasPrefix(phrase, "\n"))
	p := planted{kind: c.kind, row: c.row, text: before + head + data + tail + after, own: Detect(text)}
	p.start = utf8.RuneCountInString(before + head)
	p.end = p.start + utf8.RuneCountInString(data)
	return p
}

// around gives what stands before and behind the phrase.
func (g *generator) around(text string, last bool) (before, after string) {
	if last {
		return text, ""
	}
	at := strings.IndexByte(text, ',')
	switch g.IntN(7) {
	case 0:
		return pick(g, "Bonjour, ", "Bonjour ", "bonsoir, ", "Madame, Monsieur,\n", "Bonjour.\n"), pick(g, ". ", "\n", ", ", " ") + text
	case 1:
		return text + pick(g, "\nPS : ", "\nP.S. ", "\nps ", " NB : "), pick(g, "", ".", " merci")
	case 2:
		return text + " (", ")"
	case 3:
		if at > 0 {
			return text[:at+1] + " ", pick(g, ",", "", " -") + text[at+1:]
		}
	case 4:
		return text + pick(g, " - ", " / ", "... ", " => ", "; ", ", "), pick(g, "", " !!!", "...", " svp", " merci d'avance")
	}
	before, after = g.split(text)
	return before + pick(g, " ", "\n", "\n\n"), pick(g, ". ", " et ", ", ", " donc ", "\n", " mais ") + after
}

// hurried writes a phrase as people type on a telephone.
func (g *generator) hurried(phrase string) string {
	switch g.IntN(14) {
	case 0, 1, 2:
		return strings.ToLower(phrase)
	case 3:
		return strings.ToUpper(phrase)
	case 4:
		return plainLetters.Replace(strings.ToLower(phrase))
	case 5:
		return strings.NewReplacer("'", " ").Replace(phrase)
	case 6, 7:
		return strings.ReplaceAll(phrase, "'", "’")
	case 8:
		return strings.NewReplacer(" : ", ":", ", ", ",").Replace(phrase)
	}
	return phrase
}

func TestPlantedThird(t *testing.T) {
	for row, s := range measure(t, plantThird(t, 11), func(planted, []Span) {}) {
		if s.recall() < goal(row)-slack {
			t.Errorf("%s: recall %.3f of %d, the goal is %.2f", row, s.recall(), s.cases, goal(row))
		}
	}
}

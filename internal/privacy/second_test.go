package privacy

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// The second planter shares with the first neither its carriers, its
// separators nor its names: what the detector learnt from the one is measured
// on the other. The numbers themselves come from the first, keys included.

// secondEach is how many cases each row has.
const secondEach = 240

// carrier is a way to say one kind of data; braces stand where it goes.
type carrier struct {
	row, kind string
	value     func(*generator) string
	phrases   []string
}

func secondCarriers() []carrier {
	return append(secondNumbers, secondPeople...)
}

// plantSecond makes the second set; the same seed gives the same set.
func plantSecond(tb testing.TB, seed uint64) []planted {
	g := newGenerator(tb, seed)
	texts, all := baseTexts(tb), []planted{}
	for _, c := range secondCarriers() {
		for range secondEach {
			all = append(all, g.plantAnywhere(texts[g.IntN(len(texts))], c))
		}
	}
	return all
}

// plantAnywhere puts the phrase first, last or after a sentence of the text.
func (g *generator) plantAnywhere(text string, c carrier) planted {
	phrase := g.worn(strings.Replace(pick(g, c.phrases...), "{}", "{"+c.value(g)+"}", 1))
	before, after := g.split(text)
	if strings.HasPrefix(phrase, "\n") {
		before, after = text, ""
	}
	lead, trail := pick(g, " ", " ", "\n", "\n\n", " - "), pick(g, ". ", ".\n", " ", ", ", " ! ")
	if before == "" || strings.HasPrefix(phrase, "\n") {
		lead = ""
	}
	if after == "" {
		trail = pick(g, "", "", ".", "\n", " .")
	}
	head, data, tail := cutBraces(phrase)
	p := planted{kind: c.kind, row: c.row, text: before + lead + head + data + tail + trail + after}
	p.start = utf8.RuneCountInString(before + lead + head)
	p.end = p.start + utf8.RuneCountInString(data)
	p.own = Detect(text)
	return p
}

func cutBraces(phrase string) (head, data, tail string) {
	head, rest, _ := strings.Cut(phrase, "{")
	data, tail, _ = strings.Cut(rest, "}")
	return head, data, tail
}

// split cuts a text at its beginning, its end or after a sentence.
func (g *generator) split(text string) (before, after string) {
	cuts := []int{0, len(text)}
	for i := 1; i < len(text); i++ {
		if text[i] == ' ' && strings.IndexByte(".!?", text[i-1]) >= 0 {
			cuts = append(cuts, i)
		}
	}
	at := cuts[g.IntN(len(cuts))]
	return text[:at], strings.TrimPrefix(text[at:], " ")
}

// worn writes a phrase as hurried people and telephones do: without capitals,
// in capitals, without accents, with typographic apostrophes.
func (g *generator) worn(phrase string) string {
	switch g.IntN(12) {
	case 0, 1:
		return strings.ToLower(phrase)
	case 2:
		return strings.ToUpper(phrase)
	case 3:
		return plainLetters.Replace(phrase)
	case 4, 5, 6:
		return strings.ReplaceAll(phrase, "'", "’")
	}
	return phrase
}

var plainLetters = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "ë", "e", "à", "a", "â", "a", "î", "i", "ï", "i", "ô", "o", "û", "u", "ç", "c", "É", "E")

// spaced cuts a number in the groups of its form, or in groups of chance.
func (g *generator) spaced(number string, groups ...int) string {
	sep := pick(g, "", "", "", " ", " ", " ", "\u00a0", "\u202f", ".", "-", " . ", " / ", "\n", " \n", ", ", "_", "–")
	if len(groups) == 0 || g.IntN(6) == 0 {
		size := 2 + g.IntN(3)
		groups = nil
		for range len(number)/size + 1 {
			groups = append(groups, size)
		}
	}
	out, once := "", strings.Contains(sep, "\n")
	for i, n := range groups {
		n = min(n, len(number))
		out, number = out+number[:n], number[n:]
		if number == "" {
			break
		}
		switch {
		case !once:
			out += sep
		case i == 1:
			out += sep
		default:
			out += " "
		}
	}
	return out + number
}

// scanned misreads up to two noughts or ones after the first four signs.
func (g *generator) scanned(number string) string {
	if g.IntN(6) != 0 {
		return number
	}
	signs := []byte(number)
	for range 1 + g.IntN(2) {
		at := g.IntN(len(signs))
		if at < 4 {
			continue
		}
		switch signs[at] {
		case '0':
			signs[at] = pick(g, byte('O'), 'o')
		case '1':
			signs[at] = pick(g, byte('l'), 'I')
		}
	}
	return string(signs)
}

func (g *generator) count(most int) string { return fmt.Sprint(1 + g.IntN(most)) }

func TestPlantedSecond(t *testing.T) {
	for row, s := range measure(t, plantSecond(t, 7), func(planted, []Span) {}) {
		if s.recall() < goal(row)-slack {
			t.Errorf("%s: recall %.3f of %d, the goal is %.2f", row, s.recall(), s.cases, goal(row))
		}
	}
}

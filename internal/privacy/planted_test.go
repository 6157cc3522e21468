package privacy

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// planted is a review with one piece of personal data put in.
type planted struct {
	kind, row  string // row is the line of the table it counts in
	text       string
	start, end int // of the data, in code points
	own        []Span
}

// baseTexts are the reviews that data is planted in: the real ones where they
// are, the invented samples elsewhere.
func baseTexts(tb testing.TB) []string {
	texts := []string{}
	for _, path := range []string{"../../../shared/data/experiences-spplus-dev.csv", "../intake/sample/avis.csv"} {
		f, err := os.Open(path)
		if err != nil {
			tb.Logf("SKIPPED: %s is not here, the next texts are used", path)
			continue
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			tb.Fatal(err)
		}
		for _, row := range rows[1:] {
			texts = append(texts, row[4]+"\n"+row[5])
		}
		return texts
	}
	tb.Fatal("no texts to plant in")
	return texts
}

// Cases per row of the table.
const (
	numbersEach   = 130
	strangersEach = 520
	knownEach     = 200
	addressesEach = 300
)

// plantAll makes the set; the same seed gives the same set.
func plantAll(tb testing.TB, seed uint64) []planted {
	g := newGenerator(tb, seed)
	texts, all := baseTexts(tb), []planted{}
	add := func(n int, kind, row string, phrase func() string) {
		for range n {
			text := texts[g.IntN(len(texts))]
			all = append(all, g.plant(text, kind, row, phrase()))
		}
	}
	for _, kind := range numberKinds {
		add(numbersEach, kind.kind, kind.kind, func() string { return g.numberPhrase(kind) })
	}
	add(strangersEach, Person, "person", func() string { return g.personPhrase(g.stranger()) })
	add(knownEach, Person, "person, known name", func() string { return g.personPhrase(g.familiar()) })
	add(addressesEach, Address, Address, g.addressPhrase)
	return all
}

// plant puts the phrase between two sentences, or at the end where it is a
// signature (it begins with a line break). Braces mark the data.
func (g *generator) plant(text, kind, row, phrase string) planted {
	at := len(text)
	if !strings.HasPrefix(phrase, "\n") {
		places := []int{len(text)}
		for i := range len(text) - 1 {
			if strings.IndexByte(".!?\n", text[i]) >= 0 && text[i+1] == ' ' {
				places = append(places, i+1)
			}
		}
		at = places[g.IntN(len(places))]
		phrase = pick(g, " ", " ", " ", "\n", "") + phrase
		if at < len(text) {
			phrase += pick(g, ".", ".", " !", ",", "")
		} else if at > 0 && strings.IndexByte(".!?\n ", text[at-1]) < 0 {
			phrase = "." + phrase
		}
	}
	whole := text[:at] + phrase + text[at:]
	open := at + strings.IndexByte(phrase, '{')
	shut := at + strings.IndexByte(phrase, '}')
	start := utf8.RuneCountInString(whole[:open])
	p := planted{kind: kind, row: row, start: start, end: start + utf8.RuneCountInString(whole[open+1:shut])}
	p.text = whole[:open] + whole[open+1:shut] + whole[shut+1:]
	p.own = append(p.own, Detect(text)...)
	return p
}

// found reports whether every sign of the data is hidden, under its kind.
func (p planted) found(spans []Span) bool {
	covered, right := p.start, false
	for _, s := range spans {
		if s.Start <= covered && s.End > covered {
			covered = s.End
			right = right || s.Kind == p.kind
		}
	}
	return covered >= p.end && right
}

// wrong lists the spans that neither the data nor the text before it explains.
func (p planted) wrong(spans []Span) []Span {
	return slices.DeleteFunc(slices.Clone(spans), func(s Span) bool {
		return s.Start < p.end && s.End > p.start && s.Kind == p.kind || slices.ContainsFunc(p.own, func(o Span) bool { return strings.Contains(o.Text, s.Text) || strings.Contains(s.Text, o.Text) })
	})
}

// score is one line of the table.
type score struct{ cases, found, wrong int }

func (s score) recall() float64    { return float64(s.found) / float64(max(1, s.cases)) }
func (s score) precision() float64 { return float64(s.found) / float64(max(1, s.found+s.wrong)) }

func measure(tb testing.TB, all []planted, missed func(planted, []Span)) map[string]*score {
	table := map[string]*score{}
	for _, p := range all {
		if table[p.row] == nil {
			table[p.row] = &score{}
		}
		row, spans := table[p.row], Detect(p.text)
		row.cases++
		wrong := p.wrong(spans)
		row.wrong += len(wrong)
		if p.found(spans) {
			row.found++
		}
		if !p.found(spans) || len(wrong) > 0 {
			missed(p, spans)
		}
	}
	return table
}

// goal is the recall that a row must reach.
func goal(row string) float64 {
	switch kind, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(row, "second "), "third "), ","); kind {
	case Person, Address:
		return .95
	case Case, CAF, Foreigner, Licence, Passport, IDCard, Birthdate:
		return .97
	}
	return .99
}

// slack is how far a kind may fall below its goal on one base of texts: of 130
// cases, two are chance. The benchmark prints the figures themselves.
const slack = .02

func TestPlanted(t *testing.T) {
	all := plantAll(t, 1)
	if len(all) < 2000 {
		t.Fatalf("only %d cases", len(all))
	}
	for row, s := range measure(t, all, func(planted, []Span) {}) {
		if s.recall() < goal(row)-slack {
			t.Errorf("%s: recall %.3f of %d, the goal is %.2f", row, s.recall(), s.cases, goal(row))
		}
		if s.precision() < .95 {
			t.Errorf("%s: precision %.3f", row, s.precision())
		}
	}
}

// BenchmarkPlanted prints the table of the detector's figures.
func BenchmarkPlanted(b *testing.B) {
	all, texts := slices.Concat(plantAll(b, 1), plantSecond(b, 7), plantThird(b, 11)), baseTexts(b)
	table := measure(b, all, func(planted, []Span) {})
	rows := []string{}
	for row := range table {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	out := fmt.Sprintf("%-28s %6s %8s %10s\n", "kind", "cases", "recall", "precision")
	for _, row := range rows {
		out += fmt.Sprintf("%-28s %6d %8.3f %10.3f\n", row, table[row].cases, table[row].recall(), table[row].precision())
	}
	spans, bytes := 0, 0
	for _, text := range texts {
		spans += len(Detect(text))
		bytes += len(text)
	}
	fmt.Print("\n", out)
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, text := range texts {
			Detect(text)
		}
	}
	b.ReportMetric(100*float64(spans)/float64(len(texts)), "spans/100-untouched")
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 20)) }

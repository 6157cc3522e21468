package sqlite

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"ecritoire/internal/review"
)

// generator makes French-like reviews of about 400 characters: words of French
// syllables, a few thousand of them, drawn by Zipf's law as in real texts.
type generator struct {
	words []string
	share []float64 // of all words drawn so far in the list's order, cumulated
}

const vocabulary = 6000

func newGenerator() *generator {
	r := rand.New(rand.NewPCG(1, 2))
	starts := strings.Fields("b bl br c ch cl cr d dr f fl fr g gr h j l m n p pl pr qu r s st t tr v")
	vowels := strings.Fields("a e é è i o u ou on an en in oi ai eau")
	ends := strings.Fields("r s t l nt tion ment ge ble que x e es er é")
	g := &generator{words: strings.Fields("le de et un à en pour pas je vous ne la les des que est dans service dossier guichet")}
	seen, sum := map[string]bool{}, 0.0
	for len(g.words) < vocabulary {
		w := ""
		for range 1 + r.IntN(3) {
			w += starts[r.IntN(len(starts))] + vowels[r.IntN(len(vowels))]
		}
		if w += ends[r.IntN(len(ends))]; !seen[w] {
			seen[w] = true
			g.words = append(g.words, w)
		}
	}
	for i := range g.words {
		sum += 1 / math.Pow(float64(i)+2.7, 1.05) // Mandelbrot's form
		g.share = append(g.share, sum)
	}
	return g
}

func (g *generator) text(r *rand.Rand, length int) string {
	b := strings.Builder{}
	for b.Len() < length {
		i, _ := slices.BinarySearch(g.share, r.Float64()*g.share[len(g.share)-1])
		b.WriteString(g.words[i])
		b.WriteByte(' ')
	}
	return b.String()
}

// one is the i-th review: always the same.
func (g *generator) one(i int) review.Review {
	r := rand.New(rand.NewPCG(3, uint64(i)))
	all := review.Review{Source: []review.Source{review.SourceSPPlus, review.SourceSPPlus, "google"}[r.IntN(3)], ExternalID: fmt.Sprint(i), Title: g.text(r, 25),
		Text: g.text(r, 300+r.IntN(200)), WrittenAt: time.Unix(1_600_000_000+r.Int64N(100_000_000), 0), Sentiment: byMood[r.IntN(len(byMood))],
		Structures: []review.Structure{{Name: fmt.Sprintf("Structure %d", r.IntN(300))}}}
	if r.IntN(3) == 0 {
		all.Author = fmt.Sprint("Usager ", r.IntN(10_000))
	}
	all.Themes = append(all.Themes, review.Theme{Name: review.ThemeNames()[r.IntN(len(review.ThemeNames()))], Sentiment: all.Sentiment})
	return all
}

func (g *generator) rows(n int) iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		for i := range n {
			if !yield(review.Row{Review: g.one(i)}, nil) {
				return
			}
		}
	}
}

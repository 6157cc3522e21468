package check_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"ecritoire/internal/check"
	"ecritoire/internal/review"
)

// enough is how many false facts are planted.
const enough = 1100

// planting puts a sentence into a reply and gives where its fact stands, in
// code points: at its end where r is nil, else anywhere.
func planting(d drafted, p plant, r *rand.Rand) (check.Input, review.Span) {
	sentence := strings.Replace(p.sentence, "%s", "\x00", 1)
	sentence = strings.ReplaceAll(strings.ReplaceAll(sentence, "à le ", "au "), "de le ", "du ")
	ends := []int{len(d.body)}
	for i := range d.body {
		if strings.HasPrefix(d.body[i:], ". ") {
			ends = append(ends, i+1)
		}
	}
	at := len(d.body)
	if r != nil {
		at = ends[r.IntN(len(ends))]
	}
	body := strings.TrimSpace(d.body[:at] + " " + sentence + d.body[at:])
	reply := service.Frame().Around(body)
	start := utf8.RuneCountInString(reply[:strings.Index(reply, "\x00")])
	in := d.in
	in.Reply = strings.Replace(reply, "\x00", p.fact, 1)
	return in, review.Span{Start: start, End: start + utf8.RuneCountInString(p.fact)}
}

func touches(found []review.Finding, span review.Span) bool {
	return slices.ContainsFunc(found, func(f review.Finding) bool { return f.Start < span.End && span.Start < f.End })
}

// score counts what was flagged, per kind.
type score struct {
	kinds       []string
	of, flagged map[string]int
}

func newScore() *score { return &score{of: map[string]int{}, flagged: map[string]int{}} }

func (s *score) add(kind string, flagged bool) {
	if s.of[kind] == 0 {
		s.kinds = append(s.kinds, kind)
	}
	s.of[kind]++
	if flagged {
		s.flagged[kind]++
	}
}

func (s *score) total() (flagged, of int) {
	for _, k := range s.kinds {
		flagged, of = flagged+s.flagged[k], of+s.of[k]
	}
	return flagged, of
}

func (s *score) String() string {
	b := strings.Builder{}
	for _, k := range s.kinds {
		fmt.Fprintf(&b, "%-10s %5d of %5d  %.3f\n", k, s.flagged[k], s.of[k], float64(s.flagged[k])/float64(s.of[k]))
	}
	flagged, of := s.total()
	fmt.Fprintf(&b, "%-10s %5d of %5d  %.3f\n", "all", flagged, of, float64(flagged)/float64(of))
	return b.String()
}

// plantFalse plants false facts into drafts and scores what is flagged.
func plantFalse(tb testing.TB, all []drafted, seed uint64) *score {
	r, s := rand.New(rand.NewPCG(seed, 7)), newScore()
	for i, p := range planted(r, enough) {
		in, span := planting(all[i%len(all)], p, r)
		hit := touches(grounded(in), span)
		s.add(p.kind, hit)
		if !hit && os.Getenv("ECRITOIRE_SHOW") != "" {
			tb.Logf("missed %s: %s", p.kind, strings.Replace(p.sentence, "%s", "["+p.fact+"]", 1))
		}
	}
	return s
}

// plantTrue plants facts that the review states in another form.
func plantTrue(tb testing.TB, all []drafted) *score {
	r, s := rand.New(rand.NewPCG(3, 7)), newScore()
	for i, same := range sames {
		for n := range 4 {
			d := all[(i*37+n*101)%len(all)]
			d.in.Review += " " + same.known
			in, span := planting(d, plant{sentence: "Vous nous parlez de « %s » et nous vous avons lu.", fact: same.said}, r)
			hit := touches(grounded(in), span)
			s.add(same.kind, hit)
			if hit {
				tb.Logf("wrongly flagged: %q known by %q", same.said, same.known)
			}
		}
	}
	return s
}

func TestPlantedFactsAreFlagged(t *testing.T) {
	t.Parallel()
	s := plantFalse(t, drafts(t), 1)
	t.Logf("false facts flagged:\n%s", s)
	if flagged, of := s.total(); of < 1000 || flagged*100 < 98*of {
		t.Errorf("%d of %d false facts flagged, want 98 in 100 of at least 1,000", flagged, of)
	}
}

func TestTrueFactsPass(t *testing.T) {
	t.Parallel()
	if flagged, of := plantTrue(t, drafts(t)).total(); flagged > 0 {
		t.Errorf("%d of %d facts that the review states in another form were flagged", flagged, of)
	}
}

// BenchmarkPlanted prints the tables: false facts flagged, true ones flagged,
// clean drafts flagged, and the time that one reply takes.
func BenchmarkPlanted(b *testing.B) {
	all := drafts(b)
	for b.Loop() {
		start := time.Now()
		s := plantFalse(b, all, 2)
		each := time.Since(start) / enough
		clean := 0
		for _, d := range all {
			clean += min(1, len(grounded(d.in)))
		}
		same, of := plantTrue(b, all).total()
		flagged, planted := s.total()
		fmt.Printf("False facts flagged, planted into %d drafts:\n%sTrue facts in another form flagged: %d of %d\nClean drafts flagged: %d of %d\n", len(all), s, same, of, clean, len(all))
		b.ReportMetric(float64(flagged)/float64(planted), "flagged")
		b.ReportMetric(float64(clean)/float64(len(all)), "clean-flagged")
		b.ReportMetric(float64(each.Microseconds()), "µs/reply")
	}
}

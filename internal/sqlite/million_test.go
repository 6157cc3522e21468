//go:build unix

package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// million is the size that the goals are set for.
const million = 1_000_000

// BenchmarkMillion imports a million reviews and looks at them in every way
// that an agent may. It takes minutes: it runs where ECRITOIRE_MILLION is set,
// to 1, or to a folder where the profile is kept for the window's bench and
// taken up again.
func BenchmarkMillion(b *testing.B) {
	dir := os.Getenv("ECRITOIRE_MILLION")
	switch dir {
	case "":
		b.Skip("SKIPPED: a million reviews take minutes; set ECRITOIRE_MILLION=1")
	case "1":
		dir = b.TempDir()
	}
	if kept, err := filepath.Glob(filepath.Join(dir, "*.db")); err != nil || len(kept) == 0 {
		importMillion(b, dir)
	}
	began := time.Now()
	s, err := Open(b.Context(), dir, "bench")
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.Page(b.Context(), review.Filter{Limit: 50}); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(time.Since(began).Microseconds())/1000, "open-ms")
	look(b, s)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

func importMillion(b *testing.B, dir string) {
	s, err := Open(b.Context(), dir, "bench")
	if err != nil {
		b.Fatal(err)
	}
	g := newGenerator()
	began := cpu(b)
	for range g.rows(million / 10) {
	}
	made := 10 * (cpu(b) - began)
	began = cpu(b)
	if _, err := s.Import(b.Context(), review.Origin{Format: "spplus"}, g.rows(million), inFiveDays, false); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric((cpu(b) - began - made).Seconds(), "import-cpu-s")
	b.ReportMetric(peak(b), "import-peak-MB")
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// look measures each kind of question, asked for two seconds: the median, and
// what 95 in 100 keep within.
func look(b *testing.B, s *Store) {
	for name, ask := range asked(s) {
		if err := ask(b.Context(), 0); err != nil {
			b.Fatal(name, err)
		}
		took, start := []time.Duration{}, time.Now()
		for i := 0; i < 40 || i < 400 && time.Since(start) < 2*time.Second; i++ {
			began := time.Now()
			if err := ask(b.Context(), i%40); err != nil {
				b.Fatal(name, err)
			}
			took = append(took, time.Since(began))
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, name+"-p50-ms")
		b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, name+"-p95-ms")
	}
}

// asked are the questions; each takes the number of its turn.
func asked(s *Store) map[string]func(context.Context, int) error {
	g := newGenerator()
	page := func(ctx context.Context, f review.Filter) error {
		f.Limit = 50
		_, err := s.Page(ctx, f)
		return err
	}
	after, place := "", int64(0)
	return map[string]func(context.Context, int) error{
		"page": func(ctx context.Context, _ int) error {
			place++ // never the same page twice
			at := 1_600_000_000 + place*7_919_000%96_000_000
			after = cursor{}.of(review.Review{ID: 1, WrittenAt: time.Unix(at, 0), DueAt: inFiveDays(time.Unix(at, 0))})
			return page(ctx, review.Filter{States: []review.State{review.New}, After: after})
		},
		"two-filters": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Sources: []review.Source{"google"}, Themes: review.ThemeNames()[i%5 : i%5+1], After: after})
		},
		"structure-and-sentiment": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Structure: g.one(i).Structure(), Sentiments: byMood[i%4 : i%4+1]})
		},
		"common": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Search: g.words[i] + " "})
		},
		"middling": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Search: g.words[100+10*i] + " "})
		},
		"common-and-two-filters": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Search: g.words[i] + " ", Sources: []review.Source{"google"}, Themes: review.ThemeNames()[i%5 : i%5+1]})
		},
		"phrase": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Search: `"` + g.words[i] + " " + g.words[3*i+5] + `"`})
		},
		"prefix": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Search: string([]rune(g.words[20+7*i])[:1+i%4])})
		},
		"sentiment": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Sort: review.SortSentiment})
		},
		"newest": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Search: g.words[i] + " ", Sort: review.SortNewest})
		},
		"dates": func(ctx context.Context, i int) error {
			from := time.Unix(1_600_000_000+int64(i)*2_400_000, 0)
			return page(ctx, review.Filter{States: []review.State{review.New}, From: from, To: from.AddDate(0, 0, 1+i%3)})
		},
		"jump": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{States: []review.State{review.New}, Skip: i * 24_000})
		},
		"jump-among-two-filters": func(ctx context.Context, i int) error {
			return page(ctx, review.Filter{Sentiments: byMood[:1], Themes: review.ThemeNames()[i%5 : i%5+1], Skip: i * 1000})
		},
		"count-two-filters": func(ctx context.Context, i int) error {
			_, err := s.Count(ctx, review.Filter{Sentiments: byMood[:1], Themes: review.ThemeNames()[i%5 : i%5+1]}, million)
			return err
		},
		"count-common": func(ctx context.Context, i int) error {
			_, err := s.Count(ctx, review.Filter{Search: g.words[i] + " "}, 10_000)
			return err
		},
		"twins": func(ctx context.Context, i int) error {
			_, err := s.Twins(ctx, int64(1+i*1000), 20)
			return err
		},
		"counts": func(ctx context.Context, i int) error {
			_, err := s.Counts(ctx, time.Now())
			return err
		},
	}
}

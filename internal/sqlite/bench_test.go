package sqlite

import (
	"database/sql"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"ecritoire/internal/reading"
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

// cpu is the processor time that this process has used.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peak is the most memory that this process had resident so far, in MB.
func peak(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Maxrss) / 1024
}

// BenchmarkImport100k measures the import of 100,000 reviews beside a bare
// loop of prepared inserts that indexes the same stems, in the same run; the
// time to make the rows is taken off both.
func BenchmarkImport100k(b *testing.B) {
	const n = 100_000
	g := newGenerator()
	var ours, bare, made time.Duration
	for b.Loop() {
		began := cpu(b)
		for range g.rows(n) {
		}
		made += cpu(b) - began
		ours += imported(b, g.rows(n))
		b.ReportMetric(peak(b), "peak-MB")
		bare += inserted(b, g.rows(n))
	}
	ours, bare = ours-made, bare-made
	b.ReportMetric(ours.Seconds()/float64(b.N), "cpu-s")
	b.ReportMetric(bare.Seconds()/float64(b.N), "bare-cpu-s")
	b.ReportMetric(bare.Seconds()/ours.Seconds(), "of-bare")
}

func imported(b *testing.B, rows iter.Seq2[review.Row, error]) time.Duration {
	s, err := Open(b.Context(), b.TempDir(), "bench")
	if err != nil {
		b.Fatal(err)
	}
	began := cpu(b)
	if _, err := s.Import(b.Context(), review.Origin{Format: "spplus"}, rows, inFiveDays, false, func(int) {}); err != nil {
		b.Fatal(err)
	}
	took := cpu(b) - began
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}

// inserted is the floor: the same columns of text in one table without an
// index, the same stems in the same kind of full-text table, row by row.
func inserted(b *testing.B, rows iter.Seq2[review.Row, error]) time.Duration {
	db, err := sql.Open("sqlite", dsn(filepath.Join(b.TempDir(), "bare.db"), false))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE r (id INTEGER PRIMARY KEY, source TEXT, ext TEXT, title TEXT, text TEXT, author TEXT, details TEXT, at INTEGER) STRICT;
		CREATE VIRTUAL TABLE w USING fts5 (stems, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`); err != nil {
		b.Fatal(err)
	}
	began := cpu(b)
	if err := bareLoop(db, rows); err != nil {
		b.Fatal(err)
	}
	took := cpu(b) - began
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}

func bareLoop(db *sql.DB, rows iter.Seq2[review.Row, error]) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	insert, err := tx.Prepare(`INSERT INTO r (source, ext, title, text, author, details, at) VALUES (?,?,?,?,?,?,?)`)
	if err != nil {
		return err
	}
	words, err := tx.Prepare(`INSERT INTO w (rowid, stems) VALUES (?, ?)`)
	if err != nil {
		return err
	}
	id, x := 0, reading.NewIndexer()
	for row := range rows {
		r := row.Review
		id++
		details, _, err := pack(r)
		if err != nil {
			return err
		}
		if _, err := insert.Exec(string(r.Source), r.ExternalID, r.Title, r.Text, r.Author, details, r.WrittenAt.Unix()); err != nil {
			return err
		}
		if _, err := words.Exec(id, x.Read(r.Title, r.Text).Stems); err != nil {
			return err
		}
	}
	return tx.Commit()
}

const benchRows = 20_000

// BenchmarkPage reads pages of 50 in the middle of a state of 20,000.
func BenchmarkPage(b *testing.B) {
	s, err := Open(b.Context(), b.TempDir(), "bench")
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}()
	if _, err := s.Import(b.Context(), review.Origin{Format: "spplus"}, newGenerator().rows(benchRows), inFiveDays, false, func(int) {}); err != nil {
		b.Fatal(err)
	}
	f := review.Filter{States: []review.State{review.New}, Limit: 50}
	for b.Loop() {
		page, err := s.Page(b.Context(), f)
		if err != nil {
			b.Fatal(err)
		}
		f.After = page.Next
	}
}

package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// words makes French-like text of about 400 characters.
var words = strings.Fields("guichet attente dossier mairie réponse téléphone rendez-vous démarche accueil service agent formulaire passeport délai courrier adresse réclamation merci patience semaine")

func generated(n int) []review.Review {
	all := make([]review.Review, n)
	for i := range all {
		b := strings.Builder{}
		for j := range 50 {
			b.WriteString(words[(i*7+j*j+j)%len(words)] + " ")
		}
		all[i] = review.Review{Source: review.SourceSPPlus, ExternalID: fmt.Sprint(i), Title: words[i%len(words)], Text: b.String(),
			WrittenAt: time.Date(2026, 1, 1, 0, i, 0, 0, time.UTC), Sentiment: review.Neutral}
	}
	return all
}

const benchRows = 20_000

// BenchmarkImport measures the whole import beside a bare loop of one
// prepared insert, in the same run; the ratio is what to compare.
func BenchmarkImport(b *testing.B) {
	all := generated(benchRows)
	var ours, bare time.Duration
	for b.Loop() {
		ours += imported(b, all)
		bare += inserted(b, all)
	}
	b.ReportMetric(float64(benchRows*b.N)/ours.Seconds(), "rows/s")
	b.ReportMetric(float64(benchRows*b.N)/bare.Seconds(), "bare-rows/s")
	b.ReportMetric(bare.Seconds()/ours.Seconds(), "of-bare")
}

func imported(b *testing.B, all []review.Review) time.Duration {
	s, err := Open(b.Context(), b.TempDir(), "bench")
	if err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if _, err := s.Import(b.Context(), "spplus", rowsOf(all...), inFiveDays, false, func(int) {}); err != nil {
		b.Fatal(err)
	}
	took := time.Since(began)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}

// inserted is the floor: the same rows, one table, no index, no words.
func inserted(b *testing.B, all []review.Review) time.Duration {
	db, err := sql.Open("sqlite", dsn(filepath.Join(b.TempDir(), "bare.db"), false))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE r (id INTEGER PRIMARY KEY, ext TEXT, title TEXT, text TEXT, at INTEGER) STRICT`); err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if err := bareLoop(db, all); err != nil {
		b.Fatal(err)
	}
	took := time.Since(began)
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}

func bareLoop(db *sql.DB, all []review.Review) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	stmt, err := tx.Prepare(`INSERT INTO r (ext, title, text, at) VALUES (?,?,?,?)`)
	if err != nil {
		return err
	}
	for _, r := range all {
		if _, err := stmt.Exec(r.ExternalID, r.Title, r.Text, r.WrittenAt.Unix()); err != nil {
			return err
		}
	}
	return tx.Commit()
}

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
	if _, err := s.Import(b.Context(), "spplus", rowsOf(generated(benchRows)...), inFiveDays, false, func(int) {}); err != nil {
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

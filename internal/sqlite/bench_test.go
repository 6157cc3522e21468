//go:build unix

package sqlite

import (
	"database/sql"
	"iter"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

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

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

// BenchmarkImport100k measures the import of 100,000 reviews beside two bare
// loops of prepared inserts that index the same stems, in the same run: into
// one table of eight columns without an index, and into the queue's own table,
// with its columns, indexes and counters. The time to make the rows is taken
// off all.
func BenchmarkImport100k(b *testing.B) {
	const n = 100_000
	g := newGenerator()
	var ours, bare, indexed, made time.Duration
	for b.Loop() {
		began := cpu(b)
		for range g.rows(n) {
		}
		made += cpu(b) - began
		ours += imported(b, g.rows(n))
		b.ReportMetric(peak(b), "peak-MB")
		bare += inserted(b, bareTable(b), g.rows(n))
		indexed += inserted(b, queueTable(b), g.rows(n))
	}
	ours, bare, indexed = ours-made, bare-made, indexed-made
	b.ReportMetric(ours.Seconds()/float64(b.N), "cpu-s")
	b.ReportMetric(bare.Seconds()/float64(b.N), "bare-cpu-s")
	b.ReportMetric(bare.Seconds()/ours.Seconds(), "of-bare")
	b.ReportMetric(indexed.Seconds()/float64(b.N), "bare-indexed-cpu-s")
	b.ReportMetric(indexed.Seconds()/ours.Seconds(), "of-bare-indexed")
}

func imported(b *testing.B, rows iter.Seq2[review.Row, error]) time.Duration {
	s, err := Open(b.Context(), b.TempDir(), "bench")
	if err != nil {
		b.Fatal(err)
	}
	began := cpu(b)
	if _, err := s.Import(b.Context(), review.Origin{Format: "spplus"}, rows, inFiveDays, false); err != nil {
		b.Fatal(err)
	}
	took := cpu(b) - began
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}

// floor is what a bare loop writes into: its two statements, and the columns
// of a review for the first of them.
type floor struct {
	db            *sql.DB
	insert, words string
	columns       func(r review.Review, details string, digest []byte, x reading.Indexed) []any
	seat          func(r review.Review) int64
}

// bareTable is the least that could hold the texts: one table without an
// index, and the stems in a full-text table.
func bareTable(b *testing.B) floor {
	db, err := sql.Open("sqlite", dsn(filepath.Join(b.TempDir(), "bare.db"), false))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE r (id INTEGER PRIMARY KEY, source TEXT, ext TEXT, title TEXT, text TEXT, author TEXT, details TEXT, at INTEGER) STRICT;
		CREATE VIRTUAL TABLE w USING fts5 (stems, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`); err != nil {
		b.Fatal(err)
	}
	return floor{
		db: db, insert: `INSERT INTO r (source, ext, title, text, author, details, at) VALUES (?,?,?,?,?,?,?)`, words: `INSERT INTO w (rowid, stems) VALUES (?, ?)`,
		columns: func(r review.Review, details string, _ []byte, _ reading.Indexed) []any {
			return []any{string(r.Source), r.ExternalID, r.Title, r.Text, r.Author, details, r.WrittenAt.Unix()}
		},
		seat: func(r review.Review) int64 { return r.ID },
	}
}

// queueTable is the queue's own table with the same columns filled, its
// indexes and its counters: what a page in two milliseconds rests on. The rows
// are not looked up, nor their facets, pairs and history written.
func queueTable(b *testing.B) floor {
	s, err := Open(b.Context(), b.TempDir(), "bench")
	if err != nil {
		b.Fatal(err)
	}
	if err := s.lock.free(); err != nil {
		b.Fatal(err)
	}
	if _, err := s.db.Exec(`INSERT INTO batch (id, at, format) VALUES (1, 0, 'spplus')`); err != nil {
		b.Fatal(err)
	}
	return floor{
		db: s.db, words: `INSERT INTO review_stems (rowid, stems) VALUES (?, ?)`,
		insert: `INSERT INTO review (source, external_id, state, written_at, due_at, title, text, author, sentiment, verdict, visitors_useful,
			visitors_useless, answered_elsewhere, details, digest, batch, structure, language, themes, likeness) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1,?,?,?,?)`,
		columns: func(r review.Review, details string, digest []byte, x reading.Indexed) []any {
			p := r.Platform
			return []any{string(r.Source), r.ExternalID, string(review.New), r.WrittenAt.Unix(), inFiveDays(r.WrittenAt).Unix(), r.Title, r.Text, r.Author,
				string(r.Sentiment), string(p.Verdict), p.VisitorsUseful, p.VisitorsUseless, r.AnsweredElsewhere, details, digest, r.Structure(), string(x.Language), themeBits(r), x.Likeness}
		},
		seat: seat,
	}
}

// inserted is the processor time of a bare loop, row by row.
func inserted(b *testing.B, f floor, rows iter.Seq2[review.Row, error]) time.Duration {
	began := cpu(b)
	if err := f.fill(rows); err != nil {
		b.Fatal(err)
	}
	took := cpu(b) - began
	if err := f.db.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}

func (f floor) fill(rows iter.Seq2[review.Row, error]) error {
	tx, err := f.db.Begin()
	if err != nil {
		return err
	}
	insert, err := tx.Prepare(f.insert)
	if err != nil {
		return err
	}
	words, err := tx.Prepare(f.words)
	if err != nil {
		return err
	}
	x, id := reading.NewIndexer(), int64(0)
	for row := range rows {
		r := row.Review
		id++
		r.ID = id
		details, digest, err := pack(r)
		if err != nil {
			return err
		}
		read := x.Read(r.Title, r.Text)
		if _, err := insert.Exec(f.columns(r, details, digest, read)...); err != nil {
			return err
		}
		if _, err := words.Exec(f.seat(r), read.Stems); err != nil {
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
	if _, err := s.Import(b.Context(), review.Origin{Format: "spplus"}, newGenerator().rows(benchRows), inFiveDays, false); err != nil {
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

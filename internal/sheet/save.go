package sheet

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver
)

//go:embed schema.sql
var schema string

// A pack's file says what it is: "ÉcrF" as SQLite's application id, and the
// format's number, which grows whenever an older program could not search it.
const (
	packID     = 0x45637246
	packFormat = 1
)

// save writes a pack into a new file, in one transaction.
func (g *gathering) save(ctx context.Context, path string, info Info, x *index, s space) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return ErrWrite.With(plain(err))
	}
	db, err := sql.Open("sqlite", fileURL(path, "_journal_mode=OFF&_synchronous=OFF"))
	if err != nil {
		return ErrWrite.With(err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return errors.Join(ErrWrite.With(err), db.Close())
	}
	w := &writer{ctx: ctx, tx: tx}
	w.do(fmt.Sprintf("PRAGMA application_id = %d", packID))
	w.do(fmt.Sprintf("PRAGMA user_version = %d", packFormat))
	w.do(schema)
	g.saveSheets(w, info, x, s.docs.RawMatrix().Cols)
	g.saveIndex(w, x, s)
	if w.err == nil {
		w.err = tx.Commit()
	}
	err = errors.Join(w.err, db.Close())
	if err == nil {
		err = synced(path)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return ErrWrite.With(plain(err))
	}
	return nil
}

// writer keeps the first error, so that a list of statements reads as one.
type writer struct {
	ctx context.Context
	tx  *sql.Tx
	err error
}

func (w *writer) do(query string, args ...any) {
	if w.err == nil {
		_, w.err = w.tx.ExecContext(w.ctx, query, args...)
	}
}

// into prepares an insertion for many rows; the returned function adds one.
func (w *writer) into(table string, columns int) func(args ...any) {
	if w.err != nil {
		return func(...any) {}
	}
	row, err := w.tx.PrepareContext(w.ctx, "INSERT INTO "+table+" VALUES (?"+strings.Repeat(",?", columns-1)+")")
	w.err = err
	return func(args ...any) {
		if w.err == nil {
			_, w.err = row.ExecContext(w.ctx, args...)
		}
	}
}

func (g *gathering) saveSheets(w *writer, info Info, x *index, dimensions int) {
	w.into("pack", 6)(info.Name, info.Hash, info.BuiltAt.Format(time.RFC3339), info.Sheets, info.Passages, dimensions)
	source := w.into("source", 7)
	for i, s := range g.sources {
		source(i, s.Name, s.Licence, s.Date, s.Hash, s.Sheets, s.Unread)
	}
	sheet, passage := w.into("sheet", 11), w.into("passage", 3)
	for i, d := range g.sheets {
		sheet(i, d.sheet, d.kind, d.title, d.url, d.date, d.summary, list(d.path), g.from[i], d.hash(), x.first[i])
		for j, s := range d.sections {
			passage(x.first[i]+j, list(s.heading), s.text)
		}
		g.report(Progress{"write", int64(i + 1), int64(len(g.sheets) + len(x.terms))})
	}
}

func (g *gathering) saveIndex(w *writer, x *index, s space) {
	term := w.into("term", 5)
	for i, t := range x.terms {
		if !x.worth(i) {
			continue
		}
		vector := []byte{}
		if len(x.postings[i]) > 1 && !strings.Contains(t, " ") {
			vector = quantised(s.terms.RawRowView(i))
		}
		term(t, len(x.postings[i]), packPostings(x.postings[i]), packPlaces(x.places[i]), vector)
		g.report(Progress{"write", int64(len(g.sheets) + i + 1), int64(len(g.sheets) + len(x.terms))})
	}
	lead := w.into("bridge", 4)
	for origin, b := range map[string]bridge{"family": families(x, s), "short": explained(g.shorts)} {
		for said, all := range b {
			for _, l := range all {
				lead(origin, said, l.term, l.weight)
			}
		}
	}
	flat := w.into("flat", 2)
	for f, name := range fieldNames {
		flat(name, packFloats(x.lengths[f]))
	}
	flat("passages", packFloats(x.passages))
	flat("words", []byte(strings.Join(x.common(), "\n")))
	flat("edges", g.packEdges())
	flat("popular", packFloats(g.popular()))
	vectors := []byte{}
	for i := range g.sheets {
		vectors = append(vectors, quantised(s.docs.RawRowView(i))...)
	}
	flat("vectors", vectors)
}

var fieldNames = [fields]string{"title", "path", "heading", "link", "text"}

func packFloats(all []float32) []byte {
	b := make([]byte, 0, 4*len(all))
	for _, v := range all {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

// packEdges writes which sheet speaks of which, each pair once. Of sheets with
// one id, the first stands for all.
func (g *gathering) packEdges() []byte {
	number, seen, b := map[string]int{}, map[[2]int]bool{}, []byte{}
	for i, d := range slices.Backward(g.sheets) {
		number[d.sheet] = i
	}
	for _, e := range g.edges {
		pair := [2]int{number[g.sheets[e.from].sheet], 0}
		to, known := number[e.to]
		pair[1] = to
		if known && to != pair[0] && !seen[pair] {
			seen[pair] = true
			b = binary.LittleEndian.AppendUint32(b, uint32(pair[0]))
			b = binary.LittleEndian.AppendUint32(b, uint32(to))
		}
	}
	return b
}

// popular is how many pages speak of each sheet, as a logarithm.
func (g *gathering) popular() []float32 {
	all := []float32{}
	for _, d := range g.sheets {
		all = append(all, float32(math.Log1p(float64(len(g.spoken[d.sheet])))))
	}
	return all
}

func list(all []string) string {
	b, err := json.Marshal(slices.Concat([]string{}, all))
	if err != nil {
		panic(err) // strings always marshal
	}
	return string(b)
}

func fileURL(path, query string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + query
}

func synced(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

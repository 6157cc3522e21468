// Package sheet makes packs of reference sheets and searches them. A pack is
// one read-only SQLite file: the sheets as passages under their headings, the
// index of their words, and a latent space computed from them alone. Nothing
// here opens a connection, and no document is ever obeyed or followed.
package sheet

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"time"
)

// Info is what a pack says of itself.
type Info struct {
	Name     string    `json:"name"`
	Hash     string    `json:"hash"` // of what its sheets say; 64 hexadecimal digits
	BuiltAt  time.Time `json:"built_at"`
	Sheets   int       `json:"sheets"`
	Passages int       `json:"passages"`
	Sources  []Source  `json:"sources"`
}

// Order says what pack to build.
type Order struct {
	Out     string // the file to write; one that is there is replaced at the very end
	Name    string // "" for the names of its sources
	Sources []string
}

// Build makes a pack. Sources are read in their order; where two hold the
// same sheet for the same audience, the first one stands. onProgress may be
// nil. When ctx ends or anything fails, a pack that was there is untouched.
func Build(ctx context.Context, o Order, onProgress func(Progress)) (Info, error) {
	if len(o.Sources) == 0 {
		return Info{}, ErrNoSource
	}
	if onProgress == nil {
		onProgress = func(Progress) {}
	}
	g := newGathering(onProgress)
	for _, path := range o.Sources {
		if err := g.read(ctx, path); err != nil {
			return Info{}, err
		}
	}
	if len(g.sheets) == 0 {
		return Info{}, ErrNoSheet
	}
	x, err := g.index(ctx)
	if err != nil {
		return Info{}, err
	}
	s, err := relate(ctx, x, func(done, total int64) { onProgress(Progress{"relate", done, total}) })
	if err != nil {
		return Info{}, err
	}
	return g.write(ctx, o, x, s)
}

// edge says that a sheet speaks of another.
type edge struct {
	from int    // its number
	to   string // the other's id
}

// gathering is all that the sources give.
type gathering struct {
	report  func(Progress)
	sources []Source
	sheets  []document
	from    []int // the source of each sheet
	known   map[[2]string]bool
	spoken  map[string][]string // how pages speak of a sheet, by its id
	shorts  []short
	edges   []edge
}

func newGathering(report func(Progress)) *gathering {
	return &gathering{report: report, known: map[[2]string]bool{}, spoken: map[string][]string{}}
}

func (g *gathering) read(ctx context.Context, path string) error {
	read, err := kindOf(path)
	if err != nil {
		return err
	}
	r := &reader{ctx: ctx, path: path, each: g.take}
	size, done := int64(0), int64(0)
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		size = info.Size()
	}
	r.tick = func(n int64) {
		done += n
		g.report(Progress{"read", done, size})
	}
	if err := read(r); err != nil {
		return err
	}
	g.sources = append(g.sources, r.info)
	return nil
}

func (g *gathering) take(d document) error {
	for _, l := range d.links {
		g.spoken[l.to] = append(g.spoken[l.to], l.text)
	}
	g.shorts = append(g.shorts, d.shorts...)
	key := [2]string{d.kind, d.sheet}
	if d.leads || g.known[key] {
		return nil
	}
	g.known[key] = true
	for _, l := range d.links {
		g.edges = append(g.edges, edge{len(g.sheets), l.to})
	}
	d.links, d.shorts = nil, nil
	g.sheets = append(g.sheets, d)
	g.from = append(g.from, len(g.sources))
	return nil
}

// spokenMost bounds how many ways of speaking of one sheet are kept.
const spokenMost = 60

func (g *gathering) index(ctx context.Context) (*index, error) {
	x := newIndex()
	for i, d := range g.sheets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x.add(d, distinct(g.spoken[d.sheet], spokenMost))
		g.report(Progress{"index", int64(i + 1), int64(len(g.sheets))})
	}
	x.first = append(x.first, len(x.passages))
	return x, nil
}

func distinct(all []string, most int) []string {
	seen, kept := map[string]bool{}, []string{}
	for _, s := range all {
		if s != "" && !seen[s] && len(kept) < most {
			seen[s] = true
			kept = append(kept, s)
		}
	}
	return kept
}

// write puts the pack beside its place and moves it there when it is whole.
func (g *gathering) write(ctx context.Context, o Order, x *index, s space) (Info, error) {
	info := Info{Name: o.Name, BuiltAt: time.Now().UTC().Truncate(time.Second), Sheets: len(g.sheets), Passages: len(x.passages), Sources: g.sources}
	sum := sha256.New()
	for _, d := range g.sheets {
		sum.Write([]byte(d.kind + " " + d.sheet + " " + d.hash() + "\n"))
	}
	info.Hash = hex.EncodeToString(sum.Sum(nil))
	if info.Name == "" {
		info.Name = g.sources[0].Name
	}
	if err := os.MkdirAll(filepath.Dir(o.Out), 0o700); err != nil {
		return Info{}, ErrWrite.With(plain(err))
	}
	part := o.Out + ".part"
	defer os.Remove(part)
	if err := g.save(ctx, part, info, x, s); err != nil {
		return Info{}, err
	}
	if err := os.Rename(part, o.Out); err != nil {
		return Info{}, ErrWrite.With(plain(err))
	}
	return info, nil
}

package sheet

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ecritoire/internal/review"
)

// Shelf is the packs of one profile. They are opened at the first search, and
// stay open. It is safe for several callers at once.
type Shelf struct {
	dir string

	mu     sync.Mutex
	packs  []*Pack
	opened bool
}

// NewShelf looks for packs in that folder, which need not be there yet.
func NewShelf(dir string) *Shelf { return &Shelf{dir: dir} }

// Build makes a pack of that name, and tells what changed from the one that
// was there; a search that comes later finds its sheets. It is made beside the
// old one, which stands until the new one is whole.
func (s *Shelf) Build(ctx context.Context, name string, sources []string, progress func(review.Progress)) (review.Pack, []review.SheetChange, error) {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return review.Pack{}, nil, ErrWrite.With(err)
	}
	next := filepath.Join(s.dir, name+".next")
	defer os.Remove(next)
	info, err := Build(ctx, Order{Out: next, Name: name, Sources: sources}, func(p Progress) {
		progress(review.Progress{Step: p.Stage, Done: p.Done, Total: p.Total})
	})
	if err != nil {
		return review.Pack{}, nil, err
	}
	changes, err := compared(ctx, s.path(name), next)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, ErrNotAPack) && !errors.Is(err, ErrPackFormat) {
		return review.Pack{}, nil, err
	}
	if err := s.Close(); err != nil {
		return review.Pack{}, nil, ErrWrite.With(err)
	}
	if err := os.Rename(next, s.path(name)); err != nil {
		return review.Pack{}, nil, ErrWrite.With(err)
	}
	return described(info), changes, nil
}

func (s *Shelf) path(name string) string { return filepath.Join(s.dir, name+".db") }

// Compare tells what changed from one pack of the profile to another.
func (s *Shelf) Compare(ctx context.Context, before, after string) ([]review.SheetChange, error) {
	return compared(ctx, s.path(before), s.path(after))
}

// compared opens two packs for as long as it compares them.
func compared(ctx context.Context, before, after string) (changes []review.SheetChange, err error) {
	if _, err := os.Stat(before); err != nil {
		return nil, ErrNotAPack.With(err)
	}
	old, err := Open(ctx, before)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, old.Close()) }()
	now, err := Open(ctx, after)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, now.Close()) }()
	return Compare(ctx, old, now)
}

// Packs lists the packs by name.
func (s *Shelf) Packs(ctx context.Context) ([]review.Pack, error) {
	all := []review.Pack{}
	packs, err := s.open(ctx)
	for _, p := range packs {
		all = append(all, described(p.Info()))
	}
	return all, err
}

// Search asks all packs and gives the n likeliest sheets, each once.
func (s *Shelf) Search(ctx context.Context, question string, n int) ([]review.Hit, error) {
	return s.Passages(ctx, question, n, 1)
}

// Passages asks all packs and gives up to each passages of the n likeliest
// sheets. A sheet that stands in two packs is taken from the one where it is
// newer.
func (s *Shelf) Passages(ctx context.Context, question string, n, each int) ([]review.Hit, error) {
	packs, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	found := map[[2]string][]review.Hit{}
	for _, p := range packs {
		hits, err := p.Passages(ctx, question, n, each)
		if err != nil {
			return nil, err
		}
		for of, some := range bySheet(hits) {
			if was := found[of]; len(was) == 0 || was[0].Date < some[0].Date {
				found[of] = some
			}
		}
	}
	return likeliest(found, n), nil
}

func bySheet(hits []Hit) map[[2]string][]review.Hit {
	all := map[[2]string][]review.Hit{}
	for _, h := range hits {
		of := [2]string{h.Kind, h.Sheet}
		all[of] = append(all[of], review.Hit{Passage: h.Passage, Heading: h.Heading, Score: h.Score, Bears: h.Score >= Enough})
	}
	return all
}

func likeliest(found map[[2]string][]review.Hit, n int) []review.Hit {
	sheets := slices.SortedFunc(maps.Values(found), func(a, b []review.Hit) int {
		return cmp.Or(cmp.Compare(b[0].Score, a[0].Score), cmp.Compare(a[0].Kind, b[0].Kind), cmp.Compare(a[0].Sheet, b[0].Sheet))
	})
	return append([]review.Hit{}, slices.Concat(sheets[:min(n, len(sheets))]...)...)
}

// Read gives a whole sheet, from the pack where it is newest.
func (s *Shelf) Read(ctx context.Context, kind, id string) (review.Sheet, error) {
	packs, err := s.open(ctx)
	if err != nil {
		return review.Sheet{}, err
	}
	best, found := review.Sheet{}, false
	for _, p := range packs {
		one, err := p.Read(ctx, kind, id)
		if errors.Is(err, ErrNoSuchSheet) {
			continue
		}
		if err != nil {
			return review.Sheet{}, err
		}
		if !found || best.Date < one.Date {
			best, found = one, true
		}
	}
	if !found {
		return review.Sheet{}, ErrNoSuchSheet
	}
	return best, nil
}

// open gives the packs. One that cannot be read is an error, never passed over:
// the agent would believe that its sheets were searched.
func (s *Shelf) open(ctx context.Context) ([]*Pack, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened {
		return s.packs, nil
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotAPack.With(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".db") {
			continue
		}
		p, err := Open(ctx, filepath.Join(s.dir, e.Name()))
		if err != nil {
			return nil, errors.Join(err, s.forget())
		}
		s.packs = append(s.packs, p)
	}
	s.opened = true
	return s.packs, nil
}

// Close closes what is open; a later search opens it again.
func (s *Shelf) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.forget()
}

func (s *Shelf) forget() (err error) {
	for _, p := range s.packs {
		err = errors.Join(err, p.Close())
	}
	s.packs, s.opened = nil, false
	return err
}

func described(i Info) review.Pack {
	p := review.Pack{Name: i.Name, Hash: i.Hash, BuiltAt: i.BuiltAt, Sheets: i.Sheets, Sources: []review.PackSource{}}
	for _, s := range i.Sources {
		p.Sources = append(p.Sources, review.PackSource(s))
	}
	return p
}

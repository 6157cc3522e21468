package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ecritoire/internal/review"
	"ecritoire/internal/sheet"
)

// shelf gives the desk the packs of sheets of a profile. They are opened at
// the first search, and stay open.
type shelf struct {
	dir string

	mu     sync.Mutex
	packs  []*sheet.Pack
	opened bool
}

func newShelf(profile string) *shelf { return &shelf{dir: filepath.Join(profile, "sheets")} }

// Build makes a pack of that name; a search that comes later finds its sheets.
func (s *shelf) Build(ctx context.Context, name string, sources []string, progress func(review.Progress)) (review.Pack, error) {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return review.Pack{}, sheet.ErrWrite.With(err)
	}
	info, err := sheet.Build(ctx, sheet.Order{Out: filepath.Join(s.dir, name+".db"), Name: name, Sources: sources}, func(p sheet.Progress) {
		progress(review.Progress{Step: p.Stage, Done: p.Done, Total: p.Total})
	})
	if err != nil {
		return review.Pack{}, err
	}
	return pack(info), s.Close()
}

// Packs lists the packs by name.
func (s *shelf) Packs(ctx context.Context) ([]review.Pack, error) {
	all := []review.Pack{}
	packs, err := s.open(ctx)
	for _, p := range packs {
		all = append(all, pack(p.Info()))
	}
	return all, err
}

// Search asks all packs and gives the n likeliest sheets, each once.
func (s *shelf) Search(ctx context.Context, question string, n int) ([]review.Hit, error) {
	packs, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	all := []review.Hit{}
	for _, p := range packs {
		hits, err := p.Search(ctx, question, n)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			all = append(all, review.Hit{Passage: h.Passage, Heading: h.Heading, Score: h.Score, Bears: h.Score >= sheet.Enough})
		}
	}
	slices.SortStableFunc(all, func(a, b review.Hit) int { return cmp.Compare(b.Score, a.Score) })
	return all[:min(n, len(all))], nil
}

// open gives the packs. One that cannot be read is an error, never passed over:
// the agent would believe that its sheets were searched.
func (s *shelf) open(ctx context.Context) ([]*sheet.Pack, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened {
		return s.packs, nil
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, sheet.ErrNotAPack.With(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".db") {
			continue
		}
		p, err := sheet.Open(ctx, filepath.Join(s.dir, e.Name()))
		if err != nil {
			return nil, errors.Join(err, s.forget())
		}
		s.packs = append(s.packs, p)
	}
	s.opened = true
	return s.packs, nil
}

// Close closes what is open; a later search opens it again.
func (s *shelf) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.forget()
}

func (s *shelf) forget() (err error) {
	for _, p := range s.packs {
		err = errors.Join(err, p.Close())
	}
	s.packs, s.opened = nil, false
	return err
}

func pack(i sheet.Info) review.Pack {
	p := review.Pack{Name: i.Name, Hash: i.Hash, BuiltAt: i.BuiltAt, Sheets: i.Sheets, Sources: []review.PackSource{}}
	for _, s := range i.Sources {
		p.Sources = append(p.Sources, review.PackSource(s))
	}
	return p
}

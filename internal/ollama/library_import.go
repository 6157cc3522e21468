package ollama

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ecritoire/internal/review"
)

// Import takes a model file into the library: its head is read, the file
// copied (or shared with the disk, where that is possible), its hash taken, and
// the server made to write a few words with it. Only then is it listed. With
// no name, one is made from the file. Progress comes in the steps "copy" or
// "hash" (bytes), "register" and "try" (tokens). An import that was stopped in
// the copy goes on from there when the same file is imported again; stopped
// later, it leaves nothing.
func (l *Library) Import(ctx context.Context, path, name string, progress func(review.Progress)) (review.Model, error) {
	done, err := l.alone(ctx)
	if err != nil {
		return review.Model{}, err
	}
	defer done()
	s, err := openSource(path)
	if err != nil {
		return review.Model{}, err
	}
	m, err := l.take(ctx, s, name, progress)
	return m, closing(s.file, err)
}

func (l *Library) take(ctx context.Context, s *source, name string, progress func(review.Progress)) (review.Model, error) {
	m, dialogue, err := l.examine(ctx, s, name)
	if err != nil {
		return review.Model{}, err
	}
	if m.FileHash, err = l.fetch(ctx, s, progress); err != nil {
		return review.Model{}, err
	}
	if m, err = l.enlist(ctx, m, dialogue, progress); err != nil {
		return review.Model{}, errors.Join(err, l.prune())
	}
	return m, nil
}

// examine refuses everything that can be refused before the first byte is
// copied.
func (l *Library) examine(ctx context.Context, s *source, asked string) (review.Model, *dialogue, error) {
	if err := s.serves(); err != nil {
		return review.Model{}, nil, err
	}
	name, err := chooseName(asked, s)
	if err != nil {
		return review.Model{}, nil, err
	}
	if _, err := os.Stat(l.entry(name)); !errors.Is(err, fs.ErrNotExist) {
		return review.Model{}, nil, ErrModelTaken.Naming(name)
	}
	d, err := s.dialogue()
	if err != nil {
		return review.Model{}, nil, err
	}
	m := s.model(name)
	m.Memory = memoryNeeded(s.path, s.header)
	return m, d, enoughMemory(ctx, max(m.Memory, m.Bytes))
}

// enlist has the server make and try the model, then writes its entry.
func (l *Library) enlist(ctx context.Context, m review.Model, d *dialogue, progress func(review.Progress)) (review.Model, error) {
	client, err := l.client(ctx)
	if err != nil {
		return m, err
	}
	r := registration{client: client, model: m, dialogue: d, progress: progress}
	if m.Hash, err = r.run(ctx); err != nil {
		return m, err
	}
	m.ImportedAt = time.Now().UTC().Truncate(time.Second)
	return m, l.write(m)
}

// write puts the entry there in one step, and for good.
func (l *Library) write(m review.Model) error {
	m.Pace = nil // kept elsewhere, with the drafts'
	raw, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(l.listed(), 0o700); err != nil {
		return ErrModelStore.With(err)
	}
	passing := filepath.Join(l.listed(), ".passing-"+m.Name)
	if err := writeSynced(passing, raw); err != nil {
		return ErrModelStore.With(err)
	}
	if err := os.Rename(passing, l.entry(m.Name)); err != nil {
		return ErrModelStore.With(err)
	}
	return syncFolder(l.listed())
}

func writeSynced(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err = file.Write(content); err == nil {
		err = file.Sync()
	}
	return closing(file, err)
}

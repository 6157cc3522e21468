package ollama

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"

	"ecritoire/internal/review"
)

// What an import leaves in the folder of blobs until it has the file's hash.
const (
	passing  = ".import-"
	partial  = ".part" // a copy under way, to be gone on with
	shared   = ".link" // the user's file, shared with the disk
	oneRead  = 1 << 20
	compared = 1 << 20 // bytes at each end of a partial copy that are held against the source
)

// fetch brings the file among the blobs and gives its SHA-256.
func (l *Library) fetch(ctx context.Context, s *source, progress func(review.Progress)) (string, error) {
	if err := os.MkdirAll(l.blobs(), 0o700); err != nil {
		return "", ErrModelStore.With(err)
	}
	key, err := s.key()
	if err != nil {
		return "", err
	}
	place := filepath.Join(l.blobs(), passing+key)
	if share(s, place+shared) {
		return l.hashShared(ctx, s, place+shared, progress)
	}
	return l.copyOver(ctx, s, place+partial, progress)
}

// share has the disk hold one file under two names, by a reflink where the
// file system knows it, else by a hard link. It says whether it could; if not,
// the file is copied.
func share(s *source, place string) bool {
	if err := os.Remove(place); err != nil && !errors.Is(err, os.ErrNotExist) {
		return false
	}
	return reflink(s.file, place) == nil || hardLink(s, place)
}

// hardLink makes sure that the name still meant the file that is open: a link
// is made by name.
func hardLink(s *source, place string) bool {
	if err := os.Link(s.path, place); err != nil {
		return false
	}
	linked, err := os.Lstat(place)
	opened, err2 := s.file.Stat()
	return err == nil && err2 == nil && os.SameFile(linked, opened)
}

func (l *Library) hashShared(ctx context.Context, s *source, place string, progress func(review.Progress)) (string, error) {
	sum := sha256.New()
	m := newMeter("hash", s.size, progress)
	err := feed(ctx, io.NewSectionReader(s.file, 0, s.size), s.size, m, sum)
	if err == nil {
		err = s.unchanged()
	}
	if err != nil {
		return "", errors.Join(err, os.Remove(place))
	}
	return l.settle(place, sum)
}

// copyOver copies the file, from where an earlier copy stopped.
func (l *Library) copyOver(ctx context.Context, s *source, place string, progress func(review.Progress)) (string, error) {
	part, err := os.OpenFile(place, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return "", ErrModelStore.With(err)
	}
	sum := sha256.New()
	err = l.complete(ctx, s, part, sum, newMeter("copy", s.size, progress))
	if err = closing(part, err); err != nil {
		return "", err
	}
	return l.settle(place, sum)
}

func (l *Library) complete(ctx context.Context, s *source, part *os.File, sum hash.Hash, m *meter) error {
	held, err := l.held(s, part)
	if err != nil {
		return err
	}
	if err := enoughSpace(l.blobs(), s.size-held); err != nil {
		return err
	}
	if err := feed(ctx, io.NewSectionReader(part, 0, held), held, m, sum); err != nil {
		return err
	}
	for at := held; at < s.size; at += l.sync {
		stretch := min(l.sync, s.size-at)
		err := feed(ctx, io.NewSectionReader(s.file, at, stretch), stretch, m, sum, &storing{part})
		if err != nil {
			return err
		}
		if err := part.Sync(); err != nil {
			return ErrModelStore.With(err)
		}
	}
	return s.unchanged()
}

// held says how much of an earlier copy can be gone on with: whole stretches
// that were synced, if their two ends are the source's. The rest is cut off.
func (l *Library) held(s *source, part *os.File) (int64, error) {
	info, err := part.Stat()
	if err != nil {
		return 0, ErrModelStore.With(err)
	}
	// The last stretch is written before it is synced: only what lies before
	// it is sure to have survived a power cut.
	held := max(0, min(info.Size(), s.size)-1) / l.sync * l.sync
	if held > 0 && !sameEnds(s.file, part, held) {
		held = 0
	}
	if err := part.Truncate(held); err != nil {
		return 0, ErrModelStore.With(err)
	}
	if _, err := part.Seek(held, io.SeekStart); err != nil {
		return 0, ErrModelStore.With(err)
	}
	return held, nil
}

// sameEnds compares the first and the last part of what was copied: a stick
// whose file was replaced under the same name, size and time is noticed.
func sameEnds(a, b io.ReaderAt, size int64) bool {
	n := min(size, compared)
	for _, at := range []int64{0, size - n} {
		one, other := make([]byte, n), make([]byte, n)
		_, err := a.ReadAt(one, at)
		_, err2 := b.ReadAt(other, at)
		if err != nil || err2 != nil || !bytes.Equal(one, other) {
			return false
		}
	}
	return true
}

// storing tells a failure of our disk from one of the stick.
type storing struct{ file *os.File }

// Write is io.Writer's, with ErrModelStore for an error.
func (s *storing) Write(p []byte) (int, error) {
	n, err := s.file.Write(p)
	if err != nil {
		return n, ErrModelStore.With(err)
	}
	return n, nil
}

// feed reads exactly size bytes into every writer, stopping when ctx ends.
func feed(ctx context.Context, from io.Reader, size int64, m *meter, to ...io.Writer) error {
	buffer := make([]byte, min(oneRead, max(1, size)))
	for left := size; left > 0; {
		if err := ctx.Err(); err != nil {
			return err
		}
		piece := buffer[:min(int64(len(buffer)), left)]
		if _, err := io.ReadFull(from, piece); err != nil {
			return readError(err)
		}
		for _, w := range to {
			if _, err := w.Write(piece); err != nil {
				return err
			}
		}
		left -= int64(len(piece))
		m.add(int64(len(piece)))
	}
	return nil
}

func readError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrModelChanged.With(err)
	}
	return ErrModelRead.With(err)
}

// settle gives the file the name by which the server knows it. A blob that is
// already there is the same by its hash.
func (l *Library) settle(place string, sum hash.Hash) (string, error) {
	digest := hex.EncodeToString(sum.Sum(nil))
	blob := filepath.Join(l.blobs(), "sha256-"+digest)
	var err error
	if _, missing := os.Stat(blob); missing == nil {
		err = os.Remove(place)
	} else if err = os.Rename(place, blob); err == nil {
		err = syncFolder(l.blobs())
	}
	if err != nil {
		return "", ErrModelStore.With(fmt.Errorf("settle: %w", err))
	}
	return digest, nil
}

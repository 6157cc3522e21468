package intake

import (
	"archive/zip"
	"errors"
	"io"
	"strings"
	"sync/atomic"
)

// What a file may unpack to; beyond that it is a bomb.
const (
	unpackedLimit = 4 << 30
	ratioLimit    = 300
	ratioFrom     = 32 << 20 // bytes of one part before its ratio counts
	partLimit     = 20000
)

// pack is an opened zip. Its parts are read in place: nothing is written to
// disk, and the names in it are only compared, never used as paths.
type pack struct {
	files map[string]*zip.File
	read  atomic.Int64 // bytes unpacked
	total int64        // as the directory says
}

func newPack(r io.ReaderAt, size int64) (*pack, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, ErrDamaged.With(err)
	}
	if len(z.File) > partLimit {
		return nil, ErrTooLarge
	}
	p := &pack{files: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, `\`, "/") // as some programs part folders
		if p.files[name] != nil && !strings.HasSuffix(name, "/") {
			return nil, ErrDamaged // which of two parts of one name is meant, nobody knows
		}
		p.files[name] = f
		p.total += int64(min(f.UncompressedSize64, unpackedLimit))
	}
	return p, nil
}

func (p *pack) open(name string) (io.ReadCloser, error) {
	f := p.files[name]
	if f == nil {
		return nil, ErrDamaged
	}
	r, err := f.Open()
	if err != nil {
		return nil, ErrDamaged.With(err)
	}
	return &part{ReadCloser: r, pack: p, packed: int64(f.CompressedSize64)}, nil
}

func (p *pack) share() float64 { return min(1, float64(p.read.Load())/float64(max(1, p.total))) }

// part is one file of a zip, bounded whatever the directory says of it.
type part struct {
	io.ReadCloser
	pack   *pack
	packed int64
	read   int64
}

// Read passes bytes on, or ErrTooLarge.
func (p *part) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	p.read += int64(n)
	switch {
	case p.pack.read.Add(int64(n)) > unpackedLimit, p.read > ratioFrom && p.read/max(1, p.packed) > ratioLimit:
		return 0, ErrTooLarge
	case err != nil && !errors.Is(err, io.EOF):
		return n, ErrDamaged.With(err)
	}
	return n, err
}

// Package intake turns the files that agents have into reviews: one file per
// format, one registry. It drops nothing in silence: a row that gives no
// review gives a rejection.
package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"ecritoire/internal/review"
)

// Options say how to read a file. The zero value recognises it by its content.
type Options struct {
	Format     string                                        // "" to recognise
	Mapping    review.Mapping                                // by hand; nil for none
	Remembered func(headerKey string) (review.Mapping, bool) // what was mapped before; nil for nothing
}

// File is a file whose format is known, ready to be read. Close it.
type File struct {
	Format   string
	Size     int64  // bytes, for estimates; of a folder, of its parts
	Key      string // of the header: a mapping is remembered under it
	Encoding string // as in review.Preview
	close    func() error
	table    table
	format   format
}

// Open opens a file and recognises its format by its content; name "" means
// recognise, else the format must be that one.
func Open(path, name string) (*File, error) { return OpenAs(path, Options{Format: name}) }

// OpenAs is Open with a mapping.
func OpenAs(path string, o Options) (*File, error) {
	c, err := contain(path, o.seek)
	if err != nil {
		return nil, err
	}
	f, err := c.file(o)
	if err != nil {
		return nil, errors.Join(err, c.close())
	}
	return f, nil
}

// Read is Open for bytes of text that come from elsewhere.
func Read(r io.Reader, name string) (*File, error) {
	c, err := text(r, 0, func() error { return nil }, Options{}.seek)
	if err != nil {
		return nil, err
	}
	return c.file(Options{Format: name})
}

// container is an opened table whose format is not yet chosen.
type container struct {
	table    table
	encoding string
	size     int64
	close    func() error
}

func (c container) file(o Options) (*File, error) {
	f, err := choose(c.table, o)
	if err != nil {
		return nil, err
	}
	return &File{Format: f.name, Size: c.size, Key: c.table.header().key(), Encoding: c.encoding, close: c.close, table: c.table, format: f}, nil
}

// contain opens a path without ever waiting on it: a pipe is refused before
// and after it is opened.
func contain(path string, seek seeker) (container, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return container{}, ErrUnreadable.With(cause(err))
	case info.IsDir():
		return folder(path)
	case !info.Mode().IsRegular():
		return container{}, ErrNotAFile
	case info.Size() == 0:
		return container{}, ErrEmpty
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return container{}, ErrUnreadable.With(cause(err))
	}
	if info, err = f.Stat(); err != nil || !info.Mode().IsRegular() {
		return container{}, errors.Join(ErrNotAFile, f.Close())
	}
	c, err := opened(f, info.Size(), seek)
	if err != nil {
		return container{}, errors.Join(err, f.Close())
	}
	return c, nil
}

func opened(f *os.File, size int64, seek seeker) (container, error) {
	magic := make([]byte, 4)
	_, err := f.ReadAt(magic, 0)
	switch {
	case err == nil && bytes.Equal(magic, []byte("PK\x03\x04")):
		return archive(f, size, f.Close, seek)
	case err == nil && bytes.HasPrefix(magic, []byte("\x1f\x8b")):
		return gunzip(f, size, f.Close, seek)
	}
	return text(f, size, f.Close, seek)
}

// text opens CSV or JSON, told by the first sign that is not blank.
func text(r io.Reader, size int64, closing func() error, seek seeker) (container, error) {
	m := &meter{r: r, total: size}
	return metered(m, m, closing, seek)
}

// metered is text whose progress something else tells.
func metered(r io.Reader, m *meter, closing func() error, seek seeker) (container, error) {
	decoded, encoding, err := decode(bufio.NewReaderSize(r, 1<<16))
	if err != nil {
		return container{}, err
	}
	buffered := bufio.NewReaderSize(decoded, 1<<12)
	head, _ := buffered.Peek(1 << 10) // the error comes again when the table reads
	var t table
	if start := bytes.TrimSpace(head); len(start) > 0 && (start[0] == '{' || start[0] == '[') {
		t, err = records(buffered, m)
	} else {
		t, err = newCSV(buffered, m, seek)
	}
	return container{t, encoding, m.total, closing}, err
}

// cause keeps the system's reason and leaves the path out: a file's name may
// hold a person's.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Close closes the file.
func (f *File) Close() error { return f.close() }

// Progress is how much of the file has been read, from 0 to 1. Rows may be
// running.
func (f *File) Progress() float64 { return f.table.progress() }

// Rows yields each row of the file once. The error ends the sequence; a row
// that gives no review is not an error but a rejection.
func (f *File) Rows() iter.Seq2[review.Row, error] {
	ids := identities{}
	return func(yield func(review.Row, error) bool) {
		for {
			rec, err := f.table.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(review.Row{}, readable(err))
				return
			}
			if !yield(f.row(rec, ids), nil) {
				return
			}
		}
	}
}

func readable(err error) error {
	var ours *review.Error
	if errors.As(err, &ours) {
		return ours
	}
	return ErrUnreadable.With(cause(err))
}

func (f *File) row(rec record, ids identities) review.Row {
	if rec.reason != nil {
		return f.reject(rec, *rec.reason)
	}
	if rec.sheet > 0 && !f.knows(rec.cells.head) {
		return f.reject(rec, errForeign.Message)
	}
	r, err := f.format.row(rec.cells)
	r.ExternalID = trusted(r.ExternalID)
	switch {
	case err == nil && r.Text == "" && f.lost(rec.cells):
		err = errCell
	case err != nil && rec.cells.names():
		err = errHeader
	}
	if err != nil {
		row := f.reject(rec, review.Describe(err).Message)
		if r.ExternalID != "" {
			row.Rejected.Seen = &r
		}
		return row
	}
	if r.ExternalID == "" {
		r.ExternalID = ids.of(r)
	}
	return review.Row{Review: r}
}

var address = regexp.MustCompile(`[^\s"';,<>|]+@[^\s"';,<>|]+`)

// reject keeps the row as it stood, but for what the format drops.
func (f *File) reject(rec record, reason review.Text) review.Row {
	if rec.raw == "" {
		rec.raw = f.raw(rec.cells)
	}
	if rec.sheet > 1 {
		reason.FR = "feuille " + strconv.Itoa(rec.sheet) + "\u00a0: " + reason.FR
		reason.EN = "sheet " + strconv.Itoa(rec.sheet) + ": " + reason.EN
	}
	if len(f.format.drops) > 0 {
		rec.raw = address.ReplaceAllString(rec.raw, "[adresse retirée]")
	}
	return review.Row{Rejected: &review.Rejection{Line: rec.line, Reason: reason, Raw: strings.ToValidUTF8(rec.raw, "\ufffd")}}
}

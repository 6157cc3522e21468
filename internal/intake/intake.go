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

	"ecritoire/internal/review"
)

// The errors of reading files. Their sentences name no text of a review.
var (
	ErrUnreadable = &review.Error{Code: "file_unreadable", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier ne peut pas être lu.", EN: "This file cannot be read."},
		Hint:    review.Text{FR: "Vérifiez son chemin et vos droits d’accès.", EN: "Check its path and your rights to it."}}
	ErrNotAFile = &review.Error{Code: "not_a_file", Kind: review.Misused,
		Message: review.Text{FR: "Ce chemin est un dossier ou un objet spécial, pas un fichier.", EN: "This path is a folder or a special object, not a file."},
		Hint:    review.Text{FR: "Indiquez le fichier CSV lui-même.", EN: "Give the CSV file itself."}}
	ErrEmpty = &review.Error{Code: "file_empty", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier est vide.", EN: "This file is empty."},
		Hint:    review.Text{FR: "Refaites l’export depuis la plateforme.", EN: "Export it again from the platform."}}
	ErrBinary = &review.Error{Code: "file_binary", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier n’est pas un texte.", EN: "This file is not text."},
		Hint:    review.Text{FR: "Choisissez un export CSV ; s’il est dans une archive, décompressez-la d’abord.", EN: "Choose a CSV export; if it is in an archive, unpack it first."}}
	ErrUnknownHeader = &review.Error{Code: "unknown_header", Kind: review.Failed,
		Message: review.Text{FR: "Les colonnes de ce fichier ne sont celles d’aucun format connu.", EN: "This file’s columns are those of no known format."},
		Hint:    review.Text{FR: "Format lu : spplus (export CSV de Services Publics+).", EN: "Format read: spplus (CSV export of Services Publics+)."}}
	ErrUnknownFormat = &review.Error{Code: "unknown_format", Kind: review.Misused,
		Message: review.Text{FR: "Le format « %s » est inconnu.", EN: "The format “%s” is unknown."},
		Hint:    review.Text{FR: "Format lu : spplus.", EN: "Format read: spplus."}}
)

// Format reads one kind of file.
type format struct {
	name       string
	recognises func(header []string) bool
	row        func(cells map[string]string) (review.Review, error)
}

var formats = []format{spplus}

// File is a file whose format is known, ready to be read. Close it.
type File struct {
	Format string
	Size   int64 // bytes, for estimates
	close  func() error
	table  *table
	format format
}

// Open opens a file and recognises its format by its content; name "" means
// recognise, else the format must be that one.
func Open(path, name string) (*File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, ErrUnreadable.With(cause(err))
	case !info.Mode().IsRegular():
		return nil, ErrNotAFile
	case info.Size() == 0:
		return nil, ErrEmpty
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, ErrUnreadable.With(cause(err))
	}
	file, err := Read(f, name)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	file.Size, file.close = info.Size(), f.Close
	return file, nil
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

// Read is Open for bytes that come from elsewhere.
func Read(r io.Reader, name string) (*File, error) {
	text, err := decode(bufio.NewReaderSize(r, 1<<16))
	if err != nil {
		return nil, err
	}
	table, err := newTable(text)
	if err != nil {
		return nil, err
	}
	f, err := choose(name, table.header)
	if err != nil {
		return nil, err
	}
	return &File{Format: f.name, table: table, format: f, close: func() error { return nil }}, nil
}

func choose(name string, header []string) (format, error) {
	known := name == ""
	for _, f := range formats {
		known = known || f.name == name
		if (name == "" || f.name == name) && f.recognises(header) {
			return f, nil
		}
	}
	if !known {
		return format{}, ErrUnknownFormat.Naming(name)
	}
	return format{}, ErrUnknownHeader
}

// Close closes the file.
func (f *File) Close() error { return f.close() }

// Rows yields each row of the file once. The error ends the sequence; a row
// that gives no review is not an error but a rejection.
func (f *File) Rows() iter.Seq2[review.Row, error] {
	ids := identities{}
	return func(yield func(review.Row, error) bool) {
		for record, err := range f.table.records() {
			if err != nil {
				yield(review.Row{}, ErrUnreadable.With(err))
				return
			}
			if !yield(f.row(record, ids), nil) {
				return
			}
		}
	}
}

func (f *File) row(rec record, ids identities) review.Row {
	if rec.reason != nil {
		return review.Row{Rejected: &review.Rejection{Line: rec.line, Reason: *rec.reason, Raw: rec.raw}}
	}
	r, err := f.format.row(rec.cells)
	if err != nil {
		return review.Row{Rejected: &review.Rejection{Line: rec.line, Reason: review.Describe(err).Message, Raw: rec.raw}}
	}
	if r.ExternalID == "" {
		r.ExternalID = ids.of(r)
	}
	return review.Row{Review: r}
}

// isBinary tells text from what no export is: a NUL that UTF-16 does not
// explain, or the mark of an archive or a picture.
func isBinary(head []byte) bool {
	for _, magic := range []string{"PK\x03\x04", "%PDF", "\x89PNG", "\xff\xd8\xff", "\x1f\x8b", "\x7fELF", "GIF8", "SQLite format 3"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return bytes.IndexByte(head, 0) >= 0
}

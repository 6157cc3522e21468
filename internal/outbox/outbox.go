// Package outbox writes validated replies to the files that platforms take
// back. A file is whole and on the disk before its name appears.
package outbox

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"ecritoire/internal/review"
)

// The errors of exporting.
var (
	ErrFormat = &review.Error{Code: "export_format", Kind: review.Misused,
		Message: review.Text{FR: "Le format d’export « %s » est inconnu.", EN: "The export format “%s” is unknown."},
		Hint:    review.Text{FR: "Formats : spplus, csv, jsonl.", EN: "Formats: spplus, csv, jsonl."}}
	ErrWrite = &review.Error{Code: "export_write", Kind: review.Failed,
		Message: review.Text{FR: "Le fichier d’export n’a pas pu être écrit ; aucune réponse n’est marquée comme exportée.", EN: "The export file could not be written; no reply is marked as exported."},
		Hint:    review.Text{FR: "Vérifiez le dossier, vos droits et la place libre, puis recommencez.", EN: "Check the folder, your rights and the free space, then try again."}}
)

// Write writes the items to path in the format given, through a file beside
// it that is synced and renamed, and gives their number: path holds all of them
// or is untouched, as it is where there are none. An error of the items ends it
// and is given as it is. Characters are UTF-8; CSV has a byte order mark, which
// spreadsheets want.
func Write(path, format string, items iter.Seq2[review.Outgoing, error]) (int, error) {
	begin, ok := map[string]func(io.Writer) sink{"spplus": spplus, "csv": sheet, "jsonl": lines}[format]
	if !ok {
		return 0, ErrFormat.Naming(format)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return 0, ErrWrite.With(errors.New("not a regular file"))
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".ecritoire-*.part")
	if err != nil {
		return 0, ErrWrite.With(unnamed(err))
	}
	n, err := fill(tmp, items, begin)
	if err != nil || n == 0 {
		return 0, errors.Join(err, os.Remove(tmp.Name()))
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return 0, errors.Join(ErrWrite.With(unnamed(err)), os.Remove(tmp.Name()))
	}
	return n, settle(filepath.Dir(path))
}

// settle has the folder itself on the disk, so that the new name outlives a
// power cut. Windows neither needs nor allows it.
func settle(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return ErrWrite.With(unnamed(err))
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return ErrWrite.With(unnamed(err))
	}
	return nil
}

// fill writes the items one by one and has them on the disk.
func fill(f *os.File, items iter.Seq2[review.Outgoing, error], begin func(io.Writer) sink) (n int, err error) {
	defer func() {
		if end := f.Close(); err == nil && end != nil {
			err = ErrWrite.With(unnamed(end))
		}
	}()
	to := begin(f)
	for item, err := range items {
		if err != nil {
			return n, err
		}
		if err := to.put(item); err != nil {
			return n, ErrWrite.With(unnamed(err))
		}
		n++
	}
	if err := errors.Join(to.flush(), f.Sync()); err != nil {
		return n, ErrWrite.With(unnamed(err))
	}
	return n, nil
}

// unnamed keeps the system's reason and leaves paths out of the log.
func unnamed(err error) error {
	var p *os.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// sink is a file of one format under way; what flush does not say, put has.
type sink struct {
	put   func(review.Outgoing) error
	flush func() error
}

// spplus names the two columns as the platform's own export does, and changes
// no character: a platform reads it, not a spreadsheet.
func spplus(w io.Writer) sink {
	return table(w, []string{"ID expérience", "Réponse structure 1"}, func(i review.Outgoing) []string { return []string{i.ExternalID, i.Reply} })
}

func sheet(w io.Writer) sink {
	header := []string{"source", "external_id", "title", "reply", "writer", "validated_by", "validated_at"}
	return table(w, header, func(i review.Outgoing) []string {
		return defuse([]string{string(i.Source), i.ExternalID, i.Title, i.Reply, string(i.Writer), i.ValidatedBy, i.ValidatedAt.Format(time.RFC3339)})
	})
}

// table is CSV behind a byte order mark. The header waits for the first row,
// as an error of writing it can be told there.
func table(w io.Writer, header []string, row func(review.Outgoing) []string) sink {
	c := csv.NewWriter(w)
	begin := sync.OnceValue(func() error {
		_, err := io.WriteString(w, "\ufeff")
		return errors.Join(err, c.Write(header))
	})
	put := func(i review.Outgoing) error {
		if err := begin(); err != nil {
			return err
		}
		return c.Write(row(i))
	}
	return sink{put, func() error { c.Flush(); return c.Error() }}
}

// defuse keeps a spreadsheet from running a cell that a user wrote as a
// formula (OWASP, "CSV Injection").
func defuse(cells []string) []string {
	for i, c := range cells {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			cells[i] = "'" + c
		}
	}
	return cells
}

func lines(w io.Writer) sink {
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return sink{func(i review.Outgoing) error { return e.Encode(i) }, b.Flush}
}

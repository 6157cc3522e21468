// Package outbox writes validated replies to the files that platforms take
// back. A file is whole and on the disk before its name appears.
package outbox

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
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
// it that is synced and renamed: path holds all of them or is untouched.
// Characters are UTF-8; CSV has a byte order mark, which spreadsheets want.
func Write(path, format string, items []review.Outgoing) error {
	encode, ok := map[string]func(io.Writer, []review.Outgoing) error{"spplus": writeSPPlus, "csv": writeCSV, "jsonl": writeJSONL}[format]
	if !ok {
		return ErrFormat.Naming(format)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return ErrWrite.With(errors.New("not a regular file"))
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".ecritoire-*.part")
	if err != nil {
		return ErrWrite.With(unnamed(err))
	}
	if err := fill(tmp, items, encode); err != nil {
		return errors.Join(ErrWrite.With(unnamed(err)), os.Remove(tmp.Name()))
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return errors.Join(ErrWrite.With(unnamed(err)), os.Remove(tmp.Name()))
	}
	return settle(filepath.Dir(path))
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

func fill(f *os.File, items []review.Outgoing, encode func(io.Writer, []review.Outgoing) error) error {
	err := encode(f, items)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
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

// writeSPPlus names the two columns as the platform's own export does, and
// changes no character: a platform reads it, not a spreadsheet.
func writeSPPlus(w io.Writer, items []review.Outgoing) error {
	return table(w, []string{"ID expérience", "Réponse structure 1"}, items, func(i review.Outgoing) []string { return []string{i.ExternalID, i.Reply} })
}

func writeCSV(w io.Writer, items []review.Outgoing) error {
	header := []string{"source", "external_id", "title", "reply", "writer", "validated_by", "validated_at"}
	return table(w, header, items, func(i review.Outgoing) []string {
		return defuse([]string{string(i.Source), i.ExternalID, i.Title, i.Reply, string(i.Writer), i.ValidatedBy, i.ValidatedAt.Format(time.RFC3339)})
	})
}

func table(w io.Writer, header []string, items []review.Outgoing, row func(review.Outgoing) []string) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	rows := [][]string{header}
	for _, i := range items {
		rows = append(rows, row(i))
	}
	return c.WriteAll(rows)
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

func writeJSONL(w io.Writer, items []review.Outgoing) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, i := range items {
		if err := e.Encode(i); err != nil {
			return err
		}
	}
	return nil
}

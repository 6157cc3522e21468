package sheet

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Bounds of a service's own folder.
const (
	folderMost   = 20000    // files
	documentMost = 32 << 20 // bytes of one file, and of what it unpacks to
	textMost     = 4 << 20  // bytes of one text: longer ones are refused, never cut
	documentTime = 30 * time.Second
)

// format reads one kind of document.
type format func(body []byte) (title string, sections []section, err error)

// formats are the documents that a folder may hold, by their endings.
var formats = map[string]format{
	".md": ofMarkdown, ".markdown": ofMarkdown, ".txt": ofPlain, ".html": ofHTML, ".htm": ofHTML, ".docx": ofWord, ".odt": ofOpenDocument, ".pdf": ofPDF,
}

// readFolder reads a service's own documents, folders within it included. A
// document that cannot be read is counted and the others go on. Links to
// files elsewhere are not followed.
func readFolder(r *reader) error {
	r.info.Name, r.info.Licence = filepath.Base(filepath.Clean(r.path)), licenceOwn
	sum, files := sha256.New(), 0
	err := filepath.WalkDir(r.path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return r.unreadable(err)
		}
		if read, known := formats[strings.ToLower(filepath.Ext(path))]; known && entry.Type().IsRegular() {
			if files++; files > folderMost {
				return ErrSourceTooLarge.Naming(r.info.Name)
			}
			return r.own(path, read, sum)
		}
		return r.ctx.Err()
	})
	if err != nil {
		return err
	}
	r.info.Hash = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// own reads one document. Its name within the folder is its id.
func (r *reader) own(path string, read format, sum io.Writer) error {
	name, err := filepath.Rel(r.path, path)
	if err != nil {
		return r.unreadable(err)
	}
	name = filepath.ToSlash(name)
	body, changed, err := readFile(path)
	if err != nil {
		r.info.Unread++
		return r.ctx.Err()
	}
	r.tick(int64(len(body)))
	one := sha256.Sum256(body)
	io.WriteString(sum, name+"\x00"+string(one[:]))
	found := guarded(r.ctx, read, body)
	if found.err != nil {
		r.info.Unread++
		return r.ctx.Err()
	}
	d := document{sheet: name, kind: kindLocal, title: found.title, date: changed.Format(time.DateOnly), sections: found.sections}
	if d.title == "" {
		d.title = strings.ReplaceAll(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), "_", " ")
	}
	if folder := filepath.ToSlash(filepath.Dir(name)); folder != "." {
		d.path = strings.Split(folder, "/")
	}
	return r.keep(d)
}

func readFile(path string) ([]byte, time.Time, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, time.Time{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, time.Time{}, err
	}
	body, err := io.ReadAll(io.LimitReader(f, documentMost+1))
	if err == nil && len(body) > documentMost {
		err = errTooLong
	}
	return body, info.ModTime(), err
}

// outcome is what a format gave.
type outcome struct {
	title    string
	sections []section
	err      error
}

var (
	errNoText = errors.New("no text in it")
	errSlow   = errors.New("a document that does not end")
)

// guarded reads a document within its time. Libraries panic on broken files
// and may never end on hostile ones: both are that document's error.
func guarded(ctx context.Context, read format, body []byte) outcome {
	done := make(chan outcome, 1)
	go func() {
		o := outcome{}
		defer func() {
			if p := recover(); p != nil {
				o = outcome{err: fmt.Errorf("broken document: %T", p)}
			}
			done <- o
		}()
		o.title, o.sections, o.err = read(body)
	}()
	select {
	case o := <-done:
		return o
	case <-ctx.Done():
		return outcome{err: ctx.Err()}
	case <-time.After(documentTime):
		return outcome{err: errSlow}
	}
}

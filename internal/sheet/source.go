package sheet

import (
	"context"
	"os"
	"path/filepath"
	"strings"
)

// Source is where some of a pack's sheets come from.
type Source struct {
	Name    string `json:"name"`
	Licence string `json:"licence"`
	Date    string `json:"date"` // YYYY-MM-DD of its newest sheet, "" for unknown
	Hash    string `json:"hash"` // SHA-256 of the file, or of a folder's names and files; hexadecimal
	Sheets  int    `json:"sheets"`
	Unread  int    `json:"unread"` // files of a folder or archive that could not be read as sheets
}

// Progress is where a build stands. Done and Total count bytes while sources
// are read and steps afterwards; Total is 0 where it is not known.
type Progress struct {
	Stage       string // "read", "index", "relate", "write"
	Done, Total int64
}

// reader is one source being read: what its reader needs and fills.
type reader struct {
	ctx  context.Context
	path string
	info Source
	each func(document) error
	tick func(bytes int64)
	text int // bytes of text kept so far
}

// keep hands a document over, with the newest date noted.
func (r *reader) keep(d document) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if !d.leads {
		d = d.tidied()
		if len(d.sections) == 0 && d.summary == "" {
			r.info.Unread++
			return nil
		}
		if r.text += d.size(); r.text > sourceMost {
			return ErrSourceTooLarge.Naming(filepath.Base(r.path))
		}
		r.info.Sheets++
		r.info.Date = max(r.info.Date, d.date)
	}
	return r.each(d)
}

// kindOf tells a source's kind by its name: a folder, or a file's ending.
func kindOf(path string) (func(*reader) error, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, ErrSourceUnreadable.Naming(filepath.Base(path)).With(plain(err))
	}
	switch name := strings.ToLower(path); {
	case info.IsDir():
		return readFolder, nil
	case strings.HasSuffix(name, ".tgz"), strings.HasSuffix(name, ".tar.gz"):
		return readPackage, nil
	case strings.HasSuffix(name, ".zip"):
		return readArchive, nil
	case strings.HasSuffix(name, ".csv"):
		return readAnswers, nil
	default:
		return nil, ErrSourceUnknown.Naming(filepath.Base(path))
	}
}

// licenceOpen is what DILA and the labour ministry publish their sheets under.
const licenceOpen = "Licence Ouverte 2.0 (Etalab)"

// licenceOwn is for what the service wrote itself.
const licenceOwn = "Document du service"

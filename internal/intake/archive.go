package intake

import (
	"compress/gzip"
	"errors"
	"io"
	"regexp"
	"strings"
)

// archive opens what a zip may be: a workbook, an OpenDocument table, one table
// as text, or a Takeout, told by the parts it has.
func archive(r io.ReaderAt, size int64, closing func() error, seek seeker) (container, error) {
	p, err := newPack(r, size)
	if err != nil {
		return container{}, err
	}
	var t table
	switch name := p.onlyText(); {
	case p.files["xl/workbook.xml"] != nil:
		t, err = newXLSX(p, seek)
	case p.files["content.xml"] != nil:
		t, err = newODS(p, seek)
	case p.files["xl/workbook.bin"] != nil:
		err = ErrOldWorkbook
	case p.files["Index/Document.iwa"] != nil || p.files["Index.zip"] != nil:
		err = ErrNumbers
	case name != "":
		return p.text(name, closing, seek)
	default:
		t, err = newTakeout(p.jsonParts())
	}
	return container{t, utf8Name, size, closing}, err
}

// gunzip opens one text that was packed by itself, as data portals give it.
func gunzip(r io.Reader, size int64, closing func() error, seek seeker) (container, error) {
	m := &meter{r: r, total: size}
	unpacked, err := gzip.NewReader(m)
	if err != nil {
		return container{}, ErrDamaged.With(err)
	}
	return metered(&part{ReadCloser: unpacked, pack: &pack{}, packed: size}, m, closing, seek)
}

var tableName = regexp.MustCompile(`(?i)\.(?:csv|tsv|txt)$`)

// onlyText is the name of the one table as text that a zip holds; "" where it
// holds none or several, or JSON. What a Mac adds to a zip is none.
func (p *pack) onlyText() string {
	only := ""
	for name := range p.files {
		switch {
		case strings.HasPrefix(name, "__MACOSX/"):
		case strings.HasSuffix(strings.ToLower(name), ".json"), tableName.MatchString(name) && only != "":
			return ""
		case tableName.MatchString(name):
			only = name
		}
	}
	return only
}

func (p *pack) text(name string, closing func() error, seek seeker) (container, error) {
	part, err := p.open(name)
	if err != nil {
		return container{}, err
	}
	size := int64(min(p.files[name].UncompressedSize64, unpackedLimit))
	c, err := text(part, size, func() error { return errors.Join(part.Close(), closing()) }, seek)
	if err != nil {
		return c, errors.Join(err, part.Close())
	}
	return c, nil
}

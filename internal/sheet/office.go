package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// ofWord reads a DOCX (ECMA-376): the main part's paragraphs. Relations, which
// hold what a document would load from elsewhere, are never opened; fields'
// instructions and deleted text are dropped.
func ofWord(b []byte) (string, []section, error) {
	return readOffice(b, "word/document.xml", (*office).word)
}

// ofOpenDocument reads an ODT (ISO/IEC 26300) in the same way.
func ofOpenDocument(b []byte) (string, []section, error) {
	return readOffice(b, "content.xml", (*office).open)
}

// office lays a document's XML out as sections while it streams by.
type office struct {
	page
	rank    int // of the paragraph at hand as a heading, 0 for none
	within  int // elements open whose text is dropped
	inText  int // elements open whose text is kept
	inCells int
}

func readOffice(b []byte, part string, take func(*office, xml.Token)) (string, []section, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", nil, err
	}
	f, err := z.Open(part)
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	o := &office{}
	d := xml.NewDecoder(&limited{f, documentMost})
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			o.end()
			o.close()
			return titleOr(o.title, o.sections), o.sections, nil
		}
		if err != nil {
			return "", nil, err
		}
		take(o, token)
	}
}

// limited is an error past its bound, where io.LimitReader would be an end.
type limited struct {
	io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errTooLong
	}
	return n, err
}

func (o *office) word(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "pStyle":
			o.rank = wordRank(value(t, "val"))
		case "t":
			o.inText++
		case "tab", "br":
			o.write(" ")
		case "tc":
			o.inCells++
		case "numPr":
			o.bullet()
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "t":
			o.inText--
		case "p":
			o.end()
		case "tc":
			o.cell()
		case "tr":
			o.row()
		}
	case xml.CharData:
		if o.inText > 0 {
			o.write(string(t))
		}
	}
}

// wordRank reads the styles that Word gives to headings, in English and French.
func wordRank(style string) int {
	switch lower := strings.ToLower(style); {
	case lower == "title", lower == "titre":
		return 1
	case strings.HasPrefix(lower, "heading"), strings.HasPrefix(lower, "titre"):
		n, err := strconv.Atoi(lower[len(lower)-1:])
		if err != nil {
			return 0
		}
		return n + 1
	}
	return 0
}

// Elements of an OpenDocument whose text is not the document's own.
func aside(name string) bool {
	return name == "annotation" || name == "tracked-changes" || name == "scripts" || name == "forms"
}

func (o *office) open(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		o.opens(t)
	case xml.EndElement:
		o.closes(t.Name.Local)
	case xml.CharData:
		if o.inText > 0 {
			o.write(string(t))
		}
	}
}

func (o *office) opens(t xml.StartElement) {
	switch name := t.Name.Local; {
	case aside(name):
		o.within++
	case name == "h":
		o.inText++
		o.rank = 2
		if n, err := strconv.Atoi(value(t, "outline-level")); err == nil {
			o.rank = n + 1
		}
	case name == "p":
		o.inText++
	case name == "list-item":
		o.bullet()
	case name == "s", name == "tab", name == "line-break":
		o.write(" ")
	case name == "table-cell":
		o.inCells++
	}
}

func (o *office) closes(name string) {
	switch {
	case aside(name):
		o.within--
	case name == "h", name == "p":
		o.inText--
		o.end()
	case name == "table-cell":
		o.cell()
	case name == "table-row":
		o.row()
	}
}

func value(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (o *office) write(s string) {
	if o.within == 0 {
		o.line.WriteString(s)
	}
}

func (o *office) bullet() {
	if o.line.Len() == 0 {
		o.write("- ")
	}
}

// end closes a paragraph: a heading, a line, or a piece of a table's row.
func (o *office) end() {
	words := strings.Join(breakable(o.line.String()), " ")
	switch {
	case o.within > 0:
	case o.inCells > 0:
		o.write(" ")
		return
	case o.rank > 0 && words != "":
		o.line.Reset()
		o.rise(o.rank, words)
	default:
		o.breakLine()
	}
	o.rank = 0
}

func (o *office) cell() {
	o.inCells--
	o.write(" | ")
}

func (o *office) row() {
	words := strings.TrimSuffix(strings.TrimSpace(strings.Join(breakable(o.line.String()), " ")), "|")
	o.line.Reset()
	o.add(strings.TrimSpace(words))
}

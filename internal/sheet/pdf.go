package sheet

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// pdfPages bounds a document by its pages.
const pdfPages = 2000

var (
	errPDFNested = errors.New("a stream packed twice")
	errPDFNumber = errors.New("a number beyond reason")
)

// ofPDF reads a PDF's text, one section for each page. Scripts, forms, links
// and attachments in it are not read. A document made of pictures gives no
// text, and an error.
func ofPDF(b []byte) (string, []section, error) {
	if err := harmless(b); err != nil {
		return "", nil, err
	}
	d, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", nil, err
	}
	if d.NumPage() > pdfPages {
		return "", nil, errTooLong
	}
	sections, size := []section{}, 0
	for n := 1; n <= d.NumPage(); n++ {
		text := pageText(d.Page(n))
		if size += len(text); size > textMost {
			return "", nil, errTooLong
		}
		sections = append(sections, section{[]string{fmt.Sprintf("Page %d", n)}, text})
	}
	if size == 0 {
		return "", nil, errNoText
	}
	return "", sections, nil
}

// vast finds the sizes that the library would set memory aside for unseen.
var vast = regexp.MustCompile(`/(Columns|Colors|Size|Count|Length1)\s+[0-9]{8,}`)

// harmless unpacks every stream to nowhere first: the library that reads the
// pages has no bounds of its own.
func harmless(b []byte) error {
	if vast.Match(b) {
		return errPDFNumber
	}
	left := int64(documentMost) * 4
	for rest := b; ; {
		at := bytes.Index(rest, []byte("stream"))
		if at < 0 {
			return nil
		}
		dictionary := rest[max(0, at-400):at]
		if bytes.Count(dictionary[max(0, bytes.LastIndex(dictionary, []byte("obj"))):], []byte("/FlateDecode")) > 1 {
			return errPDFNested
		}
		rest = rest[at+len("stream"):]
		n, err := io.Copy(io.Discard, io.LimitReader(unpacked(rest), left+1))
		if left -= n; left < 0 {
			return errors.Join(errTooLong, err)
		}
	}
}

// unpacked reads what may be a packed stream; what is not gives nothing.
func unpacked(b []byte) io.Reader {
	z, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(b, "\r\n")))
	if err != nil {
		return strings.NewReader("")
	}
	return z
}

// pageText lays the page's glyphs out as lines, in the order in which they are
// drawn, which is how they are read in what word processors write.
func pageText(p pdf.Page) string {
	lines, line := []string{}, strings.Builder{}
	last := pdf.Text{}
	for _, glyph := range p.Content().Text {
		size := max(glyph.FontSize, 1)
		switch {
		case math.Abs(glyph.Y-last.Y) > size/2:
			lines = append(lines, line.String())
			line.Reset()
		case glyph.X-last.X-advance(last) > size/5:
			line.WriteByte(' ')
		}
		line.WriteString(ligatures.Replace(glyph.S))
		last = glyph
	}
	return flowing(append(lines, line.String()))
}

// advance is how far a glyph reaches; fonts without widths get a usual one.
func advance(t pdf.Text) float64 {
	if t.W == 0 {
		return t.FontSize * 0.6
	}
	return t.W
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\x00", "")

// flowing joins the lines that a page's width has cut: the next one begins
// with a small letter and the last one ends without a stop.
func flowing(lines []string) string {
	b := strings.Builder{}
	for _, line := range lines {
		line = strings.Join(breakable(line), " ")
		first, _ := utf8.DecodeRuneInString(line)
		switch {
		case line == "":
			continue
		case b.Len() == 0:
		case unicode.IsLower(first) && !strings.HasSuffix(b.String(), "."):
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

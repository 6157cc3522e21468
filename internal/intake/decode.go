package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The names of encodings that a preview shows.
const (
	utf8Name    = "utf-8"
	utf16LE     = "utf-16le"
	utf16BE     = "utf-16be"
	windows1252 = "windows-1252"
	macName     = "macintosh"
	dosName     = "cp850"
	mixed       = "mixed"
)

// decode gives the file as UTF-8 without a byte order mark, and the name of
// its encoding as far as its first 64 KiB tell.
func decode(r *bufio.Reader) (io.Reader, string, error) {
	head, err := r.Peek(1 << 16)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return nil, "", ErrUnreadable.With(cause(err))
	}
	order, name := wide(head)
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return nil, "", ErrEmpty
	case name != "":
		return transform.NewReader(r, unicode.UTF16(order, unicode.UseBOM).NewDecoder()), name, nil
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return nil, "", ErrOldWorkbook
	case isBinary(head):
		return nil, "", ErrBinary
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		if _, err := r.Discard(3); err != nil {
			return nil, "", ErrUnreadable.With(err)
		}
	}
	name = narrow(head)
	page, of := codepage(head)
	if name == windows1252 {
		name = of
	}
	return &lineDecoder{r: r, page: page}, name, nil
}

// codepage tells which of the encodings of one byte a text in French is in, by
// the bytes of é and è, the commonest letters that differ: what spreadsheets
// save as CSV is windows-1252, but "CSV (Macintosh)" and "CSV (MS-DOS)".
func codepage(head []byte) (*charmap.Charmap, string) {
	counts := [256]int{}
	for line := range bytes.Lines(head) {
		if validPrefix(line) {
			continue // UTF-8 beside it
		}
		for _, b := range line {
			counts[b]++
		}
	}
	windows, mac, dos := counts[0xe9]+counts[0xe8], counts[0x8e]+counts[0x8f], counts[0x82]+counts[0x8a]
	switch {
	case mac > max(windows, dos):
		return charmap.Macintosh, macName
	case dos > max(windows, mac):
		return charmap.CodePage850, dosName
	}
	return charmap.Windows1252, windows1252
}

// wide recognises UTF-16 by its mark, or by NULs in every second place.
func wide(head []byte) (unicode.Endianness, string) {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return unicode.LittleEndian, utf16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return unicode.BigEndian, utf16BE
	}
	nuls := [2]int{}
	for i, b := range head {
		if b == 0 {
			nuls[i%2]++
		}
	}
	// Western text has a NUL in nearly every pair, on one side only.
	half := len(head) / 2
	switch {
	case half > 4 && nuls[1] > half*7/10 && nuls[0] < half/50+1:
		return unicode.LittleEndian, utf16LE
	case half > 4 && nuls[0] > half*7/10 && nuls[1] < half/50+1:
		return unicode.BigEndian, utf16BE
	}
	return unicode.LittleEndian, ""
}

func narrow(head []byte) string {
	good, bad := false, false
	for line := range bytes.Lines(head) {
		whole := validPrefix(line)
		bad = bad || !whole
		good = good || whole && bytes.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf })
	}
	switch {
	case good && bad:
		return mixed
	case bad:
		return windows1252
	}
	return utf8Name
}

// validPrefix accepts a last character that the window cut.
func validPrefix(head []byte) bool {
	for cut := range utf8.UTFMax {
		if cut <= len(head) && utf8.Valid(head[:len(head)-cut]) {
			return true
		}
	}
	return false
}

// lineDecoder reads line by line: one that is not UTF-8 is in the encoding of
// the office machines that these exports pass through (codepage). Deciding for
// each line keeps both halves of a file that two programs wrote, and is not
// fooled by a first accent late in the file.
type lineDecoder struct {
	r       *bufio.Reader
	page    *charmap.Charmap // of the lines that are not UTF-8
	pending []byte
	held    []byte // what a full buffer cut in the middle of a character
	err     error
}

// Read gives decoded bytes.
func (d *lineDecoder) Read(p []byte) (int, error) {
	for len(d.pending) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
	}
	n := copy(p, d.pending)
	d.pending = d.pending[n:]
	return n, nil
}

func (d *lineDecoder) fill() {
	slice, err := d.r.ReadSlice('\n')
	line := slice
	if len(d.held) > 0 {
		line = append(d.held, slice...)
		d.held = nil
	}
	if errors.Is(err, bufio.ErrBufferFull) {
		cut := lastStart(line)
		d.held = bytes.Clone(line[cut:])
		line, err = line[:cut], nil
	}
	d.err = err
	if utf8.Valid(line) {
		d.pending = line
		return
	}
	out := make([]byte, 0, len(line)*3/2)
	for _, b := range line {
		out = utf8.AppendRune(out, d.page.DecodeByte(b))
	}
	d.pending = out
}

// lastStart is where the last character begins if it may be cut, else the end.
func lastStart(line []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(line); back++ {
		if at := len(line) - back; utf8.RuneStart(line[at]) {
			if utf8.FullRune(line[at:]) {
				break
			}
			return at
		}
	}
	return len(line)
}

// isBinary tells text from what no export is: the mark of a picture or a
// program, or NULs in its first line or all over. A few NULs further down are
// dirt, which mend removes.
func isBinary(head []byte) bool {
	for _, magic := range []string{"%PDF", "\x89PNG", "\xff\xd8\xff", "\x1f\x8b", "\x7fELF", "GIF8", "SQLite format 3"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	first, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.IndexByte(first, 0) >= 0 || bytes.Count(head, []byte{0}) > len(head)/50
}

package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode gives the file as UTF-8 without a byte order mark. Without a mark,
// what is not UTF-8 in its first 64 KiB is windows-1252, the encoding of the
// office machines these exports pass through.
func decode(r *bufio.Reader) (io.Reader, error) {
	head, err := r.Peek(1 << 16)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return nil, ErrUnreadable.With(err)
	}
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return nil, ErrEmpty
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	case isBinary(head):
		return nil, ErrBinary
	case validPrefix(head):
		return transform.NewReader(r, unicode.UTF8BOM.NewDecoder()), nil
	}
	return transform.NewReader(r, charmap.Windows1252.NewDecoder()), nil
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

// mend repairs a cell: C1 controls are windows-1252 characters that were read
// as Latin-1 on the way here (apostrophes, the euro sign, ellipses); &nbsp;
// and no-break spaces become plain ones; ends are trimmed.
func mend(cell string) string {
	cell = strings.Map(repair, cell)
	cell = strings.NewReplacer("&nbsp;", " ", "\u00a0", " ", "\r\n", "\n", "\r", "\n").Replace(cell)
	return strings.TrimSpace(cell)
}

func repair(r rune) rune {
	switch {
	case r >= 0x80 && r <= 0x9f:
		if c := charmap.Windows1252.DecodeByte(byte(r)); c != utf8.RuneError && c != r {
			return c
		}
		return -1
	case r == 0:
		return -1
	}
	return r
}

package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
)

// scanner walks through the XML of a spreadsheet, which is machine-written
// and plain: start tags, end tags and text. It knows no document types, so
// that no entity can be declared, and no name spaces: prefixes are cut off.
// encoding/xml reads a tenth as fast.
type scanner struct {
	r    *bufio.Reader
	tag  []byte // the last tag, without its brackets
	text []byte // the text before it
	over bool   // that text was longer than rawLimit
}

func newScanner(r io.Reader) *scanner { return &scanner{r: bufio.NewReaderSize(r, 1<<16)} }

// next goes to the next tag and gives its name; "/name" for an end. alone
// says that the tag also ends there.
func (s *scanner) next() (name string, alone bool, err error) {
	s.text, s.over = s.text[:0], false
	for {
		if s.text, err = s.until('<', s.text); err != nil {
			return "", false, err
		}
		if s.tag, err = s.until('>', s.tag[:0]); err != nil {
			return "", false, errors.Join(ErrDamaged, err)
		}
		switch {
		case bytes.HasPrefix(s.tag, []byte("!DOCTYPE")):
			return "", false, ErrDamaged
		case len(s.tag) > 0 && (s.tag[0] == '?' || s.tag[0] == '!'):
			continue // declarations, comments, CDATA: no spreadsheet writes text in them
		}
		end := bytes.IndexAny(s.tag, " \t\r\n/")
		if len(s.tag) > 0 && s.tag[0] == '/' {
			return "/" + string(local(s.tag[1:])), false, nil
		}
		if end < 0 {
			end = len(s.tag)
		}
		return string(local(s.tag[:end])), bytes.HasSuffix(s.tag, []byte("/")), nil
	}
}

func local(name []byte) []byte { return bytes.TrimSpace(name[bytes.IndexByte(name, ':')+1:]) }

// until reads up to a mark, keeping at most rawLimit bytes.
func (s *scanner) until(mark byte, kept []byte) ([]byte, error) {
	for {
		part, err := s.r.ReadSlice(mark)
		if n := len(part); err == nil && n > 0 {
			part = part[:n-1]
		}
		if room := rawLimit - len(kept); len(part) > room {
			part, s.over = part[:room], true
		}
		kept = append(kept, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return kept, err
		}
	}
}

// attr gives an attribute of the last tag, with or without its prefix.
func (s *scanner) attr(name string) string {
	for rest := s.tag; ; {
		at := bytes.Index(rest, []byte(name+`="`))
		if at < 0 {
			return ""
		}
		value := rest[at+len(name)+2:]
		end := bytes.IndexByte(value, '"')
		if end >= 0 && at > 0 && bytes.IndexByte([]byte(" \t\r\n:"), rest[at-1]) >= 0 {
			return string(decodeEntities(value[:end]))
		}
		rest = value
	}
}

// decodeEntities replaces the five entities that XML has by itself and the
// numbered ones; any other stays as it stands.
func decodeEntities(text []byte) []byte {
	if bytes.IndexByte(text, '&') < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		end := bytes.IndexByte(text[i:min(len(text), i+10)], ';')
		if text[i] != '&' || end < 0 {
			out = append(out, text[i])
			continue
		}
		r, known := entity(string(text[i+1 : i+end]))
		if !known {
			out = append(out, text[i])
			continue
		}
		out = append(out, string(r)...)
		i += end
	}
	return out
}

func entity(name string) (rune, bool) {
	r, known := map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}[name]
	if known || len(name) < 2 || name[0] != '#' {
		return r, known
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	return rune(n), err == nil
}

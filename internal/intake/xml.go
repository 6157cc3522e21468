package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
)

// scanner walks through the XML of a spreadsheet, which is machine-written
// and plain: start tags, end tags and text. It knows no document types, so
// that no entity can be declared, and no name spaces: prefixes are cut off.
type scanner struct {
	r    *bufio.Reader
	tag  []byte  // the last tag, without its brackets
	text []byte  // the text before it, its entities not yet replaced
	over bool    // that text was longer than rawLimit
	tail [2]byte // what stood right before the last mark
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
		over := s.over
		if s.tag, err = s.until('>', s.tag[:0]); err != nil {
			return "", false, errors.Join(ErrDamaged, err)
		}
		s.over = over // a long tag is no long text
		if len(s.tag) == 0 || s.tag[0] != '!' && s.tag[0] != '?' {
			break
		}
		if err := s.aside(); err != nil {
			return "", false, err
		}
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

// aside takes what is no tag: a CDATA section is text, a comment or a
// declaration is nothing, a document type is refused.
func (s *scanner) aside() error {
	switch {
	case bytes.HasPrefix(s.tag, []byte("!DOCTYPE")), bytes.HasPrefix(s.tag, []byte("!ENTITY")):
		return ErrDamaged
	case bytes.HasPrefix(s.tag, []byte("!--")):
		for s.tail != [2]byte{'-', '-'} {
			if err := s.further(s.tag[:0]); err != nil {
				return err
			}
		}
	case bytes.HasPrefix(s.tag, []byte(cdata)):
		for s.tail != [2]byte{']', ']'} {
			if err := s.further(s.tag); err != nil {
				return err
			}
		}
		s.quote(s.tag[len(cdata):max(len(cdata), len(s.tag)-2)])
	}
	return nil
}

const cdata = "![CDATA["

// further reads on behind a ">" that was not the end of a section.
func (s *scanner) further(kept []byte) (err error) {
	if len(kept) < rawLimit {
		kept = append(kept, '>')
	}
	if s.tag, err = s.until('>', kept); err != nil {
		return errors.Join(ErrDamaged, err)
	}
	return nil
}

// quote adds text that holds no entities to the text.
func (s *scanner) quote(text []byte) {
	text = bytes.ReplaceAll(text, []byte("&"), []byte("&amp;"))
	if room := max(0, rawLimit-len(s.text)); len(text) > room {
		text, s.over = text[:room], true
	}
	s.text = append(s.text, text...)
}

func local(name []byte) []byte { return bytes.TrimSpace(name[bytes.IndexByte(name, ':')+1:]) }

// until reads up to a mark, keeping at most rawLimit bytes.
func (s *scanner) until(mark byte, kept []byte) ([]byte, error) {
	for s.tail = [2]byte{}; ; {
		part, err := s.r.ReadSlice(mark)
		if n := len(part); err == nil && n > 0 {
			part = part[:n-1]
		}
		for _, b := range part[max(0, len(part)-2):] {
			s.tail = [2]byte{s.tail[1], b}
		}
		if room := max(0, rawLimit-len(kept)); len(part) > room {
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
		at := bytes.Index(rest, []byte(name+"="))
		if at < 0 {
			return ""
		}
		value := rest[at+len(name)+1:]
		if at > 0 && bytes.IndexByte([]byte(" \t\r\n:"), rest[at-1]) >= 0 && len(value) > 0 && (value[0] == '"' || value[0] == '\'') {
			if end := bytes.IndexByte(value[1:], value[0]); end >= 0 {
				return string(decodeEntities(value[1 : 1+end]))
			}
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

var numbered = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// decodeSigns replaces the signs that a workbook writes by their number, as it
// does for carriage returns: "_x000D_" (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
func decodeSigns(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	return numbered.ReplaceAllFunc(text, func(sign []byte) []byte {
		n, _ := strconv.ParseUint(string(sign[2:6]), 16, 16) // four such digits are a number
		return []byte(string(rune(n)))
	})
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

package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// splitter cuts a JSON text into records without understanding them, so that
// one that is malformed or huge costs itself alone.
type splitter struct {
	r      *bufio.Reader
	inside bool // an array of records
	within bool // an object that holds that array
	over   bool // that array has ended, and the rest of its object follows
	begun  bool
}

// wrappers are the keys under which exports keep their array of records.
var wrappers = map[string]bool{"results": true, "records": true, "reviews": true, "data": true, "items": true, "rows": true, "avis": true, "experiences": true}

// next gives the text of a record, and whether it was cut at rawLimit.
func (s *splitter) next() ([]byte, bool, error) {
	for {
		if s.over {
			if err := s.rest(); err != nil {
				return nil, false, err
			}
			continue
		}
		b, err := s.r.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return nil, false, io.EOF
		case err != nil:
			return nil, false, readable(err)
		case b == ' ', b == '\t', b == '\r', b == '\n', b == ',':
		case b == ']' && s.inside:
			s.inside, s.over = false, s.within
		case b == '[' && !s.begun:
			s.begun, s.inside = true, true
		default:
			first := !s.begun
			s.begun = true
			raw, cut, array, err := s.value(b, first)
			if array {
				s.inside, s.within = true, true
				continue
			}
			return raw, cut, err
		}
	}
}

// rest passes over what follows the array in its object, up to the object's
// end or to a further array of records.
func (s *splitter) rest() error {
	_, _, array, err := s.value('{', true)
	s.over, s.inside = false, array
	s.within, s.begun = array, array
	return err
}

// value reads one value that begins with b. Where it is the whole file's
// object and holds an array of records, it stops there and says so.
func (s *splitter) value(b byte, first bool) (raw []byte, cut, array bool, err error) {
	depth, quoted, escaped, key, word := 0, false, false, "", []byte{}
	for {
		if len(raw) < rawLimit {
			raw = append(raw, b)
		} else {
			cut = true
		}
		switch {
		case escaped:
			escaped = false
		case quoted && b == '\\':
			escaped = true
		case b == '"':
			if quoted = !quoted; quoted {
				word = word[:0]
			} else {
				key = string(word)
			}
		case quoted:
			if len(word) < 16 {
				word = append(word, b)
			}
		case b == '[' && first && depth == 1 && wrappers[key] && s.records():
			return nil, false, true, nil
		case b == '{', b == '[':
			if depth++; depth > depthLimit {
				return nil, false, false, ErrNested
			}
		case b == '}', b == ']':
			depth--
		case b == '\n' && depth == 0:
			return raw, cut, false, nil
		}
		if depth <= 0 && !quoted && (b == '}' || b == ']') {
			return raw, cut, false, nil
		}
		if b, err = s.r.ReadByte(); err != nil {
			if errors.Is(err, io.EOF) {
				return raw, cut, false, nil
			}
			return nil, false, false, readable(err)
		}
	}
}

// records says that the array which begins here holds objects, or nothing.
func (s *splitter) records() bool {
	head, _ := s.r.Peek(256) // an error comes again with the next byte
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == ']')
}

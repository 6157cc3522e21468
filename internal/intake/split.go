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
	v := level{}
	for {
		if len(raw) < rawLimit {
			raw = append(raw, b)
		} else {
			cut = true
		}
		if b == '[' && first && v.depth == 1 && !v.quoted && wrappers[v.key] && s.records() {
			return nil, false, true, nil
		}
		ended := v.step(b)
		switch {
		case v.depth > depthLimit:
			return nil, false, false, ErrNested
		case ended:
			return raw, cut, false, nil
		case v.quoted && !v.escaped && len(v.word) == wordLimit:
			var over bool
			raw, over = s.plain(raw)
			cut = cut || over
		}
		b, err = s.r.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return raw, cut, false, nil
		case err != nil:
			return nil, false, false, readable(err)
		}
	}
}

// plain takes what stands in quotes, as far as it is read ahead, and says
// whether some of it found no room.
func (s *splitter) plain(raw []byte) ([]byte, bool) {
	text, _ := s.r.Peek(s.r.Buffered()) // so many bytes are there
	if at := bytes.IndexAny(text, "\"\\"); at >= 0 {
		text = text[:at]
	}
	room := min(len(text), rawLimit-len(raw))
	raw = append(raw, text[:room]...)
	n, _ := s.r.Discard(len(text))
	return raw, room < n
}

// wordLimit is longer than any key that matters.
const wordLimit = 16

// level is where within a value the reading stands.
type level struct {
	depth   int
	quoted  bool
	escaped bool
	key     string // the last text in quotes, or its beginning
	word    []byte
}

// step takes the next byte and says whether it ends the value.
func (v *level) step(b byte) bool {
	switch {
	case v.escaped:
		v.escaped = false
	case v.quoted && b == '\\':
		v.escaped = true
	case b == '"':
		v.quote()
	case v.quoted:
		if len(v.word) < wordLimit {
			v.word = append(v.word, b)
		}
	case b == '{', b == '[':
		v.depth++
	case b == '}', b == ']':
		v.depth--
		return v.depth <= 0
	case b == '\n':
		return v.depth == 0
	}
	return false
}

func (v *level) quote() {
	if v.quoted = !v.quoted; v.quoted {
		v.word = v.word[:0]
	} else {
		v.key = string(v.word)
	}
}

// records says that the array which begins here holds objects, or nothing.
func (s *splitter) records() bool {
	head, _ := s.r.Peek(256) // an error comes again with the next byte
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == ']')
}

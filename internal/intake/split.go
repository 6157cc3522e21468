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
	within int  // how many objects hold that array, one within the other
	over   bool // that array has ended, and the rest of its object follows
	begun  bool
	listed bool // the file is a list, or several one behind the other
}

// wrappers are the keys under which exports keep their array of records.
var wrappers = map[string]bool{"results": true, "records": true, "reviews": true, "data": true, "items": true, "rows": true, "avis": true, "experiences": true, "features": true}

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
		case b == ' ', b == '\t', b == '\r', b == '\n', b == ',', b == ';':
		case b == mark[0] && s.marked():
		case b == ']' && s.inside:
			s.inside, s.over = false, s.within > 0
		case b == '[' && (!s.begun || s.listed && !s.inside):
			s.begun, s.inside, s.listed = true, true, true
		default:
			first := !s.begun
			s.begun = true
			raw, cut, array, err := s.value(b, first, level{})
			if array > 0 {
				s.inside, s.within = true, array
				continue
			}
			return raw, cut, err
		}
	}
}

// mark is a byte order mark, which a program that appends lines may write
// before each of them.
const mark = "\ufeff"

// marked passes over the rest of a mark whose first byte was read.
func (s *splitter) marked() bool {
	rest, _ := s.r.Peek(len(mark) - 1) // an error comes again with the next byte
	if string(rest) != mark[1:] {
		return false
	}
	_, err := s.r.Discard(len(rest))
	return err == nil
}

// rest passes over what follows the array in its objects, up to the end of the
// outermost or to a further array of records.
func (s *splitter) rest() error {
	within := level{depth: s.within - 1, chain: s.within - 1, key: "data"} // whichever wrapper it was
	_, _, array, err := s.value('{', true, within)
	s.over, s.inside, s.within, s.begun = false, array > 0, array, array > 0
	return err
}

// value reads one value that begins with b, from the level v on. Where it is
// the whole file's object and holds an array of records, itself or in objects
// that wrap nothing else, it stops there and gives how deep that stands.
func (s *splitter) value(b byte, first bool, v level) (raw []byte, cut bool, array int, err error) {
	for {
		if len(raw) < rawLimit {
			raw = append(raw, b)
		} else {
			cut = true
		}
		if b == '[' && first && v.depth > 0 && v.depth == v.chain && !v.quoted && wrappers[v.key] && s.records() {
			return nil, false, v.depth, nil
		}
		ended := v.step(b)
		switch {
		case v.depth > depthLimit:
			return nil, false, 0, ErrNested
		case ended:
			return raw, cut, 0, nil
		case v.quoted && !v.escaped && len(v.word) == wordLimit:
			var over bool
			raw, over = s.plain(raw)
			cut = cut || over
		}
		b, err = s.r.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return raw, cut, 0, nil
		case err != nil:
			return nil, false, 0, readable(err)
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
	chain   int // how many of the outer objects each stand under a wrapper's key
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
	case b == '{' && v.depth == v.chain && (v.depth == 0 || wrappers[v.key]):
		v.depth, v.chain = v.depth+1, v.chain+1
	case b == '{', b == '[':
		v.depth++
	case b == '}', b == ']':
		v.depth--
		v.chain = min(v.chain, v.depth)
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

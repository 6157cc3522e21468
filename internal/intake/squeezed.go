package intake

import "io"

// squeezed passes JSON on with one blank for each run of them outside of its
// strings: a decoder that looks ahead reads a run again from its beginning with
// every piece that comes.
type squeezed struct {
	r                      io.Reader
	quoted, escaped, blank bool
}

// Read reads until a byte is left, or an error.
func (s *squeezed) Read(p []byte) (int, error) {
	for {
		n, err := s.r.Read(p)
		kept := 0
		for _, b := range p[:n] {
			if s.keeps(b) {
				p[kept] = b
				kept++
			}
		}
		if kept > 0 || err != nil || len(p) == 0 {
			return kept, err
		}
	}
}

func (s *squeezed) keeps(b byte) bool {
	if s.quoted {
		s.quoted, s.escaped = b != '"' || s.escaped, b == '\\' && !s.escaped
		return true
	}
	was := s.blank
	s.quoted, s.blank = b == '"', b == ' ' || b == '\t' || b == '\n' || b == '\r'
	return !s.blank || !was
}

package intake

import (
	"io"
	"slices"

	"ecritoire/internal/review"
)

// seeker tells a header that can be read from any other row; nil finds none.
type seeker func(*header) bool

// seek looks for the columns of a mapping by hand, else those of a format or of
// a mapping that is remembered.
func (o Options) seek(h *header) bool {
	if len(o.Mapping) > 0 {
		_, err := mapped(o.Mapping, h)
		return err == nil
	}
	if slices.ContainsFunc(formats, func(f format) bool { return f.container != "json" && share(f.signs, h) == 1 }) {
		return true
	}
	if o.Remembered == nil {
		return false
	}
	_, known := o.Remembered(h.key())
	return known
}

// What is looked through for a header: rows of one sheet, bytes of them, and
// rows of all sheets.
const (
	topRows  = 20
	topBytes = rawLimit
	topAll   = 500
)

var aboveHeader = &review.Text{FR: "ligne au-dessus de l’en-tête du tableau", EN: "row above the table’s header"}

// sheetLine is one row of a workbook that holds something.
type sheetLine struct {
	sheet, line int // from 1
	row         sheetRow
}

// sheets gives the records of a workbook. Titles may stand above the header of
// a sheet, and a cover before all: they are rejected, never passed over.
type sheets struct {
	rows  func() (sheetLine, error)
	seek  seeker
	ahead []sheetLine // read while a header was looked for
	above int         // how many of them stand above it
	sheet int         // the one being read
	head  *header     // of that sheet
	lead  int         // the sheet whose header is the file's
	first *header     // that header
}

// newSheets looks through the tops of all sheets with one reader, and then
// reads them with another.
func newSheets(probe, rows func() (sheetLine, error), seek seeker) (sheets, error) {
	s := sheets{rows: probe, seek: seek}
	if err := s.survey(); err != nil {
		return s, err
	}
	return sheets{rows: rows, seek: seek, lead: s.lead, first: s.first}, nil
}

// survey settles whose header is the file's: the first sheet's with one that is
// sought, else the first's with more than two columns, else the first sheet's.
func (s *sheets) survey() error {
	for read := 0; read < topAll; read++ {
		l, err := s.line()
		switch {
		case err == io.EOF && s.first != nil:
			return nil
		case err == io.EOF:
			return ErrEmpty
		case err != nil:
			return err
		case l.sheet == s.sheet:
			continue
		}
		top, _, head, sought, err := s.top(l)
		if err != nil {
			return err
		}
		if sought || s.first == nil || len(s.first.names) <= 2 && len(head.names) > 2 {
			s.lead, s.first = l.sheet, head
		}
		if sought {
			return nil
		}
		s.sheet, read = l.sheet, read+len(top)
	}
	return nil
}

// next gives the next record of any sheet.
func (s *sheets) next() (record, error) {
	for {
		l, err := s.line()
		switch {
		case err != nil:
			return record{}, err
		case l.sheet != s.sheet:
			if err := s.begin(l); err != nil {
				return record{}, err
			}
		case s.above > 0:
			s.above--
			return record{line: l.line, sheet: l.sheet, cells: cells{nil, l.row.values}, reason: aboveHeader}, nil
		default:
			return sheetRecord(l.line, l.sheet, s.head, l.row), nil
		}
	}
}

func (s *sheets) line() (sheetLine, error) {
	if len(s.ahead) == 0 {
		return s.rows()
	}
	l := s.ahead[0]
	s.ahead = s.ahead[1:]
	return l, nil
}

// begin finds the header of the sheet that begins with l.
func (s *sheets) begin(l sheetLine) error {
	top, at, head, _, err := s.top(l)
	if err != nil {
		return err
	}
	if l.sheet == s.lead {
		head = s.first
	}
	s.sheet, s.head, s.above = l.sheet, head, at
	s.ahead = append(slices.Delete(top, at, at+1), s.ahead...)
	return nil
}

// top reads the first rows of a sheet up to a header that is sought. Without
// one the first row of several cells is the header: one cell alone is a title.
func (s *sheets) top(l sheetLine) (top []sheetLine, at int, head *header, sought bool, err error) {
	for size := 0; err == nil; l, err = s.line() {
		if len(top) > 0 && l.sheet != top[0].sheet {
			s.ahead = append([]sheetLine{l}, s.ahead...)
			break
		}
		top, size = append(top, l), size+l.row.size
		if head, err = l.row.header(); err == nil && s.seek != nil && s.seek(head) {
			return top, len(top) - 1, head, true, nil
		}
		if err = nil; len(top) == topRows || size > topBytes {
			break
		}
	}
	if err != nil && err != io.EOF {
		return nil, 0, nil, false, err
	}
	at = max(0, slices.IndexFunc(top, func(l sheetLine) bool { return l.row.filled() > 1 || l.row.fault != nil }))
	head, err = top[at].row.header()
	return top, at, head, false, err
}

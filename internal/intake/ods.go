package intake

import (
	"io"
	"strconv"
)

// odsTable streams the tables of an OpenDocument spreadsheet (ODF 1.3 part 3,
// table:table-row and table:table-cell).
type odsTable struct {
	pack   *pack
	scan   *scanner
	inside bool // a table has begun and not yet ended
	sheet  int
	line   int
	again  int // the last row stands so many times more
	last   sheetRow
	head   *header
	first  *header
	ahead  []record
	stream io.Closer
}

// repeatLimit bounds a row that says it stands many times over: a whole
// sheet's empty rest is written that way, and empty rows are skipped.
const repeatLimit = 1 << 20

func newODS(p *pack) (table, error) {
	r, err := p.open("content.xml")
	if err != nil {
		return nil, err
	}
	t := &odsTable{pack: p, scan: newScanner(r), stream: r}
	rec, err := t.next()
	if err == io.EOF {
		return nil, ErrEmpty
	}
	if err != nil {
		return nil, err
	}
	t.first, t.ahead = t.head, []record{rec}
	return t, nil
}

func (t *odsTable) header() *header   { return t.first }
func (t *odsTable) kind() string      { return "ods" }
func (t *odsTable) progress() float64 { return t.pack.share() }

func (t *odsTable) next() (record, error) {
	if len(t.ahead) > 0 {
		rec := t.ahead[0]
		t.ahead = nil
		return rec, nil
	}
	if t.again > 0 {
		t.again--
		t.line++
		return sheetRecord(t.line, t.sheet, t.head, t.last), nil
	}
	for {
		name, alone, err := t.scan.next()
		switch {
		case err == io.EOF && t.inside:
			return record{}, ErrDamaged
		case err != nil:
			return record{}, err
		}
		switch name {
		case "table":
			t.inside, t.sheet, t.line, t.head = !alone, t.sheet+1, 0, nil
		case "/table":
			t.inside = false
		case "table-row":
			if rec, found, err := t.take(alone); found || err != nil {
				return rec, err
			}
		}
	}
}

// take reads a row that has begun; found says that it is one of reviews.
func (t *odsTable) take(alone bool) (rec record, found bool, err error) {
	again, row := repeats(t.scan.attr("number-rows-repeated"), repeatLimit+1), sheetRow{}
	if !alone {
		if row, err = t.row(); err != nil {
			return record{}, false, err
		}
	}
	t.line++
	switch {
	case row.empty():
		t.line += again - 1
	case again > repeatLimit:
		return record{}, false, ErrTooLarge
	case t.head == nil:
		t.head, err = row.header()
	default:
		t.again, t.last = again-1, row
		return sheetRecord(t.line, t.sheet, t.head, row), true, nil
	}
	return record{}, false, err
}

func repeats(s string, limit int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

package intake

import (
	"errors"
	"io"
	"strconv"
)

// odsTable streams the tables of an OpenDocument spreadsheet (ODF 1.3 part 3,
// table:table-row and table:table-cell).
type odsTable struct {
	sheets
	pack   *pack
	scan   *scanner
	inside bool // a table has begun and not yet ended
	at     int  // rank of that table, from 1
	number int  // of the row
	again  int  // the last row stands so many times more
	last   sheetRow
	begun  []record
	stream io.Closer
}

// repeatLimit bounds a row that says it stands many times over: a whole
// sheet's empty rest is written that way, and empty rows are skipped.
const repeatLimit = 1 << 20

func newODS(p *pack, seek seeker) (*odsTable, error) {
	probe, err := odsLines(p)
	if err != nil {
		return nil, err
	}
	t, err := odsLines(p)
	if err != nil {
		return nil, errors.Join(err, probe.stream.Close())
	}
	s, err := newSheets(probe.line, t.line, seek)
	_ = probe.stream.Close() // it was left in the middle: what it had to say was said by Read
	if err != nil {
		return nil, err
	}
	t.sheets = s
	rec, err := t.sheets.next()
	if err == io.EOF {
		return nil, ErrEmpty
	}
	t.begun = []record{rec}
	return t, err
}

func odsLines(p *pack) (*odsTable, error) {
	r, err := p.open("content.xml")
	if err != nil {
		return nil, err
	}
	return &odsTable{pack: p, scan: newScanner(r), stream: r}, nil
}

func (t *odsTable) header() *header   { return t.first }
func (t *odsTable) kind() string      { return "ods" }
func (t *odsTable) progress() float64 { return t.pack.share() }

func (t *odsTable) next() (record, error) {
	if len(t.begun) > 0 {
		rec := t.begun[0]
		t.begun = nil
		return rec, nil
	}
	return t.sheets.next()
}

// line gives the next row that holds something, of any table.
func (t *odsTable) line() (sheetLine, error) {
	if t.again > 0 {
		t.again--
		t.number++
		return sheetLine{t.at, t.number, t.last}, nil
	}
	for {
		name, alone, err := t.scan.next()
		switch {
		case err == io.EOF && t.inside:
			return sheetLine{}, ErrDamaged
		case err != nil:
			return sheetLine{}, err
		}
		switch name {
		case "table":
			t.inside, t.at, t.number = !alone, t.at+1, 0
		case "/table":
			t.inside = false
		case "table-row":
			if found, err := t.take(alone); found || err != nil {
				return sheetLine{t.at, t.number, t.last}, err
			}
		}
	}
}

// take reads a row that has begun; found says that it holds something.
func (t *odsTable) take(alone bool) (found bool, err error) {
	again, row := repeats(t.scan.attr("number-rows-repeated"), repeatLimit+1), sheetRow{}
	if !alone {
		if row, err = t.row(); err != nil {
			return false, err
		}
	}
	t.number++
	switch {
	case row.empty():
		t.number += again - 1
		return false, nil
	case again > repeatLimit, again*row.size > unpackedLimit:
		return false, ErrTooLarge
	}
	t.again, t.last = again-1, row
	return true, nil
}

func repeats(s string, limit int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

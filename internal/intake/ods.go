package intake

import (
	"io"
	"strconv"
	"strings"
)

// odsTable streams the tables of an OpenDocument spreadsheet (ODF 1.3 part 3,
// table:table-row and table:table-cell).
type odsTable struct {
	pack   *pack
	scan   *scanner
	sheet  int
	line   int
	again  int // the last row stands so many times more
	last   []string
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
		case err != nil:
			return record{}, err
		case name == "table":
			t.sheet, t.line, t.head = t.sheet+1, 0, nil
		case name == "table-row" && !alone:
			again := repeats(t.scan.attr("number-rows-repeated"), repeatLimit)
			t.line++
			values, err := t.row()
			switch {
			case err != nil:
				return record{}, err
			case cells{values: values}.empty():
				t.line += again - 1
			case t.head == nil:
				t.head = newHeader(values)
			default:
				t.again, t.last = again-1, values
				return sheetRecord(t.line, t.sheet, t.head, values), nil
			}
		case name == "table-row":
			t.line += repeats(t.scan.attr("number-rows-repeated"), repeatLimit)
		}
	}
}

// row reads the cells up to the end of the row.
func (t *odsTable) row() ([]string, error) {
	values, again, date, text := []string{}, 1, "", strings.Builder{}
	put := func() {
		value := text.String()
		if date != "" {
			value = date
		}
		for ; again > 0 && len(values) < columnLimit; again-- {
			values = append(values, value)
		}
		text.Reset()
		date = ""
	}
	for {
		name, alone, err := t.scan.next()
		if err != nil {
			return nil, err
		}
		if text.Len() < rawLimit {
			text.Write(decodeEntities(inline(name, t.scan.text)))
		}
		switch name {
		case "table-cell", "covered-table-cell":
			text.Reset()
			again, date = repeats(t.scan.attr("number-columns-repeated"), columnLimit), strings.TrimSuffix(t.scan.attr("date-value"), "Z")
			if alone {
				put()
			}
		case "/table-cell", "/covered-table-cell":
			put()
		case "p":
			if text.Len() > 0 {
				text.WriteByte('\n')
			}
		case "line-break":
			text.WriteByte('\n')
		case "s", "tab":
			text.WriteByte(' ')
		case "/table-row":
			return values, nil
		}
	}
}

// inline keeps the text that stands before a tag within a paragraph; between
// cells and paragraphs there is only layout.
func inline(name string, text []byte) []byte {
	switch name {
	case "p", "table-cell", "/table-cell", "covered-table-cell", "/covered-table-cell", "/table-row":
		return nil
	}
	return text
}

func repeats(s string, limit int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

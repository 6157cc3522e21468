package intake

import (
	"io"
	"strconv"

	"ecritoire/internal/review"
)

// xlsxCell is the cell being read.
type xlsxCell struct {
	column int
	kind   string
	style  int
	text   []byte
	cut    bool // it was longer than a row may be
}

// row reads up to the end of the next row.
func (t *xlsxTable) row() (sheetRow, error) {
	row, cell, inside := sheetRow{}, xlsxCell{}, false
	for {
		name, alone, err := t.scan.next()
		switch {
		case err == io.EOF && (inside || !t.whole):
			return row, ErrDamaged
		case err != nil:
			return row, err
		}
		switch name {
		case "worksheet", "/worksheet":
			t.whole = t.whole || alone || name == "/worksheet"
		case "row":
			t.begin()
			row, cell, inside = sheetRow{}, xlsxCell{text: cell.text[:0]}, !alone
			if alone {
				return row, nil
			}
		case "c":
			cell.begin(t.scan)
		case "/v", "/t":
			cell.add(t.scan)
		case "/c":
			if cell.column < 1 {
				return row, ErrDamaged // a cell that never began
			}
			t.put(&row, cell)
		case "/row":
			return row, nil
		}
	}
}

// begin counts the row; a workbook may leave rows out.
func (t *xlsxTable) begin() {
	t.number++
	if n, err := strconv.Atoi(t.scan.attr("r")); err == nil {
		t.number = n
	}
}

func (c *xlsxCell) begin(s *scanner) {
	at := columnOf(s.attr("r"))
	if at == 0 {
		at = c.column + 1
	}
	style, _ := strconv.Atoi(s.attr("s")) // 0, the usual one, where it is missing
	*c = xlsxCell{column: at, kind: s.attr("t"), style: style, text: c.text[:0]}
}

func (c *xlsxCell) add(s *scanner) {
	if len(c.text) <= rawLimit {
		c.text = append(c.text, decodeSigns(decodeEntities(s.text))...)
	}
	c.cut = c.cut || s.over || len(c.text) > rawLimit
}

func (t *xlsxTable) put(row *sheetRow, c xlsxCell) {
	value, fault := t.value(c)
	if c.cut {
		fault = tooLong
	}
	if row.put(c.column, value); fault != nil {
		row.fault = fault
	}
}

// value reads a cell: a formula is taken by its last result, never computed.
func (t *xlsxTable) value(c xlsxCell) (string, *review.Text) {
	switch c.kind {
	case "s":
		return t.shared.at(c.text)
	case "", "n":
		if c.style >= 0 && c.style < len(t.dates) && t.dates[c.style] {
			if n, err := strconv.ParseFloat(string(c.text), 64); err == nil && n > 0 && n < 2958466 {
				return dayOf(n, t.mac).Format("2006-01-02 15:04:05"), nil
			}
		}
	}
	return string(c.text), nil
}

// columnOf reads "AB12" as 28.
func columnOf(ref string) int {
	n := 0
	for _, r := range ref {
		if r < 'A' || r > 'Z' || n > columnLimit {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}

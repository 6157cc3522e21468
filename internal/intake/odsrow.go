package intake

import (
	"io"
	"strings"
)

// odsCell is the cell being read.
type odsCell struct {
	column int // its first; it may stand in several
	again  int
	date   string
	text   strings.Builder
	cut    bool
	note   bool // within a comment, which is no part of the cell's text
}

// row reads the cells up to the end of the row.
func (t *odsTable) row() (sheetRow, error) {
	row, cell := sheetRow{}, odsCell{column: 1}
	for {
		name, alone, err := t.scan.next()
		switch {
		case err == io.EOF:
			return row, ErrDamaged
		case err != nil:
			return row, err
		}
		cell.add(name, t.scan)
		switch name {
		case "table-cell", "covered-table-cell":
			if cell.begin(t.scan); alone {
				cell.end(&row)
			}
		case "/table-cell", "/covered-table-cell":
			if cell.again < 1 {
				return row, ErrDamaged // a cell that never began
			}
			cell.end(&row)
		case "annotation":
			cell.note = !alone
		case "/annotation":
			cell.note = false
		case "/table-row":
			return row, nil
		}
	}
}

func (c *odsCell) begin(s *scanner) {
	c.text.Reset()
	c.cut, c.note = false, false
	c.again = repeats(s.attr("number-columns-repeated"), columnLimit+1)
	c.date = strings.TrimSuffix(s.attr("date-value"), "Z")
}

// add takes the text before a tag, and what the tag itself stands for.
func (c *odsCell) add(name string, s *scanner) {
	if c.note {
		return
	}
	if c.text.Len() <= rawLimit {
		c.text.Write(decodeEntities(inline(name, s.text)))
	}
	c.cut = c.cut || s.over || c.text.Len() > rawLimit
	switch {
	case name == "p" && c.text.Len() > 0, name == "line-break":
		c.text.WriteByte('\n')
	case name == "s":
		c.text.WriteString(strings.Repeat(" ", repeats(s.attr("c"), 100)))
	case name == "tab":
		c.text.WriteByte(' ')
	}
}

// end puts the cell into the columns that it says it stands in.
func (c *odsCell) end(row *sheetRow) {
	value := c.text.String()
	if c.date != "" {
		value = c.date
	}
	next := c.column + c.again
	for ; value != "" && c.column < next; c.column++ {
		row.put(c.column, value)
	}
	c.column = next
	if c.cut {
		row.fault = tooLong
	}
	c.text.Reset()
	c.cut, c.date, c.again = false, "", 0
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

package intake

import (
	"slices"
	"strings"

	"ecritoire/internal/review"
)

var badQuotes = &review.Text{FR: "guillemets mal placés ou jamais refermés", EN: "misplaced or unclosed quotes"}

// parse reads the row that begins at the i-th line ahead (RFC 4180): its
// cells and how many lines it takes, or what is wrong with it. Where quotes are,
// it tries once more with a backslash before those within a cell, as databases
// write them.
func (t *csvTable) parse(i int) ([]string, int, *review.Text) {
	row, used, fault := t.parseWith(i, unquote)
	if fault == badQuotes && t.slashed(i) {
		if row, used, fault := t.parseWith(i, unslash); fault == nil {
			return row, used, nil
		}
	}
	return row, used, fault
}

// slashed looks for a quote behind a backslash in the lines that were read for
// a row.
func (t *csvTable) slashed(i int) bool {
	const lines = 100
	return slices.ContainsFunc(t.ahead[min(i, len(t.ahead)):min(i+lines, len(t.ahead))], func(l line) bool { return strings.Contains(l.text, `\"`) })
}

func (t *csvTable) parseWith(i int, unquote unquoter) ([]string, int, *review.Text) {
	width := 8
	if t.head != nil {
		width = len(t.head.names)
	}
	row, start, size := make([]string, 0, width), i, 0
	l, err := t.peek(i)
	if err != nil {
		return nil, 0, badQuotes
	}
	for rest, more := l.text, true; more; {
		cell, ok := "", false
		if inner, quoted := afterQuote(rest); quoted {
			cell, rest, i, ok = t.quoted(inner, i, t.room()-size, unquote)
			rest, more = strings.CutPrefix(rest, string(t.comma))
		} else {
			cell, rest, more = strings.Cut(rest, string(t.comma))
			cell, ok = unquoted(cell)
		}
		row, size = append(row, cell), size+len(cell)
		switch {
		case l.cut || size > rawLimit:
			return nil, 0, tooLong
		case len(row) > columnLimit:
			return nil, 0, tooWide
		case !ok:
			return nil, 0, badQuotes
		}
	}
	return row, i - start + 1, nil
}

// afterQuote gives what stands behind a cell's opening quote; some programs write a
// space before it.
func afterQuote(text string) (inner string, quoted bool) {
	return strings.CutPrefix(strings.TrimLeft(text, " "), `"`)
}

// unquoted reads a cell without quotes around it. Those within are its own, where
// they stand in pairs; one alone is the end of a cell whose beginning was lost.
func unquoted(cell string) (string, bool) {
	if kept, is := keptAsText(cell); is {
		return kept, !strings.Contains(kept, `"`)
	}
	return cell, strings.Count(cell, `"`)%2 == 0
}

// keptAsText reads ="0012", which exports write so that a spreadsheet takes the
// cell for no number.
func keptAsText(cell string) (string, bool) {
	if !strings.HasPrefix(cell, `="`) || len(cell) < 3 || !strings.HasSuffix(cell, `"`) {
		return cell, false
	}
	return cell[2 : len(cell)-1], true
}

// quoted reads a cell behind its opening quote, in the i-th line ahead, to
// its closing one: the cell, what follows it on its last line, that line's
// rank, and whether the quote closed within room bytes where a cell may end.
func (t *csvTable) quoted(text string, i, room int, unquote unquoter) (cell, after string, at int, ok bool) {
	kept, after, closed := unquote(text, nil)
	for !closed {
		i++
		l, err := t.peek(i)
		if err != nil || l.cut || len(kept) > room {
			t.astray++
			return "", "", i, false
		}
		kept, after, closed = unquote(l.text, append(kept, '\n'))
	}
	if after = strings.TrimLeft(after, " "); after != "" && after[0] != t.comma {
		return string(kept), after, i, false
	}
	return string(kept), after, i, true
}

// leastRoom is how far a quote is looked for in a file where many were never
// closed: looking a whole row far for each would take the square of the time.
const leastRoom = 1 << 13

// room is how many bytes a row may have; it is halved for every quote that was
// never closed.
func (t *csvTable) room() int { return max(leastRoom, rawLimit>>min(t.astray, 20)) }

// unquoter adds the text up to the closing quote to the cell; false where there
// is none.
type unquoter func(text string, cell []byte) (kept []byte, after string, closed bool)

// unquote adds the text up to the closing quote to the cell; a quote within
// is written twice.
func unquote(text string, cell []byte) ([]byte, string, bool) {
	for {
		at := strings.IndexByte(text, '"')
		switch {
		case at < 0:
			return append(cell, text...), "", false
		case at+1 < len(text) && text[at+1] == '"':
			cell = append(cell, text[:at+1]...)
			text = text[at+2:]
		default:
			return append(cell, text[:at]...), text[at+1:], true
		}
	}
}

// unslash is unquote where a quote within is written behind a backslash.
func unslash(text string, cell []byte) ([]byte, string, bool) {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text) && (text[i+1] == '"' || text[i+1] == '\\'):
			i++
			cell = append(cell, text[i])
		case text[i] == '"' && i+1 < len(text) && text[i+1] == '"':
			i++
			cell = append(cell, '"')
		case text[i] == '"':
			return cell, text[i+1:], true
		default:
			cell = append(cell, text[i])
		}
	}
	return cell, "", false
}

// ordered puts a row into the order of the header: a file that was written
// behind another may bring the same columns in an order of its own.
func (t *csvTable) ordered(rec record) record {
	if order := t.head.order(rec.cells.values); order != nil {
		t.order = order
		if slices.IsSorted(order) {
			t.order = nil
		} else {
			rec.reason = &errHeader.Message
		}
		return rec
	}
	if t.order == nil {
		return rec
	}
	values := make([]string, len(t.order))
	for i, at := range t.order {
		values[at] = rec.cells.values[i]
	}
	rec.cells.values, rec.raw = values, quoted(values, string(t.comma))
	return rec
}

// alike is how many rows in a row of one width lack their last cells, and not
// one in the middle by some damage. Excel leaves out the delimiters behind the
// last cell that is used in sixteen rows.
const alike = 8

// fitted gives a row the width of the header, where that is sure: cells beyond it
// that are empty go, and empty ones are added that a spreadsheet left out.
func (t *csvTable) fitted(names []string, used int, raw string) ([]string, string) {
	width := len(t.head.names)
	switch missing := width - len(names); {
	case missing == 0:
		t.short = 0
	case missing < 0 && strings.Join(names[width:], "") == "":
		return names[:width], raw
	case missing > 0 && missing < len(names) && (t.short == len(names) || t.run(used, len(names))):
		t.short = len(names)
		return append(names, make([]string, missing)...), raw + strings.Repeat(string(t.comma), missing)
	}
	return names, raw
}

// run says that the next rows, from the i-th line ahead, are as wide as this one.
func (t *csvTable) run(i, width int) bool {
	for range alike - 1 {
		row, used, fault := t.parse(i)
		if fault != nil || len(row) != width {
			return false
		}
		i += used
	}
	return true
}

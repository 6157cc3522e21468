package intake

import (
	"strings"

	"ecritoire/internal/review"
)

var badQuotes = &review.Text{FR: "guillemets mal placés ou jamais refermés", EN: "misplaced or unclosed quotes"}

// parse reads the row that begins at the i-th line ahead (RFC 4180): its
// cells and how many lines it takes, or what is wrong with it.
func (t *csvTable) parse(i int) ([]string, int, *review.Text) {
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
		if inner, quoted := strings.CutPrefix(rest, `"`); quoted {
			cell, rest, i, ok = t.quoted(inner, i, t.room()-size)
			rest, more = strings.CutPrefix(rest, string(t.comma))
		} else {
			cell, rest, more = strings.Cut(rest, string(t.comma))
			if kept, is := keptAsText(cell); is {
				cell = kept
			}
			ok = strings.IndexByte(cell, '"') < 0
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
func (t *csvTable) quoted(text string, i, room int) (cell, after string, at int, ok bool) {
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
	return string(kept), after, i, after == "" || after[0] == t.comma
}

// leastRoom is how far a quote is looked for in a file where many were never
// closed: looking a whole row far for each would take the square of the time.
const leastRoom = 1 << 13

// room is how many bytes a row may have; it is halved for every quote that was
// never closed.
func (t *csvTable) room() int { return max(leastRoom, rawLimit>>min(t.astray, 20)) }

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

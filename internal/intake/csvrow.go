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
	for rest := l.text; ; {
		switch {
		case l.cut || size > rawLimit:
			return nil, 0, tooLong
		case len(row) > columnLimit:
			return nil, 0, tooWide
		}
		if !strings.HasPrefix(rest, `"`) {
			cell, after, more := t.bare(rest)
			if strings.IndexByte(cell, '"') >= 0 {
				return nil, 0, badQuotes
			}
			row = append(row, cell)
			if !more {
				return row, i - start + 1, nil
			}
			rest = after
			continue
		}
		cell, after, closed := unquote(rest[1:], nil)
		for !closed {
			i++
			size += len(l.text)
			if l, err = t.peek(i); err != nil || l.cut || size > rawLimit {
				return nil, 0, badQuotes
			}
			cell = append(cell, '\n')
			cell, after, closed = unquote(l.text, cell)
		}
		row = append(row, string(cell))
		switch {
		case after == "":
			return row, i - start + 1, nil
		case after[0] != t.comma:
			return nil, 0, badQuotes
		}
		rest = after[1:]
	}
}

// bare is a cell without quotes, what follows it, and whether a cell follows.
func (t *csvTable) bare(rest string) (string, string, bool) {
	if at := strings.IndexByte(rest, t.comma); at >= 0 {
		return rest[:at], rest[at+1:], true
	}
	return rest, "", false
}

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

package intake

import (
	"bufio"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// csvTable reads a CSV file with a header, whatever its delimiter. It is our
// own reader, because a damaged row must cost that row alone: encoding/csv
// reads on to the end of the file after a quote that is never closed.
type csvTable struct {
	r      *bufio.Reader
	meter  *meter
	comma  byte
	head   *header
	top    string // the header as it stood
	ahead  []line // read, not yet taken
	above  []line // titles that stand above the header
	number int    // of the last line read
	astray int    // how many quotes were never closed
	short  int    // width of the rows that lack cells at their end; 0 for none
	order  []int  // where in the header each cell belongs, below another one; nil below the first
	err    error
}

// line is one physical line, without its end. A longer one than rawLimit is cut.
type line struct {
	number int
	text   string
	cut    bool
}

func newCSV(r io.Reader, m *meter, seek seeker) (*csvTable, error) {
	t := &csvTable{r: lines(r), meter: m}
	first, err := t.peek(0)
	if err != nil {
		return nil, readable(err)
	}
	if told := separator.FindStringSubmatch(first.text); told != nil {
		t.ahead = t.ahead[1:]
		if first, err = t.peek(0); err != nil {
			return nil, ErrEmpty
		}
	}
	t.untitle(seek)
	first = t.ahead[0]
	t.comma = delimiter(first.text)
	names, used, fault := t.parse(0)
	switch {
	case first.cut || len(names) > columnLimit || fault == tooLong || fault == tooWide:
		return nil, ErrTooWide
	case fault != nil:
		return nil, ErrUnsure
	}
	t.top = t.raw(used)
	t.ahead, t.head = t.ahead[used:], newHeader(names)
	return t, nil
}

// untitle puts the lines above a header that is sought aside, as a spreadsheet
// saves the titles that stand above its table.
func (t *csvTable) untitle(seek seeker) {
	defer func() { t.astray = 0 }() // titles are not rows
	for i := range topRows {
		l, err := t.peek(i)
		if err != nil || l.cut || seek == nil {
			return
		}
		t.comma = delimiter(l.text)
		if names, _, fault := t.parse(i); fault == nil && seek(newHeader(names)) {
			t.above = slices.DeleteFunc(slices.Clone(t.ahead[:i]), func(l line) bool { return strings.Trim(l.text, ";,\t ") == "" })
			t.ahead = t.ahead[i:]
			return
		}
	}
}

// separator is the line in which some spreadsheets name the separator; the
// header tells it as well.
var separator = regexp.MustCompile(`^"?sep=.?"?$`)

// lines reads a text whose lines may end with a carriage return alone, as old
// Macs wrote and "CSV (Macintosh)" still does.
func lines(r io.Reader) *bufio.Reader {
	b := bufio.NewReaderSize(r, 1<<16)
	head, _ := b.Peek(1 << 12) // an error comes again with the first line
	if bytes.IndexByte(head, '\n') >= 0 || bytes.IndexByte(head, '\r') < 0 {
		return b
	}
	return bufio.NewReaderSize(returns{b}, 1<<16)
}

// returns turns each carriage return into a line feed.
type returns struct{ r io.Reader }

// Read passes bytes on.
func (c returns) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

func (t *csvTable) header() *header   { return t.head }
func (t *csvTable) kind() string      { return "csv" }
func (t *csvTable) progress() float64 { return t.meter.share() }

// delimiter is the most frequent candidate of the first line, outside quotes;
// of equals the tab, which no column's name holds by itself.
func delimiter(first string) byte {
	counts, quoted := [256]int{}, false
	for i := range len(first) {
		if first[i] == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[first[i]]++
		}
	}
	best := byte(',')
	for _, c := range []byte{'\t', ';', '|'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// next takes one row. One that does not parse is rejected with the lines
// after it up to the first that parses as a row of the right width.
func (t *csvTable) next() (record, error) {
	if len(t.above) > 0 {
		title := t.above[0]
		t.above = t.above[1:]
		return record{line: title.number, raw: title.text, reason: aboveHeader}, nil
	}
	first, err := t.peek(0)
	if err != nil {
		return record{}, err
	}
	names, used, fault := t.parse(0)
	raw := t.raw(used)
	if fault == nil {
		names, raw = t.fitted(names, used, raw)
	}
	if fault == nil && len(names) != len(t.head.names) {
		told := review.Text{FR: "%d colonne{|s} au lieu de %d", EN: "%d column{|s} instead of %d"}
		fault = &review.Text{
			FR: told.Filled(review.French, len(names), len(t.head.names)),
			EN: told.Filled(review.English, len(names), len(t.head.names))}
	}
	if fault == nil {
		rec := t.ordered(record{line: first.number, raw: raw, cells: cells{t.head, names}})
		t.ahead = t.ahead[used:]
		return rec, nil
	}
	return t.damaged(first, fault)
}

func (t *csvTable) damaged(first line, fault *review.Text) (record, error) {
	rec := record{line: first.number, raw: first.text, reason: fault}
	t.ahead = t.ahead[1:]
	for {
		_, err := t.peek(0)
		if err != nil {
			return rec, nil // the end, or a failure that the next call reports
		}
		if names, _, fault := t.parse(0); fault == nil && len(names) == len(t.head.names) {
			return rec, nil
		}
		// A line that starts like a row of its own is a damaged row of its own.
		if strings.IndexByte(t.ahead[0].text, t.comma) >= 0 {
			return rec, nil
		}
		if len(rec.raw) < rawLimit {
			rec.raw = rec.raw + "\n" + t.ahead[0].text
		}
		t.ahead = t.ahead[1:]
	}
}

func (t *csvTable) raw(used int) string {
	if used == 1 {
		return t.ahead[0].text
	}
	texts := make([]string, used)
	for i, l := range t.ahead[:used] {
		texts[i] = l.text
	}
	return strings.Join(texts, "\n")
}

// peek gives the i-th line ahead, skipping blank lines between rows.
func (t *csvTable) peek(i int) (line, error) {
	for i == 0 && len(t.ahead) > 0 && t.ahead[0].text == "" {
		t.ahead = t.ahead[1:]
	}
	for len(t.ahead) <= i {
		l, err := t.read()
		if err != nil {
			return line{}, err
		}
		if l.text != "" || len(t.ahead) > 0 {
			t.ahead = append(t.ahead, l)
		}
	}
	return t.ahead[i], nil
}

func (t *csvTable) read() (line, error) {
	if t.err != nil {
		return line{}, t.err
	}
	kept, cut := []byte{}, false
	for {
		part, err := t.r.ReadSlice('\n')
		if room := rawLimit - len(kept); len(part) > room {
			part, cut = part[:room], true
		}
		kept = append(kept, part...)
		if err == bufio.ErrBufferFull {
			continue
		}
		t.err = err
		break
	}
	if len(kept) == 0 && t.err != nil {
		return line{}, t.err
	}
	t.number++
	return line{t.number, string(bytes.TrimRight(kept, "\r\n")), cut}, nil
}

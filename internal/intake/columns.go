package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// What a JSON text written column by column may hold: nothing of it can be told
// before all of it is read.
const (
	columnsLimit = 64 << 20 // bytes
	cellsLimit   = 2 << 20  // 100,000 rows of twenty columns
)

// columnsTable is a JSON text that holds a column after the other, as pandas
// writes it: {"col": {"0": …}} or {"col": […]}. Its rows under numbers,
// {"0": {"col": …}}, are such columns turned round.
type columnsTable struct {
	head  *header
	cells [][]string // by column, then by row
	rows  int
	at    int
}

// errRecords says that a text is not written column by column.
var errRecords = errors.New("records, not columns")

func (t *columnsTable) header() *header   { return t.head }
func (t *columnsTable) kind() string      { return "json" }
func (t *columnsTable) progress() float64 { return float64(t.at) / float64(max(1, t.rows)) }

func (t *columnsTable) next() (record, error) {
	if t.at == t.rows {
		return record{}, io.EOF
	}
	values, object := make([]string, len(t.cells)), map[string]string{}
	for i, column := range t.cells {
		values[i] = column[t.at]
		object[t.head.names[i]] = values[i]
	}
	raw, err := json.Marshal(object)
	t.at++
	return record{line: t.at, cells: cells{t.head, values}, raw: string(raw)}, err
}

// columnReader reads such a text.
type columnReader struct {
	d     *json.Decoder
	kind  json.Delim // of its columns: lists or objects
	names []string
	cells [][]string
	keys  []string // of the first object
	apart bool     // another has other keys
	count int
}

// newColumns reads columns; errRecords where the text holds anything else.
func newColumns(r io.Reader) (*columnsTable, error) {
	c := &columnReader{d: json.NewDecoder(&squeezed{r: &io.LimitedReader{R: r, N: columnsLimit}})}
	c.d.UseNumber()
	if err := c.object(); err != nil {
		return nil, err
	}
	if _, err := c.d.Token(); !errors.Is(err, io.EOF) || len(c.names) < 2 {
		return nil, errRecords
	}
	return c.table()
}

func (c *columnReader) object() error {
	if token, err := c.d.Token(); err != nil || token != json.Delim('{') {
		return errRecords
	}
	for c.d.More() {
		name, err := c.text()
		if err != nil {
			return err
		}
		if len(c.names) == columnLimit && !numbers(c.names) {
			return ErrTooWide
		}
		if err := c.column(); err != nil {
			return err
		}
		c.names = append(c.names, name)
	}
	_, err := c.d.Token()
	return err
}

// column reads one list or object of cells.
func (c *columnReader) column() error {
	if c.scalar() {
		return errRecords
	}
	token, err := c.d.Token()
	if err != nil {
		return err
	}
	kind, opens := token.(json.Delim)
	if !opens || kind == '{' && c.kind == '[' || kind == '[' && c.kind == '{' {
		return errRecords
	}
	c.kind = kind
	column := []string{}
	for c.d.More() {
		if kind == '{' {
			if err := c.key(len(column)); err != nil {
				return err
			}
		}
		cell, err := c.cell()
		if err != nil {
			return err
		}
		column = append(column, cell)
	}
	c.cells = append(c.cells, column)
	_, err = c.d.Token()
	return err
}

// scalar looks ahead whether a name has one value alone, which may be as long as
// a text gets.
func (c *columnReader) scalar() bool {
	ahead, _ := bufio.NewReaderSize(c.d.Buffered(), 64).Peek(64) // an error comes again with the next token
	ahead = bytes.TrimLeft(ahead, ": \t\r\n")
	return len(ahead) > 0 && ahead[0] != '[' && ahead[0] != '{'
}

// key reads the name of the i-th cell of an object, which should be the same in
// every column.
func (c *columnReader) key(i int) error {
	key, err := c.text()
	switch {
	case err != nil:
		return err
	case len(c.cells) == 0:
		c.keys = append(c.keys, key)
	case i >= len(c.keys) || c.keys[i] != key:
		c.apart = true
	}
	return nil
}

func (c *columnReader) text() (string, error) {
	token, err := c.d.Token()
	text, _ := token.(string)
	return text, err
}

// cell reads a value, or a list of values as one.
func (c *columnReader) cell() (string, error) {
	token, err := c.value()
	if err != nil || token != json.Delim('[') {
		return plainly(token), err
	}
	parts := []string{}
	for c.d.More() {
		if token, err = c.value(); err != nil {
			return "", err
		}
		if token == json.Delim('[') {
			return "", errRecords
		}
		parts = append(parts, plainly(token))
	}
	_, err = c.d.Token()
	return strings.Join(parts, ","), err
}

func (c *columnReader) value() (json.Token, error) {
	if c.count++; c.count > cellsLimit {
		return nil, ErrColumns
	}
	token, err := c.d.Token()
	if token == json.Delim('{') {
		return nil, errRecords
	}
	return token, err
}

func plainly(token json.Token) string {
	if token == nil {
		return ""
	}
	return fmt.Sprint(token)
}

// table puts the columns side by side, where they tell which cells belong
// together.
func (c *columnReader) table() (*columnsTable, error) {
	rows := len(c.cells[0])
	c.apart = c.apart || slices.ContainsFunc(c.cells, func(column []string) bool { return len(column) != rows })
	switch {
	case c.apart && !numbers(c.keys):
		return nil, errRecords // one record of several parts
	case c.apart:
		return nil, ErrColumns
	case rows == 0:
		return nil, ErrEmpty
	case c.kind == '[' || numbers(c.keys):
		return &columnsTable{head: newHeader(c.names), cells: c.cells, rows: rows}, nil
	case numbers(c.names) && rows <= columnLimit:
		return &columnsTable{head: newHeader(c.keys), cells: turned(c.cells), rows: len(c.cells)}, nil
	}
	return nil, ErrColumns
}

func numbers(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		_, err := strconv.Atoi(name)
		return err != nil
	})
}

// turned makes columns of rows of one length.
func turned(rows [][]string) [][]string {
	columns := make([][]string, len(rows[0]))
	for i := range columns {
		columns[i] = make([]string, len(rows))
		for j, row := range rows {
			columns[i][j] = row[i]
		}
	}
	return columns
}

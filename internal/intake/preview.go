package intake

import (
	"errors"
	"io"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// Look says what an import would do with a file, without doing it. A file of
// no sure format is no error here: its columns are there to be mapped.
func Look(path string, o Options) (review.Preview, error) {
	c, err := contain(path, o.seek)
	if err != nil {
		return review.Preview{}, err
	}
	p, err := c.look(o)
	return p, errors.Join(err, c.close())
}

func (c container) look(o Options) (review.Preview, error) {
	head := c.table.header()
	p := review.Preview{Candidates: candidates(c.table), Container: c.table.kind(), Encoding: c.encoding, Key: head.key(), Columns: []review.Column{}}
	f, err := choose(c.table, o)
	if err != nil && !errors.Is(err, ErrUnsure) {
		return review.Preview{}, err
	}
	sure := err == nil
	recs, err := beginning(c.table, 10)
	if err != nil {
		return review.Preview{}, err
	}
	for i, name := range head.names {
		folded := fold(name)
		column := review.Column{Name: name, Field: f.fields[folded], Dropped: slices.Contains(f.drops, folded)}
		if !column.Dropped {
			column.Example = example(recs, head, i)
		}
		p.Columns = append(p.Columns, column)
	}
	if !sure {
		return p, nil
	}
	p.Format, p.Confidence = f.name, 1
	if f.name != "mapped" {
		p.Confidence = f.confidence(c.table)
	}
	p.Rows = (&File{table: c.table, format: f}).each(recs)
	return p, nil
}

// exampleLength is how many characters of a value tell what its column holds.
const exampleLength = 80

// example gives the first value of a column.
func example(recs []record, head *header, column int) string {
	for _, rec := range recs {
		if rec.cells.head != head || column >= len(rec.cells.values) {
			continue
		}
		if value := []rune(strings.Join(strings.Fields(mend(rec.cells.values[column])), " ")); len(value) > 0 {
			return string(value[:min(len(value), exampleLength)])
		}
	}
	return ""
}

// beginning gives the first n records of a table, fewer where it ends before.
func beginning(t table, n int) ([]record, error) {
	recs := []record{}
	for len(recs) < n {
		rec, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, readable(err)
		}
		recs = append(recs, rec)
	}
	return recs, nil
}

func first(f *File, n int) ([]review.Row, error) {
	recs, err := beginning(f.table, n)
	if err != nil {
		return nil, err
	}
	return f.each(recs), nil
}

func (f *File) each(recs []record) []review.Row {
	rows, ids := []review.Row{}, identities{}
	for _, rec := range recs {
		rows = append(rows, f.row(rec, ids))
	}
	return rows
}

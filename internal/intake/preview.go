package intake

import (
	"errors"
	"io"
	"slices"

	"ecritoire/internal/review"
)

// Look says what an import would do with a file, without doing it. A file of
// no sure format is no error here: its columns are there to be mapped.
func Look(path string, o Options) (review.Preview, error) {
	c, err := contain(path)
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
	for _, name := range head.names {
		folded := fold(name)
		p.Columns = append(p.Columns, review.Column{Name: name, Field: f.fields[folded], Dropped: slices.Contains(f.drops, folded)})
	}
	if err != nil {
		return p, nil
	}
	p.Format, p.Confidence = f.name, 1
	if f.name != "mapped" {
		p.Confidence = f.confidence(c.table)
	}
	p.Rows, err = first(&File{table: c.table, format: f}, 10)
	return p, err
}

func first(f *File, n int) ([]review.Row, error) {
	rows, ids := []review.Row{}, identities{}
	for len(rows) < n {
		rec, err := f.table.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, readable(err)
		}
		rows = append(rows, f.row(rec, ids))
	}
	return rows, nil
}

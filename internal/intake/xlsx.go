package intake

import (
	"io"
)

// xlsxTable streams the sheets of a workbook, row after row (ECMA-376). It is
// our own reader because excelize unpacks sheets above 16 MB in clear into a
// folder for temporary files; this one stays in memory. BenchmarkXLSX's file
// (15 columns, shared texts) gives 77,000 rows per second of processor time
// here, and 16,000 in excelize v2.11.1 on the same machine.
type xlsxTable struct {
	pack   *pack
	sheets []string // parts, in the order of the workbook
	at     int      // rank of the sheet being read, from 1
	part   io.ReadCloser
	scan   *scanner
	whole  bool // that sheet's XML has come to its end
	shared sharedTexts
	dates  []bool // by style
	mac    bool   // days count from 1904
	head   *header
	first  *header
	line   int
	ahead  []record
}

func newXLSX(p *pack) (*xlsxTable, error) {
	t := &xlsxTable{pack: p}
	for _, step := range []func() error{t.workbook, t.texts, t.styles} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	rec, err := t.next()
	if err == io.EOF {
		return nil, ErrEmpty
	}
	if err != nil {
		return nil, err
	}
	t.first, t.ahead = t.head, append(t.ahead, rec)
	return t, nil
}

func (t *xlsxTable) header() *header   { return t.first }
func (t *xlsxTable) kind() string      { return "xlsx" }
func (t *xlsxTable) progress() float64 { return t.pack.share() }

func (t *xlsxTable) next() (record, error) {
	if len(t.ahead) > 0 {
		rec := t.ahead[0]
		t.ahead = nil
		return rec, nil
	}
	for {
		if t.scan == nil {
			if err := t.turn(); err != nil {
				return record{}, err
			}
		}
		row, err := t.row()
		switch {
		case err == io.EOF:
			t.scan = nil
		case err != nil:
			return record{}, err
		case row.empty():
		case t.head == nil:
			if t.head, err = row.header(); err != nil {
				return record{}, err
			}
		default:
			return sheetRecord(t.line, t.at, t.head, row), nil
		}
	}
}

// turn opens the next sheet; its first row with something in it is its header.
func (t *xlsxTable) turn() error {
	if t.part != nil {
		if err := t.part.Close(); err != nil {
			return ErrDamaged.With(err)
		}
		t.part = nil
	}
	if t.at >= len(t.sheets) {
		return io.EOF
	}
	part, err := t.pack.open(t.sheets[t.at])
	if err != nil {
		return err
	}
	t.at++
	t.part, t.scan, t.head, t.line, t.whole = part, newScanner(part), nil, 0, false
	return nil
}

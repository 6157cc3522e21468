package intake

import (
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// Header gives the header of the file as a line of CSV with the delimiter of
// its rows, for Again; "" for JSON, whose records name their own cells.
func (f *File) Header() string {
	switch t := f.table.(type) {
	case *csvTable:
		return t.top
	case *xlsxTable, *odsTable:
		return quoted(t.header().names, ",")
	}
	return ""
}

// quoted is a line of CSV with every cell in quotes, so that no delimiter can
// be mistaken.
func quoted(values []string, comma string) string {
	cells := make([]string, len(values))
	for i, name := range values {
		cells[i] = `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	}
	return strings.Join(cells, comma)
}

var errSeveral = &review.Error{Code: "row_several", Kind: review.Misused,
	Message: review.Text{FR: "plusieurs lignes à la place d’une", EN: "several rows in place of one"}}

// Again reads one row once more that was rejected and then mended by hand: of
// the format named, below the header that File.Header gave, in the form of
// Rejection.Raw (a line of CSV, or a JSON object where header is ""). The
// mapping is that of format "mapped", else unused. What still gives no review
// gives a rejection again, with Line 0. The place's name, which a Takeout keeps
// beside its reviews, is not known here.
func Again(name, header, raw string, m review.Mapping) review.Row {
	f, err := alone(name, header, raw, m)
	if err == nil {
		var row review.Row
		if row, err = f.only(); err == nil {
			if row.Rejected != nil {
				row.Rejected.Line = 0
			}
			return row
		}
	}
	return review.Row{Rejected: &review.Rejection{Reason: review.Describe(err).Message, Raw: raw}}
}

// alone opens a table of one row.
func alone(name, header, raw string, m review.Mapping) (*File, error) {
	if name != "mapped" {
		m = nil
	}
	o, size := Options{Format: name, Mapping: m}, &meter{}
	if header != "" {
		t, err := newCSV(strings.NewReader(header+"\n"+raw), size, nil)
		if err != nil {
			return nil, err
		}
		return container{table: t}.file(o)
	}
	t, err := newJSON(strings.NewReader(raw), size)
	if err != nil {
		return nil, err
	}
	t.complete(name, m)
	return container{table: t}.file(o)
}

// complete gives a single record the columns that its format asks for: one
// record may lack what the file as a whole has.
func (t *jsonTable) complete(name string, m review.Mapping) {
	for _, column := range m {
		t.set(&cells{head: t.head}, column, "")
	}
	if i := slices.IndexFunc(formats, func(f format) bool { return f.name == name }); i >= 0 {
		for _, sign := range formats[i].signs {
			column, _, _ := strings.Cut(sign, "|")
			t.set(&cells{head: t.head}, column, "")
		}
	}
}

// only reads the one row there is.
func (f *File) only() (review.Row, error) {
	rows, err := first(f, 2)
	switch {
	case err != nil:
		return review.Row{}, err
	case len(rows) == 0:
		return review.Row{}, ErrEmpty
	case len(rows) > 1:
		return review.Row{}, errSeveral
	}
	return rows[0], nil
}

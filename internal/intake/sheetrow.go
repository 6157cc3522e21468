package intake

import (
	"encoding/csv"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// sheetRow gathers one row of a spreadsheet, within its bounds.
type sheetRow struct {
	values []string
	size   int
	fault  *review.Text // why the row cannot be taken whole; nil if it can
}

// rowLimit bounds the texts of one row of a spreadsheet together.
const rowLimit = 4 * rawLimit

// put sets a cell; columns count from 1. An empty one takes no place.
func (r *sheetRow) put(column int, value string) {
	room := min(rawLimit, rowLimit-r.size)
	switch {
	case value == "":
		return
	case column > columnLimit:
		r.fault = tooWide
		return
	case len(value) > room:
		r.fault, value = tooLong, value[:room]
	}
	for len(r.values) < column {
		r.values = append(r.values, "")
	}
	r.size += len(value)
	r.values[column-1] = value
}

func (r *sheetRow) empty() bool { return r.size == 0 && r.fault == nil }

// filled counts the cells that hold something.
func (r *sheetRow) filled() (n int) {
	for _, v := range r.values {
		if v != "" {
			n++
		}
	}
	return n
}

// header takes the row as the names of the columns below it.
func (r *sheetRow) header() (*header, error) {
	if r.fault != nil {
		return nil, ErrTooWide
	}
	return newHeader(r.values), nil
}

// sheetRecord is a row of a spreadsheet. What is kept of it when it is
// rejected is the row as a line of CSV.
func sheetRecord(line, sheet int, head *header, row sheetRow) record {
	return record{line: line, sheet: sheet, cells: cells{head, row.values}, reason: row.fault}
}

var errForeign = &review.Error{Code: "sheet_foreign", Kind: review.Failed,
	Message: review.Text{FR: "les colonnes de cette feuille ne sont pas celles du format de ce fichier", EN: "this sheet’s columns are not those of this file’s format"}}

// knows says that a sheet below another header than the file's first still
// has what the format, or another variant of it, needs.
func (f *File) knows(h *header) bool {
	if h == f.table.header() || share(f.format.signs, h) == 1 {
		return true
	}
	return slices.ContainsFunc(formats, func(other format) bool {
		return other.name == f.format.name && share(other.signs, h) == 1
	})
}

// raw is a row that had no text form of its own as a line of CSV, as wide as
// its header. A sheet may order its columns unlike the file's first, which
// Header gives: its row is put into that order where nothing is lost by it.
func (f *File) raw(c cells) string {
	if first := f.table.header(); c.head != nil && c.head != first {
		if under, whole := c.under(first); whole {
			c = under
		}
	}
	if c.head != nil {
		for len(c.values) < len(c.head.names) {
			c.values = append(c.values, "")
		}
	}
	return asCSV(c.values)
}

// under gives the cells below the same columns of another header, and whether
// all that hold something found one.
func (c cells) under(h *header) (cells, bool) {
	moved := cells{h, make([]string, len(h.names))}
	for i, v := range c.values {
		if v == "" {
			continue
		}
		if i >= len(c.head.names) {
			return c, false
		}
		at, known := h.at[fold(c.head.names[i])]
		if !known || moved.values[at] != "" {
			return c, false
		}
		moved.values[at] = v
	}
	return moved, true
}

// asCSV is what is kept of a row that had no text form of its own.
func asCSV(values []string) string {
	b := strings.Builder{}
	w := csv.NewWriter(&b)
	if w.Write(values) != nil {
		return strings.Join(values, ",")
	}
	w.Flush()
	raw := strings.TrimRight(b.String(), "\n")
	return raw[:min(len(raw), rawLimit)]
}

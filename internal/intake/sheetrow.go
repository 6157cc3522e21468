package intake

import (
	"encoding/csv"
	"strings"
)

// sheetRecord is a row of a spreadsheet. What is kept of it when it is
// rejected is the row as a line of CSV.
func sheetRecord(line, sheet int, head *header, values []string) record {
	rec := record{line: line, sheet: sheet, cells: cells{head, values}}
	size := 0
	for _, v := range values {
		if size += len(v); len(v) >= rawLimit || size > 4*rawLimit {
			rec.reason = tooLong
		}
	}
	return rec
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

package intake

import (
	"regexp"
	"strings"

	"ecritoire/internal/review"
)

// errCell: a formula found no text. What the cell would have said stands in
// another sheet or file.
var errCell = &review.Error{Code: "row_cell", Kind: review.Failed,
	Message: review.Text{FR: "erreur de tableur à la place du texte", EN: "spreadsheet error in place of the text"}}

// faults are what spreadsheets write into a cell whose formula has no result,
// in English and in French, without spaces.
var faults = map[string]bool{
	"#REF!": true, "#N/A": true, "#N/D": true, "#VALUE!": true, "#VALEUR!": true, "#NAME?": true, "#NOM?": true, "#DIV/0!": true,
	"#NULL!": true, "#NUL!": true, "#NUM!": true, "#NOMBRE!": true, "#SPILL!": true, "#EPARS!": true, "#ÉPARS!": true, "#CALC!": true,
	"#FIELD!": true, "#CHAMP!": true, "#BLOCKED!": true, "#CONNECT!": true, "#GETTING_DATA": true, "#ERROR!": true, "#ERREUR!": true,
}

var errNumber = regexp.MustCompile(`^(?:Err|Erreur)[ \x{a0}\x{202f}]?:[ \x{a0}\x{202f}]?\d{3}$`)

// faulty says that a cell holds nothing but a spreadsheet's error.
func faulty(cell string) bool {
	if len(cell) > 20 || !strings.HasPrefix(cell, "#") && !strings.HasPrefix(cell, "Err") {
		return false
	}
	return faults[strings.Join(strings.Fields(cell), "")] || errNumber.MatchString(cell)
}

// lost says that an error stands where the format looks for the text.
func (f *File) lost(c cells) bool {
	for i, name := range c.head.names {
		if f.format.fields[fold(name)] == review.FieldText && i < len(c.values) && faulty(strings.TrimSpace(c.values[i])) {
			return true
		}
	}
	return false
}

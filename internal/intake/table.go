package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"time"

	"ecritoire/internal/review"
)

// rawLimit bounds what is kept of one row, and so what one row may take of
// the memory. A row beyond it is rejected with its beginning.
const rawLimit = 1 << 20

// table is a container of rows, whatever its kind.
type table interface {
	next() (record, error) // io.EOF at the end
	header() *header       // of the first sheet, or of the first records
	kind() string          // csv, xlsx, ods, json, takeout
	progress() float64     // from 0 to 1
}

// record is one row, or the reason why it could not be read.
type record struct {
	line   int // of the file or of its sheet; of JSON, the rank of the record
	sheet  int // rank of the sheet from 1; 0 where there are none
	cells  cells
	raw    string
	reason *review.Text
	fault  error // behind the reason, where a whole part of the file could not be read
}

// Why a row cannot be taken whole.
var (
	tooLong = &review.Text{FR: "ligne ou cellule de plus de 1 Mio", EN: "row or cell of more than 1 MiB"}
	tooWide = &review.Text{FR: fmt.Sprintf("plus de %d colonnes", columnLimit), EN: fmt.Sprintf("more than %d columns", columnLimit)}
)

var errHeader = &review.Error{Code: "row_header", Kind: review.Failed,
	Message: review.Text{FR: "l’en-tête répété", EN: "the header once more"}}

// What becomes of an identifier that was taken for a number: 12.0 in Python, and
// 1,23E+12 in a spreadsheet, which many reviews then bear.
var (
	floating = regexp.MustCompile(`^\d+\.0$`)
	rounded  = regexp.MustCompile(`^\d(?:[.,]\d+)?[eE]\+?\d{1,3}$`)
)

// trusted is the identifier as its platform wrote it, "" where that is lost.
func trusted(id string) string {
	switch {
	case floating.MatchString(id):
		return strings.TrimSuffix(id, ".0")
	case rounded.MatchString(id):
		return ""
	}
	return id
}

// identities names the rows that carry no identifier, or none that can be
// trusted: a hash of text, date and author, with an ordinal among equals.
type identities map[string]int

func (ids identities) of(r review.Review) string {
	h := sha256.Sum256([]byte(r.Title + "\x00" + r.Text + "\x00" + r.WrittenAt.UTC().Format(time.RFC3339) + "\x00" + r.Author))
	key := hex.EncodeToString(h[:12])
	ids[key]++
	return fmt.Sprintf("%s-%d", key, ids[key])
}

package intake

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"ecritoire/internal/review"

	"unicode"
)

// table is a CSV file with a header, whatever its delimiter.
type table struct {
	csv    *csv.Reader
	tape   *tape
	header []string // folded: see fold
}

// record is one row: its cells by folded header, or the reason why it could
// not be read.
type record struct {
	line   int
	cells  map[string]string
	raw    string
	reason *review.Text
}

func newTable(r io.Reader) (*table, error) {
	first := &bytes.Buffer{}
	head, err := io.ReadAll(io.LimitReader(r, 1<<16))
	if err != nil {
		return nil, ErrUnreadable.With(err)
	}
	first.Write(head)
	t := &table{tape: &tape{r: io.MultiReader(first, r)}}
	t.csv = csv.NewReader(t.tape)
	t.csv.Comma, t.csv.FieldsPerRecord = delimiter(head), -1
	header, err := t.csv.Read()
	if err != nil {
		return nil, ErrUnknownHeader.With(errors.New("no header"))
	}
	for _, name := range header {
		t.header = append(t.header, fold(name))
	}
	t.tape.cut(t.csv.InputOffset())
	return t, nil
}

// delimiter is the most frequent candidate of the first line.
func delimiter(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best := ','
	for _, c := range []rune{';', '\t', '|'} {
		if bytes.Count(line, []byte(string(c))) > bytes.Count(line, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// fold makes header names comparable: no accents, no case, single spaces.
func fold(name string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		plain = name
	}
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(plain, "’", "'"))), " ")
}

func (t *table) records() iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		for {
			cells, err := t.csv.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			rec, err := t.record(cells, err)
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

func (t *table) record(cells []string, err error) (record, error) {
	rec := record{raw: t.tape.cut(t.csv.InputOffset())}
	var bad *csv.ParseError
	switch {
	case errors.As(err, &bad):
		rec.line = bad.StartLine
		rec.reason = &review.Text{FR: "guillemets mal placés ou jamais refermés", EN: "misplaced or unclosed quotes"}
		return rec, nil
	case err != nil:
		return rec, err
	}
	rec.line, _ = t.csv.FieldPos(0)
	if len(cells) != len(t.header) {
		rec.reason = &review.Text{
			FR: fmt.Sprintf("%d colonnes au lieu de %d", len(cells), len(t.header)),
			EN: fmt.Sprintf("%d columns instead of %d", len(cells), len(t.header))}
		return rec, nil
	}
	rec.cells = make(map[string]string, len(cells))
	for i, c := range cells {
		rec.cells[t.header[i]] = mend(c)
	}
	return rec, nil
}

// tape remembers the bytes of the row being read, so that a rejected row can
// be kept exactly as it stood.
type tape struct {
	r    io.Reader
	kept []byte
	at   int64 // offset of kept[0]
}

// rawLimit bounds what is kept of one row: a quote never closed would
// otherwise keep the rest of the file in memory.
const rawLimit = 1 << 20

// Read passes the bytes on and keeps a copy.
func (t *tape) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	t.kept = append(t.kept, p[:n]...)
	return n, err
}

// cut gives what was read since the last cut, up to the offset.
func (t *tape) cut(offset int64) string {
	n := min(int(offset-t.at), len(t.kept))
	raw := string(t.kept[:min(n, rawLimit)])
	t.kept, t.at = append(t.kept[:0], t.kept[n:]...), t.at+int64(n)
	return strings.TrimRight(raw, "\r\n")
}

// identities names the rows that carry no identifier: a hash of text, date
// and author, with an ordinal among equals.
type identities map[string]int

func (ids identities) of(r review.Review) string {
	h := sha256.Sum256([]byte(r.Title + "\x00" + r.Text + "\x00" + r.WrittenAt.UTC().Format(time.RFC3339) + "\x00" + r.Author))
	key := hex.EncodeToString(h[:12])
	ids[key]++
	return fmt.Sprintf("%s-%d", key, ids[key])
}

package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"ecritoire/internal/review"
)

// depthLimit is far above any export of reviews.
const depthLimit = 64

// jsonTable reads records one by one from an array, from the array within an
// object (results, records, reviews…), or from objects one after another
// (JSON Lines). Its header is that of the first records.
type jsonTable struct {
	split *splitter
	meter *meter
	head  *header
	ahead []record
	rank  int
	err   error
}

var badJSON = &review.Text{FR: "enregistrement JSON mal formé", EN: "malformed JSON record"}

func newJSON(r io.Reader, m *meter) (*jsonTable, error) {
	t := &jsonTable{split: &splitter{r: bufio.NewReaderSize(r, 1<<16)}, meter: m, head: newHeader(nil)}
	for len(t.ahead) < 20 {
		rec, err := t.read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		t.ahead = append(t.ahead, rec)
	}
	if len(t.ahead) == 0 {
		return nil, ErrEmpty
	}
	return t, nil
}

func (t *jsonTable) header() *header   { return t.head }
func (t *jsonTable) kind() string      { return "json" }
func (t *jsonTable) progress() float64 { return t.meter.share() }

func (t *jsonTable) next() (record, error) {
	if len(t.ahead) > 0 {
		rec := t.ahead[0]
		t.ahead = t.ahead[1:]
		return rec, nil
	}
	return t.read()
}

func (t *jsonTable) read() (record, error) {
	raw, cut, err := t.split.next()
	if err != nil {
		return record{}, err
	}
	t.rank++
	rec := record{line: t.rank, raw: string(raw)}
	object := map[string]any{}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	switch {
	case cut:
		rec.reason = tooLong
	case d.Decode(&object) != nil:
		rec.reason = badJSON
	default:
		// The portal's records carry their cells one level down.
		if fields, ok := object["fields"].(map[string]any); ok {
			object = fields
		}
		rec.cells = cells{head: t.head, values: make([]string, len(t.head.names))}
		t.flatten(&rec.cells, "", object)
	}
	return rec, nil
}

// flatten names the cells of nested objects "outer.inner".
func (t *jsonTable) flatten(c *cells, prefix string, object map[string]any) {
	for key, value := range object {
		switch v := value.(type) {
		case nil:
		case map[string]any:
			t.flatten(c, prefix+key+".", v)
		case []any:
			t.set(c, prefix+key, joined(v))
		default:
			t.set(c, prefix+key, fmt.Sprint(v))
		}
	}
}

func (t *jsonTable) set(c *cells, name, value string) {
	at, known := t.head.at[fold(name)]
	if !known {
		if len(t.head.names) >= columnLimit {
			return
		}
		at = t.head.add(name)
	}
	for len(c.values) <= at {
		c.values = append(c.values, "")
	}
	c.values[at] = value
}

func joined(list []any) string {
	parts := []string{}
	for _, v := range list {
		switch v.(type) {
		case string, json.Number, bool:
			parts = append(parts, fmt.Sprint(v))
		}
	}
	return strings.Join(parts, ",")
}

package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
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
	err   error // met after the records ahead
}

// errNoRecord tells a file that lists nothing from one without a byte.
var errNoRecord = errors.New("no record")

var keyTwice = &review.Text{FR: "un nom figure deux fois avec deux valeurs dans cet enregistrement JSON", EN: "a name stands twice with two values in this JSON record"}

var badJSON = &review.Text{FR: "enregistrement JSON mal formé", EN: "malformed JSON record"}

func newJSON(r io.Reader, m *meter) (*jsonTable, error) {
	t := &jsonTable{split: &splitter{r: bufio.NewReaderSize(r, 1<<16)}, meter: m, head: newHeader(nil)}
	for len(t.ahead) < 20 {
		rec, err := t.read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.err = err
			break
		}
		t.ahead = append(t.ahead, rec)
	}
	switch {
	case len(t.ahead) == 0 && t.err != nil:
		return nil, t.err
	case len(t.ahead) == 0:
		return nil, ErrEmpty.With(errNoRecord)
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
	if t.err != nil {
		return record{}, t.err
	}
	return t.read()
}

// damaged says that one of the first records could not be read.
func (t *jsonTable) damaged() bool {
	return slices.ContainsFunc(t.ahead, func(r record) bool { return r.reason != nil })
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
	case d.Decode(&object) != nil && !lenient(raw, &object):
		rec.reason = badJSON
	case names(raw) != keys(object) && contradicts(raw):
		rec.reason = keyTwice
	default:
		object = bare(object)
		rec.cells = cells{head: t.head, values: make([]string, len(t.head.names))}
		if !t.flatten(&rec.cells, "", object) {
			rec.reason = tooWide
		}
	}
	return rec, nil
}

// bare leaves out what the portal's interfaces wrap the cells of a record in, one
// level deep or two, and what GeoJSON does.
func bare(object map[string]any) map[string]any {
	if record, ok := object["record"].(map[string]any); ok && record["fields"] != nil {
		object = record
	}
	if fields, ok := object["fields"].(map[string]any); ok {
		return fields
	}
	if properties, ok := object["properties"].(map[string]any); ok && object["type"] == "Feature" {
		return properties
	}
	return object
}

// names counts the keys of a JSON text: the colons outside of quotes.
func names(raw []byte) int {
	n, quoted := 0, false
	for i := 0; i < len(raw); i++ {
		switch b := raw[i]; {
		case b == '"':
			quoted = !quoted
		case b == '\\' && quoted:
			i++
		case b == ':' && !quoted:
			n++
		}
	}
	return n
}

// contradicts reports whether a name stands twice in an object with two
// values, of which one would be lost in silence.
func contradicts(raw []byte) bool {
	d, seen := json.NewDecoder(bytes.NewReader(raw)), map[string]string{}
	if _, err := d.Token(); err != nil {
		return false
	}
	for d.More() {
		token, _ := d.Token() // it was read once before
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return false
		}
		name, _ := token.(string)
		before, twice := seen[name]
		if twice && before != string(value) || bytes.HasPrefix(value, []byte("{")) && contradicts(value) {
			return true
		}
		seen[name] = string(value)
	}
	return false
}

// keys counts the keys of a value as it was read: fewer where one stood twice.
func keys(value any) int {
	n := 0
	switch v := value.(type) {
	case map[string]any:
		n = len(v)
		for _, inner := range v {
			n += keys(inner)
		}
	case []any:
		for _, inner := range v {
			n += keys(inner)
		}
	}
	return n
}

// flatten names the cells of nested objects "outer.inner", in the order of
// their keys, so that the same file always has the same header. It is false
// where a cell found no column any more.
func (t *jsonTable) flatten(c *cells, prefix string, object map[string]any) bool {
	all := true
	for _, key := range slices.Sorted(maps.Keys(object)) {
		name := prefix + key
		switch v := object[key].(type) {
		case nil:
			all = t.set(c, name, "") && all
		case map[string]any:
			all = t.flatten(c, name+".", v) && all
		case []any:
			all = t.set(c, name, joined(v)) && all
		default:
			all = t.set(c, name, fmt.Sprint(v)) && all
		}
	}
	return all
}

// set is false where the value finds no column any more.
func (t *jsonTable) set(c *cells, name, value string) bool {
	at, known := t.head.at[fold(name)]
	if !known {
		if len(t.head.names) >= columnLimit {
			return value == ""
		}
		at = t.head.add(name)
	}
	for len(c.values) <= at {
		c.values = append(c.values, "")
	}
	if c.values[at] == "" { // the first of equal names, as in a table
		c.values[at] = value
	}
	return true
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

package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"

	"ecritoire/internal/review"
)

// records opens JSON: records one after another or, where that is what it
// holds, columns.
func records(r io.Reader, m *meter) (table, error) {
	k := &keeper{r: r}
	t, err := newColumns(k)
	switch {
	case err == nil:
		return t, nil
	case errors.As(err, new(*review.Error)):
		return nil, err
	case k.over:
		return nil, ErrColumns.With(err) // longer than a record, and cut or of another kind
	}
	return newJSON(io.MultiReader(bytes.NewReader(k.kept), r), m)
}

// keeper keeps what is read of a text, so that it can be read from its
// beginning again, up to the size of one record.
type keeper struct {
	r    io.Reader
	kept []byte
	over bool
}

// Read passes bytes on.
func (k *keeper) Read(p []byte) (int, error) {
	n, err := k.r.Read(p)
	if k.over = k.over || len(k.kept)+n > rawLimit; k.over {
		k.kept = nil
	} else {
		k.kept = append(k.kept, p[:n]...)
	}
	return n, err
}

// noNumber are the words that programs write for a number that is none, where
// JSON has no word.
var noNumber = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|-?(?:NaN|Infinity)\b`)

// lenient reads a record with such words as if they were null.
func lenient(raw []byte, object *map[string]any) bool {
	mended := noNumber.ReplaceAllFunc(raw, func(found []byte) []byte {
		if found[0] == '"' {
			return found
		}
		return []byte("null")
	})
	if bytes.Equal(mended, raw) {
		return false
	}
	*object = map[string]any{}
	d := json.NewDecoder(bytes.NewReader(mended))
	d.UseNumber()
	return d.Decode(object) == nil
}

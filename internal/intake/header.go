package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// columnLimit is far above any export; a header beyond it is hostile.
const columnLimit = 2000

// header is the columns of a table. That of a JSON file grows with the keys
// that its records bring.
type header struct {
	names []string         // as the file writes them
	at    map[string]int   // by folded name; the first of equals
	twins map[string][]int // further columns of an equal name; nil for none
}

func newHeader(names []string) *header {
	h := &header{at: make(map[string]int, len(names))}
	for _, name := range names {
		h.add(name)
	}
	return h
}

func (h *header) add(name string) int {
	h.names = append(h.names, mend(name))
	folded := fold(h.names[len(h.names)-1])
	if at, known := h.at[folded]; known {
		if h.twins == nil {
			h.twins = map[string][]int{}
		}
		h.twins[folded] = append(h.twins[folded], len(h.names)-1)
		return at
	}
	h.at[folded] = len(h.names) - 1
	return len(h.names) - 1
}

// has takes the folded name of a column, or several with | between them.
func (h *header) has(names string) bool {
	for name := range strings.SplitSeq(names, "|") {
		if _, known := h.at[name]; known {
			return true
		}
	}
	return false
}

// order tells where in the header each of the values belongs, which are its
// names in whatever order; nil where they are not.
func (h *header) order(values []string) []int {
	if len(values) != len(h.at) || len(values[0]) > 200 || !h.has(fold(values[0])) {
		return nil
	}
	places := make([]int, len(values))
	for i, value := range values {
		at, known := h.at[fold(mend(value))]
		if !known || slices.Contains(places[:i], at) {
			return nil
		}
		places[i] = at
	}
	return places
}

// key names a header for good, whatever the case, the accents and the order of
// its columns.
func (h *header) key() string {
	folded := make([]string, len(h.names))
	for i, name := range h.names {
		folded[i] = fold(name)
	}
	slices.Sort(folded)
	sum := sha256.Sum256([]byte(strings.Join(folded, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// fold makes column names comparable: no accents, no case, and a single space
// for whatever is neither a letter nor a digit. The portal's JSON keys
// (id_experience) thus equal the columns of its CSV (ID expérience).
func fold(name string) string {
	if name == "" {
		return ""
	}
	words := strings.FieldsFunc(strings.ToLower(norm.NFD.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, strings.Join(words, " "))
}

// cells reads one row by folded column names; what the file lacks is "".
type cells struct {
	head   *header
	values []string
}

// get gives the first of the columns, separated by |, that is not empty. A
// form may have asked the same question twice, under one name.
func (c cells) get(names string) string {
	for name := range strings.SplitSeq(names, "|") {
		at, known := c.head.at[name]
		if !known {
			continue
		}
		if s := c.cell(at); s != "" {
			return s
		}
		for _, twin := range c.head.twins[name] {
			if s := c.cell(twin); s != "" {
				return s
			}
		}
	}
	return ""
}

// all joins what stands in several columns, as paragraphs.
func (c cells) all(columns []string) string {
	parts := []string{}
	for _, name := range columns {
		if s := c.get(name); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n\n")
}

// names says that the row is the header once more, as it stands where a file
// was written behind another.
func (c cells) names() bool {
	if c.head == nil || len(c.values) == 0 {
		return false
	}
	for i, value := range c.values {
		if i >= len(c.head.names) || fold(value) != fold(c.head.names[i]) {
			return false
		}
	}
	return true
}

func (c cells) cell(at int) string {
	if at >= len(c.values) {
		return ""
	}
	if value := mend(c.values[at]); !faulty(value) {
		return value
	}
	return ""
}

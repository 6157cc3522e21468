package intake

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// format turns the rows of one kind of export into reviews.
type format struct {
	name      string
	container string                             // the only kind of table it comes in; "" for any
	signs     []string                           // folded columns that must all be there; | for either
	usual     []string                           // columns that make it surer
	fields    map[string]review.Field            // what each folded column gives
	spoken    func(*header) []string             // further folded columns of the author's words; nil for none
	drops     []string                           // folded columns that are not even kept in the quarantine
	row       func(cells) (review.Review, error) // with an error, what could be read all the same
}

var formats = []format{spplus, spplusJSON, voxusagers, jdma, jdmaLegacy, jdmaRaw, google, play}

// A format is taken when it is this sure, and this much surer than the next.
const (
	sure  = 0.75
	apart = 0.05
)

// confidence is 0.8 for all signs, and the rest for the usual columns; with
// signs missing it stays under a half.
func (f format) confidence(t table) float64 {
	if f.container != "" && f.container != t.kind() && !(f.container == "json" && t.kind() == "takeout") {
		return 0
	}
	if f.name == spplus.name && t.kind() == "json" {
		return 0 // the same columns as JSON have their own name
	}
	signs, usual := share(f.signs, t.header()), share(f.usual, t.header())
	if signs < 1 {
		return signs * 0.4
	}
	return 0.8 + 0.2*usual
}

func share(columns []string, h *header) float64 {
	n := 0
	for _, c := range columns {
		if h.has(c) {
			n++
		}
	}
	return float64(n) / float64(max(1, len(columns)))
}

// candidates lists the formats that a table may have, the likeliest first.
func candidates(t table) []review.Guess {
	all := []review.Guess{}
	for _, f := range formats {
		if c := f.confidence(t); c > 0.15 {
			all = append(all, review.Guess{Format: f.name, Confidence: c})
		}
	}
	slices.SortStableFunc(all, func(a, b review.Guess) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return all
}

// choose takes the format asked for, or the one mapped by hand or remembered
// for this header, or the one that the columns tell.
func choose(t table, o Options) (format, error) {
	mapping := o.Mapping
	if len(mapping) == 0 && o.Remembered != nil && (o.Format == "" || o.Format == "mapped") {
		if known, ok := o.Remembered(t.header().key()); ok {
			mapping = known
		}
	}
	switch {
	case len(mapping) > 0:
		return mapped(mapping, t.header())
	case o.Format == "mapped":
		return format{}, ErrMapping
	case o.Format != "":
		return named(o.Format, t)
	}
	list := candidates(t)
	if len(list) == 0 || list[0].Confidence < sure || len(list) > 1 && list[1].Confidence > list[0].Confidence-apart {
		return format{}, unsure(list, t.header())
	}
	return named(list[0].Format, t)
}

// named takes the surest variant of a format by its name.
func named(name string, t table) (format, error) {
	best, found := format{}, false
	for _, f := range formats {
		if f.name == name && (!found || f.confidence(t) > best.confidence(t)) {
			best, found = f, true
		}
	}
	switch {
	case !found:
		return format{}, ErrUnknownFormat.Naming(name)
	case share(best.signs, t.header()) < 1:
		return format{}, ErrOtherFormat.Naming(name)
	}
	return best.hearing(t.header()), nil
}

// hearing is the format with the columns of the author's words that a header has.
func (f format) hearing(h *header) format {
	if f.spoken == nil {
		return f
	}
	f.fields = maps.Clone(f.fields)
	for _, column := range f.spoken(h) {
		f.fields[column] = review.FieldText
	}
	return f
}

// unsure tells the agent what was seen. The columns stand in the hint, which
// is shown and never logged: without a header they are the first row.
func unsure(list []review.Guess, h *header) error {
	names := []string{}
	for _, name := range h.names[:min(8, len(h.names))] {
		names = append(names, string([]rune(name)[:min(30, len([]rune(name)))]))
	}
	near := []string{}
	for _, c := range list[:min(3, len(list))] {
		near = append(near, fmt.Sprintf("%s (%.0f %%)", c.Format, c.Confidence*100))
	}
	e := *ErrUnsure
	e.Hint = review.Text{
		FR: "Colonnes trouvées\u00a0: " + strings.Join(names, ", ") + ". Formats proches\u00a0: " + orNone(near, "aucun") + ". Dites quelle colonne donne le texte et la date, ou nommez le format.",
		EN: "Columns found: " + strings.Join(names, ", ") + ". Formats near: " + orNone(near, "none") + ". Say which column gives the text and the date, or name the format."}
	return &e
}

func orNone(list []string, none string) string {
	if len(list) == 0 {
		return none
	}
	return strings.Join(list, ", ")
}

package intake

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// placeColumn is the name that a Takeout gives to the place of its reviews.
const placeColumn = "place name"

// takeoutTable reads the reviews of every place of an export. A part that
// cannot be read costs itself alone, and gives a rejection.
type takeoutTable struct {
	parts  []jsonPart
	places map[string]string // name by folder
	at     int
	open   io.Closer
	folder string
	json   *jsonTable
	ahead  []record
	first  *header
	rank   int
}

// newTakeout reads up to the first part that holds reviews. Without any, the
// error says what was wrong with the first part that could not be read.
func newTakeout(parts []jsonPart) (table, error) {
	slices.SortFunc(parts, func(a, b jsonPart) int { return strings.Compare(a.name, b.name) })
	t := &takeoutTable{parts: parts, places: map[string]string{}}
	for _, p := range parts {
		t.name(p)
	}
	for t.first == nil {
		rec, err := t.read()
		switch {
		case err == io.EOF && len(t.ahead) > 0:
			return nil, t.ahead[0].fault
		case err == io.EOF:
			return nil, ErrBinary
		case err != nil:
			return nil, err
		}
		t.ahead = append(t.ahead, rec)
		t.first = rec.cells.head
	}
	return t, nil
}

func (t *takeoutTable) header() *header   { return t.first }
func (t *takeoutTable) kind() string      { return "takeout" }
func (t *takeoutTable) progress() float64 { return float64(t.at) / float64(max(1, len(t.parts))) }

func (t *takeoutTable) next() (record, error) {
	if len(t.ahead) > 0 {
		rec := t.ahead[0]
		t.ahead = t.ahead[1:]
		return rec, nil
	}
	return t.read()
}

// read goes through the parts. A bomb alone ends the reading.
func (t *takeoutTable) read() (record, error) {
	for {
		rec, err := record{}, error(nil)
		if t.json == nil {
			err = t.turn()
		} else if rec, err = t.json.next(); err == nil {
			return t.placed(rec), nil
		}
		switch {
		case err == nil:
		case errors.Is(err, io.EOF) && t.json == nil, errors.Is(err, ErrTooLarge):
			return record{}, err
		default:
			if at := t.end(); !errors.Is(err, io.EOF) {
				return t.missed(at, err), nil
			}
		}
	}
}

// turn opens the next part that holds reviews; io.EOF after the last.
func (t *takeoutTable) turn() error {
	for t.at < len(t.parts) {
		p := t.parts[t.at]
		t.at++
		r, err := p.open()
		if err != nil {
			return readable(err)
		}
		c, err := text(r, 0, r.Close, nil)
		j, ok := c.table.(*jsonTable)
		switch {
		case err == nil && ok && google.confidence(j) >= sure:
			t.json, t.open, t.folder = j, r, path.Dir(p.name)
			return nil
		case err == nil && (ok && j.damaged() || p.lists() && (!ok || len(j.head.names) > 0)):
			err = ErrOtherFormat.Naming("google")
		case errors.Is(err, errNoRecord):
			err = nil // a place without reviews
		}
		if closing := r.Close(); err == nil && closing != nil {
			err = ErrUnreadable.With(cause(closing))
		}
		if err != nil {
			return readable(err)
		}
	}
	return io.EOF
}

// end leaves the part being read and gives its rank from 1. What closing has
// to say was said by the last Read.
func (t *takeoutTable) end() int {
	if t.json != nil {
		_ = t.open.Close()
		t.json = nil
	}
	return t.at
}

func (t *takeoutTable) placed(rec record) record {
	t.rank++
	rec.line = t.rank
	if place := t.places[t.folder]; place != "" && rec.reason == nil && !t.json.set(&rec.cells, placeColumn, place) {
		rec.reason = tooWide
	}
	return rec
}

// missed stands for what could not be read of a part.
func (t *takeoutTable) missed(at int, err error) record {
	t.rank++
	name, why := shown.FindString(t.parts[at-1].name), review.Describe(err)
	if name == "" {
		name = fmt.Sprintf("n°\u00a0%d", at)
	}
	return record{line: t.rank, fault: why, reason: &review.Text{
		FR: "fichier «\u00a0" + name + "\u00a0» de l’export\u00a0: " + why.Message.FR,
		EN: "file “" + name + "” of the export: " + why.Message.EN}}
}

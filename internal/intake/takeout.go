package intake

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// placeColumn is the name that a Takeout gives to the place of its reviews.
const placeColumn = "place name"

// jsonPart is one JSON file of a Takeout: account-…/location-…/reviews.json
// and its further pages, data.json and additionalData.json for the place.
type jsonPart struct {
	name string
	open func() (io.ReadCloser, error)
}

// takeoutTable reads the reviews of every place of an export.
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

func (p *pack) jsonParts() []jsonPart {
	parts := []jsonPart{}
	for name := range p.files {
		if strings.HasSuffix(strings.ToLower(name), ".json") {
			parts = append(parts, jsonPart{name, func() (io.ReadCloser, error) { return p.open(name) }})
		}
	}
	return parts
}

// folderParts lists the JSON files of a folder. A link in it is refused, for
// it may lead out of the folder; pipes and devices are no JSON files.
func folderParts(root *os.Root) ([]jsonPart, error) {
	parts := []jsonPart{}
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Type()&fs.ModeSymlink != 0:
			return ErrNotAFile
		case len(parts) > partLimit:
			return ErrTooLarge
		case d.Type().IsRegular() && strings.HasSuffix(strings.ToLower(name), ".json"):
			parts = append(parts, jsonPart{name, func() (io.ReadCloser, error) { return root.Open(name) }})
		}
		return nil
	})
	return parts, err
}

func newTakeout(parts []jsonPart) (table, error) {
	slices.SortFunc(parts, func(a, b jsonPart) int { return strings.Compare(a.name, b.name) })
	t := &takeoutTable{parts: parts, places: map[string]string{}}
	for _, p := range parts {
		if err := t.name(p); err != nil {
			return nil, err
		}
	}
	rec, err := t.next()
	switch {
	case err == io.EOF:
		return nil, ErrBinary
	case err != nil:
		return nil, err
	}
	t.first, t.ahead = rec.cells.head, []record{rec}
	return t, nil
}

func (t *takeoutTable) header() *header   { return t.first }
func (t *takeoutTable) kind() string      { return "takeout" }
func (t *takeoutTable) progress() float64 { return float64(t.at) / float64(max(1, len(t.parts))) }

// name looks for the name of a place in a part that holds no reviews.
func (t *takeoutTable) name(p jsonPart) error {
	r, err := p.open()
	if err != nil {
		return ErrUnreadable.With(cause(err))
	}
	var place struct {
		Title        string `json:"title"`
		LocationName string `json:"locationName"`
		Attributes   []struct {
			ID     struct{ AttributeType string }
			Values []struct {
				Datum struct{ ListingName struct{ Text string } }
			}
		} `json:"attributes"`
	}
	// What is not such a description gives no name, and is no error.
	if json.NewDecoder(io.LimitReader(r, rawLimit)).Decode(&place) == nil {
		title := place.Title + place.LocationName
		for _, a := range place.Attributes {
			if a.ID.AttributeType == "LISTING_NAME" && len(a.Values) > 0 {
				title = a.Values[0].Datum.ListingName.Text
			}
		}
		if title != "" {
			t.places[path.Dir(p.name)] = title
		}
	}
	return r.Close()
}

func (t *takeoutTable) next() (record, error) {
	if len(t.ahead) > 0 {
		rec := t.ahead[0]
		t.ahead = nil
		return rec, nil
	}
	for {
		if t.json == nil {
			if err := t.turn(); err != nil {
				return record{}, err
			}
			continue
		}
		rec, err := t.json.next()
		if errors.Is(err, io.EOF) {
			t.json = nil
			if err := t.open.Close(); err != nil {
				return record{}, ErrUnreadable.With(cause(err))
			}
			continue
		}
		if err != nil {
			return record{}, err
		}
		t.rank++
		rec.line = t.rank
		if place := t.places[t.folder]; place != "" && rec.reason == nil {
			t.json.set(&rec.cells, placeColumn, place)
		}
		return rec, nil
	}
}

// turn opens the next part that holds reviews.
func (t *takeoutTable) turn() error {
	for t.at < len(t.parts) {
		p := t.parts[t.at]
		t.at++
		r, err := p.open()
		if err != nil {
			return ErrUnreadable.With(cause(err))
		}
		c, err := text(r, 0, r.Close)
		if j, ok := c.table.(*jsonTable); err == nil && ok && google.confidence(j) >= sure {
			t.json, t.open, t.folder = j, r, path.Dir(p.name)
			return nil
		}
		if err := r.Close(); err != nil {
			return ErrUnreadable.With(cause(err))
		}
	}
	return io.EOF
}

// folder opens the folder of an unpacked Takeout.
func folder(name string) (container, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return container{}, ErrUnreadable.With(cause(err))
	}
	parts, err := folderParts(root)
	if err == nil && len(parts) == 0 {
		err = ErrNotAFile
	}
	var t table
	if err == nil {
		t, err = newTakeout(parts)
	}
	if errors.Is(err, ErrBinary) {
		err = ErrNotAFile
	}
	if err != nil {
		return container{}, errors.Join(readable(err), root.Close())
	}
	return container{t, utf8Name, 0, root.Close}, nil
}

package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// placeColumn is the name that a Takeout gives to the place of its reviews.
const placeColumn = "place name"

// jsonPart is one JSON file of a Takeout: account-…/location-…/reviews.json
// and its further pages, data.json and additionalData.json for the place.
type jsonPart struct {
	name string
	open func() (io.ReadCloser, error)
}

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

func (p *pack) jsonParts() []jsonPart {
	parts := []jsonPart{}
	for name := range p.files {
		if strings.HasSuffix(strings.ToLower(name), ".json") {
			parts = append(parts, jsonPart{name, func() (io.ReadCloser, error) { return p.open(name) }})
		}
	}
	return parts
}

// folderParts lists the JSON files of a folder. A link in it is not followed,
// for it may lead out of the folder; pipes and devices are no JSON files.
func folderParts(root *os.Root) ([]jsonPart, error) {
	parts := []jsonPart{}
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case len(parts) > partLimit:
			return ErrTooLarge
		case d.Type()&fs.ModeSymlink != 0:
			parts = append(parts, jsonPart{name, func() (io.ReadCloser, error) { return nil, errLink }})
		case d.Type().IsRegular() && strings.HasSuffix(strings.ToLower(name), ".json"):
			parts = append(parts, jsonPart{name, func() (io.ReadCloser, error) { return root.Open(name) }})
		}
		return nil
	})
	return parts, err
}

var errLink = &review.Error{Code: "takeout_link", Kind: review.Refused,
	Message: review.Text{FR: "ce lien n’est pas suivi, il peut mener hors du dossier", EN: "this link is not followed, it may lead out of the folder"}}

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

// name looks for the name of a place in a part that holds no reviews. What
// cannot be read gives no name here and its reason when its turn comes.
func (t *takeoutTable) name(p jsonPart) {
	r, err := p.open()
	if err != nil {
		return
	}
	defer func() { _ = r.Close() }() // reading only
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
	if json.NewDecoder(io.LimitReader(r, rawLimit)).Decode(&place) != nil {
		return
	}
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
		c, err := text(r, 0, r.Close)
		j, ok := c.table.(*jsonTable)
		switch {
		case err == nil && ok && google.confidence(j) >= sure:
			t.json, t.open, t.folder = j, r, path.Dir(p.name)
			return nil
		case err == nil && (!ok || len(j.head.names) > 0 || j.damaged()) && (reviewsPart.MatchString(p.name) || ok && j.damaged()):
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

// reviewsPart tells the parts that hold reviews by their names in an export.
var reviewsPart = regexp.MustCompile(`(?i)(?:^|/)reviews[^/]*\.json$`)

// shown is what of a part's name cannot be a person's.
var shown = regexp.MustCompile(`(?i)(?:(?:account|location)s?-\d+/)*(?:reviews|data|additionalData)(?:[-_ ]?\d+)?\.json$`)

// missed stands for what could not be read of a part.
func (t *takeoutTable) missed(at int, err error) record {
	t.rank++
	name, why := shown.FindString(t.parts[at-1].name), review.Describe(err)
	if name == "" {
		name = fmt.Sprintf("n° %d", at)
	}
	return record{line: t.rank, fault: why, reason: &review.Text{
		FR: "fichier « " + name + " » de l’export\u00a0: " + why.Message.FR,
		EN: "file “" + name + "” of the export: " + why.Message.EN}}
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
	if errors.Is(err, ErrBinary) || errors.Is(err, errLink) {
		err = ErrNotAFile
	}
	if err != nil {
		return container{}, errors.Join(readable(err), root.Close())
	}
	return container{t, utf8Name, 0, root.Close}, nil
}

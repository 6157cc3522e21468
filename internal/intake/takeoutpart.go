package intake

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"

	"ecritoire/internal/review"
)

// jsonPart is one JSON file of a Takeout: account-…/location-…/reviews.json
// and its further pages, data.json and additionalData.json for the place.
type jsonPart struct {
	name string
	open func() (io.ReadCloser, error)
}

// reviewsPart tells the parts that hold reviews by their names in an export.
var reviewsPart = regexp.MustCompile(`(?i)(?:^|/)reviews[^/]*\.json$`)

// lists says that a part should hold reviews.
func (p jsonPart) lists() bool { return reviewsPart.MatchString(p.name) }

// shown is what of a part's name cannot be a person's.
var shown = regexp.MustCompile(`(?i)(?:(?:account|location)s?-\d+/)*(?:reviews|data|additionalData)(?:[-_ ]?\d+)?\.json$`)

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

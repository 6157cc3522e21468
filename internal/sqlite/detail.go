package sqlite

import (
	"crypto/sha256"
	"encoding/json"
	"time"

	"ecritoire/internal/review"
)

// details is what the file said beyond the columns of the review table.
type details struct {
	PostedAs   string             `json:"posted_as"`
	Themes     []review.Theme     `json:"themes"`
	Typologies []review.Typology  `json:"typologies"`
	Structures []review.Structure `json:"structures"`
	Place      review.Place       `json:"place"`
	Tags       []string           `json:"tags"`
	Platform   review.Platform    `json:"platform"`
}

func pack(r review.Review) (string, []byte, error) {
	d, err := json.Marshal(details{r.PostedAs, r.Themes, r.Typologies, r.Structures, r.Place, r.Tags, r.Platform})
	if err != nil {
		return "", nil, err
	}
	h := sha256.New()
	for _, part := range []string{r.Title, r.Text, r.Author, string(r.Sentiment), r.WrittenAt.UTC().Format(time.RFC3339), string(d)} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return string(d), h.Sum(nil), nil
}

func unpack(r *review.Review, text string) error {
	var d details
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return err
	}
	r.PostedAs, r.Themes, r.Typologies, r.Structures = d.PostedAs, d.Themes, d.Typologies, d.Structures
	r.Place, r.Tags, r.Platform = d.Place, d.Tags, d.Platform
	return nil
}

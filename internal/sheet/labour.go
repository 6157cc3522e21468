package sheet

import (
	"encoding/json"
	"io"
	"slices"
)

// labourSheet is one sheet of @socialgouv/fiches-travail-data: the labour
// ministry's pages, their body as HTML.
type labourSheet struct {
	ID          string `json:"pubId"`
	Title       string `json:"title"`
	URL         string `json:"url"`
	Date        string `json:"date"` // DD/MM/YYYY
	Description string `json:"description"`
	Intro       string `json:"intro"`
	Sections    []struct {
		Title string `json:"title"`
		HTML  string `json:"html"`
	} `json:"sections"`
}

// labour streams the file's array: it holds one sheet at a time.
func (r *reader) labour(body io.Reader) error {
	d := json.NewDecoder(body)
	if _, err := d.Token(); err != nil {
		return r.unreadable(err)
	}
	for d.More() {
		s := labourSheet{}
		if err := d.Decode(&s); err != nil {
			return r.unreadable(err)
		}
		if err := r.keep(s.document()); err != nil {
			return err
		}
	}
	return nil
}

func (s labourSheet) document() document {
	d := document{sheet: s.ID, kind: "travail", title: s.Title, url: s.URL, date: isoDate(s.Date), summary: s.Description, path: []string{"Travail"}}
	d.sections = sectionsOfHTML(s.Intro)
	for _, part := range s.Sections {
		under := sectionsOfHTML(part.HTML)
		for i := range under {
			if part.Title != s.Title {
				under[i].heading = slices.Concat([]string{part.Title}, under[i].heading)
			}
		}
		d.sections = append(d.sections, under...)
	}
	return d
}

package intake

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"ecritoire/internal/review"
)

// spplus is the CSV export of Services Publics+, 46 columns as published in
// open data by the DITP.
var spplus = format{name: "spplus", recognises: isSPPlus, row: spplusRow}

var errDate = &review.Error{Code: "row_date", Kind: review.Failed,
	Message: review.Text{FR: "date de publication illisible", EN: "unreadable publication date"}}

var errNothing = &review.Error{Code: "row_empty", Kind: review.Failed,
	Message: review.Text{FR: "ni titre, ni texte, ni ressenti", EN: "no title, no text, no sentiment"}}

func isSPPlus(header []string) bool {
	needed := map[string]bool{"id experience": true, "date de publication": true, "description": true, "ressenti usager": true}
	for _, h := range header {
		delete(needed, h)
	}
	return len(needed) == 0
}

// cells reads a row by folded header; what the file lacks is "".
type cells map[string]string

func spplusRow(row map[string]string) (review.Review, error) {
	c := cells(row)
	written, err := parseDate(c["date de publication"])
	if err != nil {
		return review.Review{}, errDate
	}
	r := review.Review{
		Source: review.SourceSPPlus, ExternalID: c["id experience"], WrittenAt: written,
		Title: c["titre"], Text: c["description"], PostedAs: c["poste comme"],
		Sentiment: sentiment(c["ressenti usager"]), Themes: c.themes(), Typologies: c.typologies(), Structures: c.structures(),
		Place: c.place(), Tags: list(c["tags metiers"], ";"), Platform: c.platform(),
	}
	r.AnsweredElsewhere = c.answered()
	if r.Title == "" && r.Text == "" && r.Sentiment == "" {
		return r, errNothing
	}
	return r, nil
}

// paris is where Services Publics+ takes its hours from.
var paris = func() *time.Location {
	loc, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err) // main embeds the time zones
	}
	return loc
}()

func parseDate(s string) (t time.Time, err error) {
	for _, layout := range []string{"02/01/2006 15:04", "02/01/2006 15:04:05", "02/01/2006"} {
		if t, err = time.ParseInLocation(layout, s, paris); err == nil {
			return t, nil
		}
	}
	return t, err
}

func sentiment(s string) review.Sentiment {
	switch fold(s) {
	case "positif":
		return review.Positive
	case "neutre":
		return review.Neutral
	case "negatif":
		return review.Negative
	}
	return ""
}

func (c cells) themes() []review.Theme {
	all := []review.Theme{}
	for _, t := range []struct {
		column string
		name   review.ThemeName
	}{
		{"accessibilite", review.ThemeAccess}, {"information/explication", review.ThemeInformation}, {"relation", review.ThemeRelation},
		{"reactivite", review.ThemeReactivity}, {"simplicite/complexite", review.ThemeSimplicity},
	} {
		if s := sentiment(c[t.column]); s != "" {
			all = append(all, review.Theme{Name: t.name, Sentiment: s})
		}
	}
	return all
}

func (c cells) typologies() []review.Typology {
	all := []review.Typology{}
	for i := 1; i <= 3; i++ {
		t := review.Typology{
			Name:     c[fmt.Sprintf("intitule typologie %d", i)],
			PostCode: code(c[fmt.Sprintf("code postal typologie %d", i)], 5),
			Country:  c[fmt.Sprintf("pays typologie %d", i)],
			Channels: list(c[fmt.Sprintf("canaux typologie %d", i)], ","),
		}
		if t.Name != "" || len(t.Channels) > 0 {
			all = append(all, t)
		}
	}
	return all
}

func (c cells) structures() []review.Structure {
	all := []review.Structure{}
	for i := 1; i <= 3; i++ {
		s := review.Structure{ID: c[fmt.Sprintf("id structure %d", i)], Name: c[fmt.Sprintf("intitule structure %d", i)]}
		if s != (review.Structure{}) {
			all = append(all, s)
		}
	}
	return all
}

func (c cells) place() review.Place {
	return review.Place{
		DepartmentCode: code(c["code insee departement usager"], 2), Department: c["intitule departement usager"],
		RegionCode: code(c["code insee region usager"], 2), Region: c["intitule region usager"], Country: c["pays"],
	}
}

func (c cells) platform() review.Platform {
	return review.Platform{
		State: c["etat experience"], Status: c["statut de l'experience"], OutOfStructure: yes(c["hors structure"]),
		Reply: c["reponse structure 1"], Verdict: verdict(c["evaluation reponse structure 1 par auteur"]),
		VisitorsUseful:  count(c["evaluation utile reponse structure 1 par visiteurs"]),
		VisitorsUseless: count(c["evaluation inutile reponse structure 1 par visiteurs"]),
		Similar:         count(c["experiences similaires"]), Improvement: yes(c["amelioration de service a considerer"]),
		Action: c["action"], ActionDone: c["date action realisee"], ActionStarted: c["date action engagee"],
	}
}

// answered: the platform says so by its state, its status or the reply itself.
func (c cells) answered() bool {
	return strings.HasPrefix(fold(c["etat experience"]), "traite") || fold(c["statut de l'experience"]) == "experience avec reponse" || c["reponse structure 1"] != ""
}

func verdict(s string) review.Verdict {
	switch fold(s) {
	case "utile":
		return review.Useful
	case "pas utile", "inutile":
		return review.NotUseful
	}
	return ""
}

func yes(s string) bool { return fold(s) == "oui" }

// count reads a number that a spreadsheet may have written as "3.0"; anything
// else counts nothing.
func count(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// code mends what a spreadsheet did to an administrative code: "6.0" is "06".
func code(s string, width int) string {
	s = strings.TrimSuffix(s, ".0")
	if _, err := strconv.Atoi(s); err == nil && len(s) < width {
		s = strings.Repeat("0", width-len(s)) + s
	}
	return s
}

func list(s, sep string) []string {
	all := []string{}
	for _, part := range strings.Split(s, sep) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

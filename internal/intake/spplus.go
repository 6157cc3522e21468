package intake

import (
	"strconv"
	"strings"
	"time"

	"ecritoire/internal/review"
)

// spplus is the export of Services Publics+, 46 columns as published in open
// data by the DITP. The portal's JSON has the same columns as keys.
var spplus = format{
	name: "spplus", signs: []string{"id experience", "date de publication", "description", "ressenti usager"},
	usual:  []string{"etat experience", "statut de l experience", "titre", "intitule typologie 1", "relation", "reactivite"},
	fields: spplusFields, row: spplusRow,
}

var spplusJSON = func() format {
	f := spplus
	f.name, f.container = "spplus-json", "json"
	return f
}()

var spplusFields = map[string]review.Field{
	"id experience": review.FieldID, "id": review.FieldID, "date de publication": review.FieldDate, "ecrit le": review.FieldDate, "titre": review.FieldTitle, "description": review.FieldText,
	"ressenti usager": review.FieldSentiment, "etat experience": review.FieldState, "statut de l experience": review.FieldState,
	"intitule typologie 1": review.FieldTypology, "canaux typologie 1": review.FieldChannel, "intitule structure 1": review.FieldStructure,
	"reponse structure 1": review.FieldReply, "tags metiers": review.FieldTags, "accessibilite": review.FieldTheme, "information explication": review.FieldTheme,
	"relation": review.FieldTheme, "reactivite": review.FieldTheme, "simplicite complexite": review.FieldTheme, "intitule departement usager": review.FieldPlace,
}

var errDate = &review.Error{Code: "row_date", Kind: review.Failed,
	Message: review.Text{FR: "date de publication illisible", EN: "unreadable publication date"}}

var errNothing = &review.Error{Code: "row_empty", Kind: review.Failed,
	Message: review.Text{FR: "ni titre, ni texte, ni ressenti", EN: "no title, no text, no sentiment"}}

func spplusRow(c cells) (review.Review, error) {
	written, err := parseDate(c.get("date de publication"))
	r := c.experience(written)
	r.ExternalID = c.get("id experience")
	return r, sound(r, err)
}

// experience is what both exports of the platform share.
func (c cells) experience(written time.Time) review.Review {
	r := review.Review{
		Source: review.SourceSPPlus, WrittenAt: written,
		Title: c.get("titre"), Text: c.get("description"), PostedAs: c.get("poste comme"),
		Sentiment: sentiment(c.get("ressenti usager")), Themes: c.themes(), Typologies: c.typologies(), Structures: c.structures(),
		Place: c.place(), Tags: list(c.get("tags metiers"), ";"), Platform: c.platform(),
	}
	r.AnsweredElsewhere = c.answered()
	return r
}

// sound refuses a row whose date could not be read, or that says nothing at all.
func sound(r review.Review, date error) error {
	switch {
	case date != nil:
		return errDate
	case r.Title == "" && r.Text == "" && r.Sentiment == "":
		return errNothing
	}
	return nil
}

func (c cells) themes() []review.Theme {
	all := []review.Theme{}
	for _, t := range []struct {
		column string
		name   review.ThemeName
	}{
		{"accessibilite|tags generaux accessibilite", review.ThemeAccess}, {"information explication|tags generaux informationexplication", review.ThemeInformation}, {"relation|tags generaux relation", review.ThemeRelation},
		{"reactivite|tags generaux reactivite", review.ThemeReactivity}, {"simplicite complexite|tags generaux simplicitecomplexite", review.ThemeSimplicity},
	} {
		if s := sentiment(c.get(t.column)); s != "" {
			all = append(all, review.Theme{Name: t.name, Sentiment: s})
		}
	}
	return all
}

func (c cells) typologies() []review.Typology {
	all := []review.Typology{}
	for _, i := range []string{"1", "2", "3"} {
		t := review.Typology{
			Name:     c.get("intitule typologie " + i),
			PostCode: code(c.get("code postal typologie "+i), 5),
			Country:  c.get("pays typologie " + i),
			Channels: list(c.get("canaux typologie "+i), ","),
		}
		if t.Name != "" || len(t.Channels) > 0 {
			all = append(all, t)
		}
	}
	return all
}

func (c cells) structures() []review.Structure {
	all := []review.Structure{}
	for _, i := range []string{"1", "2", "3"} {
		s := review.Structure{ID: c.get("id structure " + i), Name: c.get("intitule structure " + i)}
		if s != (review.Structure{}) {
			all = append(all, s)
		}
	}
	return all
}

func (c cells) place() review.Place {
	return review.Place{
		DepartmentCode: code(c.get("code insee departement usager"), 2), Department: c.get("intitule departement usager"),
		RegionCode: code(c.get("code insee region usager"), 2), Region: c.get("intitule region usager"), Country: c.get("pays"),
	}
}

func (c cells) platform() review.Platform {
	return review.Platform{
		State: c.get("etat experience|etat de l experience|etat de lexperience"), Status: c.get("statut de l experience|statut experience"), OutOfStructure: yes(c.get("hors structure")),
		Reply: c.get("reponse structure 1"), Verdict: verdict(c.get("evaluation reponse structure 1 par auteur")),
		VisitorsUseful:  count(c.get("evaluation utile reponse structure 1 par visiteurs")),
		VisitorsUseless: count(c.get("evaluation inutile reponse structure 1 par visiteurs")),
		Similar:         count(c.get("experiences similaires")), Improvement: yes(c.get("amelioration de service a considerer")),
		Action: c.get("action"), ActionDone: c.get("date action realisee"), ActionStarted: c.get("date action engagee"),
	}
}

// answered: the platform says so by its state, its status or the reply itself.
func (c cells) answered() bool {
	return strings.HasPrefix(fold(c.get("etat experience|etat de l experience|etat de lexperience")), "traite") || fold(c.get("statut de l experience|statut experience")) == "experience avec reponse" || c.get("reponse structure 1") != ""
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

func yes(s string) bool {
	s = fold(s)
	return s == "oui" || s == "true" || s == "1"
}

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

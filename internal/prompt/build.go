// Package prompt lays out what a model is asked: embedded templates in, a
// prompt within a budget out, and what comes back made clean. It is pure.
package prompt

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"strings"
	"text/template"

	"ecritoire/internal/review"
)

//go:embed templates/system.fr.tmpl
var systemText string

//go:embed templates/user.fr.tmpl
var userText string

var (
	systemTemplate = template.Must(template.New("system").Funcs(functions).Parse(systemText))
	userTemplate   = template.Must(template.New("user").Funcs(functions).Parse(userText))
	functions      = template.FuncMap{"line": line, "lines": block, "join": strings.Join}
)

// Version names the templates in use: "fr-" and the first eight hexadecimal
// digits of their SHA-256, so that a changed word is a changed version.
func Version() string {
	sum := sha256.Sum256([]byte(systemText + "\x00" + userText))
	return "fr-" + hex.EncodeToString(sum[:4])
}

// ErrRulesTooLong: the service's own rules leave no room for reviews. They are
// the service's word, so they are never shortened for it.
var ErrRulesTooLong = &review.Error{Code: "rules_too_long", Kind: review.Misused,
	Message: review.Text{FR: "Les règles du service dépassent %d caractères.", EN: "The service’s rules exceed %d characters."},
	Hint:    review.Text{FR: "Raccourcissez-les dans les réglages.", EN: "Shorten them in the settings."}}

// Build lays out the prompt for one review, whose personal data the caller
// has already replaced. System depends on the service alone, byte for byte, so
// that a model need not read it again for the next review. What exceeds the
// budget is left out with a note in the prompt; LeftOut tells what.
func Build(r review.Review, s review.Service, passages []review.Passage) (review.Prompt, error) {
	if n := runes(s.Rules); n > MaxRules {
		return review.Prompt{}, ErrRulesTooLong.Naming(MaxRules)
	}
	system, err := render(systemTemplate, s)
	if err != nil {
		return review.Prompt{}, review.ErrInternal.With(err)
	}
	user, err := render(userTemplate, layOut(r, passages))
	if err != nil {
		return review.Prompt{}, review.ErrInternal.With(err)
	}
	return review.Prompt{Version: Version(), System: system, User: user}, nil
}

func render(t *template.Template, data any) (string, error) {
	var out strings.Builder
	err := t.Execute(&out, data)
	return strings.TrimSpace(out.String()), err
}

// page is what the user's template shows of a review.
type page struct {
	review.Review
	Text      string
	Omitted   int // runes of the text left out
	Sentiment string
	Themes    []string
	Services  []string
	Channels  []string
	Structure string
	Sheets    []review.Passage
}

func layOut(r review.Review, passages []review.Passage) page {
	text, omitted := fitReview(r.Text)
	kept, _, _ := fitPassages(passages)
	return page{Review: r, Text: text, Omitted: omitted, Sentiment: sentiments[r.Sentiment],
		Themes: themes(r.Themes), Services: services(r.Typologies), Channels: r.Channels(),
		Structure: r.Structure(), Sheets: kept}
}

var sentiments = map[review.Sentiment]string{
	review.Positive: "positif", review.Neutral: "neutre", review.Negative: "négatif"}

var themeNames = map[review.ThemeName]string{
	review.ThemeAccess: "accessibilité", review.ThemeInformation: "information et explications",
	review.ThemeRelation: "relation", review.ThemeReactivity: "réactivité", review.ThemeSimplicity: "simplicité"}

func themes(all []review.Theme) []string {
	named := []string{}
	for _, t := range all {
		name := themeNames[t.Name]
		if felt := sentiments[t.Sentiment]; felt != "" {
			name += " (" + felt + ")"
		}
		named = append(named, name)
	}
	return named
}

func services(all []review.Typology) []string {
	names := []string{}
	for _, t := range all {
		if t.Name != "" {
			names = append(names, t.Name)
		}
	}
	return names
}

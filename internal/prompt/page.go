package prompt

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// page is what the user's template is filled with. Every text in it is fenced
// already (block, line), so that a service's own template cannot forget to.
type page struct {
	Title, Sentiment, Themes, Services, Channels, Structure string
	Text                                                    string
	Omitted                                                 int // runes of the text left out
	Examples                                                []shownExample
	Sheets                                                  []review.Passage
	Points                                                  []string
	Language                                                string // "fr", "en", or "other": the author's own
	Short, Long, Warmer, Precise, Form                      bool
	Urgent                                                  bool // it speaks of danger
	Again                                                   []string
}

type shownExample struct{ Said, Body string }

// pageOf fills the page with all but the parts that a budget may cut.
func pageOf(q Request) page {
	r := q.Review
	return page{Title: line(r.Title), Sentiment: sentiments[r.Sentiment], Themes: line(themes(r.Themes)), Services: line(services(r.Typologies)),
		Channels: line(strings.Join(r.Channels(), ", ")), Structure: line(r.Structure()),
		Points: points(q.Points), Again: lines(q.Again), Language: languageFor(r, q.Wish),
		Short: q.Wish.Length == review.LengthShort, Long: q.Wish.Length == review.LengthLong, Warmer: q.Wish.Warmer, Precise: q.Wish.Precise, Form: q.Form,
		Urgent: len(reading.Analyse(r).Signals.Urgent) > 0}
}

// languageFor is the author's language; French where that is not known.
func languageFor(r review.Review, w review.Wish) string {
	l := reading.AuthorLanguage(r.Title, r.Text)
	if w.French || l == reading.Unknown {
		l = reading.French
	}
	return string(l)
}

// The points stand in the review too: here they are a list to tick off, so a
// few, and their beginnings, are enough.
const (
	maxPoints = 10
	maxPoint  = 200 // runes of one
)

func points(all []string) []string {
	shown := []string{}
	for _, p := range lines(all) {
		short, _ := shorten(p, maxPoint)
		shown = append(shown, short)
	}
	return shown[:min(len(shown), maxPoints)]
}

// lines makes one line of each text and leaves out the empty ones.
func lines(all []string) []string {
	kept := []string{}
	for _, text := range all {
		if l := line(text); l != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

var sentiments = map[review.Sentiment]string{
	review.Positive: "positif", review.Neutral: "neutre", review.Negative: "négatif"}

var themeNames = map[review.ThemeName]string{
	review.ThemeAccess: "accessibilité", review.ThemeInformation: "information et explications",
	review.ThemeRelation: "relation", review.ThemeReactivity: "réactivité", review.ThemeSimplicity: "simplicité"}

func themes(all []review.Theme) string {
	named := []string{}
	for _, t := range all {
		name := themeNames[t.Name]
		if felt := sentiments[t.Sentiment]; felt != "" {
			name += " (" + felt + ")"
		}
		named = append(named, name)
	}
	return strings.Join(named, ", ")
}

func services(all []review.Typology) string {
	names := []string{}
	for _, t := range all {
		if t.Name != "" {
			names = append(names, t.Name)
		}
	}
	return strings.Join(names, ", ")
}

// The samples on which templates are tried have every field filled.
var (
	sampleService = review.Service{Name: "Mairie", Phone: "01 99 00 00 00", Email: "mairie@exemple.example", URL: "https://exemple.example", Address: "1 place",
		Greeting: "Bonjour,", Closings: []string{"Cordialement,"}, Signatures: []string{"La mairie"}, Forbidden: []string{"mot"},
		Rules: "Règle", Tutoring: "Réponse", AINotice: "Mention", FourEyes: true, DelayDays: 30}
	samplePage = page{Title: "Titre", Sentiment: "négatif", Themes: "réactivité", Services: "Passeport", Channels: "Guichet", Structure: "Mairie",
		Text: "Texte de l’avis, tel quel", Omitted: 1, Examples: []shownExample{{"Avis", "Réponse"}},
		Sheets: []review.Passage{{Sheet: "F1", Kind: "particuliers", Title: "Fiche", URL: "https://exemple.example", Date: "2020-01-01", Text: "Passage"}},
		Points: []string{"Point"}, Language: "en", Short: true, Long: true, Warmer: true, Precise: true, Form: true, Urgent: true, Again: []string{"Trouvé"}}
)

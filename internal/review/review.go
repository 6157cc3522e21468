// Package review is the domain of Écritoire: a user's review, the reply that
// an agent answers for, and the life that both go through. It imports the
// standard library only; every other package may import it.
package review

import "time"

// Source is the platform that a review comes from, not the format of the
// file that carried it: two exports of one platform share a Source.
type Source string

// The platforms known so far.
const (
	SourceSPPlus Source = "spplus" // Services Publics+
)

// Sentiment is how the author says they feel, "" where nothing was said.
type Sentiment string

// The three sentiments of Services Publics+ ("Ressenti usager").
const (
	Positive Sentiment = "positive"
	Neutral  Sentiment = "neutral"
	Negative Sentiment = "negative"
)

// ThemeName is one of the five themes that an author can tick on
// Services Publics+.
type ThemeName string

// The five themes, in the order of the platform's export.
const (
	ThemeAccess      ThemeName = "access"      // Accessibilité
	ThemeInformation ThemeName = "information" // Information/Explication
	ThemeRelation    ThemeName = "relation"    // Relation
	ThemeReactivity  ThemeName = "reactivity"  // Réactivité
	ThemeSimplicity  ThemeName = "simplicity"  // Simplicité/Complexité
)

// ThemeNames are the five themes in that order.
func ThemeNames() []ThemeName {
	return []ThemeName{ThemeAccess, ThemeInformation, ThemeRelation, ThemeReactivity, ThemeSimplicity}
}

// Theme is a ticked theme with the sentiment ticked for it.
type Theme struct {
	Name      ThemeName `json:"name"`
	Sentiment Sentiment `json:"sentiment"`
}

// Verdict is what the author said of the reply they were given, "" where
// they said nothing.
type Verdict string

// The two verdicts of Services Publics+.
const (
	Useful    Verdict = "useful"
	NotUseful Verdict = "not_useful"
)

// Typology is a kind of service that a review is about, with the channels
// that the author used there.
type Typology struct {
	Name     string   `json:"name"`
	PostCode string   `json:"post_code,omitempty"`
	Country  string   `json:"country,omitempty"`
	Channels []string `json:"channels"`
}

// Structure is a public body that the platform attached to a review.
type Structure struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name"`
}

// Place is where the author says they live, in the platform's own words.
type Place struct {
	DepartmentCode string `json:"department_code,omitempty"`
	Department     string `json:"department,omitempty"`
	RegionCode     string `json:"region_code,omitempty"`
	Region         string `json:"region,omitempty"`
	Country        string `json:"country,omitempty"`
}

// Platform is what the platform itself recorded about a review and about the
// reply it may already carry. Visitors' counts are never mixed with the
// author's own verdict.
type Platform struct {
	State           string  `json:"state,omitempty"`
	Status          string  `json:"status,omitempty"`
	OutOfStructure  bool    `json:"out_of_structure"`
	Reply           string  `json:"reply,omitempty"`
	Verdict         Verdict `json:"verdict,omitempty"`
	VisitorsUseful  int     `json:"visitors_useful"`
	VisitorsUseless int     `json:"visitors_useless"`
	Similar         int     `json:"similar"`
	Improvement     bool    `json:"improvement"`
	Action          string  `json:"action,omitempty"`
	ActionDone      string  `json:"action_done,omitempty"`
	ActionStarted   string  `json:"action_started,omitempty"`
}

// Review is what a user wrote, with all that the file said about it and the
// place it has reached in its life here.
type Review struct {
	ID                int64       `json:"id"`
	Source            Source      `json:"source"`
	ExternalID        string      `json:"external_id"`
	State             State       `json:"state"`
	Version           int64       `json:"version"` // grows by one at every change of state or text
	WrittenAt         time.Time   `json:"written_at"`
	DueAt             time.Time   `json:"due_at"`
	Title             string      `json:"title"`
	Text              string      `json:"text"`
	Author            string      `json:"author,omitempty"` // pseudonym shown by the platform, often none
	PostedAs          string      `json:"posted_as,omitempty"`
	Sentiment         Sentiment   `json:"sentiment"`
	Themes            []Theme     `json:"themes"`
	Typologies        []Typology  `json:"typologies"`
	Structures        []Structure `json:"structures"`
	Place             Place       `json:"place"`
	Tags              []string    `json:"tags"`
	Platform          Platform    `json:"platform"`
	AnsweredElsewhere bool        `json:"answered_elsewhere"` // the platform already carries a reply: never drafted, never exported
}

// Channels lists the channels of all typologies, each once, in file order.
func (r Review) Channels() []string {
	seen, all := map[string]bool{}, []string{}
	for _, t := range r.Typologies {
		for _, c := range t.Channels {
			if !seen[c] {
				seen[c] = true
				all = append(all, c)
			}
		}
	}
	return all
}

// Structure is the name of the body concerned, "" when the platform names
// none ("Hors-structures" is its way to say so).
func (r Review) Structure() string {
	for _, s := range r.Structures {
		if s.Name != "" && s.Name != "Hors-structures" {
			return s.Name
		}
	}
	return ""
}

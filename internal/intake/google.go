package intake

import (
	"regexp"
	"strings"

	"ecritoire/internal/review"
)

// google is a review of Google Business Profile, as its API v4 describes it
// (accounts.locations.reviews) and Takeout writes it.
var google = format{
	name: "google", container: "json", signs: []string{"starrating", "createtime", "name|reviewid"},
	usual: []string{"reviewer displayname", "comment"},
	fields: map[string]review.Field{"name": review.FieldID, "reviewid": review.FieldID, "createtime": review.FieldDate, "starrating": review.FieldSentiment,
		"comment": review.FieldText, "reviewer displayname": review.FieldAuthor, "reviewreply comment": review.FieldReply},
	row: googleRow,
}

// stable is the part of a review's name that is the same whichever account
// exported it.
var stable = regexp.MustCompile(`locations/([^/]+)/reviews/[^/]+$`)

func googleRow(c cells) (review.Review, error) {
	written, err := parseDate(c.get("createtime"))
	r := review.Review{
		Source: review.SourceGoogle, ExternalID: c.get("name|reviewid"), WrittenAt: written,
		Text: original(c.get("comment")), Author: c.get("reviewer displayname"), Sentiment: opinion(c.get("starrating")),
		Platform: review.Platform{Status: c.get("starrating"), Reply: c.get("reviewreply comment")},
	}
	place := review.Structure{Name: c.get(placeColumn)}
	if m := stable.FindStringSubmatch(r.ExternalID); m != nil {
		r.ExternalID, place.ID = m[0], m[1]
	}
	if place != (review.Structure{}) {
		r.Structures = []review.Structure{place}
	}
	r.AnsweredElsewhere = r.Platform.Reply != "" || c.get("reviewreply updatetime") != ""
	return r, sound(r, err)
}

// translations are the marks of Google's own translation and of the text that
// it stands before, in English and in French.
var translations = []struct{ translated, original string }{
	{"(Translated by Google)", "(Original)"}, {"(Traduit par Google)", "(Avis d'origine)"}, {"(Traduit par Google)", "(Avis d’origine)"},
}

// original leaves Google's own translation out: agents answer what was
// written. The translation stands before the original, or alone behind it.
func original(text string) string {
	for _, marks := range translations {
		before, translation, found := strings.Cut(text, marks.translated)
		if !found {
			continue
		}
		if _, after, found := strings.Cut(translation, marks.original); found {
			return strings.TrimSpace(after)
		}
		if before = strings.TrimSpace(before); before != "" {
			return before
		}
	}
	return text
}

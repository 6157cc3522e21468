package intake

import (
	"regexp"

	"ecritoire/internal/review"
)

// play is the monthly CSV of Google Play, UTF-16 in practice; its columns as
// the Play Console writes them.
var play = format{
	name: "play", signs: []string{"package name|review link", "review submit date and time", "star rating", "review text"},
	usual: []string{"review title", "developer reply text", "review link", "device"},
	fields: map[string]review.Field{"review submit date and time": review.FieldDate, "star rating": review.FieldSentiment, "review title": review.FieldTitle,
		"review text": review.FieldText, "developer reply text": review.FieldReply, "review link": review.FieldID, "package name": review.FieldStructure},
	row: playRow,
}

// playID is the review's identifier within the console's address.
var playID = regexp.MustCompile(`(?i)review-?id=([\w:-]+)`)

func playRow(c cells) (review.Review, error) {
	written, err := parseDate(c.get("review submit date and time"))
	r := review.Review{
		Source: review.SourcePlay, WrittenAt: written, Title: c.get("review title"), Text: c.get("review text"),
		Sentiment: opinion(c.get("star rating")),
		Platform:  review.Platform{Status: c.get("star rating"), Reply: c.get("developer reply text")},
	}
	if m := playID.FindStringSubmatch(c.get("review link")); m != nil {
		r.ExternalID = m[1]
	}
	if app := c.get("package name"); app != "" {
		r.Structures = []review.Structure{{ID: app, Name: app}}
	}
	r.AnsweredElsewhere = r.Platform.Reply != ""
	return r, sound(r, err)
}

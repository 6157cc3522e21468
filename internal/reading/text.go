package reading

import (
	"slices"
	"strings"
)

// Text is a text read once, for whoever asks several things of it.
type Text struct {
	heading string
	title   []sentence
	text    []sentence
}

// ReadText reads a review, orders to a model included.
func ReadText(title, text string) Text {
	return Text{title, sentencesOf(title), sentencesOf(text)}
}

// ReadReply reads a text of our own, in which no orders are looked for.
func ReadReply(text string) Text { return Text{text: plainSentences(text)} }

// Points gives the points of the text, as Points does.
func (t Text) Points() []Point { return pointsOf(t.text) }

// Author gives the author's language, as AuthorLanguage does.
func (t Text) Author() Language { return languageOf(t.heading, t.text) }

// Orders parts the sentences that give orders to a model, and so many behind
// each of them, from the others. orders is "" where the text gives none.
func (t Text) Orders(behind int) (orders, others string) {
	given, kept, left := []string{}, []string{}, 0
	for _, s := range slices.Concat(t.title, t.text) {
		if s.order {
			left = behind + 1
		}
		if left > 0 {
			given = append(given, s.Text)
			left--
		} else {
			kept = append(kept, s.Text)
		}
	}
	return strings.Join(given, "\n"), strings.Join(kept, "\n")
}

package desk

import (
	"context"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Hits reads a search once. What it gives finds the stretches of a text that the
// search's words find, in code points, in order and apart from each other.
func Hits(search string) func(text string) []review.Span {
	query := reading.ReadQuery(search)
	return func(text string) []review.Span {
		if len(query.Terms) == 0 {
			return []review.Span{}
		}
		return query.Spans(text)
	}
}

// Asked is a search as far as it asks for something: a quote that was just
// opened, or a dash before the word to leave out, asks for nothing yet and finds
// what no search finds.
func Asked(search string) string {
	if len(reading.ReadQuery(search).Terms) == 0 {
		return ""
	}
	return search
}

// Highlight gives a search's hits in the text of a review.
func (d *Desk) Highlight(ctx context.Context, id int64, search string) ([]review.Span, error) {
	r, err := d.parts.Store.Review(ctx, id)
	return Hits(search)(r.Text), err
}

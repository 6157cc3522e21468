package intake

import (
	"ecritoire/internal/review"
)

// mapped is any table whose columns an agent gave a meaning.
func mapped(m review.Mapping, h *header) (format, error) {
	f := format{name: "mapped", fields: map[string]review.Field{}}
	column := map[review.Field]string{}
	for field, name := range m {
		folded := fold(name)
		if !h.has(folded) {
			return format{}, ErrMapping
		}
		column[field], f.fields[folded] = folded, field
	}
	if column[review.FieldText] == "" || column[review.FieldDate] == "" {
		return format{}, ErrMapping
	}
	f.signs = []string{column[review.FieldText], column[review.FieldDate]}
	f.row = func(c cells) (review.Review, error) { return mappedRow(c, column) }
	return f, nil
}

func mappedRow(c cells, column map[review.Field]string) (review.Review, error) {
	of := func(f review.Field) string { return c.get(column[f]) }
	written, err := parseDate(of(review.FieldDate))
	r := review.Review{
		Source: review.SourceOther, ExternalID: of(review.FieldID), WrittenAt: written,
		Title: of(review.FieldTitle), Text: of(review.FieldText), Author: of(review.FieldAuthor),
		Sentiment: opinion(of(review.FieldSentiment)), Tags: list(of(review.FieldTags), ";"),
		Platform: review.Platform{State: of(review.FieldState), Reply: of(review.FieldReply)},
	}
	if s := of(review.FieldStructure); s != "" {
		r.Structures = []review.Structure{{Name: s}}
	}
	if name, channels := of(review.FieldTypology), list(of(review.FieldChannel), ","); name != "" || len(channels) > 0 {
		r.Typologies = []review.Typology{{Name: name, Channels: channels}}
	}
	r.AnsweredElsewhere = r.Platform.Reply != ""
	return r, sound(r, err)
}

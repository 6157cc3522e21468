package check

import (
	"strings"

	"ecritoire/internal/review"
)

// forbiddenWord blocks the words that the service forbids itself, whatever
// their case and accents.
func forbiddenWord(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, word := range s.Service.Forbidden {
		word = strings.TrimSpace(plain(word))
		for _, span := range occurrences(s.lower, word) {
			found = append(found, review.Finding{Severity: review.Block, Span: span, Message: review.Text{
				FR: "Votre service s’interdit ce mot\u00a0: remplacez-le.",
				EN: "Your service forbids this word: put another."}})
		}
	}
	return found
}

// occurrences lists where a word stands as a whole word.
func occurrences(text, word string) []review.Span {
	spans := []review.Span{}
	for from := 0; word != ""; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			break
		}
		span := review.Span{Start: from + at, End: from + at + len(word)}
		if wholeWords(text, span) {
			spans = append(spans, span)
		}
		from = span.End
	}
	return spans
}

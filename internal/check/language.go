package check

import (
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// language tells of a reply in another language than the review. Two foreign
// languages are not told apart.
func language(s *subject) []review.Finding {
	asked, replied := s.read.Author(), reading.LanguageOf(s.Reply)
	if asked == reading.Unknown || replied == reading.Unknown || asked == replied {
		return nil
	}
	severity := review.Info
	if asked == reading.French {
		severity = review.Warn // nobody who wrote in French waits for anything else
	}
	return []review.Finding{{Severity: severity, Message: review.Text{
		FR: "La réponse n’est pas dans la langue de l’avis\u00a0: ajoutez une phrase dans cette langue si vous le pouvez.",
		EN: "The reply is not in the language of the review: add a sentence in that language if you can."}}}
}

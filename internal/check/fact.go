package check

import (
	"strconv"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var factNames = map[reading.FactKind]review.Text{
	reading.FactDate:    {FR: "Cette date", EN: "This date"},
	reading.FactAmount:  {FR: "Ce montant", EN: "This amount"},
	reading.FactPercent: {FR: "Ce pourcentage", EN: "This percentage"},
	reading.FactArticle: {FR: "Cette référence juridique", EN: "This legal reference"},
	reading.FactDelay:   {FR: "Ce délai", EN: "This delay"},
	reading.FactHour:    {FR: "Cette heure", EN: "This hour"},
	reading.FactDay:     {FR: "Ce jour", EN: "This day"},
	reading.FactForm:    {FR: "Ce numéro de formulaire", EN: "This form number"},
}

// unknownFact warns of a date, an amount, a delay… that stands nowhere but in
// the reply.
func unknownFact(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range s.stated {
		name, ok := factNames[f.Kind]
		if !ok || f.In(s.knownFacts()) {
			continue
		}
		found = append(found, ungrounded(review.Warn, f.Span, name))
	}
	return found
}

// ungrounded is the finding on what stands nowhere but in the reply.
func ungrounded(severity review.Severity, span review.Span, what review.Text) review.Finding {
	return review.Finding{Severity: severity, Span: span, Message: review.Text{
		FR: what.FR + " n’est ni dans l’avis, ni dans les fiches, ni dans vos coordonnées\u00a0: vérifiez ou retirez.",
		EN: what.EN + " is neither in the review, nor in the sheets, nor in your details: check it or take it out."}}
}

// delayOf is the answering delay that the service announces, as a fact.
func delayOf(days int) []reading.Fact { return reading.Facts(strconv.Itoa(days) + " jours") }

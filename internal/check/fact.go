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
		found = append(found, review.Finding{Severity: review.Warn, Span: f.Span, Message: review.Text{
			FR: name.FR + " n’est ni dans l’avis, ni dans les fiches, ni dans vos coordonnées\u00a0: vérifiez ou retirez.",
			EN: name.EN + " is neither in the review, nor in the sheets, nor in your details: check it or take it out."}})
	}
	return found
}

// delayOf is the answering delay that the service announces, as a fact.
func delayOf(days int) []reading.Fact { return reading.Facts(strconv.Itoa(days) + " jours") }

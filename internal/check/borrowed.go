package check

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// borrowed warns of a link, an e-mail address or a telephone number that the
// reply has from the review alone: a public reply would recommend to everybody
// what somebody wrote, even where no order to the machine was seen in it.
func borrowed(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range s.stated {
		name, ok := contactNames[f.Kind]
		if !ok || official(f) || s.isPersonal(f.Span) || emergencyNumbers[f.Norm] || f.In(s.ownFacts()) || !f.In(s.askedFacts()) {
			continue
		}
		found = append(found, review.Finding{Severity: review.Warn, Span: f.Span, Message: review.Text{
			FR: name.FR + " vient de l’avis seul\u00a0: ne le reprenez que si votre service en répond.",
			EN: name.EN + " comes from the review alone: repeat it only if your service answers for it."}})
	}
	return append(found, borrowedNames(s)...)
}

// official tells the links and addresses of the State's own domains, which a
// user may well name (.gouv.fr is kept for the State's services).
func official(f reading.Fact) bool {
	host := f.Norm
	if f.Kind == reading.FactEmail {
		host = host[strings.LastIndexByte(host, '@')+1:]
	}
	host, _, _ = strings.Cut(host, "/")
	return generalPortals[host] || strings.HasSuffix(host, ".gouv.fr")
}

package check

import (
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// The national emergency and helpline numbers, which any reply may give
// (national numbering plan, Arcep): they belong to no service.
var emergencyNumbers = map[string]bool{
	"15": true, "17": true, "18": true, "112": true, "114": true, "115": true, "119": true, "3114": true, "3919": true,
}

// The State's general portal under its two names: any reply may send there,
// though not to one of its pages without a sheet.
var generalPortals = map[string]bool{"service-public.fr": true, "service-public.gouv.fr": true}

var contactNames = map[reading.FactKind]review.Text{
	reading.FactPhone: {FR: "Ce numéro de téléphone", EN: "This telephone number"},
	reading.FactEmail: {FR: "Cette adresse électronique", EN: "This e-mail address"},
	reading.FactURL:   {FR: "Ce lien", EN: "This link"},
}

// unknownContact blocks a telephone number, an e-mail address or a link that
// stands nowhere but in the reply: a wrong one sends people to strangers.
func unknownContact(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range s.stated {
		name, ok := contactNames[f.Kind]
		if !ok || emergencyNumbers[f.Norm] || generalPortals[f.Norm] || f.In(s.knownFacts()) {
			continue
		}
		finding := ungrounded(review.Block, f.Span, name)
		finding.Repair = s.ownContact(f.Kind)
		found = append(found, finding)
	}
	return found
}

// ownContact is the service's own detail of that kind, to put in its place.
func (s *subject) ownContact(kind reading.FactKind) *string {
	own := map[reading.FactKind]string{
		reading.FactPhone: s.Service.Phone, reading.FactEmail: s.Service.Email, reading.FactURL: s.Service.URL,
	}[kind]
	if own == "" {
		return nil
	}
	return &own
}

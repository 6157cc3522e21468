package check

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var personalNames = map[string]review.Text{
	"person":    {FR: "Le nom d’une personne", EN: "A person’s name"},
	"email":     {FR: "Une adresse électronique", EN: "An e-mail address"},
	"phone":     {FR: "Un numéro de téléphone", EN: "A telephone number"},
	"address":   {FR: "Une adresse postale", EN: "A postal address"},
	"birthdate": {FR: "Une date de naissance", EN: "A date of birth"},
	"nir":       {FR: "Un numéro de sécurité sociale", EN: "A social security number"},
	"tax":       {FR: "Un numéro fiscal", EN: "A tax number"},
	"iban":      {FR: "Un numéro de compte", EN: "An account number"},
	"card":      {FR: "Un numéro de carte bancaire", EN: "A payment card number"},
	"plate":     {FR: "Une plaque d’immatriculation", EN: "A number plate"},
}

// personalData blocks personal data in a reply that anybody can read. The
// service's own details and signatures are not personal, nor is what its
// sheets publish; a telephone or a link that nobody knows is left to
// unknown_contact, which says more.
func personalData(s *subject) []review.Finding {
	if !s.public() {
		return nil
	}
	found := []review.Finding{}
	for i, span := range s.Personal {
		kind := ""
		if i < len(s.Kinds) {
			kind = s.Kinds[i]
		}
		if s.holds(span) && !s.isOwn(span, kind) {
			found = append(found, personalFinding(span, kind))
		}
	}
	return found
}

func personalFinding(span review.Span, kind string) review.Finding {
	name, ok := personalNames[kind]
	if !ok {
		name = review.Text{FR: "Un numéro personnel", EN: "A personal number"}
	}
	empty := ""
	return review.Finding{Severity: review.Block, Span: span, Repair: &empty, Message: review.Text{
		FR: name.FR + " paraît dans une réponse publique\u00a0: retirez cette mention.",
		EN: name.EN + " appears in a public reply: take it out."}}
}

// holds guards against spans that were found in another version of the text.
func (s *subject) holds(span review.Span) bool {
	return span.Start >= 0 && span.Start < span.End && span.End <= len(s.lower)
}

func (s *subject) isOwn(span review.Span, kind string) bool {
	text := s.lower[span.Start:span.End]
	sv := s.Service
	published := append([]string{sv.Name, sv.Address, sv.Email, sv.Phone, sv.Rules}, s.Sources...)
	own := plain(strings.Join(published, "\n")) + "\n" + s.frame
	if strings.Contains(own, text) {
		return true
	}
	switch kind {
	case "phone", "email":
		return s.isOwnContact(span)
	case "person":
		return s.isSignature(span) || s.isPseudonym(span)
	}
	return false
}

// isOwnContact leaves to this rule only the contacts of the review itself.
func (s *subject) isOwnContact(span review.Span) bool {
	facts := reading.Facts(string([]rune(s.Reply)[span.Start:span.End]))
	return len(facts) == 1 && (facts[0].In(s.ownFacts()) || !facts[0].In(s.knownFacts()))
}

// isSignature is a name on the last line that the user did not write: the
// service decides whether its agents sign.
func (s *subject) isSignature(span review.Span) bool {
	end := strings.TrimRight(s.lower, " \n")
	lastLine := strings.LastIndexByte(end, '\n')
	return lastLine >= 0 && span.Start > lastLine && !strings.Contains(s.asked, s.lower[span.Start:span.End])
}

// isPseudonym is a single word after "Bonjour" on the first line: the name
// under which the platform shows the author, unless the review itself gives it.
func (s *subject) isPseudonym(span review.Span) bool {
	name := s.lower[span.Start:span.End]
	return strings.TrimSpace(s.lower[:span.Start]) == "bonjour" && !strings.ContainsAny(name, " \n") && !strings.Contains(s.asked, name)
}

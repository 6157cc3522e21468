package check

import (
	"strings"

	"ecritoire/internal/review"
)

// emptyReply blocks a reply without words, or with the service's frame alone.
func emptyReply(s *subject) []review.Finding {
	rest := s.lower
	for _, part := range frameParts(s.Service) {
		if part = strings.TrimSpace(plain(part)); part != "" {
			rest = strings.Replace(rest, part, "", 1)
		}
	}
	if strings.IndexFunc(rest, func(r rune) bool { return isLetter(byte(r)) || r == '\x1e' }) >= 0 {
		return nil
	}
	return []review.Finding{{Severity: review.Block, Message: review.Text{
		FR: "La réponse ne dit rien\u00a0: écrivez-la ou demandez un brouillon.",
		EN: "The reply says nothing: write it or ask for a draft."}}}
}

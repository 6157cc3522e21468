package check

import (
	"fmt"

	"ecritoire/internal/review"
)

// Google Business Profile takes 4,096 bytes (its help pages). The bounds for
// Services Publics+ are what reads well there: one line says too little, and
// past 2,500 code points nobody reads on.
const (
	longestGoogle = 4096
	shortest      = 80
	longest       = 2500
)

// length blocks what a platform would refuse and tells of what reads badly.
func length(s *subject) []review.Finding {
	n := len(s.flat)
	switch limit := s.Service.Limit(s.channel()); {
	case limit > 0 && n > limit:
		return []review.Finding{tooLong(review.Block, limit, n, fmt.Sprintf("Ici une réponse s’arrête à %d caractères\u00a0: raccourcissez.", limit), fmt.Sprintf("A reply ends at %d characters here: shorten it.", limit))}
	case s.Channel == Google && len(s.Reply) > longestGoogle:
		return []review.Finding{tooLong(review.Block, min(longestGoogle, n-1), n, "Google refuse les réponses de plus de 4\u00a0096 octets\u00a0: raccourcissez.", "Google refuses replies over 4,096 bytes: shorten it.")}
	case s.Channel != Paper && n > longest:
		return []review.Finding{tooLong(review.Info, longest, n, "Cette réponse est longue pour une page publique\u00a0: gardez l’essentiel.", "This reply is long for a public page: keep the essential.")}
	case n < shortest && (limit == 0 || limit > shortest*5):
		return []review.Finding{{Severity: review.Info, Message: review.Text{
			FR: "La réponse est très courte\u00a0: reprenez au moins un point de l’avis.",
			EN: "The reply is very short: take up at least one point of the review."}}}
	}
	return nil
}

// channel is where the reply appears, by its name.
func (s *subject) channel() string {
	if s.Channel == "" {
		return SPPlus
	}
	return s.Channel
}

func tooLong(severity review.Severity, from, to int, fr, en string) review.Finding {
	return review.Finding{Severity: severity, Span: review.Span{Start: from, End: to}, Message: review.Text{FR: fr, EN: en}}
}

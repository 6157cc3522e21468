package check

import "ecritoire/internal/review"

// The longest replies that the platforms take, in code points: 350 on Google
// Play, 4,096 bytes on Google Business Profile (their help pages). The bounds
// for Services Publics+ are what reads well there: one line says too little,
// and past 2,500 nobody reads on.
const (
	longestPlay   = 350
	longestGoogle = 4096
	shortest      = 80
	longest       = 2500
)

// length blocks what a platform would refuse and tells of what reads badly.
func length(s *subject) []review.Finding {
	n := len(s.flat)
	switch {
	case s.Channel == Play && n > longestPlay:
		return []review.Finding{tooLong(review.Block, longestPlay, n, "Google Play refuse les réponses de plus de 350 caractères\u00a0: raccourcissez.", "Google Play refuses replies over 350 characters: shorten it.")}
	case s.Channel == Google && len(s.Reply) > longestGoogle:
		return []review.Finding{tooLong(review.Block, min(longestGoogle, n-1), n, "Google refuse les réponses de plus de 4\u00a0096 octets\u00a0: raccourcissez.", "Google refuses replies over 4,096 bytes: shorten it.")}
	case s.Channel != Paper && n > longest:
		return []review.Finding{tooLong(review.Info, longest, n, "Cette réponse est longue pour une page publique\u00a0: gardez l’essentiel.", "This reply is long for a public page: keep the essential.")}
	case s.Channel != Play && n < shortest:
		return []review.Finding{{Severity: review.Info, Message: review.Text{
			FR: "La réponse est très courte\u00a0: reprenez au moins un point de l’avis.",
			EN: "The reply is very short: take up at least one point of the review."}}}
	}
	return nil
}

func tooLong(severity review.Severity, from, to int, fr, en string) review.Finding {
	return review.Finding{Severity: severity, Span: review.Span{Start: from, End: to}, Message: review.Text{FR: fr, EN: en}}
}

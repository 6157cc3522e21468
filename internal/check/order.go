package check

import "ecritoire/internal/review"

// order tells the agent that the review speaks to the machine, whatever the
// reply holds.
func order(s *subject) []review.Finding {
	if s.dictated == nil {
		return nil
	}
	return []review.Finding{{Severity: review.Info, Message: review.Text{
		FR: "Cet avis s’adresse à la machine\u00a0: relisez la réponse comme si vous l’écriviez vous-même.",
		EN: "This review speaks to the machine: read the reply as if you had written it yourself."}}}
}

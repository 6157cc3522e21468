package prompt

import "ecritoire/internal/review"

// Build is Lay for a review and passages alone, within the bounds in
// characters.
func Build(r review.Review, s review.Service, passages []review.Passage) (review.Prompt, error) {
	laid, err := Lay(Request{Review: r, Service: s, Passages: passages})
	return laid.Prompt, err
}

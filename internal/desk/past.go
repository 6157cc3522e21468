package desk

import (
	"context"

	"ecritoire/internal/privacy"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Past is a reply that this service validated to a review like another, as it
// went out, with what the machine had drafted for it.
type Past struct {
	Review int64  `json:"review"`
	Said   string `json:"said"`
	Body   string `json:"body"`
	Draft  string `json:"draft"` // the last draft before the agent's changes, "" where it was written by hand
}

// pastShown is how many past replies are shown with a review.
const pastShown = 5

// Past gives the service's own validated replies to reviews like this one, the
// nearest first, found by the stems of the queue's full-text index. Personal
// data is replaced in all of it: another user's words are not this one's.
func (d *Desk) Past(ctx context.Context, id int64) ([]Past, error) {
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil {
		return nil, err
	}
	hidden, _ := hide(r)
	like, err := d.parts.Store.Like(ctx, reading.Stems(hidden.Title+" "+hidden.Text), id, pastShown)
	if err != nil {
		return nil, err
	}
	all := []Past{}
	for _, e := range like {
		drafted, err := d.drafted(ctx, e)
		if err != nil {
			return nil, err
		}
		said, _ := privacy.Pseudonymise(e.Said)
		body, _ := privacy.Pseudonymise(e.Body)
		before, _ := privacy.Pseudonymise(drafted)
		all = append(all, Past{e.Review, said, body, before})
	}
	return all, nil
}

// drafted is the body that a writer gave last, up to the version that went out.
func (d *Desk) drafted(ctx context.Context, e review.Example) (string, error) {
	versions, err := d.parts.Store.Replies(ctx, e.Review, versionsRead)
	best, body := 0, ""
	for _, v := range versions {
		if v.Writer != review.WriterHand && v.Number <= e.Number && v.Number > best {
			best, body = v.Number, v.Body
		}
	}
	return body, err
}

package desk

import (
	"context"
	"time"

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

	WrittenAt string  `json:"written_at"` // RFC 3339: when the version that went out was written
	Changed   float64 `json:"changed"`    // from draft to body, as reading.Distance gives it; 1 where it was written by hand
}

// pastShown is how many past replies are shown with a review.
const pastShown = 5

// Past gives the service's own validated replies to reviews like this one, the
// nearest first, found by the stems of the queue's full-text index. Personal
// data is taken out of all of it: another user's words are not this one's.
func (d *Desk) Past(ctx context.Context, id int64) ([]Past, error) {
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil {
		return nil, err
	}
	hidden, _ := hide(r)
	like, err := d.like(ctx, hidden, pastShown)
	if err != nil {
		return nil, err
	}
	all := []Past{}
	for _, e := range like {
		p, err := d.past(ctx, e)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// past tells of a reply where it came from: the body that a writer gave last,
// up to the version that went out.
func (d *Desk) past(ctx context.Context, e review.Example) (Past, error) {
	p, best := Past{Review: e.Review, Said: e.Said, Body: e.Body, Changed: 1}, 0
	versions, err := d.parts.Store.Replies(ctx, e.Review, versionsRead)
	for _, v := range versions {
		if v.Number == e.Number {
			p.WrittenAt = v.WrittenAt.Format(time.RFC3339)
		}
		if v.Writer != review.WriterHand && v.Number <= e.Number && v.Number > best {
			best, p.Draft = v.Number, v.Body
		}
	}
	if best > 0 {
		p.Draft = blank(review.Example{Body: p.Draft}).Body
		p.Changed = reading.Distance(p.Draft, p.Body)
	}
	return p, err
}

package app

import (
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// Many is something done to many reviews: to those named, or else to all that
// the query finds.
type Many struct {
	Action   review.BulkAction `json:"action"`
	IDs      []int64           `json:"ids"`
	Query    QueueQuery        `json:"query"`
	Assignee string            `json:"assignee"`
	Reason   string            `json:"reason"`
}

func (a *Desk) bulk(m Many) (review.Bulk, error) {
	f, err := m.Query.filter(a.desk.Now())
	return review.Bulk{Action: m.Action, IDs: m.IDs, Filter: f, Assignee: m.Assignee, Reason: m.Reason}, err
}

// CountMany is how many reviews DoMany would change now.
func (a *Desk) CountMany(m Many) (int, error) {
	b, err := a.bulk(m)
	if err != nil {
		return 0, err
	}
	return a.desk.CountBulk(a.ctx, b)
}

// DoMany does it, to all of them or to none, and says to how many.
func (a *Desk) DoMany(m Many) (int, error) {
	b, err := a.bulk(m)
	if err != nil {
		return 0, err
	}
	n, err := a.desk.DoBulk(a.ctx, b)
	return n, a.changed(err)
}

// UndoMany takes the last DoMany back, and says for how many reviews.
func (a *Desk) UndoMany() (int, error) {
	n, err := a.desk.UndoBulk(a.ctx)
	return n, a.changed(err)
}

// Enqueue asks for drafts of the reviews named and says of how many.
func (a *Desk) Enqueue(ids []int64) (int, error) {
	n, err := a.desk.Enqueue(a.ctx, ids, desk.DraftOptions{})
	return n, a.retold(err)
}

// Assign gives a review to somebody, to nobody for "", and gives the review's
// new version.
func (a *Desk) Assign(id int64, name string) (int64, error) {
	r, err := a.desk.Assign(a.ctx, id, name)
	return r.Version, a.changed(err)
}

// Snooze puts a review off until a day, 2006-01-02; "" brings it back.
func (a *Desk) Snooze(id int64, until string) error {
	at := time.Time{}
	if until != "" {
		var err error
		if at, err = review.ParseDay(until); err != nil {
			return err
		}
	}
	return a.changed(a.desk.Snooze(a.ctx, id, at))
}

// Twins are the reviews that say nearly the same as this one. The next review
// that is opened ends the search: in a large queue it takes a second, and an
// agent who leafs through it would have hundreds at work.
func (a *Desk) Twins(id int64) ([]Card, error) {
	ctx, out := a.twins.begin(a.ctx), []Card{}
	all, err := a.desk.Twins(ctx, id)
	if ctx.Err() != nil {
		return out, nil
	}
	for _, r := range all {
		out = append(out, card(r, a.desk.Now()))
	}
	return out, err
}

// Highlight finds the words of a search in a review's text, in code points.
func (a *Desk) Highlight(id int64, search string) ([]review.Span, error) {
	return a.desk.Highlight(a.ctx, id, search)
}

package app

import "ecritoire/internal/desk"

// Past are the service's own validated replies to reviews like this one, the
// nearest first, without personal data. As with Twins, the next review that is
// opened ends the search.
func (a *Desk) Past(id int64) ([]desk.Past, error) {
	ctx := a.past.begin(a.ctx)
	all, err := a.desk.Past(ctx, id)
	if ctx.Err() != nil {
		return []desk.Past{}, nil
	}
	return all, err
}

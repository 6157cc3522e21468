package desk

import (
	"context"
	"time"

	"ecritoire/internal/review"
)

// Assign gives a review to somebody, or to nobody where the name is "".
func (d *Desk) Assign(ctx context.Context, id int64, name string) (review.Review, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Review{}, err
	}
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil {
		return r, err
	}
	return d.parts.Store.Assign(ctx, id, r.Version, name, s.Person, d.now())
}

// Snooze puts an open review off until the first moment of a day, in Paris: the
// day must lie ahead, within a year. The zero day brings it back now.
func (d *Desk) Snooze(ctx context.Context, id int64, day time.Time) error {
	s, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	now := d.now()
	if !day.IsZero() && (!day.After(now) || day.After(now.AddDate(1, 0, 0))) {
		return ErrSnooze
	}
	return d.parts.Store.Snooze(ctx, id, day, s.Person, now)
}

// namesMost bounds the names that a filter proposes.
const namesMost = 500

// People are those whom reviews were given to, by name.
func (d *Desk) People(ctx context.Context) ([]string, error) {
	return d.parts.Store.People(ctx, namesMost)
}

// Structures are the bodies that reviews speak of, by name.
func (d *Desk) Structures(ctx context.Context) ([]string, error) {
	return d.parts.Store.Structures(ctx, namesMost)
}

// CountBulk is how many reviews an action on many would concern.
func (d *Desk) CountBulk(ctx context.Context, b review.Bulk) (int, error) {
	return d.parts.Store.Preview(ctx, b)
}

// DoBulk does one thing to many reviews, all of them or none, and says to how
// many. UndoBulk takes it back as long as nothing else was done to them.
func (d *Desk) DoBulk(ctx context.Context, b review.Bulk) (int, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return 0, err
	}
	b.By, b.At = s.Person, d.now()
	return d.parts.Store.Do(ctx, b)
}

// UndoBulk takes the last action on many back, and says for how many reviews.
func (d *Desk) UndoBulk(ctx context.Context) (int, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return 0, err
	}
	return d.parts.Store.UndoBulk(ctx, s.Person, d.now())
}

// Twins are the reviews that say nearly the same as this one, at most 50.
func (d *Desk) Twins(ctx context.Context, id int64) ([]review.Review, error) {
	return d.parts.Store.Twins(ctx, id, 50)
}

// Views are the named filters, by name.
func (d *Desk) Views(ctx context.Context) ([]review.View, error) { return d.parts.Store.Views(ctx) }

// SaveView keeps a filter under its name, in the place of one of that name.
func (d *Desk) SaveView(ctx context.Context, v review.View) error {
	return d.parts.Store.SaveView(ctx, v)
}

// RemoveView forgets a named filter.
func (d *Desk) RemoveView(ctx context.Context, name string) error {
	return d.parts.Store.RemoveView(ctx, name)
}

// Batches are the last imports, the newest first, at most 500.
func (d *Desk) Batches(ctx context.Context, limit int) ([]review.Batch, error) {
	return d.parts.Store.Batches(ctx, min(max(limit, 1), 500))
}

// UndoImport takes a whole import back: what it added goes, what it changed is
// as before. Refused where a reply depends on it.
func (d *Desk) UndoImport(ctx context.Context, batch int64) error {
	return d.parts.Store.UndoBatch(ctx, batch)
}

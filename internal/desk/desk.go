// Package desk holds the use cases: what an agent does with reviews, one verb
// a method. It declares the parts it needs and knows no adapter; main hands
// them in.
package desk

import (
	"context"
	"iter"
	"time"

	"ecritoire/internal/review"
)

// Store keeps the queue. Every method that changes something has it on the
// disk when it returns.
type Store interface {
	Import(ctx context.Context, format string, rows iter.Seq2[review.Row, error], due func(time.Time) time.Time, dry bool, progress func(read int)) (review.Report, error)
	Page(ctx context.Context, f review.Filter) (review.Page, error)
	Counts(ctx context.Context, now time.Time) (review.Counts, error)
	Review(ctx context.Context, id int64) (review.Review, error)
	Replies(ctx context.Context, id int64, limit int) ([]review.Reply, error)
	History(ctx context.Context, id int64) ([]review.Event, error)
	SubmittedBy(ctx context.Context, id int64) (string, error)
	Advance(ctx context.Context, m review.Move) (review.Review, error)
	Abandon(ctx context.Context, r review.Review, reason string, at time.Time) (review.Review, error)
	Progress(ctx context.Context, id int64, number int, body string) error
	MarkExported(ctx context.Context, reviews []review.Review, by string, at time.Time) error
	Settings(ctx context.Context) (map[string]string, error)
	Set(ctx context.Context, key, value string) error
	Delay(ctx context.Context, days int) error
	Tallies(ctx context.Context) (review.Tallies, error)
}

// File is a file of reviews whose format was recognised.
type File interface {
	Name() string // of the format
	Rows() iter.Seq2[review.Row, error]
	Close() error
}

// Parts are the adapters that main hands to a desk.
type Parts struct {
	Store  Store
	Open   func(path, format string) (File, error)
	Sample func() (File, error)
	Writer func(name review.WriterName, s Settings) (review.Writer, error)
	Models func(ctx context.Context, s Settings) ([]string, error) // what the model server offers
	Outbox func(path, format string, replies []review.Outgoing) error
}

// Desk is the agent's desk on one profile.
type Desk struct {
	parts Parts
	now   func() time.Time
}

// New makes a desk of its parts.
func New(p Parts) *Desk { return &Desk{parts: p, now: time.Now} }

// Page reads one page of the queue, oldest deadline first. Without
// a limit it holds 50, and 500 at most.
func (d *Desk) Page(ctx context.Context, f review.Filter) (review.Page, error) {
	if f.Limit < 1 {
		f.Limit = 50
	}
	f.Limit = min(f.Limit, 500)
	return d.parts.Store.Page(ctx, f)
}

// Now is the desk's clock.
func (d *Desk) Now() time.Time { return d.now() }

// Counts reads how many reviews stand in each state.
func (d *Desk) Counts(ctx context.Context) (review.Counts, error) {
	return d.parts.Store.Counts(ctx, d.now())
}

// Models lists the models that the configured server offers, or says why
// there are none to be had.
func (d *Desk) Models(ctx context.Context) ([]string, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	return d.parts.Models(ctx, s)
}

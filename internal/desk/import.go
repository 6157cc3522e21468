package desk

import (
	"context"
	"errors"
	"time"

	"ecritoire/internal/review"
)

// ImportOptions are what an agent may ask of an import.
type ImportOptions struct {
	Format   string         // "" to recognise
	Dry      bool           // do all but keep it
	Progress func(read int) // nil for none
}

// Import takes a file into the queue as one batch, all of it or nothing.
func (d *Desk) Import(ctx context.Context, path string, o ImportOptions) (review.Report, error) {
	f, err := d.parts.Open(path, o.Format)
	if err != nil {
		return review.Report{}, err
	}
	return d.take(ctx, f, o)
}

// sampleService is the fictitious service that the bundled reviews speak to.
var sampleService = map[string]string{
	"service.name":     "Mairie de Valbourg",
	"frame.signatures": "Le service des avis, mairie de Valbourg",
}

// ImportSample takes the bundled fictitious queue. A service without a name
// takes the fictitious one’s, so that the drafts are signed.
func (d *Desk) ImportSample(ctx context.Context) (review.Report, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Report{}, err
	}
	if s.Service.Name == "" {
		for key, value := range sampleService {
			if err := d.Set(ctx, key, value); err != nil {
				return review.Report{}, err
			}
		}
	}
	f, err := d.parts.Sample()
	if err != nil {
		return review.Report{}, err
	}
	return d.take(ctx, f, ImportOptions{})
}

func (d *Desk) take(ctx context.Context, f File, o ImportOptions) (review.Report, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Report{}, errors.Join(err, f.Close())
	}
	if o.Progress == nil {
		o.Progress = func(int) {}
	}
	due := func(written time.Time) time.Time { return written.AddDate(0, 0, s.Service.DelayDays) }
	report, err := d.parts.Store.Import(ctx, f.Name(), f.Rows(), due, o.Dry, o.Progress)
	return report, errors.Join(err, f.Close())
}

package desk

import (
	"context"
	"encoding/json"
	"errors"

	"ecritoire/internal/review"
)

// OpenOptions say how to read a file; the zero value recognises it by its
// content.
type OpenOptions struct {
	Format     string         // "" to recognise
	Mapping    review.Mapping // by hand; nil for none
	Remembered func(headerKey string) (review.Mapping, bool)
}

// ImportOptions are what an agent may ask of an import.
type ImportOptions struct {
	Format   string         // "" to recognise
	Mapping  review.Mapping // by hand, then remembered for files with the same header; nil for none
	Dry      bool           // do all but keep it
	Progress func(read int) // nil for none
}

// Import takes a file into the queue as one batch, all of it or nothing.
func (d *Desk) Import(ctx context.Context, path string, o ImportOptions) (review.Report, error) {
	how, err := d.opening(ctx, o)
	if err != nil {
		return review.Report{}, err
	}
	f, err := d.parts.Open(path, how)
	if err != nil {
		return review.Report{}, err
	}
	report, err := d.take(ctx, f, origin(f, how), o)
	if err != nil || o.Dry || len(o.Mapping) == 0 {
		return report, err
	}
	return report, d.remember(ctx, f.Key(), o.Mapping)
}

// Look tells what an import would do with a file, its first rows included. It
// keeps nothing.
func (d *Desk) Look(ctx context.Context, path string, o ImportOptions) (review.Preview, error) {
	how, err := d.opening(ctx, o)
	if err != nil {
		return review.Preview{}, err
	}
	return d.parts.Look(path, how)
}

// mappingKey is the setting that a header's mapping is kept under. It is no
// setting that an agent enters.
const mappingKey = "mapping."

func (d *Desk) opening(ctx context.Context, o ImportOptions) (OpenOptions, error) {
	kept, err := d.parts.Store.Settings(ctx)
	if err != nil {
		return OpenOptions{}, err
	}
	remembered := func(key string) (review.Mapping, bool) {
		m := review.Mapping{}
		err := json.Unmarshal([]byte(kept[mappingKey+key]), &m)
		return m, err == nil && len(m) > 0
	}
	return OpenOptions{o.Format, o.Mapping, remembered}, nil
}

func (d *Desk) remember(ctx context.Context, key string, m review.Mapping) error {
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return d.parts.Store.Set(ctx, mappingKey+key, string(text))
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
	return d.take(ctx, f, review.Origin{Format: f.Name(), Header: f.Header()}, ImportOptions{})
}

// mappedFormat is the format of a table that an agent mapped by hand.
const mappedFormat = "mapped"

func origin(f File, how OpenOptions) review.Origin {
	from := review.Origin{Format: f.Name(), Header: f.Header()}
	if from.Format != mappedFormat {
		return from
	}
	from.Mapping = how.Mapping
	if known, ok := how.Remembered(f.Key()); ok && len(from.Mapping) == 0 {
		from.Mapping = known
	}
	return from
}

func (d *Desk) take(ctx context.Context, f File, from review.Origin, o ImportOptions) (review.Report, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Report{}, errors.Join(err, f.Close())
	}
	if o.Progress == nil {
		o.Progress = func(int) {}
	}
	report, err := d.parts.Store.Import(ctx, from, f.Rows(), s.Service.Calendar().Due, o.Dry, o.Progress)
	return report, errors.Join(err, f.Close())
}

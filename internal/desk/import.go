package desk

import (
	"context"
	"encoding/json"
	"errors"
	"iter"

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
	Format   string                        // "" to recognise
	Mapping  review.Mapping                // by hand, then remembered for files with the same header; nil for none
	Dry      bool                          // do all but keep it
	Progress func(read int, share float64) // rows, and how much of the file; share 1: all is read and put in order now; nil for none
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
	rows := f.Rows()
	if o.Progress != nil {
		rows = telling(rows, f.Progress, o.Progress)
	}
	report, err := d.parts.Store.Import(ctx, from, rows, s.Service.Calendar().Due, o.Dry)
	return report, errors.Join(err, f.Close())
}

// tellEvery is how many rows are read between two words of progress.
const tellEvery = 500

// telling says how far the rows are as they pass, and when the last has passed.
func telling(rows iter.Seq2[review.Row, error], share func() float64, tell func(read int, share float64)) iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		read := 0
		for row, err := range rows {
			if !yield(row, err) {
				return
			}
			if read++; read%tellEvery == 0 {
				tell(read, min(share(), 0.999)) // buffers are read ahead of their rows
			}
		}
		tell(read, 1)
	}
}

// Foreseen is what an import of a file would do, as far as its first rows
// tell.
type Foreseen struct {
	review.Report      // of the rows looked at; Batch is 0
	Whole         bool `json:"whole"` // they are all that the file has
	Rows          int  `json:"rows"`  // that the whole file has, estimated unless Whole; 0 where nothing tells
}

// foreseeMost is how many rows are looked at: a fraction of a second.
const foreseeMost = 2000

// Foresee imports the first rows of a file and takes them back, to tell what
// its import would add. It keeps nothing.
func (d *Desk) Foresee(ctx context.Context, path string, o ImportOptions) (Foreseen, error) {
	how, err := d.opening(ctx, o)
	if err != nil {
		return Foreseen{}, err
	}
	f, err := d.parts.Open(path, how)
	if err != nil {
		return Foreseen{}, err
	}
	first := &beginning{File: f}
	report, err := d.take(ctx, first, origin(f, how), ImportOptions{Dry: true})
	if err != nil || !first.cut {
		return Foreseen{report, true, report.Read}, err
	}
	return Foreseen{report, false, estimated(report.Read, first.from, first.to)}, nil
}

// estimated is how many rows a file has of which some took it from one share to
// another: what came before them, as the texts of a workbook do, is no row.
func estimated(rows int, from, to float64) int {
	if to-from < 0.001 {
		return 0
	}
	return int(float64(rows) * (1 - from) / (to - from))
}

// beginning is a file of which only the first rows are read.
type beginning struct {
	File
	cut      bool    // there were more
	from, to float64 // of the file, at the first row and when it was cut
}

// Rows yields the first rows.
func (b *beginning) Rows() iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		read := 0
		for row, err := range b.File.Rows() {
			switch read {
			case 0:
				b.from = b.Progress()
			case foreseeMost:
				b.cut, b.to = true, b.Progress()
				return
			}
			if read++; !yield(row, err) {
				return
			}
		}
	}
}

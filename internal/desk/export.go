package desk

import (
	"context"
	"errors"
	"iter"
	"slices"

	"ecritoire/internal/figures"
	"ecritoire/internal/review"
)

// ExportOptions say what leaves, and where to.
type ExportOptions struct {
	Format string
	Path   string
	Again  bool // also what was exported before
}

// Export writes the validated replies to a file, each once, and only then
// marks them as exported: a cut in between repeats, it never loses. It gives
// the number of replies written.
func (d *Desk) Export(ctx context.Context, o ExportOptions) (int, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return 0, err
	}
	states := []review.State{review.Validated}
	if o.Again {
		states = append(states, review.Exported)
	}
	leaving := []review.Review{}
	n, err := d.parts.Outbox(o.Path, o.Format, d.outgoing(ctx, states, &leaving))
	switch {
	case err != nil:
		return 0, err
	case n == 0:
		return 0, ErrNothingToExport
	}
	return n, d.parts.Store.MarkExported(ctx, leaving, s.Person, d.now())
}

// errEnough ends a walk whose reader wants no more.
var errEnough = errors.New("enough")

// outgoing gives the replies that leave, one at a time, and keeps in leaving
// what marking their reviews takes, without their texts.
func (d *Desk) outgoing(ctx context.Context, states []review.State, leaving *[]review.Review) iter.Seq2[review.Outgoing, error] {
	return func(yield func(review.Outgoing, error) bool) {
		err := d.Each(ctx, review.Filter{States: states}, func(r review.Review) error {
			if r.AnsweredElsewhere {
				return nil
			}
			out, err := d.validated(ctx, r)
			if err != nil {
				return err
			}
			*leaving = append(*leaving, review.Review{ID: r.ID, State: r.State, Version: r.Version})
			if !yield(out, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			yield(review.Outgoing{}, err)
		}
	}
}

// Each calls visit for every review of the filter, page by page. Visit must
// not move reviews between the filter's states.
func (d *Desk) Each(ctx context.Context, f review.Filter, visit func(review.Review) error) error {
	f.Limit = 500
	for {
		page, err := d.Page(ctx, f)
		if err != nil {
			return err
		}
		for _, r := range page.Reviews {
			if err := visit(r); err != nil {
				return err
			}
		}
		if f.After = page.Next; f.After == "" {
			return nil
		}
	}
}

// validated is the very version that somebody answered for, whatever was
// written since.
func (d *Desk) validated(ctx context.Context, r review.Review) (review.Outgoing, error) {
	life, err := d.parts.Store.History(ctx, r.ID)
	if err != nil {
		return review.Outgoing{}, err
	}
	versions, err := d.parts.Store.Replies(ctx, r.ID, 1000)
	if err != nil {
		return review.Outgoing{}, err
	}
	for _, e := range slices.Backward(life) {
		i := slices.IndexFunc(versions, func(p review.Reply) bool { return p.Number == e.Reply })
		if e.Action == review.Validate && i >= 0 {
			return review.Outgoing{ID: r.ID, Source: r.Source, ExternalID: r.ExternalID, Title: r.Title,
				Reply: versions[i].Text(), Writer: versions[i].Writer, ValidatedBy: e.By, ValidatedAt: e.At}, nil
		}
	}
	return review.Outgoing{}, review.ErrConflict
}

// Figures computes the service's figures.
func (d *Desk) Figures(ctx context.Context) (Figures, error) {
	t, err := d.parts.Store.Tallies(ctx)
	return figures.Of(t), err
}

// ErrBy says that a series is cut by weeks or by months, and by nothing else.
var ErrBy = &review.Error{Code: "by", Kind: review.Misused,
	Message: review.Text{FR: "Les chiffres se suivent par semaine ou par mois.", EN: "Figures run by week or by month."},
	Hint:    review.Text{FR: "Écrivez « week » ou « month ».", EN: "Write “week” or “month”."}}

// Series is what happened week by week or month by month.
func (d *Desk) Series(ctx context.Context, by By) ([]Period, error) {
	if !by.Known() {
		return nil, ErrBy
	}
	t, err := d.parts.Store.Timeline(ctx)
	return figures.Series(t, by), err
}

package desk

import (
	"context"
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
	leaving, err := d.leaving(ctx, states)
	if err != nil {
		return 0, err
	}
	if len(leaving) == 0 {
		return 0, ErrNothingToExport
	}
	replies, err := d.outgoing(ctx, leaving)
	if err != nil {
		return 0, err
	}
	if err := d.parts.Outbox(o.Path, o.Format, replies); err != nil {
		return 0, err
	}
	return len(replies), d.parts.Store.MarkExported(ctx, leaving, s.Person, d.now())
}

func (d *Desk) leaving(ctx context.Context, states []review.State) ([]review.Review, error) {
	all := []review.Review{}
	err := d.Each(ctx, review.Filter{States: states}, func(r review.Review) error {
		if !r.AnsweredElsewhere {
			all = append(all, r)
		}
		return nil
	})
	return all, err
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

func (d *Desk) outgoing(ctx context.Context, leaving []review.Review) ([]review.Outgoing, error) {
	all := []review.Outgoing{}
	for _, r := range leaving {
		out, err := d.validated(ctx, r)
		if err != nil {
			return nil, err
		}
		all = append(all, out)
	}
	return all, nil
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

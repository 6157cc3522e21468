package desk

import (
	"context"
	"errors"

	"ecritoire/internal/review"
)

// engine is what runs models, by the settings in force.
func (d *Desk) engine(ctx context.Context) (Engine, Settings, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return nil, s, err
	}
	e, err := d.parts.Engine(s)
	return e, s, err
}

// Models lists the models of this workstation, with their pace where it was
// measured.
func (d *Desk) Models(ctx context.Context) ([]review.Model, error) {
	e, _, err := d.engine(ctx)
	if err != nil {
		return nil, err
	}
	all, err := e.Models(ctx)
	if err != nil {
		return nil, err
	}
	for i, m := range all {
		if p, known, err := d.pace(ctx, m.Name, m.Hash); err != nil {
			return nil, err
		} else if known {
			all[i].Pace = &p
		}
	}
	return all, nil
}

// ImportModel takes a model from a GGUF file, under the file's own name unless
// another is given. The first one is at once the one that writes when a model
// is asked for; which writer drafts stays the agent's choice.
func (d *Desk) ImportModel(ctx context.Context, path, name string, progress func(review.Progress)) (review.Model, error) {
	e, s, err := d.engine(ctx)
	if err != nil {
		return review.Model{}, err
	}
	done, err := d.work.interrupt(ctx) // a model is tried while no other writes
	if err != nil {
		return review.Model{}, asCancelled(err)
	}
	defer done()
	m, err := e.Import(ctx, path, name, progress)
	if err == nil && s.OllamaModel == "" {
		err = d.Set(context.WithoutCancel(ctx), "ollama.model", m.Name)
	}
	return m, asCancelled(err)
}

func asCancelled(err error) error {
	if errors.Is(err, context.Canceled) {
		return ErrCancelled
	}
	return err
}

// RemoveModel takes a model off this workstation. What it wrote stays, with
// its name and hash.
func (d *Desk) RemoveModel(ctx context.Context, name string) error {
	e, s, err := d.engine(ctx)
	if err != nil {
		return err
	}
	done, err := d.work.interrupt(ctx)
	if err != nil {
		return asCancelled(err)
	}
	defer done()
	if err := e.Remove(ctx, name); err != nil || !sameModel(name, s.OllamaModel) {
		return err
	}
	return d.Set(context.WithoutCancel(ctx), "ollama.model", "")
}

// BenchModel measures a model on this machine and keeps the figures; "" is
// the one that the settings name.
func (d *Desk) BenchModel(ctx context.Context, name string, progress func(review.Progress)) (review.Pace, error) {
	e, s, err := d.engine(ctx)
	if err != nil {
		return review.Pace{}, err
	}
	if name == "" {
		name = s.OllamaModel
	}
	done, err := d.work.interrupt(ctx)
	if err != nil {
		return review.Pace{}, asCancelled(err)
	}
	defer done()
	measured, err := e.Bench(ctx, name, progress)
	if err != nil {
		return measured, asCancelled(err)
	}
	known, _, err := d.pace(ctx, measured.Model, measured.Hash)
	if err != nil {
		return measured, err
	}
	measured.MeasuredAt, measured.Drafts, measured.DraftSeconds = d.now(), known.Drafts, known.DraftSeconds
	return measured, d.parts.Store.SetPace(context.WithoutCancel(ctx), measured)
}

// Advise measures this machine and says which models suit it.
func (d *Desk) Advise(ctx context.Context) (review.Advice, error) {
	e, _, err := d.engine(ctx)
	if err != nil {
		return review.Advice{}, err
	}
	done, err := d.work.interrupt(ctx) // a machine that drafts would seem slow
	if err != nil {
		return review.Advice{}, asCancelled(err)
	}
	defer done()
	all, err := d.Models(ctx)
	if err != nil {
		return review.Advice{}, err
	}
	return e.Advise(ctx, all)
}

// Runtime says how the model server is doing; it starts none.
func (d *Desk) Runtime(ctx context.Context) (review.RuntimeStatus, error) {
	e, _, err := d.engine(ctx)
	if err != nil {
		return review.RuntimeStatus{}, err
	}
	st, err := e.Status(ctx)
	if err != nil || st.Model == "" {
		return st, err
	}
	p, _, err := d.pace(ctx, st.Model, "")
	if p.PromptPerSecond > 0 && p.Drafts > 0 {
		st.CacheReuse = &p.CacheReuse
	}
	return st, err
}

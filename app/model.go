package app

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// ModelCard is one model of this workstation.
type ModelCard struct {
	Name         string  `json:"name"`
	Hash         string  `json:"hash"`
	Bytes        int64   `json:"bytes"`
	Parameters   int64   `json:"parameters"`
	Quantisation string  `json:"quantisation"`
	Context      int     `json:"context"`
	Licence      string  `json:"licence"`
	Memory       int64   `json:"memory"`
	ImportedAt   string  `json:"imported_at"` // RFC 3339; "" for unknown
	Measured     bool    `json:"measured"`
	Reads        float64 `json:"reads"`   // tokens a second
	Writes       float64 `json:"writes"`  // tokens a second
	DraftS       float64 `json:"draft_s"` // expected per draft, seconds; 0 for unknown
	Chosen       bool    `json:"chosen"`
	Embeds       bool    `json:"embeds"` // it reads for the sheets and cannot write
}

// ModelPage is all that the models' screen shows before it measures anything.
type ModelPage struct {
	Runtime review.RuntimeStatus `json:"runtime"`
	Models  []ModelCard          `json:"models"`
	Fault   *Fault               `json:"fault"` // why the models cannot be listed; null when they can
}

// Models reads the models and how their server is doing.
func (a *Desk) Models() (ModelPage, error) {
	page := ModelPage{Models: []ModelCard{}}
	s, err := a.desk.Settings(a.ctx)
	if err != nil {
		return page, err
	}
	// Its own patience bounds it: a server that computes on every core is slow
	// to say how it is.
	if page.Runtime, err = a.desk.Runtime(a.ctx); err != nil {
		return page, err
	}
	ctx, stop := context.WithTimeout(a.ctx, modelPatience)
	defer stop()
	all, err := a.desk.Models(ctx)
	if err != nil {
		page.Fault = a.fault(err)
	}
	for _, m := range all {
		page.Models = append(page.Models, modelCard(m, s.OllamaModel))
	}
	return page, nil
}

func modelCard(m review.Model, chosen string) ModelCard {
	c := ModelCard{Name: m.Name, Hash: m.Hash, Bytes: m.Bytes, Parameters: m.Parameters, Quantisation: m.Quantisation, Context: m.Context,
		Licence: m.Licence, Memory: m.Memory, Chosen: m.Name == chosen, Embeds: m.Embeds}
	if !m.ImportedAt.IsZero() {
		c.ImportedAt = m.ImportedAt.Format(time.RFC3339)
	}
	if p := m.Pace; p != nil {
		c.Measured, c.Reads, c.Writes, c.DraftS = !p.MeasuredAt.IsZero(), p.PromptPerSecond, p.TokensPerSecond, p.Draft().Seconds()
	}
	return c
}

// Candidate is a model of the catalogue, judged for this machine.
type Candidate struct {
	Name         string  `json:"name"`
	Origin       string  `json:"origin"`
	URL          string  `json:"url"`
	Licence      string  `json:"licence"`
	File         string  `json:"file"`
	Bytes        int64   `json:"bytes"`
	Memory       int64   `json:"memory"`
	French       string  `json:"french"`
	Tried        string  `json:"tried"`
	Fits         bool    `json:"fits"`
	Recommended  bool    `json:"recommended"`
	DraftSeconds float64 `json:"draft_seconds"`
	Measured     bool    `json:"measured"`
}

// Advice is which models fit this machine.
type Advice struct {
	Machine    review.Machine `json:"machine"`
	Candidates []Candidate    `json:"candidates"`
}

// Advise measures this machine, about a second, and judges the catalogue.
func (a *Desk) Advise() (Advice, error) {
	told, err := a.desk.Advise(a.ctx)
	if err != nil {
		return Advice{}, err
	}
	out := Advice{Machine: told.Machine, Candidates: []Candidate{}}
	for _, c := range told.Candidates {
		out.Candidates = append(out.Candidates, Candidate{c.Name, c.Origin, c.URL, c.Licence, c.File, c.Bytes, c.Memory,
			c.French.In(a.about.Language), c.Tried.In(a.about.Language), c.Fits, c.Recommended, c.DraftSeconds, c.Measured})
	}
	return out, nil
}

// ModelEvent tells the window how far a work on a model is.
type ModelEvent struct {
	Work  string  `json:"work"` // import, bench
	Name  string  `json:"name"` // of the model or its file
	Step  string  `json:"step"`
	Done  int64   `json:"done"`
	Total int64   `json:"total"`
	LeftS float64 `json:"left_s"`
	State string  `json:"state"` // working, done, stopped, failed
	Error *Fault  `json:"error"`
}

var errModelBusy = &review.Error{Code: "model_busy", Kind: review.Refused,
	Message: review.Text{FR: "Un autre travail sur un modèle est en cours.", EN: "Another work on a model is under way."},
	Hint:    review.Text{FR: "Attendez sa fin, ou arrêtez-le.", EN: "Wait for its end, or stop it."}}

// ImportModel starts to take a model from a GGUF file; events "model" follow.
func (a *Desk) ImportModel(path string) error {
	return a.onModel(ModelEvent{Work: "import", Name: filepath.Base(path)}, func(ctx context.Context, tell func(review.Progress)) error {
		_, err := a.desk.ImportModel(ctx, path, "", tell)
		return err
	})
}

// BenchModel starts to measure a model; events "model" follow.
func (a *Desk) BenchModel(name string) error {
	return a.onModel(ModelEvent{Work: "bench", Name: name}, func(ctx context.Context, tell func(review.Progress)) error {
		_, err := a.desk.BenchModel(ctx, name, tell)
		return err
	})
}

// RemoveModel takes a model off this workstation.
func (a *Desk) RemoveModel(name string) error { return a.desk.RemoveModel(a.ctx, name) }

// StopModel ends the work on a model that is under way.
func (a *Desk) StopModel() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.modelWork != nil {
		a.modelWork()
	}
}

// ChooseModel asks the agent for a GGUF file; "" when they cancel.
func (a *Desk) ChooseModel() (string, error) { return a.chooseModel() }

func (a *Desk) onModel(e ModelEvent, work func(context.Context, func(review.Progress)) error) error {
	ctx, stop := context.WithCancel(a.ctx)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.modelWork != nil {
		stop()
		return errModelBusy
	}
	a.modelWork = stop
	a.finished.Go(func() { a.runModel(ctx, e, work) })
	return nil
}

// modelEvery is the shortest time between two events of one step.
const modelEvery = 200 * time.Millisecond

func (a *Desk) runModel(ctx context.Context, e ModelEvent, work func(context.Context, func(review.Progress)) error) {
	var last time.Time
	e.State = "working"
	err := work(ctx, func(p review.Progress) {
		if p.Step == e.Step && time.Since(last) < modelEvery {
			return
		}
		last = time.Now()
		e.Step, e.Done, e.Total, e.LeftS = p.Step, p.Done, p.Total, p.Left
		a.emit("model", e)
	})
	a.mu.Lock()
	a.modelWork()
	a.modelWork = nil
	a.mu.Unlock()
	switch {
	case err == nil:
		e.State = "done"
	case errors.Is(err, desk.ErrCancelled):
		e.State = "stopped"
	default:
		e.State, e.Error = "failed", a.fault(err)
	}
	a.emit("model", e)
}

package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/ollama"
	"ecritoire/internal/review"
	"ecritoire/internal/trame"
)

// engines gives the desk its writers and what runs the models: the bundled
// server, or the one that the settings name.
type engines struct {
	dir     string
	runtime *ollama.Runtime
	library *ollama.Library
	known   *ollama.Known
}

func newEngines(dir string) *engines {
	r := ollama.NewRuntime(ollama.RuntimeConfig{Binary: ollama.Find(), Dir: dir})
	return &engines{dir, r, ollama.NewLibrary(ollama.LibraryConfig{Dir: dir, Start: r.Start}), ollama.NewKnown()}
}

// sweep tidies what an interrupted import left. Models that cannot be tidied
// are no reason to keep an agent from the queue: the models' page will say.
func (e *engines) sweep() {
	if err := e.library.Sweep(); err != nil {
		slog.Error("models not swept", "cause", err)
	}
}

func (e *engines) writer(name review.WriterName, s desk.Settings) (review.Writer, error) {
	switch name {
	case review.WriterTrame:
		return trame.New(), nil
	case review.WriterOllama:
		return ollama.New(e.config(s))
	}
	return nil, desk.ErrNoWriter.Naming(string(name))
}

// meaning gives what orders sheets by meaning: the server that writes, too.
func (e *engines) meaning(s desk.Settings) (desk.Meaning, error) { return ollama.New(e.config(s)) }

func (e *engines) config(s desk.Settings) ollama.Config {
	c := ollama.Config{Model: s.OllamaModel, Address: s.OllamaAddress, KeepAlive: time.Duration(s.Keep) * time.Minute, Known: e.known, Structured: s.Form}
	if s.OllamaAddress == "" {
		c.Start = e.runtime.Start
	}
	return c
}

// budget counts by a model's own vocabulary; where the model is not ours to
// read, it is an estimate.
func (e *engines) budget(ctx context.Context, s desk.Settings, model string) (desk.Budget, error) {
	if s.OllamaAddress != "" {
		return desk.Budget{Room: ollama.UsualRoom}, nil
	}
	count, err := e.library.Counter(ctx, model)
	if errors.Is(err, ollama.ErrNoModel) {
		err = nil // its writer will say so, and better
	}
	return desk.Budget{Room: e.library.Room(model), Count: count}, err
}

func (e *engines) engine(s desk.Settings) (desk.Engine, error) {
	if s.OllamaAddress == "" {
		return bundled{e.library, e.dir}, nil
	}
	w, err := ollama.New(e.config(s))
	return foreign{w, s.OllamaAddress}, err
}

// bundled is the server that comes with the application, and its models.
type bundled struct {
	*ollama.Library
	dir string
}

// Models lists what was imported; it starts no server.
func (b bundled) Models(ctx context.Context) ([]review.Model, error) { return b.List(ctx) }

// Advise judges the catalogue for this machine.
func (bundled) Advise(ctx context.Context, all []review.Model) (review.Advice, error) {
	return ollama.Advise(ctx, all)
}

// Status looks at the server without starting it.
func (b bundled) Status(ctx context.Context) (review.RuntimeStatus, error) {
	return ollama.Status(ctx, b.dir, ollama.Find())
}

// foreign is an Ollama that somebody else runs on this workstation: its models
// are looked at and written with, never changed.
type foreign struct {
	*ollama.Writer
	address string
}

// Models lists what that server offers.
func (f foreign) Models(ctx context.Context) ([]review.Model, error) {
	names, err := f.Available(ctx)
	all := []review.Model{}
	for _, n := range names {
		all = append(all, review.Model{Name: n})
	}
	return all, err
}

// Import is not ours to do there.
func (foreign) Import(context.Context, string, string, func(review.Progress)) (review.Model, error) {
	return review.Model{}, errForeign
}

// Remove is not ours to do there.
func (foreign) Remove(context.Context, string) error { return errForeign }

// Bench measures one of its models.
func (f foreign) Bench(ctx context.Context, name string, progress func(review.Progress)) (review.Pace, error) {
	return ollama.NewLibrary(ollama.LibraryConfig{Start: func(context.Context) (string, error) { return f.address, nil }}).Bench(ctx, name, progress)
}

// Advise judges the catalogue for this machine.
func (foreign) Advise(ctx context.Context, all []review.Model) (review.Advice, error) {
	return ollama.Advise(ctx, all)
}

// Status looks at that server.
func (f foreign) Status(ctx context.Context) (review.RuntimeStatus, error) {
	return ollama.StatusAt(ctx, f.address)
}

var errForeign = &review.Error{Code: "model_foreign", Kind: review.Refused,
	Message: review.Text{FR: "Les réglages désignent un autre serveur Ollama : ses modèles s’ajoutent et se retirent chez lui.", EN: "The settings name another Ollama server: its models are added and removed there."},
	Hint:    review.Text{FR: "Videz le réglage « Autre serveur Ollama » pour employer celui d’Écritoire.", EN: "Empty the setting “Another Ollama server” to use Écritoire’s own."}}

package ollama

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/ollama/ollama/api"
	"github.com/ollama/ollama/types/model"
)

// Model is what the server says of a model that may write here.
type Model struct {
	Name   string
	Hash   string // digest of its manifest, as the server lists it; "" when it does not
	Thinks bool   // it reasons before it answers unless told not to
	Embeds bool   // it gives vectors, not words
}

// Available lists the models on this workstation, by name. Models that run
// elsewhere are left out. The error is ErrNoServer when nothing answers.
func (w *Writer) Available(ctx context.Context) ([]string, error) {
	s, err := w.connect(ctx)
	if err != nil {
		return nil, err
	}
	all, err := s.list(ctx)
	if err != nil {
		return nil, err
	}
	names := []string{}
	for _, m := range all {
		beingTried := strings.HasPrefix(m.Name, importing+":")
		if !beingTried && !remoteName(m.Name) && m.RemoteHost == "" && m.RemoteModel == "" {
			names = append(names, m.Name)
		}
	}
	slices.Sort(names)
	return names, nil
}

// Probe asks whether a model can write here: "" is the configured one. It
// sends no review. The error is the one that Write would give.
func (w *Writer) Probe(ctx context.Context, name string) (Model, error) {
	m, _, err := w.probe(ctx, name)
	return m, err
}

func (w *Writer) probe(ctx context.Context, name string) (Model, *server, error) {
	name, err := w.choose(name)
	if err != nil {
		return Model{}, nil, err
	}
	s, err := w.connect(ctx)
	if err != nil {
		return Model{}, nil, err
	}
	listed, err := s.list(ctx)
	if err != nil {
		return Model{}, nil, err
	}
	hash := digest(listed, name)
	if m, ok := w.config.Known.recall(s.address, hash); ok {
		m.Name = name
		return m, s, nil
	}
	m, err := s.probe(ctx, name, hash)
	if err == nil {
		w.config.Known.learn(s.address, m)
	}
	return m, s, err
}

func (s *server) probe(ctx context.Context, name, hash string) (Model, error) {
	shown, err := s.Show(ctx, &api.ShowRequest{Model: name})
	if err != nil {
		return Model{}, s.classify(err, name, s.missing())
	}
	if shown.RemoteHost != "" || shown.RemoteModel != "" {
		return Model{}, ErrRemoteModel.Naming(name)
	}
	return Model{name, hash, slices.Contains(shown.Capabilities, model.CapabilityThinking), slices.Contains(shown.Capabilities, model.CapabilityEmbedding)}, nil
}

func (w *Writer) choose(name string) (string, error) {
	if name = strings.TrimSpace(name); name == "" {
		name = w.config.Model
	}
	switch {
	case name == "":
		return "", ErrModelUnset
	case remoteName(name):
		return "", ErrRemoteModel.Naming(name)
	}
	return name, nil
}

func (s *server) list(ctx context.Context) ([]api.ListModelResponse, error) {
	all, err := s.List(ctx)
	var status api.StatusError
	if errors.As(err, &status) && status.StatusCode == http.StatusNotFound {
		return nil, s.missing() // a server, but not of models
	}
	if err != nil {
		return nil, s.classify(err, "", s.missing())
	}
	return all.Models, nil
}

// remoteName knows the names that Ollama gives to models of its cloud:
// "qwen3-coder:cloud", "gpt-oss:120b-cloud".
func remoteName(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return strings.HasSuffix(name, ":cloud") || strings.HasSuffix(name, "-cloud")
}

// digest finds a model in the list. "mistral" is "mistral:latest" there, and
// the server ignores case.
func digest(listed []api.ListModelResponse, name string) string {
	if !strings.Contains(name[strings.LastIndex(name, "/")+1:], ":") {
		name += ":latest"
	}
	for _, m := range listed {
		if strings.EqualFold(m.Name, name) {
			return m.Digest
		}
	}
	return ""
}

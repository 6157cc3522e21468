package ollama

import (
	"context"
	"errors"
	"net/http"
	"time"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// registration makes a model of a blob, tries it under a passing name and
// gives it its own only when it wrote something.
type registration struct {
	client   *api.Client
	model    review.Model
	dialogue *dialogue
	progress func(review.Progress)
}

const (
	trialTokens = 16
	// trialLimit is for the slowest disk and processor with the largest model:
	// what has not written 16 tokens by then would never serve.
	trialLimit = 10 * time.Minute
	// tidyLimit is how long a stopped import may take to clean up behind it.
	tidyLimit = 10 * time.Second
)

// run gives the digest of the model's manifest.
func (r *registration) run(ctx context.Context) (string, error) {
	err := r.make(ctx)
	if err == nil {
		err = r.try(ctx)
	}
	if err == nil {
		err = r.client.Copy(ctx, &api.CopyRequest{Source: r.passing(), Destination: r.model.Name})
	}
	if err != nil {
		return "", errors.Join(libraryError(err, r.model.Name), r.tidy(ctx, r.passing(), r.model.Name))
	}
	if err := r.tidy(ctx, r.passing()); err != nil {
		return "", err
	}
	return r.digest(ctx)
}

func (r *registration) passing() string { return importing + ":" + r.model.FileHash[:16] }

func (r *registration) make(ctx context.Context) error {
	meter := newMeter("register", 1, r.progress)
	request := &api.CreateRequest{Model: r.passing(), Files: map[string]string{"model.gguf": "sha256:" + r.model.FileHash}}
	if r.dialogue != nil {
		request.Template = r.dialogue.template
		request.Parameters = map[string]any{"stop": r.dialogue.stop}
	}
	if err := r.client.Create(ctx, request, func(api.ProgressResponse) error { return nil }); err != nil {
		return refusedBy(err)
	}
	meter.add(1)
	return nil
}

// try has the model write a few words with the context of a real draft, so
// that a model that does not fit in memory is found out now.
func (r *registration) try(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, trialLimit)
	defer cancel()
	meter := newMeter("try", trialTokens, r.progress)
	stop := r.keepTelling(limited, meter)
	written, err := r.given(limited)
	stop()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return refusedBy(err)
	case written == 0:
		return ErrModelTrial
	}
	meter.add(trialTokens)
	return nil
}

// given is how many words the model wrote, or how many numbers its vector has.
func (r *registration) given(ctx context.Context) (n int, err error) {
	if r.model.Embeds {
		made, err := r.client.Embed(ctx, &api.EmbedRequest{Model: r.passing(), Input: "Bonjour", KeepAlive: &api.Duration{}})
		if err != nil || len(made.Embeddings) == 0 {
			return 0, err
		}
		return len(made.Embeddings[0]), nil
	}
	err = r.client.Chat(ctx, r.trial(), func(c api.ChatResponse) error {
		n = max(n, c.EvalCount)
		return nil
	})
	return n, err
}

func (r *registration) trial() *api.ChatRequest {
	return &api.ChatRequest{Model: r.passing(), KeepAlive: &api.Duration{},
		Messages: []api.Message{{Role: "user", Content: "Bonjour ! Présentez-vous en une phrase."}},
		Options:  map[string]any{"num_ctx": min(r.model.Context, defaultContext), "num_predict": trialTokens, "num_batch": batch, "temperature": 0}}
}

// keepTelling shows that something goes on while the model is being loaded,
// which says nothing of itself.
func (r *registration) keepTelling(ctx context.Context, m *meter) (stop func()) {
	telling, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-telling.Done():
				return
			case <-time.After(time.Second):
				m.tell()
			}
		}
	}()
	return func() { cancel(); <-ended }
}

// refusedBy reads a failure of the server on this file as the file's: what is
// wrong with the server itself shows on the way to it.
func refusedBy(err error) error {
	var status api.StatusError
	if errors.As(err, &status) || !unreachable(err) && !errors.Is(err, context.Canceled) {
		return ErrModelTrial.With(wordless(err))
	}
	return err
}

// tidy takes names off the server even when ctx has ended.
func (r *registration) tidy(ctx context.Context, names ...string) error {
	tidying, cancel := context.WithTimeout(context.WithoutCancel(ctx), tidyLimit)
	defer cancel()
	var all error
	for _, name := range names {
		if err := deleteFrom(tidying, r.client, name); err != nil && !unreachable(err) {
			all = errors.Join(all, libraryError(err, name))
		}
	}
	return all
}

func (r *registration) digest(ctx context.Context) (string, error) {
	listed, err := r.client.List(ctx)
	if err != nil {
		return "", libraryError(err, r.model.Name)
	}
	if hash := digest(listed.Models, r.model.Name); hash != "" {
		return hash, nil
	}
	return "", ErrNoModel.Naming(r.model.Name)
}

// deleteFrom takes a name off the server, and the blobs that no other name
// needs (OLLAMA_NOPRUNE concerns its start only). A name that is not there is
// no error.
func deleteFrom(ctx context.Context, client *api.Client, name string) error {
	err := client.Delete(ctx, &api.DeleteRequest{Model: name})
	var status api.StatusError
	if errors.As(err, &status) && status.StatusCode == http.StatusNotFound {
		return nil
	}
	return err
}

// unload takes a model out of the memory now.
func unload(ctx context.Context, client *api.Client, name string) error {
	quiet := false
	err := client.Generate(ctx, &api.GenerateRequest{Model: name, Stream: &quiet, KeepAlive: &api.Duration{}},
		func(api.GenerateResponse) error { return nil })
	var status api.StatusError
	if errors.As(err, &status) && status.StatusCode == http.StatusNotFound {
		return nil
	}
	return err
}

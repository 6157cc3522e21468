package ollama

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/review"
)

// TestARealServer writes with the first model of the Ollama at
// OLLAMA_TEST_ADDRESS, or with OLLAMA_TEST_MODEL there; without that address
// with a model that is slow on purpose, on the bundled server.
func TestARealServer(t *testing.T) {
	address, model := os.Getenv("OLLAMA_TEST_ADDRESS"), os.Getenv("OLLAMA_TEST_MODEL")
	if address == "" {
		r := opened(t, time.Minute)
		holds(t, r, "slow", tiny.WriteSlow)
		address, model = starts(t, r), "slow"
	}
	if model == "" {
		models, err := writer(t, address).Available(t.Context())
		if err != nil || len(models) == 0 {
			t.Fatalf("OLLAMA_TEST_ADDRESS is set, but: %v, %v", models, err)
		}
		model = models[0]
	}
	realReply(t, address, model)
	realStop(t, address, model)
	realTooLong(t, address, model)
}

func realWriter(t *testing.T, address, model string, tokens int) *Writer {
	t.Helper()
	w, err := New(Config{Address: address, Model: model, Context: 1024, MaxTokens: tokens})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func realReply(t *testing.T, address, model string) {
	t.Helper()
	pieces := 0
	got, err := realWriter(t, address, model, 40).Write(t.Context(), assignment, func(string) { pieces++ })
	if err != nil && !errors.Is(err, ErrLength) {
		t.Fatal(err)
	}
	if got.Body == "" || pieces == 0 || got.ModelHash == "" || got.Speed.FirstToken <= 0 || got.Speed.Tokens == 0 {
		t.Errorf("got %d pieces, model %q %q, %+v", pieces, got.Model, got.ModelHash, got.Speed)
	}
	t.Logf("%s: first token after %v, %.1f tokens/s", got.Model, got.Speed.FirstToken.Round(time.Millisecond), got.Speed.TokensPerSecond)
}

func realStop(t *testing.T, address, model string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var stopped time.Time
	got, err := realWriter(t, address, model, 400).Write(ctx, assignment, func(string) {
		if stopped.IsZero() {
			stopped = time.Now()
			cancel()
		}
	})
	if took := time.Since(stopped); !errors.Is(err, context.Canceled) || got.Body == "" || took > stopFail {
		t.Errorf("stopped after %v with %v", took, err)
	}
}

// realTooLong shows that a real server refuses what it cannot hold.
func realTooLong(t *testing.T, address, model string) {
	t.Helper()
	a := assignment
	for len(a.Prompt.User) < 40000 {
		a.Prompt.User += " Une phrase de plus, qui ne tient pas dans le contexte."
	}
	if _, err := realWriter(t, address, model, 10).Write(t.Context(), a, func(string) {}); !errors.Is(err, ErrPromptTooLong) {
		t.Errorf("got %v", review.Describe(err).Code)
	}
}

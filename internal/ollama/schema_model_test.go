//go:build model && linux

package ollama

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ecritoire/internal/review"
)

// TestTheFormOnARealModel has TinyLlama write with the form and without it, in
// turn. What it says is nonsense; that it keeps to the form, and what that
// costs, is what is looked at.
func TestTheFormOnARealModel(t *testing.T) {
	file := filepath.Join("..", "..", "artifacts", "models", "tinyllama.gguf")
	if _, err := os.Stat(file); err != nil {
		t.Skipf("SKIPPED: there is no %s: `make test-model` fetches it", filepath.Base(file))
	}
	l := realLibrary(t)
	if _, err := l.Import(t.Context(), file, "essai", func(review.Progress) {}); err != nil {
		t.Fatal(err)
	}
	speeds := map[bool]float64{}
	const rounds = 3
	for range rounds {
		for _, held := range []bool{false, true} {
			speeds[held] += writesHeld(t, l, held) / rounds
		}
	}
	t.Logf("tokens/s: %.1f without the form, %.1f with it", speeds[false], speeds[true])
	if speeds[true] < speeds[false]/2 {
		t.Error("the form halves the speed")
	}
}

func writesHeld(t *testing.T, l *Library, held bool) (tokensPerSecond float64) {
	t.Helper()
	w, err := New(Config{Start: l.config.Start, Model: "essai", Context: 1024, MaxTokens: 120, Structured: held})
	if err != nil {
		t.Fatal(err)
	}
	a := review.Assignment{Prompt: review.Prompt{System: "You answer reviews of a town hall.", User: "Review: I waited two hours. Write the reply."}}
	got, err := w.Write(t.Context(), a, func(string) {})
	if err != nil && !errors.Is(err, ErrLength) {
		t.Fatal(err)
	}
	if got.Body == "" || held && got.Body[0] == '{' {
		t.Errorf("held to the form %v: %d bytes of text, or JSON", held, len(got.Body))
	}
	t.Logf("held to the form %v: %d tokens, %d bytes of text, %.1f tokens/s, ended %v", held, got.Speed.Tokens, len(got.Body), got.Speed.TokensPerSecond, err == nil)
	return got.Speed.TokensPerSecond
}

//go:build model

// Package modeltest measures and torments the real runtime with a model of a
// real size: `make test-model`, `make bench-model`.
package modeltest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/intake"
	"ecritoire/internal/ollama"
	"ecritoire/internal/privacy"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
)

// tools are where `build/model.sh` puts what these tests need.
func tools(name string) string { return filepath.Join("..", "..", name) }

// rig is a profile of the test's own, with the bundled runtime and one model.
type rig struct {
	dir     string
	runtime *ollama.Runtime
	library *ollama.Library
	model   review.Model
}

// newRig imports the model of random weights, whose speed is that of any 1.1 B
// model in Q4_K_M. What it writes means nothing.
func newRig(t testing.TB) *rig {
	t.Helper()
	file := tools("artifacts/models/random-q4km.gguf")
	if _, err := os.Stat(file); err != nil {
		t.Skipf("SKIPPED: there is no %s: `make bench-model` makes it", filepath.Base(file))
	}
	binary, err := filepath.Abs(tools("bin/ollama"))
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{dir: t.TempDir()}
	r.runtime = ollama.NewRuntime(ollama.RuntimeConfig{Binary: binary, Dir: r.dir})
	t.Cleanup(func() {
		if err := r.runtime.Close(); err != nil {
			t.Error(err)
		}
	})
	r.library = ollama.NewLibrary(ollama.LibraryConfig{Dir: r.dir, Start: r.runtime.Start})
	if r.model, err = r.library.Import(t.Context(), file, "essai", func(review.Progress) {}); err != nil {
		t.Fatal(err)
	}
	return r
}

// writer is the application's own path to the model.
func (r *rig) writer(t testing.TB, tokens int) *ollama.Writer {
	t.Helper()
	w, err := ollama.New(ollama.Config{Start: r.runtime.Start, Model: r.model.Name, Context: context, MaxTokens: tokens, KeepAlive: time.Hour, Known: ollama.NewKnown()})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// context is what TinyLlama was trained for, in tokens.
const context = 2048

// assignments are the prompts of n of the bundled reviews.
func assignments(t testing.TB, n int) []review.Assignment {
	t.Helper()
	f, err := intake.Sample()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	service := review.Service{Name: "Mairie de Valbourg", Phone: "01 99 00 12 34", URL: "https://valbourg.example", Greeting: "Bonjour,", Closings: []string{"Bien cordialement,"}}
	all := []review.Assignment{}
	for row, err := range f.Rows() {
		if err != nil || len(all) == n {
			break
		}
		r := row.Review
		r.Author = ""
		r.Text, _ = privacy.Pseudonymise(r.Text)
		p, err := prompt.Build(r, service, nil)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, review.Assignment{Review: r, Service: service, Prompt: p})
	}
	if len(all) != n {
		t.Fatalf("%d reviews of %d", len(all), n)
	}
	return all
}

// answer is what a client saw of one reply.
type answer struct {
	first, whole time.Duration // until the first word, until the end
	tokens       int
}

// bare asks the server with as little code as a Go program can.
func bare(t testing.TB, address string, body any) answer {
	t.Helper()
	asked, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	begun := time.Now()
	response, err := http.Post("http://"+address+"/api/chat", "application/json", bytes.NewReader(asked))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		var chunk struct {
			Message   struct{ Content string }
			EvalCount int `json:"eval_count"`
		}
		if err := json.Unmarshal(lines.Bytes(), &chunk); err != nil {
			t.Fatal(err)
		}
		if a.first == 0 && chunk.Message.Content != "" {
			a.first = time.Since(begun)
		}
		a.tokens = chunk.EvalCount
	}
	a.whole = time.Since(begun)
	if a.tokens == 0 {
		t.Fatalf("no reply: status %d", response.StatusCode)
	}
	return a
}

// chat is the request of a bare client, with our settings of the runtime:
// another batch would have it load the model anew at every turn.
func chat(model string, tokens int, messages ...message) map[string]any {
	return map[string]any{"model": model, "messages": messages, "truncate": false, "shift": false, "keep_alive": "1h",
		"options": map[string]any{"num_ctx": context, "num_predict": tokens, "num_batch": 128, "temperature": 0.3}}
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func median(all []float64) float64 {
	s := slices.Sorted(slices.Values(all))
	return s[len(s)/2]
}

func mean(all []float64) (sum float64) {
	for _, one := range all {
		sum += one
	}
	return sum / float64(len(all))
}

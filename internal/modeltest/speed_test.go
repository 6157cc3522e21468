//go:build model && linux

package modeltest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	randomWeights = "artifacts/models/random-q4km.gguf"
	speedThreads  = 2
	speedRounds   = 5
)

// TestRandomWeights makes, once, the model that speed is measured with: the
// shapes of TinyLlama, random weights, quantised to Q4_K_M by the runtime.
func TestRandomWeights(t *testing.T) {
	if _, err := os.Stat(tools(randomWeights)); err == nil {
		return
	}
	like := tools("artifacts/models/tinyllama.gguf")
	if _, err := os.Stat(like); err != nil {
		t.Skip("SKIPPED: there is no tinyllama.gguf: `build/model.sh fetch` brings it")
	}
	store := temporaryStore(t)
	wide := filepath.Join(store, "random-f16.gguf")
	if err := writeRandomWeights(like, wide); err != nil {
		t.Fatal(err)
	}
	serve(t, ".", store).create(t, "random", wide, "q4_K_M")
	if err := os.Rename(modelOf(t, store, "random"), tools(randomWeights)); err != nil {
		t.Fatal(err)
	}
}

// temporaryStore is a folder on the disk of the models, which the system's own
// temporary folder may be too small for.
func temporaryStore(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp(tools("artifacts/models"), "store")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	whole, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// modelOf finds the file of the weights of a model in Ollama's store.
func modelOf(t testing.TB, store, name string) string {
	t.Helper()
	written, err := os.ReadFile(filepath.Join(store, "manifests/registry.ollama.ai/library", name, "latest"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct {
		Layers []struct{ MediaType, Digest string }
	}
	if err := json.Unmarshal(written, &manifest); err != nil {
		t.Fatal(err)
	}
	for _, layer := range manifest.Layers {
		if layer.MediaType == "application/vnd.ollama.image.model" {
			return filepath.Join(store, "blobs", strings.ReplaceAll(layer.Digest, ":", "-"))
		}
	}
	t.Fatalf("%s has no weights", name)
	return ""
}

func digestOf(t testing.TB, file string) string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		t.Fatal(err)
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil))
}

// BenchmarkSpeed measures our runtime beside the same server with the variants
// that Ollama ships, beside the same server with none, and beside
// node-llama-cpp: one file, the same threads, in turns. Goals: reading 1.6 times
// the shipped variants, 0.95 of node-llama-cpp, 10 times none; generating no
// slower than either.
func BenchmarkSpeed(b *testing.B) {
	all, plain := contenders(b)
	for _, words := range []int{160, 600} {
		b.Run(fmt.Sprintf("%d-words", words), func(b *testing.B) {
			for b.Loop() {
				race(b, all, words)
			}
		})
	}
	b.Run("none", func(b *testing.B) {
		for b.Loop() {
			against(b, all[0], plain)
		}
	})
}

// contenders loads the model into all of them; the first is ours.
func contenders(b *testing.B) (all []contender, plain contender) {
	b.Helper()
	file, err := filepath.Abs(tools(randomWeights))
	if err != nil {
		b.Fatal(err)
	}
	for _, needed := range []string{file, tools("lib/ollama"), tools("artifacts/stock/lib/ollama"), tools("artifacts/plain/bin/ollama")} {
		if _, err := os.Stat(needed); err != nil {
			b.Skipf("SKIPPED: there is no %s: `make bench-model` makes it", filepath.Base(needed))
		}
	}
	store := temporaryStore(b)
	first := serve(b, ".", store, ourSettings...)
	first.create(b, "random", file, "")
	all = []contender{first.contend("ours", "random", ourOptions),
		serve(b, "artifacts/stock", store).contend("stock", "random", map[string]any{})}
	if anchor, err := startAnchor(b, file); err == nil {
		all = append(all, anchor)
	} else {
		b.Log("SKIPPED: node-llama-cpp: ", err)
	}
	return all, serve(b, "artifacts/plain", store).contend("plain", "random", map[string]any{})
}

// What the application sets beyond Ollama's own defaults; the decision on the
// runtime (docs/decisions/0009-runtime.md) says what each gives.
var (
	ourSettings = []string{"OLLAMA_FLASH_ATTENTION=0"}
	ourOptions  = map[string]any{"num_batch": 128}
)

// race gives every contender the same prompts in turns, and reports the medians
// and those of the ratios within a round, which a busy minute spoils less.
func race(b *testing.B, all []contender, words int) {
	b.Helper()
	reading, speaking := map[string][]float64{}, map[string][]float64{}
	for _, c := range all {
		measured(b, c, 20, 0) // loads the model
	}
	for round := range speedRounds {
		for _, c := range all {
			s := measured(b, c, words, round+1)
			reading[c.name] = append(reading[c.name], s.reading)
			speaking[c.name] = append(speaking[c.name], s.speaking)
			b.ReportMetric(float64(s.tokens), "prompt-tokens")
		}
	}
	for _, c := range all {
		b.ReportMetric(median(reading[c.name]), c.name+"-read/s")
		b.ReportMetric(median(speaking[c.name]), c.name+"-generated/s")
		if c.name != "ours" {
			b.ReportMetric(median(ratios(reading["ours"], reading[c.name])), "read-of-"+c.name)
			b.ReportMetric(median(ratios(speaking["ours"], speaking[c.name])), "generated-of-"+c.name)
		}
	}
}

// against measures the server without variants, once and on a short prompt: it
// is that slow.
func against(b *testing.B, ours, plain contender) {
	b.Helper()
	measured(b, plain, 1, 0) // loads the model
	o, p := measured(b, ours, 40, 1), measured(b, plain, 40, 1)
	b.ReportMetric(p.reading, "plain-read/s")
	b.ReportMetric(p.speaking, "plain-generated/s")
	b.ReportMetric(o.reading/p.reading, "read-of-plain")
	b.ReportMetric(o.speaking/p.speaking, "generated-of-plain")
}

func measured(b *testing.B, c contender, words, seed int) speed {
	b.Helper()
	s, err := c.measure(chatter(words, seed), 24)
	if err != nil {
		b.Fatalf("%s: %v", c.name, err)
	}
	return s
}

// chatter differs from seed to seed from its first word on, so that no cache of
// a former prompt helps.
func chatter(words, seed int) string {
	known := strings.Fields("bonjour le service dossier demande agent réponse guichet attente papier carte maison retard merci rendez vous mairie impôt école")
	source := rand.New(rand.NewPCG(uint64(seed), uint64(words)))
	said := []string{fmt.Sprint(seed*1000 + words)}
	for range words {
		said = append(said, known[source.IntN(len(known))])
	}
	return strings.Join(said, " ")
}

func ratios(ours, theirs []float64) []float64 {
	all := make([]float64, len(ours))
	for i := range ours {
		all[i] = ours[i] / theirs[i]
	}
	return all
}

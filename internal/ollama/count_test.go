package ollama

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ecritoire/internal/ollama/gguf"

	"github.com/ollama/ollama/fs/ggml"
)

// alphabet is a vocabulary of single bytes and some joined ones, of the kind
// and with the split given.
func alphabet(kind, pre string) ggml.KV {
	tokens, kinds, scores := []string{}, []int32{}, []float32{}
	add := func(token string, kind int32, score float32) {
		tokens, kinds, scores = append(tokens, token), append(kinds, kind), append(scores, score)
	}
	for b := range 256 {
		add(fmt.Sprintf("<0x%02X>", b), 6, 0)
	}
	for r := '!'; r < 'ſ'; r++ {
		add(string(r), 1, -100)
	}
	for i, joined := range []string{"▁", "le", "▁le", "Ġle", "12", "123"} {
		add(joined, 1, float32(-i))
	}
	add("<|im_start|>", 3, 0)
	return ggml.KV{"general.architecture": "llama", "tokenizer.ggml.model": kind, "tokenizer.ggml.pre": pre, "tokenizer.ggml.tokens": tokens,
		"tokenizer.ggml.token_type": kinds, "tokenizer.ggml.scores": scores, "tokenizer.ggml.merges": []string{"l e", "Ġ le", "1 2", "12 3"}}
}

// withVocabulary writes a model of this vocabulary into a fresh library.
func withVocabulary(t *testing.T, keys ggml.KV) *Library {
	t.Helper()
	l := NewLibrary(LibraryConfig{Dir: t.TempDir()})
	for _, dir := range []string{l.blobs(), l.listed()} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Create(filepath.Join(t.TempDir(), "model.gguf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(ggml.WriteGGUF(f, keys, []*ggml.Tensor{{Name: "a", Shape: []uint64{1}, WriterTo: strings.NewReader("1234")}}), f.Close()); err != nil {
		t.Fatal(err)
	}
	hash := hashOf(t, f.Name())
	if err := os.Rename(f.Name(), filepath.Join(l.blobs(), "sha256-"+hash)); err != nil {
		t.Fatal(err)
	}
	entry := fmt.Sprintf(`{"name":"essai","file_sha256":%q}`, hash)
	if err := os.WriteFile(l.entry("essai"), []byte(entry), 0o600); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCounter(t *testing.T) {
	for name, c := range map[string]struct {
		kind, pre, text string
		want            int
	}{
		"sentencepiece":          {"llama", "", "le le", 2},
		"bytes of sentencepiece": {"llama", "", "x😀", 5},
		"a role’s token":         {"llama", "", "<|im_start|>le", 2},
		"pairs":                  {"gpt2", "llama-bpe", "le le", 2},
		"digits by three":        {"gpt2", "llama-bpe", "123", 1},
		"digits one by one":      {"gpt2", "qwen2", "123", 3},
		"digits of tekken":       {"gpt2", "tekken", "123", 3},
		"digits of gpt-4o":       {"gpt2", "gpt-4o", "123", 1},
		"digits of GPT-2":        {"gpt2", "default", "123", 1},
		"an unknown split":       {"gpt2", "sans-nom", "123", 1},
		"nothing":                {"gpt2", "tekken", "", 0},
	} {
		count, err := withVocabulary(t, alphabet(c.kind, c.pre)).Counter(t.Context(), "essai:latest")
		if err != nil || count == nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := count(c.text); got != c.want {
			t.Errorf("%s: %d tokens, want %d", name, got, c.want)
		}
	}
}

func TestAVocabularyThatCannotBeReadIsEstimated(t *testing.T) {
	for name, change := range map[string]func(ggml.KV){
		"an unknown kind": func(k ggml.KV) { k["tokenizer.ggml.model"] = "rwkv" },
		"no vocabulary":   func(k ggml.KV) { delete(k, "tokenizer.ggml.tokens") },
		"three tokens":    func(k ggml.KV) { k["tokenizer.ggml.tokens"] = []string{"a", "b", "c"} },
		"kinds missing":   func(k ggml.KV) { k["tokenizer.ggml.token_type"] = []int32{1} },
		"scores missing":  func(k ggml.KV) { k["tokenizer.ggml.scores"] = []float32{1} },
	} {
		keys := alphabet("llama", "")
		change(keys)
		l := withVocabulary(t, keys)
		for range 2 {
			if count, err := l.Counter(t.Context(), "essai"); err != nil || count != nil {
				t.Errorf("%s: counted, or %v", name, err)
			}
		}
	}
}

func TestCounterRefuses(t *testing.T) {
	l := withVocabulary(t, alphabet("llama", ""))
	if _, err := l.Counter(t.Context(), "absent"); !errors.Is(err, ErrNoModel) {
		t.Errorf("an absent model: %v", err)
	}
	files, err := filepath.Glob(filepath.Join(l.blobs(), "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	if err := os.Truncate(files[0], 100); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Counter(t.Context(), "essai"); !errors.Is(err, ErrModelStore) || !errors.Is(err, gguf.ErrCut) {
		t.Errorf("a cut file: %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := withVocabulary(t, alphabet("llama", "x")).Counter(stopped, "essai"); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if count, err := NewLibrary(LibraryConfig{}).Counter(t.Context(), "mistral"); count != nil || err != nil {
		t.Errorf("a server that is not ours: %v", err)
	}
}

// TestCounterKeepsWhatItRead: the second call needs no file.
func TestCounterKeepsWhatItRead(t *testing.T) {
	l := withVocabulary(t, alphabet("gpt2", "tekken"))
	if _, err := l.Counter(t.Context(), "essai"); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(l.blobs()); err != nil {
		t.Fatal(err)
	}
	if count, err := l.Counter(t.Context(), "essai"); err != nil || count("le") != 1 {
		t.Error(err)
	}
}

func hashOf(t testing.TB, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

//go:build model && linux

package ollama

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCounterOnARealVocabulary is TestCounterAgainstTheServer on TinyLlama:
// 32,000 tokens of sentencepiece.
func TestCounterOnARealVocabulary(t *testing.T) {
	file := filepath.Join("..", "..", "artifacts", "models", "tinyllama.gguf")
	if _, err := os.Stat(file); err != nil {
		t.Skipf("SKIPPED: there is no %s: `make test-model` fetches it", filepath.Base(file))
	}
	// Package prompt keeps 40 free for it.
	if around := countsAsTheServer(t, realLibrary(t), file); around < 0 || around > 40 {
		t.Errorf("the chat adds %d tokens", around)
	}
}

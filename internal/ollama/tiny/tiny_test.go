package tiny

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ollama/ollama/fs/ggml"
)

// That the server loads the models and writes Reply is tested in
// internal/ollama, on the real one.
func TestFilesReadBack(t *testing.T) {
	for name, write := range map[string]func(string) error{"tiny": Write, "slow": WriteSlow} {
		path := filepath.Join(t.TempDir(), name)
		if err := write(path); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		model, err := ggml.Decode(f, -1)
		if err != nil {
			t.Fatal(err)
		}
		info, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() != model.Length {
			t.Errorf("%s: %d bytes, its header says %d", name, info.Size(), model.Length)
		}
		tokens := model.KV().Strings("tokenizer.ggml.tokens")
		if n := len(model.Tensors().Items("output.")); n != 1 || model.KV().Architecture() != "llama" {
			t.Errorf("%s: %d output matrices", name, n)
		}
		if text := strings.ReplaceAll(strings.Join(tokens, ""), "▁", " "); !strings.HasSuffix(text, " "+Reply) {
			t.Errorf("%s: the vocabulary does not end on the reply", name)
		}
		slices.Sort(tokens)
		if distinct := slices.Compact(slices.Clone(tokens)); len(distinct) != len(tokens) {
			t.Errorf("%s: tokens stand twice", name)
		}
	}
}

func TestAnotherFileIsNotOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(path, []byte("taken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
}

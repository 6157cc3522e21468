package ollama

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"unicode/utf8"

	"ecritoire/internal/ollama/gguf"
	"ecritoire/internal/review"

	"github.com/ollama/ollama/fs/ggml"
)

// Counter gives what counts the tokens of a text as the model would, with the
// vocabulary of its own file; the tokens of the chat's template are not in it.
// It is nil where that vocabulary is of a kind not read here, which the log
// says, or where the server is not ours: tokens must then be estimated. The
// error is ErrNoModel or ErrModelStore. The first call for a model reads some
// megabytes; the vocabulary read last is kept.
func (l *Library) Counter(ctx context.Context, name string) (func(text string) int, error) {
	if l.config.Dir == "" {
		return nil, nil
	}
	m, err := l.find(name)
	if err != nil {
		return nil, err
	}
	select {
	case last := <-lastCounter:
		if last.hash != m.FileHash {
			last, err = l.newCounter(ctx, m)
		}
		lastCounter <- last
		return last.count, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// counter belongs to a file by its content, so it never goes out of date.
type counter struct {
	hash  string // SHA-256 of the model's file
	count func(text string) int
}

// lastCounter holds the one counter that is kept: vocabularies take up to
// 100 MB, and a desk writes with one model at a time.
var lastCounter = make(chan counter, 1)

func init() { lastCounter <- counter{} }

func (l *Library) newCounter(ctx context.Context, m review.Model) (counter, error) {
	keys, err := keysOf(filepath.Join(l.blobs(), "sha256-"+m.FileHash))
	if err != nil {
		return counter{}, ErrModelStore.With(err)
	}
	if ctx.Err() != nil {
		return counter{}, ctx.Err()
	}
	t := tokenizerOf(keys)
	if t == nil {
		slog.Warn("tokens are estimated: the model’s vocabulary cannot be read", "kind", plain(keys.String("tokenizer.ggml.model"), 30))
		return counter{hash: m.FileHash}, nil
	}
	return counter{m.FileHash, func(text string) int {
		ids, err := t.Encode(text, false)
		if err != nil {
			return utf8.RuneCountInString(text) // more than there can be, rather than fewer
		}
		return len(ids)
	}}, nil
}

// keysOf reads the head of a model's file, lists included. It is read within
// bounds first: Ollama's own reader believes the numbers that it finds.
func keysOf(path string) (ggml.KV, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if _, err := gguf.Read(f, info.Size()); err != nil {
		return nil, err
	}
	read, err := ggml.Decode(f, -1)
	if err != nil {
		return nil, err
	}
	return read.KV(), nil
}

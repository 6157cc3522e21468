package ollama

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"ecritoire/internal/ollama/gguf"
)

// TestMemoryNeeded: the tiny model needs its weights, a cache for 8,192 tokens
// and room to compute, and not many times that.
func TestMemoryNeeded(t *testing.T) {
	path := tinyFile(t)
	s, err := openSource(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.file.Close()
	// Two layers of keys and values, 64 numbers of two bytes each.
	cache := int64(8192 * 2 * 2 * 64 * 2)
	if got := memoryNeeded(path, s.header); got < s.size+cache || got > 64*megabyte {
		t.Errorf("needs %d bytes: weights %d, cache %d", got, s.size, cache)
	}
}

// FuzzMemoryNeeded: the library that estimates is only shown files that our
// reader let through. None of them may crash us or take memory for a number
// that it claims.
func FuzzMemoryNeeded(f *testing.F) {
	f.Add(sound().head(), int64(256))
	f.Add(with(func(s *skeleton) { s.numbers = map[string]uint32{"llama.block_count": 4_000_000_000} }).head(), int64(256))
	f.Add(with(func(s *skeleton) { s.numbers = map[string]uint32{"split.tensors.count": 4_000_000_000} }).head(), int64(256))
	f.Add(with(func(s *skeleton) { s.texts = map[string]string{"llama.attention.head_count": "many"} }).head(), int64(256))
	f.Add(with(func(s *skeleton) {
		s.numbers = map[string]uint32{"llama.attention.head_count": 1 << 31, "llama.embedding_length": 1<<32 - 1}
	}).head(), int64(256))
	f.Add(with(func(s *skeleton) { s.architecture = "gemma3" }).head(), int64(256))
	if raw, err := os.ReadFile(tinyFile(f)); err == nil {
		f.Add(raw, int64(0))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, head []byte, data int64) {
		if data < 0 || data > 1<<20 {
			return
		}
		file := append(bytes.Clone(head), make([]byte, data)...)
		h, err := gguf.Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			return
		}
		path := filepath.Join(dir, "m.gguf")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		memoryNeeded(path, h)
		runtime.ReadMemStats(&after)
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 64*megabyte+256*uint64(len(file)) {
			t.Errorf("%d bytes of memory for a file of %d", taken, len(file))
		}
	})
}

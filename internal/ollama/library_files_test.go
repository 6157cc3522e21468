package ollama

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"ecritoire/internal/ollama/tiny"
)

// tinyFile is a real, small model in a folder of its own.
func tinyFile(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tiny.gguf")
	if err := tiny.Write(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// skeleton is a file whose head is sound and which no server can run: one
// tensor, no vocabulary.
type skeleton struct {
	architecture, template string
	texts                  map[string]string
	numbers                map[string]uint32
	elements               uint64
}

func sound() skeleton {
	return skeleton{architecture: "llama", template: "{{ '<|im_start|>' }}", elements: 64}
}

func with(change func(*skeleton)) skeleton {
	s := sound()
	change(&s)
	return s
}

func (s skeleton) head() []byte {
	var out bytes.Buffer
	put := func(v any) { _ = binary.Write(&out, binary.LittleEndian, v) }
	text := func(v string) { put(uint64(len(v))); out.WriteString(v) }
	texts := map[string]string{"general.architecture": s.architecture, "tokenizer.chat_template": s.template}
	for k, v := range s.texts {
		texts[k] = v
	}
	numbers := map[string]uint32{s.architecture + ".block_count": 1, s.architecture + ".context_length": 2048}
	for k, v := range s.numbers {
		numbers[k] = v
	}
	out.WriteString("GGUF")
	put(uint32(3))
	put([]uint64{1, uint64(len(texts) + len(numbers))})
	for k, v := range texts {
		text(k)
		put(uint32(8))
		text(v)
	}
	for k, v := range numbers {
		text(k)
		put([]uint32{4, v}) // of type uint32
	}
	text("token_embd.weight")
	put(uint32(1))
	put([]uint64{s.elements})
	put(uint32(0)) // F32
	put(uint64(0))
	out.Write(make([]byte, (32-out.Len()%32)%32))
	return out.Bytes()
}

// file writes the skeleton with its tensor as a hole: it takes no disk.
func (s skeleton) file(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	head := s.head()
	if err := os.WriteFile(path, head, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, int64(len(head))+4*int64(s.elements)); err != nil {
		t.Fatal(err)
	}
	return path
}

func names(t testing.TB, folder string) []string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	all := []string{}
	for _, f := range files {
		all = append(all, f.Name())
	}
	return all
}

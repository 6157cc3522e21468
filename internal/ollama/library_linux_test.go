package ollama

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// realLibrary is the library of a fresh profile, with the bundled server.
func realLibrary(t *testing.T) *Library {
	t.Helper()
	r := opened(t, time.Minute)
	return NewLibrary(LibraryConfig{Dir: r.config.Dir, Start: r.Start})
}

// stick is a folder on another file system, from which nothing can be shared.
func stick(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "stick")
	if err != nil {
		t.Skipf("SKIPPED: no second file system (/dev/shm): copies from a stick were not tested")
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// served gives the names that the server itself lists.
func served(t *testing.T, l *Library) []string {
	t.Helper()
	client, err := l.client(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all, err := client.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, m := range all.Models {
		names = append(names, m.Name)
	}
	return names
}

// listedOnly checks that the library lists exactly these, all of them whole.
func listedOnly(t *testing.T, l *Library, want ...string) []review.Model {
	t.Helper()
	all, err := l.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, m := range all {
		got = append(got, m.Name)
		if hashOf(t, filepath.Join(l.blobs(), "sha256-"+m.FileHash)) != m.FileHash || hashOf(t, l.manifest(m.Name)) != m.Hash {
			t.Errorf("%s is listed but not whole", m.Name)
		}
	}
	if !slices.Equal(got, want) && len(got)+len(want) > 0 {
		t.Fatalf("listed %v, want %v", got, want)
	}
	return all
}

func nothingLeft(t *testing.T, l *Library) {
	t.Helper()
	if blobs, listed := names(t, l.blobs()), names(t, l.listed()); len(blobs)+len(listed) > 0 {
		t.Errorf("left on the disk: %v %v", blobs, listed)
	}
}

func TestImportAndRemove(t *testing.T) {
	l := realLibrary(t)
	path := tinyFile(t)
	steps := []string{}
	m, err := l.Import(t.Context(), path, "", func(p review.Progress) {
		if !slices.Contains(steps, p.Step) {
			steps = append(steps, p.Step)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if m.Name != "tiny" || m.FileHash != hashOf(t, path) || m.Bytes != info.Size() || m.Architecture != "llama" ||
		m.Quantisation != "F32" || m.Context != 32768 || m.Licence != "mit" || m.Memory <= m.Bytes || m.Parameters == 0 || m.ImportedAt.IsZero() {
		t.Errorf("imported %+v", m)
	}
	if want := []string{"hash", "register", "try"}; !slices.Equal(steps, want) {
		t.Errorf("steps %v, want %v", steps, want)
	}
	if links := info.Sys().(*syscall.Stat_t).Nlink; links != 2 {
		t.Errorf("%d names of one file: it was copied on the same disk", links)
	}
	listedOnly(t, l, m.Name)
	if got := served(t, l); !slices.Equal(got, []string{m.Name + ":latest"}) {
		t.Errorf("the server lists %v", got)
	}
	writesReply(t, l, m.Name)
	if err := l.Remove(t.Context(), m.Name+":latest"); err != nil {
		t.Fatal(err)
	}
	listedOnly(t, l)
	nothingLeft(t, l)
	if got := served(t, l); len(got) != 0 {
		t.Errorf("the server still lists %v", got)
	}
	if hashOf(t, path) != m.FileHash {
		t.Error("the agent’s own file was touched")
	}
}

// writesReply has the model write as a draft does.
func writesReply(t *testing.T, l *Library, name string) {
	t.Helper()
	client, err := l.client(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	quiet, text := false, ""
	err = client.Chat(t.Context(), &api.ChatRequest{Model: name, Stream: &quiet, KeepAlive: &api.Duration{},
		Messages: []api.Message{{Role: "user", Content: "Bonjour"}}, Options: map[string]any{"temperature": 0, "num_thread": 1}}, // two would wait for each other on a busy machine
		func(c api.ChatResponse) error { text += c.Message.Content; return nil })
	if err != nil || text != " "+tiny.Reply {
		t.Errorf("wrote %q, %v", text, err)
	}
}

// TestTwoNamesOfOneFile: the second takes no more disk, and outlives the first.
func TestTwoNamesOfOneFile(t *testing.T) {
	l := realLibrary(t)
	path := tinyFile(t)
	if _, err := l.Import(t.Context(), path, "un", nil); err != nil {
		t.Fatal(err)
	}
	before := len(names(t, l.blobs()))
	if _, err := l.Import(t.Context(), path, "deux", nil); err != nil {
		t.Fatal(err)
	}
	if after := len(names(t, l.blobs())); after != before {
		t.Errorf("%d blobs became %d", before, after)
	}
	if _, err := l.Import(t.Context(), path, "Deux", nil); !errors.Is(err, ErrModelTaken) {
		t.Errorf("the same name again: %v", err)
	}
	listedOnly(t, l, "deux", "un")
	if err := l.Remove(t.Context(), "un"); err != nil {
		t.Fatal(err)
	}
	listedOnly(t, l, "deux")
	writesReply(t, l, "deux")
	if err := l.Remove(t.Context(), "un"); !errors.Is(err, ErrNoModel) {
		t.Errorf("removed twice: %v", err)
	}
}

// TestAModelThatCannotWriteIsNotKept: a sound head, but nothing that a server
// could run.
func TestAModelThatCannotWriteIsNotKept(t *testing.T) {
	l := realLibrary(t)
	if _, err := l.Import(t.Context(), sound().file(t, "m.gguf"), "", nil); !errors.Is(err, ErrModelTrial) {
		t.Errorf("got %v", err)
	}
	listedOnly(t, l)
	nothingLeft(t, l)
	if got := served(t, l); len(got) != 0 {
		t.Errorf("the server lists %v", got)
	}
}

func TestABench(t *testing.T) {
	l := realLibrary(t)
	m, err := l.Import(t.Context(), tinyFile(t), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	p, err := l.Bench(t.Context(), m.Name, nil)
	took := time.Since(begun).Seconds()
	if err != nil {
		t.Fatal(err)
	}
	if p.Model != m.Name || p.Hash != m.Hash || p.MeasuredAt.IsZero() {
		t.Errorf("measured %+v", p)
	}
	// Three prompts were read and the model loaded within the time that we saw.
	read := 3 * float64(p.PromptTokens) / p.PromptPerSecond
	if p.Load <= 0 || p.PromptTokens < 250 || p.FirstToken <= 0 || p.TokensPerSecond <= 0 || p.Load+0.5*read > took {
		t.Errorf("impossible within %.2f s: %+v", took, p)
	}
	if p.FirstToken < 0.5*float64(p.PromptTokens)/p.PromptPerSecond {
		t.Errorf("the first token came before the prompt was read: %+v", p)
	}
	// The same server, as if it were somebody else's.
	foreign := NewLibrary(LibraryConfig{Start: l.config.Start})
	if theirs, err := foreign.Bench(t.Context(), m.Name, nil); err != nil || theirs.Hash != m.Hash || theirs.TokensPerSecond <= 0 {
		t.Errorf("measured there: %+v, %v", theirs, err)
	}
	for _, l := range []*Library{l, foreign} {
		if _, err := l.Bench(t.Context(), "absent", nil); !errors.Is(err, ErrNoModel) {
			t.Errorf("got %v", err)
		}
	}
}

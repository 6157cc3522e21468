package ollama

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/review"
)

// The weights are random, so that nearness means nothing here: what holds is
// that the real server gives a vector for each text, the same for the same.
func TestEmbedByTheRealServer(t *testing.T) {
	noLeak(t)
	r := opened(t, time.Minute)
	holds(t, r, "tiny", tiny.Write)
	w := on(t, r, "tiny", 20)
	got, err := w.Embed(t.Context(), "tiny", []string{"La carte grise", "Le passeport", "La carte grise"})
	if err != nil || len(got) != 3 || len(got[0]) == 0 {
		t.Fatalf("%d vectors, %v", len(got), err)
	}
	if !slices.Equal(got[0], got[2]) || slices.Equal(got[0], got[1]) {
		t.Error("the same text must give the same vector, and another another")
	}
	if _, err := w.Embed(t.Context(), "absent", []string{"a"}); review.Describe(err).Code != ErrNoModel.Code {
		t.Errorf("an absent model: %v", err)
	}
}

// A model that gives vectors is imported as such, from a file like any other.
func TestAnEmbeddingModelIsImported(t *testing.T) {
	l := realLibrary(t)
	file := filepath.Join(t.TempDir(), "sens.gguf")
	if err := tiny.WriteEmbedding(file); err != nil {
		t.Fatal(err)
	}
	m, err := l.Import(t.Context(), file, "sens", func(review.Progress) {})
	if err != nil || !m.Embeds {
		t.Fatalf("%+v, %v", m, err)
	}
	all, err := l.List(t.Context())
	if err != nil || len(all) != 1 || !all[0].Embeds {
		t.Fatalf("%+v, %v", all, err)
	}
}

func TestAnEmbeddingModelIsNotAskedToWrite(t *testing.T) {
	noLeak(t)
	r := opened(t, time.Minute)
	holds(t, r, "sens", tiny.WriteEmbedding)
	_, err := on(t, r, "sens", 20).Write(t.Context(), assignment, func(string) {})
	if review.Describe(err).Code != ErrMute.Code {
		t.Error(err)
	}
}

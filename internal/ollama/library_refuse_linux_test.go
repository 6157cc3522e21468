package ollama

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ecritoire/internal/review"
)

// unstartable is a library whose server must not be asked for.
func unstartable(t *testing.T) *Library {
	t.Helper()
	return NewLibrary(LibraryConfig{Dir: t.TempDir(), Start: func(context.Context) (string, error) {
		t.Error("the server was started for a file that must be refused before")
		return "", ErrNoServer
	}})
}

func fifo(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pipe.gguf")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func link(t *testing.T, to string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "link.gguf")
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
	return path
}

func cut(t *testing.T) string {
	t.Helper()
	path := tinyFile(t)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, info.Size()-1); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestRefusedBeforeTheFirstByteIsCopied: whatever can be known from the head
// is known before anything is copied and any server is asked.
func TestRefusedBeforeTheFirstByteIsCopied(t *testing.T) {
	notes := filepath.Join(t.TempDir(), "notes.gguf")
	if err := os.WriteFile(notes, []byte("Ce n’est pas un modèle."), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path string
		want *review.Error
	}{
		"no file":                 {filepath.Join(t.TempDir(), "none.gguf"), ErrModelPath},
		"a folder":                {t.TempDir(), ErrModelPath},
		"a device":                {"/dev/zero", ErrModelPath},
		"a pipe":                  {fifo(t), ErrModelPath},
		"a link":                  {link(t, tinyFile(t)), ErrModelPath},
		"another kind of file":    {notes, ErrModelFormat},
		"a cut file":              {cut(t), ErrModelCut},
		"a lying file":            {with(func(s *skeleton) { s.numbers = map[string]uint32{"general.alignment": 0} }).file(t, "m.gguf"), ErrModelMalformed},
		"an unknown architecture": {with(func(s *skeleton) { s.architecture = "llama9" }).file(t, "m.gguf"), ErrModelArchitecture},
		"a part of a model":       {with(func(s *skeleton) { s.architecture = "clip" }).file(t, "m.gguf"), ErrModelKind},
		"an adapter":              {with(func(s *skeleton) { s.texts = map[string]string{"general.type": "adapter"} }).file(t, "m.gguf"), ErrModelKind},
		"a part by its head":      {with(func(s *skeleton) { s.numbers = map[string]uint32{"split.count": 2} }).file(t, "m.gguf"), ErrModelSplit},
		"a part by its name":      {sound().file(t, "m-00001-of-00002.gguf"), ErrModelSplit},
		"no chat template":        {with(func(s *skeleton) { s.template = "" }).file(t, "m.gguf"), ErrModelTemplate},
		"an unknown template":     {with(func(s *skeleton) { s.template = strings.Repeat("{{ x }}", 100) }).file(t, "m.gguf"), ErrModelTemplate},
		"more than the memory":    {with(func(s *skeleton) { s.elements = 1 << 38 }).file(t, "m.gguf"), ErrModelMemory},
	} {
		l := unstartable(t)
		if _, err := l.Import(t.Context(), c.path, "", nil); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want.Code)
		}
		if left := names(t, l.config.Dir); len(left) != 0 {
			t.Errorf("%s: left %v", name, left)
		}
	}
}

func TestANameThatCannotServe(t *testing.T) {
	if _, err := unstartable(t).Import(t.Context(), tinyFile(t), "///", nil); !errors.Is(err, ErrModelName) {
		t.Errorf("got %v", err)
	}
}

func TestNoRoom(t *testing.T) {
	if err := enoughSpace(t.TempDir(), 1<<60); !errors.Is(err, ErrModelSpace) {
		t.Errorf("got %v", err)
	}
	if err := enoughSpace(t.TempDir(), -spare); err != nil {
		t.Errorf("nothing needed, yet %v", err)
	}
}

func TestNoWordOfTheFileIsShown(t *testing.T) {
	evil := "llama\x1b[2J\u202e" + strings.Repeat("x", 500)
	err := func() error {
		_, err := unstartable(t).Import(t.Context(), with(func(s *skeleton) { s.architecture = evil }).file(t, "m.gguf"), "", nil)
		return err
	}()
	said := review.Describe(err).Message.FR
	if !errors.Is(err, ErrModelArchitecture) || strings.ContainsAny(said, "\x1b\u202e") || len(said) > 200 {
		t.Errorf("said %q", said)
	}
}

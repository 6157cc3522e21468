package ollama

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/review"
)

// fromStick is the tiny model on another file system, and a library that syncs
// often, so that a small copy has many stretches.
func fromStick(t *testing.T, l *Library) (path string) {
	t.Helper()
	path = filepath.Join(stick(t), "tiny.gguf")
	if err := tiny.Write(path); err != nil {
		t.Fatal(err)
	}
	l.sync = 64 << 10
	return path
}

// stopAt gives a progress that ends the context at a step, once so much is done.
func stopAt(cancel context.CancelFunc, step string, done int64) func(review.Progress) {
	return func(p review.Progress) {
		if p.Step == step && p.Done >= done {
			cancel()
		}
	}
}

func partOf(t *testing.T, l *Library) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(l.blobs(), passing+"*"+partial))
	if err != nil || len(found) != 1 {
		t.Fatalf("partial copies: %v, %v", found, err)
	}
	return found[0]
}

// stoppedCopy leaves what a copy has written that was stopped after so many
// bytes.
func stoppedCopy(t *testing.T, l *Library, path string, after int64) {
	t.Helper()
	s, err := openSource(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.file.Close()
	key, err := s.key()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(l.blobs(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(l.blobs(), passing+key+partial), raw[:after], 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestACopyGoesOnWhereItStopped: at every stretch and in between, the second
// import takes up the first one’s copy and ends with the very file.
func TestACopyGoesOnWhereItStopped(t *testing.T) {
	l := unstartable(t)
	path := fromStick(t, l)
	want := hashOf(t, path)
	for _, after := range []int64{0, 1, l.sync - 1, l.sync, l.sync + 1, 3 * l.sync, 500_000} {
		stoppedCopy(t, l, path, after)
		lost := max(0, after-1) % l.sync // of a stretch that may not be on the disk
		if fresh := bytesCopied(t, l, path); fresh > size(t, path)-after+lost+1 {
			t.Errorf("stopped after %d: copied %d bytes anew", after, fresh)
		}
		if got := hashOf(t, filepath.Join(l.blobs(), "sha256-"+want)); got != want {
			t.Errorf("stopped after %d: the copy is not the file", after)
		}
		if err := l.prune(); err != nil {
			t.Fatal(err)
		}
	}
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// bytesCopied ends a copy and says how many bytes were written anew.
func bytesCopied(t *testing.T, l *Library, path string) int64 {
	t.Helper()
	s, err := openSource(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.file.Close()
	part, err := os.OpenFile(partOf(t, l), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	held, err := l.held(s, part)
	if err := closing(part, err); err != nil {
		t.Fatal(err)
	}
	if _, err := l.fetch(t.Context(), s, nil); err != nil {
		t.Fatal(err)
	}
	return s.size - held
}

// TestAnotherFileOnTheStick: same name, size and time, other content: what was
// copied of the first is not mixed into the second.
func TestAnotherFileOnTheStick(t *testing.T) {
	l := unstartable(t)
	path := fromStick(t, l)
	stoppedCopy(t, l, path, 5*l.sync)
	part := partOf(t, l)
	raw, err := os.ReadFile(part)
	if err != nil {
		t.Fatal(err)
	}
	raw[len(raw)/3] ^= 1
	if err := os.WriteFile(part, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if fresh := bytesCopied(t, l, path); fresh != size(t, path) {
		t.Errorf("only %d bytes were copied anew", fresh)
	}
	if want := hashOf(t, path); hashOf(t, filepath.Join(l.blobs(), "sha256-"+want)) != want {
		t.Error("the copy is not the file")
	}
}

// TestAFileThatChangesWhileItIsRead: a download that goes on is refused.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	for _, change := range []func(path string) error{
		func(path string) error { return os.Truncate(path, 200_000) },
		func(path string) error { return os.Truncate(path, 900_000) },
		func(path string) error { return os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)) },
	} {
		l := unstartable(t)
		path := fromStick(t, l)
		once := false
		_, err := l.Import(t.Context(), path, "", func(review.Progress) {
			if !once {
				once = true
				if err := change(path); err != nil {
					t.Error(err)
				}
			}
		})
		if !errors.Is(err, ErrModelChanged) {
			t.Errorf("got %v", err)
		}
		listedOnly(t, l)
	}
}

// TestStoppedByTheAgent: at every step, nothing is half listed; in the copy
// the part is kept, later nothing is.
func TestStoppedByTheAgent(t *testing.T) {
	l := realLibrary(t)
	path := fromStick(t, l)
	for _, c := range []struct {
		step string
		done int64
		part bool
	}{{"copy", 0, true}, {"register", 0, false}, {"register", 1, false}, {"try", 0, false}} {
		ctx, cancel := context.WithCancel(t.Context())
		_, err := l.Import(ctx, path, "arrêté", stopAt(cancel, c.step, c.done))
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", c.step, err)
		}
		listedOnly(t, l)
		if c.part {
			partOf(t, l)
		}
	}
	if _, err := l.Import(t.Context(), path, "arrêté", nil); err != nil {
		t.Fatal(err)
	}
	listedOnly(t, l, "arrete")
}

// TestKilledImport kills a process that imports, at every step, as a power cut
// or the task manager would. Nothing is listed, and what Sweep leaves is
// nothing, or a copy to go on with.
func TestKilledImport(t *testing.T) {
	if os.Getenv("ECRITOIRE_IMPORT_DIR") != "" {
		importingChild(t)
		return
	}
	l := realLibrary(t)
	address, err := l.config.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	path := fromStick(t, l)
	for _, at := range []string{"copy 0", "copy all", "register 0", "register all", "try 0", "try all"} {
		killedAt(t, l, address, path, at)
		listedOnly(t, l)
		if err := l.Sweep(); err != nil {
			t.Fatal(err)
		}
		listedOnly(t, l)
		for _, name := range names(t, l.blobs()) {
			if !strings.HasSuffix(name, partial) {
				t.Errorf("%s: %s is left and belongs to no model", at, name)
			}
		}
	}
	if _, err := l.Import(t.Context(), path, "tué", nil); err != nil {
		t.Fatal(err)
	}
	listedOnly(t, l, "tue")
}

// killedAt starts an import in a process of its own, which stands still at a
// step, and kills it there.
func killedAt(t *testing.T, l *Library, address, path, step string) {
	t.Helper()
	command := exec.Command(os.Args[0], "-test.run=^TestKilledImport$")
	command.Env = append(os.Environ(), "ECRITOIRE_IMPORT_DIR="+l.config.Dir, "ECRITOIRE_IMPORT_FILE="+path,
		"ECRITOIRE_IMPORT_SERVER="+address, "ECRITOIRE_IMPORT_STOP="+step)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	first, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || first != "here\n" {
		t.Errorf("%s: the process said %q, %v", step, first, err)
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait() // it was killed
}

func importingChild(t *testing.T) {
	l := NewLibrary(LibraryConfig{Dir: os.Getenv("ECRITOIRE_IMPORT_DIR"),
		Start: func(context.Context) (string, error) { return os.Getenv("ECRITOIRE_IMPORT_SERVER"), nil }})
	l.sync = 64 << 10
	step, all := strings.CutSuffix(os.Getenv("ECRITOIRE_IMPORT_STOP"), " all")
	step = strings.TrimSuffix(step, " 0")
	_, err := l.Import(t.Context(), os.Getenv("ECRITOIRE_IMPORT_FILE"), "tué", func(p review.Progress) {
		if p.Step == step && (p.Done == p.Total) == all {
			os.Stdout.WriteString("here\n")
			time.Sleep(time.Minute) // until it is killed
		}
	})
	t.Errorf("it was not killed at %s: %v", step, err)
}

// TestSweep: leftovers of every kind, made by hand.
func TestSweep(t *testing.T) {
	l := realLibrary(t)
	m, err := l.Import(t.Context(), tinyFile(t), "gardé", nil)
	if err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-2 * partKept)
	leave := func(path string, at time.Time) string {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
		return path
	}
	fresh := leave(filepath.Join(l.blobs(), passing+"a"+partial), time.Now())
	gone := []string{
		leave(filepath.Join(l.blobs(), passing+"b"+partial), old),
		leave(filepath.Join(l.blobs(), passing+"c"+shared), time.Now()),
		leave(filepath.Join(l.blobs(), "sha256-"+strings.Repeat("0", 64)), time.Now()),
		leave(filepath.Join(l.listed(), ".passing-x"), time.Now()),
		leave(l.manifest("sans-entree"), time.Now()),
		leave(l.entry("sans-modele"), time.Now()),
	}
	if err := l.Sweep(); err != nil {
		t.Fatal(err)
	}
	for _, path := range gone {
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there", filepath.Base(path))
		}
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Error("a copy that could be gone on with was removed")
	}
	listedOnly(t, l, m.Name)
}

// TestSweepKeepsWhatItCannotRead: a file that is damaged now is no reason to
// remove gigabytes for good.
func TestSweepKeepsWhatItCannotRead(t *testing.T) {
	l := unstartable(t)
	if err := os.MkdirAll(l.listed(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(l.blobs(), 0o700); err != nil {
		t.Fatal(err)
	}
	blob := filepath.Join(l.blobs(), "sha256-"+strings.Repeat("1", 64))
	for _, path := range []string{blob, l.entry("illisible")} {
		if err := os.WriteFile(path, []byte("not JSON"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Sweep(); !errors.Is(err, ErrModelStore) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(blob); err != nil {
		t.Error("the model’s file is gone")
	}
}

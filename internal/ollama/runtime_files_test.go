package ollama

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func journalIn(t *testing.T, word string) *journal {
	t.Helper()
	j, err := openJournal(filepath.Join(t.TempDir(), "runtime.log"), word)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func TestTheLogKeepsOnlyMessages(t *testing.T) {
	j := journalIn(t, "word")
	long := strings.Repeat("SECRET ", journalLine)
	for _, part := range []string{"one\nt", "wo\n", long, long + "\nafter\n", "level=DEBUG msg=SECRET\n", "x level=TRACE SECRET\n", "a word here\n", "begun"} {
		if n, err := fmt.Fprint(j, part); n != len(part) || err != nil {
			t.Fatalf("%d, %v", n, err)
		}
	}
	b, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("one\ntwo\n(a line of %d bytes is left out)\nafter\n(a line of 22 bytes is left out)\n(a line of 20 bytes is left out)\na word here\n", 2*len(long))
	if string(b) != want {
		t.Errorf("got %q", b)
	}
	select {
	case <-j.seen:
	default:
		t.Error("the word was not seen")
	}
}

func TestTheLogStaysSmall(t *testing.T) {
	j := journalIn(t, "no such word")
	line := strings.Repeat("x", 4000) + "\n"
	for n := range 6 * journalBytes / len(line) {
		fmt.Fprintf(j, "%d %s", n, line)
	}
	names, err := filepath.Glob(j.path + "*")
	if err != nil || len(names) != 1+journalKeeps {
		t.Fatalf("%v, %v", names, err)
	}
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || info.Size() > journalBytes || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A log whose file cannot be written any more must not stop the server.
func TestAFullDiskDoesNotStopTheServer(t *testing.T) {
	j := journalIn(t, "word")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := fmt.Fprintln(j, "word"); n != 5 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	<-j.seen
}

func TestTheEnvironmentIsBuiltFromNothing(t *testing.T) {
	for _, name := range []string{"OLLAMA_ORIGINS", "OLLAMA_MODELS", "HTTPS_PROXY", "http_proxy", "LD_PRELOAD", "ECRITOIRE_RUNTIME"} {
		t.Setenv(name, "FOREIGN")
	}
	seen := map[string]string{}
	for _, line := range runtimeEnvironment(RuntimeConfig{Dir: "/profile", Keep: -1}, "127.0.0.1:1") {
		name, value, _ := strings.Cut(line, "=")
		if _, twice := seen[name]; twice || strings.Contains(value, "FOREIGN") || strings.Contains(strings.ToLower(name), "proxy") {
			t.Errorf("%s", line)
		}
		seen[name] = value
	}
	for name, want := range map[string]string{"OLLAMA_HOST": "127.0.0.1:1", "OLLAMA_NO_CLOUD": "1", "OLLAMA_DEBUG": "0", "OLLAMA_KEEP_ALIVE": "0s",
		"OLLAMA_REMOTES": "127.0.0.1", "HOME": filepath.Join("/profile", "runtime", "home"), "OLLAMA_MODELS": filepath.Join("/profile", "models")} {
		if seen[name] != want {
			t.Errorf("%s is %q", name, seen[name])
		}
	}
}

func TestFind(t *testing.T) {
	t.Setenv("ECRITOIRE_RUNTIME", "")
	for _, place := range []string{"usr/bin/ollama", "usr/bin/runtime/bin/ollama", "usr/lib/ecritoire/bin/ollama"} {
		root := t.TempDir()
		bin := filepath.Join(root, "usr", "bin")
		if got := findBeside(bin); got != "" {
			t.Errorf("found %s in an empty folder", got)
		}
		want := filepath.Join(root, place)
		if err := os.MkdirAll(filepath.Dir(want), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(bin, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(want, nil, 0o700); err != nil {
			t.Fatal(err)
		}
		if got := findBeside(bin); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		t.Setenv("ECRITOIRE_RUNTIME", want)
		if got := Find(); got != want {
			t.Errorf("by name: %q", got)
		}
		t.Setenv("ECRITOIRE_RUNTIME", want+"-not")
		if got := Find(); got != "" {
			t.Errorf("by a wrong name: %q", got)
		}
	}
}

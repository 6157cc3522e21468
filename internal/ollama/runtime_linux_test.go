package ollama

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"ecritoire/internal/ollama/child"
	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// bundled is the server that is built with the application: the repository's
// bin/ollama, or the one that ECRITOIRE_RUNTIME names.
func bundled(t testing.TB) string {
	t.Helper()
	if found := Find(); found != "" {
		return found
	}
	if found := findBeside(filepath.Join("..", "..", "bin")); found != "" {
		return found
	}
	t.Skip("SKIPPED: no bin/ollama (make runtime builds it), and ECRITOIRE_RUNTIME names none: the real server was not tested")
	return ""
}

// opened is a runtime of a fresh profile, closed at the end of the test, when
// nothing of it may be left.
func opened(t testing.TB, keep time.Duration) *Runtime {
	t.Helper()
	dir := t.TempDir()
	r := NewRuntime(RuntimeConfig{Binary: bundled(t), Dir: dir, Keep: keep})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		noneLeft(t, dir)
	})
	return r
}

// processes lists those in whose environment the profile's folder stands.
func processes(t testing.TB, dir string) []int {
	t.Helper()
	entries, err := os.ReadDir("/proc")
	if err != nil {
		t.Fatal(err)
	}
	found := []int{}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil || pid == os.Getpid() {
			continue
		}
		if b, err := os.ReadFile(filepath.Join("/proc", e.Name(), "environ")); err == nil && strings.Contains(string(b), "OLLAMA_MODELS="+dir+"/") {
			found = append(found, pid)
		}
	}
	return found
}

// children are those of them that we started: a server that looks for processors
// starts a helper for a moment.
func children(t testing.TB, dir string) []int {
	t.Helper()
	return slices.DeleteFunc(processes(t, dir), func(pid int) bool {
		status, _ := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "status")) // one that has ended by now is none
		return !strings.Contains(string(status), fmt.Sprintf("\nPPid:\t%d\n", os.Getpid()))
	})
}

func noneLeft(t testing.TB, dir string) {
	t.Helper()
	deadline := time.Now().Add(3 * time.Second)
	for left := processes(t, dir); len(left) > 0; left = processes(t, dir) {
		if time.Now().After(deadline) {
			t.Errorf("still running: %v", left)
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func starts(t testing.TB, r *Runtime) (address string) {
	t.Helper()
	address, err := r.Start(t.Context())
	if err != nil {
		t.Fatalf("%v, the log ends on:\n%s", err, journalOf(t, r))
	}
	return address
}

func journalOf(t testing.TB, r *Runtime) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(r.config.Dir, "logs", "runtime.log"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return string(b)
}

// holds puts a model into the server's folder through its own door.
func holds(t testing.TB, r *Runtime, name string, write func(string) error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".gguf")
	if err := write(path); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	digest := "sha256:" + hex.EncodeToString(sum.Sum(nil))
	client := clientAt(starts(t, r))
	if err := client.CreateBlob(t.Context(), digest, f); err != nil {
		t.Fatal(err)
	}
	create := &api.CreateRequest{Model: name, Files: map[string]string{name + ".gguf": digest}}
	if err := client.Create(t.Context(), create, func(api.ProgressResponse) error { return nil }); err != nil {
		t.Fatal(err)
	}
}

func on(t testing.TB, r *Runtime, model string, tokens int) *Writer {
	t.Helper()
	w, err := New(Config{Start: r.Start, Model: model, MaxTokens: tokens})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// serving gives the process of the running server.
func serving(t testing.TB, r *Runtime) child.Mark {
	t.Helper()
	s, err := readState(r.config.Dir)
	if err != nil || !s.Alive() {
		t.Fatalf("no server: %+v, %v", s, err)
	}
	return s.Mark
}

func TestTheBundledServerWrites(t *testing.T) {
	noLeak(t)
	t.Setenv("OLLAMA_HOST", "192.0.2.1:1") // a session's own must not reach the server
	t.Setenv("OLLAMA_DEBUG", "2")
	t.Setenv("HTTP_PROXY", "http://192.0.2.1:1")
	r := opened(t, time.Minute)
	holds(t, r, "tiny", tiny.Write)
	w := on(t, r, "tiny", 200)
	for range 2 {
		got, err := w.Write(t.Context(), assignment, func(string) {})
		if err != nil || strings.TrimSpace(got.Body) != tiny.Reply {
			t.Fatalf("got %q, %v", got.Body, err)
		}
		if s := got.Speed; s.PromptTokens < 10 || s.Prompt <= 0 || s.Tokens < 50 || s.TokensPerSecond <= 0 {
			t.Errorf("speed %+v", s)
		}
	}
	said(t, r)
	bound(t, r)
}

// said looks for the review in all that the server shows of itself.
func said(t *testing.T, r *Runtime) {
	t.Helper()
	for _, secret := range []string{"SECRET-DE-L-AVIS", "raconter votre passage"} {
		if strings.Contains(journalOf(t, r), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
	all := processes(t, r.config.Dir)
	if len(all) < 2 {
		t.Errorf("%d processes: the runner is not seen", len(all))
	}
	for _, pid := range all {
		for _, file := range []string{"cmdline", "environ"} {
			b, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), file))
			if err != nil {
				t.Fatal(err)
			}
			for _, never := range []string{"SECRET-DE-L-AVIS", "192.0.2.1", "OLLAMA_DEBUG=2", os.Getenv("HOME") + "\x00"} {
				if strings.Contains(string(b), never) {
					t.Errorf("%s holds %q", file, never)
				}
			}
		}
	}
}

// bound looks at the sockets: every port of ours is on loopback.
func bound(t *testing.T, r *Runtime) {
	t.Helper()
	for _, table := range []string{"/proc/net/tcp", "/proc/net/tcp6"} {
		b, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n")[1:] {
			fields := strings.Fields(line)
			if len(fields) < 10 || !opens(t, r, "socket:["+fields[9]+"]") {
				continue
			}
			host, _, _ := strings.Cut(fields[1], ":")
			if host != "0100007F" && host != "00000000000000000000000001000000" {
				t.Errorf("a socket is bound to %s", fields[1])
			}
		}
	}
}

func opens(t *testing.T, r *Runtime, socket string) bool {
	t.Helper()
	for _, pid := range processes(t, r.config.Dir) {
		fds, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(pid), "fd", "*"))
		for _, fd := range fds {
			if target, err := os.Readlink(fd); err == nil && target == socket {
				return true
			}
		}
	}
	return false
}

func TestConcurrentCallersShareOneStart(t *testing.T) {
	r := opened(t, time.Minute)
	var together sync.WaitGroup
	addresses := make([]string, 8)
	for i := range addresses {
		together.Go(func() { addresses[i], _ = r.Start(t.Context()) })
	}
	together.Wait()
	for _, a := range addresses {
		if a == "" || a != addresses[0] {
			t.Fatalf("addresses %q", addresses)
		}
	}
	if n := len(children(t, r.config.Dir)); n != 1 {
		t.Errorf("%d servers", n)
	}
}

func TestACallerWhoLeavesDoesNotStopTheStart(t *testing.T) {
	r := opened(t, time.Minute)
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := r.Start(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	starts(t, r)
}

func TestDiesInMidStream(t *testing.T) {
	noLeak(t)
	r := opened(t, time.Minute)
	holds(t, r, "slow", tiny.WriteSlow)
	w, first := on(t, r, "slow", 400), serving(t, r)
	kill := sync.OnceFunc(func() {
		if err := first.Kill(); err != nil {
			t.Error(err)
		}
	})
	got, err := w.Write(t.Context(), assignment, func(string) { kill() })
	if !errors.Is(err, ErrStreamCut) || got.Body == "" {
		t.Fatalf("got %q, %v", got.Body, err)
	}
	got, err = on(t, r, "slow", 5).Write(t.Context(), assignment, func(string) {})
	if !errors.Is(err, ErrLength) || got.Body == "" {
		t.Errorf("after it: %q, %v", got.Body, err)
	}
	if serving(t, r) == first {
		t.Error("the state still names the dead server")
	}
}

func TestARunnerThatDiesIsReplaced(t *testing.T) {
	r := opened(t, time.Minute)
	holds(t, r, "slow", tiny.WriteSlow)
	server := serving(t, r)
	kill := sync.OnceFunc(func() {
		for _, pid := range processes(t, r.config.Dir) {
			if m, ok := child.MarkOf(pid); ok && pid != server.PID {
				if err := m.Kill(); err != nil {
					t.Error(err)
				}
			}
		}
	})
	got, err := on(t, r, "slow", 400).Write(t.Context(), assignment, func(string) { kill() })
	if err == nil || errors.Is(err, ErrLength) || got.Body == "" {
		t.Fatalf("got %q, %v", got.Body, err)
	}
	if got, err = on(t, r, "slow", 5).Write(t.Context(), assignment, func(string) {}); !errors.Is(err, ErrLength) || got.Body == "" {
		t.Errorf("after it: %q, %v", got.Body, review.Describe(err).Code)
	}
}

func TestMemoryIsGivenBack(t *testing.T) {
	r := opened(t, time.Second)
	holds(t, r, "slow", tiny.WriteSlow)
	if _, err := on(t, r, "slow", 5).Write(t.Context(), assignment, func(string) {}); !errors.Is(err, ErrLength) {
		t.Fatal(err)
	}
	warm, err := Status(t.Context(), r.config.Dir, r.config.Binary)
	if err != nil || warm.Model != "slow:latest" || warm.WarmFor <= 0 || warm.WarmFor > 1 || warm.Version != RuntimeVersion || !warm.Running || !warm.Present || !warm.Bundled {
		t.Fatalf("%+v, %v", warm, err)
	}
	begun, cold := time.Now(), warm
	for cold.Model != "" || len(processes(t, r.config.Dir)) > 1 {
		if time.Since(begun) > 4*time.Second {
			t.Fatalf("the runner is still there: %+v", cold)
		}
		time.Sleep(20 * time.Millisecond)
		if cold, err = Status(t.Context(), r.config.Dir, r.config.Binary); err != nil {
			t.Fatal(err)
		}
	}
	if cold.WarmFor != 0 || cold.Memory <= 0 || cold.Memory >= warm.Memory-80<<20 {
		t.Errorf("%+v", cold)
	}
	t.Logf("%d MB with the model, %d MB %.1f s after the last draft", warm.Memory>>20, cold.Memory>>20, time.Since(begun).Seconds())
}

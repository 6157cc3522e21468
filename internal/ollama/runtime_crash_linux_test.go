package ollama

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"ecritoire/internal/ollama/child"
	"ecritoire/internal/ollama/tiny"
)

// An application to be killed: this test program, run again with the folder
// of a profile in applicationOf.
const applicationOf = "ECRITOIRE_TEST_APPLICATION"

func init() {
	if dir := os.Getenv(applicationOf); dir != "" {
		os.Exit(application(dir))
	}
}

// application writes without end, saying so at its first word.
func application(dir string) int {
	r := NewRuntime(RuntimeConfig{Binary: os.Getenv("ECRITOIRE_RUNTIME"), Dir: dir, Keep: time.Minute})
	w, err := New(Config{Start: r.Start, Model: "slow", MaxTokens: 5000})
	if err == nil {
		_, err = w.Write(context.Background(), assignment, func(body string) {
			if len(body) < 10 {
				fmt.Println("writing")
			}
		})
	}
	fmt.Println(err)
	return 1
}

// launched runs an application on a profile until it writes.
func launched(t *testing.T, r *Runtime) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), applicationOf+"="+r.config.Dir, "ECRITOIRE_RUNTIME="+r.config.Binary)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	var word string
	if _, err := fmt.Fscan(out, &word); err != nil || word != "writing" {
		t.Fatalf("the application said %q, %v", word, err)
	}
	return cmd
}

func killed(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it says that it was killed
}

// TestAnApplicationThatIsKilledLeavesNothing kills the application while its
// model writes; then once more with its server killed in the same moment, so
// that nobody but the kernel can end the runner.
func TestAnApplicationThatIsKilledLeavesNothing(t *testing.T) {
	r := opened(t, time.Minute)
	holds(t, r, "slow", tiny.WriteSlow)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for name, also := range map[string]func(){
		"alone":           func() {},
		"with its server": func() { _ = serving(t, r).Kill() },
	} {
		app := launched(t, r)
		if n := len(processes(t, r.config.Dir)); n != 2 {
			t.Errorf("%s: %d processes before, want server and runner", name, n)
		}
		also()
		begun := time.Now()
		killed(t, app)
		noneLeft(t, r.config.Dir)
		t.Logf("%s: none left after %v", name, time.Since(begun).Round(time.Millisecond))
	}
	// A process on its way out has lost its environment, by which noneLeft knows
	// it, a moment before the kernel lists it as ended.
	for begun := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		got, err := Status(t.Context(), r.config.Dir, r.config.Binary)
		if err == nil && !got.Running {
			break
		}
		if err != nil || time.Since(begun) > 2*time.Second {
			t.Fatalf("%+v, %v", got, err)
		}
	}
	starts(t, r)
}

// loose starts a server that nothing holds, as after a crash that even the
// tether missed, with a model in a runner.
func loose(t *testing.T, r *Runtime) *exec.Cmd {
	t.Helper()
	if err := r.config.tidy(); err != nil {
		t.Fatal(err)
	}
	address, err := freePort()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(r.config.Binary, "serve")
	cmd.Env = runtimeEnvironment(r.config, address)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	w, err := New(Config{Address: address, Model: "slow", MaxTokens: 5})
	if err != nil {
		t.Fatal(err)
	}
	for err = error(ErrNoServer); ErrNoServer.Is(err); _, err = w.Available(t.Context()) {
		time.Sleep(20 * time.Millisecond)
	}
	_, _ = w.Write(t.Context(), assignment, func(string) {}) // ErrLength: it wrote
	if n := len(processes(t, r.config.Dir)); n != 2 {
		t.Fatalf("%d processes", n)
	}
	return cmd
}

func TestLeftoversAreEnded(t *testing.T) {
	r := opened(t, time.Minute)
	holds(t, r, "slow", tiny.WriteSlow)
	for name, crash := range map[string]func(*exec.Cmd){
		"server and runner": func(*exec.Cmd) {},
		"runner alone":      func(c *exec.Cmd) { killed(t, c) },
	} {
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		crash(loose(t, r))
		before := processes(t, r.config.Dir)
		starts(t, r)
		for _, pid := range before {
			if m, ok := child.MarkOf(pid); ok && m.Alive() {
				t.Errorf("%s: %d still runs", name, pid)
			}
		}
	}
}

// Of two profiles, and of two programs in one environment, only ours is ended.
func TestForeignProcessesAreLeftAlone(t *testing.T) {
	r, other := opened(t, time.Minute), opened(t, time.Minute)
	starts(t, other)
	foreign := exec.Command("sleep", "1000")
	foreign.Env = append(ownLines(r.config), "PATH=/usr/bin:/bin")
	if err := foreign.Start(); err != nil {
		t.Fatal(err)
	}
	defer foreign.Wait()
	defer foreign.Process.Kill()
	starts(t, r)
	if !serving(t, other).Alive() {
		t.Error("another profile’s server was ended")
	}
	if m, ok := child.MarkOf(foreign.Process.Pid); !ok || !m.Alive() {
		t.Error("another program was ended for its environment")
	}
}

// A session started with nohup ignores SIGHUP, and so does what it starts.
func TestAnEndWithoutHangingUp(t *testing.T) {
	signal.Ignore(syscall.SIGHUP)
	defer signal.Reset(syscall.SIGHUP)
	r := opened(t, time.Minute)
	starts(t, r)
	begun := time.Now()
	if err := r.Close(); err != nil || time.Since(begun) > asked {
		t.Errorf("closed after %v: %v", time.Since(begun), err)
	}
	if _, err := os.Stat(filepath.Join(r.config.Dir, "runtime", stateFile)); !os.IsNotExist(err) {
		t.Error("the state is still there")
	}
}

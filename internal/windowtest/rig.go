//go:build window

package windowtest

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// rig is what a window test stands on: the production binary, the shim that
// lets it be driven, and the folder that keeps pictures and outputs.
type rig struct {
	binary    string
	shim      string
	artifacts string
}

// newRig finds every part, and skips the test, or fails it when
// ECRITOIRE_WINDOW=required, naming the part that is missing.
func newRig(tb testing.TB, driven bool) rig {
	tb.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		tb.Fatal(err)
	}
	r := rig{binary: filepath.Join(root, "bin", "ecritoire"), artifacts: filepath.Join(root, "artifacts")}
	if named := os.Getenv("ECRITOIRE_BINARY"); named != "" {
		r.binary = named
	}
	r.shim = filepath.Join(root, "bin", "webdriver-shim.so")
	r.need(tb, driven)
	if err := os.MkdirAll(r.artifacts, 0o755); err != nil {
		tb.Fatal(err)
	}
	return r
}

func (r rig) need(tb testing.TB, driven bool) {
	tb.Helper()
	missing := []string{}
	if os.Getenv("DISPLAY") == "" {
		missing = append(missing, "a display (build/window.sh brings one)")
	}
	files := []string{r.binary}
	if driven {
		files = append(files, r.shim)
		if _, err := exec.LookPath("WebKitWebDriver"); err != nil {
			missing = append(missing, "WebKitWebDriver (Debian: webkit2gtk-driver)")
		}
	}
	for _, file := range files {
		if _, err := os.Stat(file); err != nil {
			missing = append(missing, filepath.Base(file)+" (make build)")
		}
	}
	if len(missing) == 0 {
		return
	}
	say := tb.Skipf
	if os.Getenv("ECRITOIRE_WINDOW") == "required" {
		say = tb.Fatalf
	}
	say("the window cannot be tested here, missing: %s", strings.Join(missing, ", "))
}

// drive starts a driver of its own and the application under it on a profile,
// with more environment if given; both end with the test.
func (r rig) drive(tb testing.TB, name, profile string, environment ...string) *session {
	tb.Helper()
	base := r.startDriver(tb, name)
	out := filepath.Join(r.artifacts, name+".out")
	pid := filepath.Join(tb.TempDir(), "pid")
	// The shell keeps its process for the application: its pid is the one to end.
	script := `echo $$ >"$1"; out=$2; shift 2; exec env "$@" >"$out" 2>&1`
	args := append([]string{"-c", script, "sh", pid, out, "LC_ALL=fr_FR.UTF-8", "LANGUAGE=fr", "LD_PRELOAD=" + r.shim}, environment...)
	s, err := openSession(base, "/bin/sh", append(args, r.binary, "--data", profile)...)
	tb.Cleanup(func() { endFrom(pid) })
	if err != nil {
		tb.Fatalf("no session: %v (the application's words: %s)", err, out)
	}
	s.pid = pidIn(tb, pid)
	// The view is gone with the application, so the answer is always an error.
	tb.Cleanup(func() { _ = s.close() })
	tb.Cleanup(func() {
		if tb.Failed() {
			r.picture(tb, name+"-failed")
		}
	})
	return s
}

// startDriver starts WebKitWebDriver on a free port and gives its address.
func (r rig) startDriver(tb testing.TB, name string) string {
	tb.Helper()
	log, err := os.Create(filepath.Join(r.artifacts, name+"-driver.out"))
	if err != nil {
		tb.Fatal(err)
	}
	defer log.Close()
	port := freePort(tb)
	driver := exec.Command("WebKitWebDriver", "--port="+strconv.Itoa(port))
	driver.Stdout, driver.Stderr = log, log
	if err := driver.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { end(tb, driver) })
	base := fmt.Sprintf("http://127.0.0.1:%d", port)
	waitFor(tb, "the driver to listen", 10*time.Second, func() (bool, error) {
		answer, err := http.Get(base + "/status")
		if err == nil {
			answer.Body.Close()
		}
		return err == nil, nil
	})
	return base
}

func freePort(tb testing.TB) int {
	tb.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

func end(tb testing.TB, process *exec.Cmd) {
	if err := process.Process.Signal(syscall.SIGTERM); err != nil {
		tb.Logf("ending %s: %v", filepath.Base(process.Path), err)
	}
	_ = process.Wait() // it was told to end: its status says nothing
}

// endFrom ends the process whose pid stands in a file, if it still runs.
func endFrom(file string) {
	if pid, err := readPid(file); err == nil {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
}

// pidIn gives the pid that stands in a file.
func pidIn(tb testing.TB, file string) int {
	tb.Helper()
	pid, err := readPid(file)
	if err != nil {
		tb.Fatal(err)
	}
	return pid
}

func readPid(file string) (int, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(string(raw)))
}

// waitFor asks until the answer is yes; an error or the deadline fails the test.
func waitFor(tb testing.TB, what string, patience time.Duration, ask func() (bool, error)) {
	tb.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		yes, err := ask()
		if err != nil {
			tb.Fatalf("waiting for %s: %v", what, err)
		}
		if yes {
			return
		}
		if time.Now().After(deadline) {
			tb.Fatalf("waited %s in vain for %s", patience, what)
		}
	}
}

// picture keeps a picture of the whole screen in artifacts/. WebDriver's own
// screenshot never answers in this web view, hence ImageMagick.
func (r rig) picture(tb testing.TB, name string) {
	tb.Helper()
	file := filepath.Join(r.artifacts, name+".png")
	if out, err := exec.Command("import", "-window", "root", file).CombinedOutput(); err != nil {
		tb.Errorf("no picture %s: %v: %s", name, err, out)
	}
}

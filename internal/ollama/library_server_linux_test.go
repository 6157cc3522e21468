package ollama

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// realServer starts the bundled runtime on the models of a folder.
func realServer(t *testing.T, dir string) string {
	t.Helper()
	program := os.Getenv("ECRITOIRE_RUNTIME")
	if program == "" {
		program = filepath.Join("..", "..", "bin", "ollama")
	}
	if _, err := os.Stat(program); err != nil {
		t.Skip("SKIPPED: no runtime (make runtime, or ECRITOIRE_RUNTIME): importing and measuring were not tested on a real server")
	}
	address := freeAddress(t)
	command := exec.Command(program, "serve")
	command.Env = []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH"), "OLLAMA_HOST=" + address, "OLLAMA_MODELS=" + filepath.Join(dir, "models"),
		"OLLAMA_NO_CLOUD=1", "OLLAMA_NOPRUNE=1", "OLLAMA_NUM_PARALLEL=1"}
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL) // the runner is in the group
		_ = command.Wait()
	})
	waitFor(t, address)
	return address
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func waitFor(t *testing.T, address string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for ctx.Err() == nil {
		if r, err := http.Get("http://" + address); err == nil {
			r.Body.Close()
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	t.Fatal("the runtime does not answer")
}

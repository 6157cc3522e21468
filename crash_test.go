package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/cli"
)

// slowServer speaks Ollama's wire format and writes a word every 50 ms, for
// ever.
func slowServer(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/api/tags", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"models":[{"name":"lent:latest","model":"lent:latest","digest":"abc","details":{}}]}`)
	})
	mux.HandleFunc("/api/show", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"details":{},"model_info":{},"capabilities":["completion"]}`)
	})
	mux.HandleFunc("/api/chat", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprintln(w, `{"model":"lent","created_at":"2026-11-24T00:00:00Z","message":{"role":"assistant","content":"Nous regrettons cette attente. "},"done":false}`)
			w.(http.Flusher).Flush()
			time.Sleep(50 * time.Millisecond)
		}
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return strings.TrimPrefix(s.URL, "http://")
}

// TestKilledInMidStream kills the real process without warning while a model
// is writing: what was written about a second ago is still there, and the
// review is free again at the next start.
func TestKilledInMidStream(t *testing.T) {
	dir := imported(t)
	for _, set := range [][]string{{"ollama.address", slowServer(t)}, {"ollama.model", "lent"}, {"writer", "ollama"}} {
		if status, _, complaint := verb(t, "", "settings", "set", set[0], set[1], "--data", dir); status != cli.Done {
			t.Fatal(complaint)
		}
	}
	for round := 1; round <= 3; round++ {
		kill(t, dir, 1700*time.Millisecond)
		// Any writing verb takes the lock and frees what the crash left.
		if status, _, complaint := verb(t, "", "settings", "set", "person", "Claire", "--data", dir); status != cli.Done {
			t.Fatal(complaint)
		}
		_, out, _ := verb(t, "", "show", "1", "--data", dir, "--json")
		if !strings.Contains(out, `"state":"drafted"`) || strings.Count(out, `"partial":true`) != round || !strings.Contains(out, "Nous regrettons cette attente.") {
			t.Fatalf("round %d: %d partial versions kept", round, strings.Count(out, `"partial":true`))
		}
	}
}

// kill starts a draft in a process of its own and kills it after a while.
func kill(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "ecritoire")
	if err := os.Symlink(exe, link); err != nil {
		t.Skipf("SKIPPED: no symbolic links here: %v", err)
	}
	c := exec.Command(link, "draft", "1", "--data", dir)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the draft ended before it was killed")
	}
}

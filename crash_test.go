package main

import (
	"encoding/json"
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
	"ecritoire/internal/review"
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
		kill(t, dir, round, "draft", "1")
		// Any writing verb takes the lock and frees what the crash left.
		if status, _, complaint := verb(t, "", "settings", "set", "person", "Claire", "--data", dir); status != cli.Done {
			t.Fatal(complaint)
		}
		if f := shown(t, dir); f.Review.State != review.Drafted || kept(f) != round {
			t.Fatalf("round %d: %s, %d partial versions kept", round, f.Review.State, kept(f))
		}
	}
}

// onDisk is what the test reads of a dossier.
type onDisk struct {
	Review struct{ State review.State }
	Drafts []struct {
		Text    string
		Partial bool
	}
}

func shown(t *testing.T, dir string) (f onDisk) {
	t.Helper()
	status, out, complaint := verb(t, "", "show", "1", "--data", dir, "--json")
	if status != cli.Done {
		t.Fatal(complaint)
	}
	if err := json.Unmarshal([]byte(out), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// kept counts the partial versions that hold text.
func kept(f onDisk) (n int) {
	for _, d := range f.Drafts {
		if d.Partial && strings.Contains(d.Text, "Nous regrettons cette attente.") {
			n++
		}
	}
	return n
}

// TestTheQueueOfDraftsSurvivesAKill: the task that was being written waits
// again, first, and the others behind it.
func TestTheQueueOfDraftsSurvivesAKill(t *testing.T) {
	dir := imported(t)
	for _, call := range [][]string{{"settings", "set", "ollama.address", slowServer(t)}, {"settings", "set", "ollama.model", "lent"},
		{"settings", "set", "writer", "ollama"}, {"queue", "add", "--all"}, {"queue", "first", "1"}} {
		if status, _, complaint := verb(t, "", append(call, "--data", dir)...); status != cli.Done {
			t.Fatal(complaint)
		}
	}
	before := queue(t, dir)
	for round := 1; round <= 2; round++ {
		kill(t, dir, round, "queue", "run", "--on-battery")
		if status, _, complaint := verb(t, "", "settings", "set", "person", "Claire", "--data", dir); status != cli.Done {
			t.Fatal(complaint)
		}
		after := queue(t, dir)
		if after.Waiting != before.Waiting || after.Running != nil || after.Next[0].Review != 1 {
			t.Fatalf("round %d: %d wait of %d, %d first", round, after.Waiting, before.Waiting, after.Next[0].Review)
		}
	}
}

func queue(t *testing.T, dir string) (all review.Tasks) {
	t.Helper()
	status, out, complaint := verb(t, "", "queue", "list", "--json", "--data", dir)
	if status != cli.Done {
		t.Fatal(complaint)
	}
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// kill starts a verb that drafts review 1 in a process of its own and kills it
// once the first words are on the disk.
func kill(t *testing.T, dir string, round int, args ...string) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "ecritoire")
	if err := os.Symlink(exe, link); err != nil {
		t.Skipf("SKIPPED: no symbolic links here: %v", err)
	}
	c := exec.Command(link, append(args, "--data", dir)...)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); kept(shown(t, dir)) < round; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no words on the disk after a minute")
		}
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the draft ended before it was killed")
	}
}

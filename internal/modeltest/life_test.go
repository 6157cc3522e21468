//go:build model && linux

package modeltest

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/ollama"
	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
)

// life is a profile that the built application works in, with a model that
// writes slowly and without end, so that it can be killed in mid-sentence.
type life struct {
	dir, binary, runtime, model string
	ids                         []int64
}

func newLife(t *testing.T) *life {
	t.Helper()
	l := &life{dir: t.TempDir(), binary: named(t, "ECRITOIRE_BINARY", "bin/ecritoire"), runtime: named(t, "ECRITOIRE_RUNTIME", "bin/ollama")}
	file := filepath.Join(t.TempDir(), "slow.gguf")
	if err := tiny.WriteSlow(file); err != nil {
		t.Fatal(err)
	}
	l.verb(t, "import", tools("internal/intake/sample/avis.csv"))
	l.verb(t, "settings", "set", "ollama.form", "false") // this model writes one text, whatever it is asked
	var m review.Model
	l.reads(t, &m, "model", "import", file)
	l.model = m.Name
	for line := range strings.Lines(l.verb(t, "list", "--state", "new", "--limit", "10")) {
		var r review.Review
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		l.ids = append(l.ids, r.ID)
	}
	return l
}

func named(t *testing.T, variable, usual string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path == "" {
		path = tools(usual)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED: there is no %s (`make build runtime`): no life was taken", usual)
	}
	return path
}

func (l *life) command(arguments ...string) *exec.Cmd {
	cmd := exec.Command(l.binary, append(arguments, "--data", l.dir, "--json")...)
	cmd.Env = append(os.Environ(), "ECRITOIRE_RUNTIME="+l.runtime)
	return cmd
}

func (l *life) verb(t *testing.T, arguments ...string) string {
	t.Helper()
	out, err := l.command(arguments...).Output()
	if err != nil {
		t.Fatalf("%s: %v", arguments[0], err)
	}
	return string(out)
}

func (l *life) reads(t *testing.T, into any, arguments ...string) {
	t.Helper()
	if err := json.Unmarshal([]byte(l.verb(t, arguments...)), into); err != nil {
		t.Fatal(err)
	}
}

// draft is what a profile holds of a review and of its newest version.
type draft struct {
	state   review.State
	number  int
	body    string
	partial bool
}

func (l *life) draft(t *testing.T, id int64) draft {
	t.Helper()
	var shown struct {
		Review struct{ State review.State }
		Drafts []struct {
			Number  int
			Text    string
			Partial bool
		}
	}
	l.reads(t, &shown, "show", strconv.FormatInt(id, 10))
	d := draft{state: shown.Review.State}
	if len(shown.Drafts) > 0 {
		v := shown.Drafts[0]
		d.number, d.partial = v.Number, v.Partial
		if at := strings.Index(v.Text, "Merci d’avoir"); at >= 0 { // after the greeting
			d.body, _, _ = strings.Cut(v.Text[at:], "\n\n")
		}
	}
	return d
}

// processes gives those of the profile's runtime, and which one is the server.
func (l *life) processes(t *testing.T) (all []int, server int) {
	t.Helper()
	found, err := filepath.Glob("/proc/[0-9]*/environ")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		b, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(b), "OLLAMA_MODELS="+l.dir+"/") {
			continue // gone by now, or not ours
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, pid)
		if line, err := os.ReadFile(filepath.Join(filepath.Dir(path), "cmdline")); err == nil && strings.HasSuffix(string(line), "\x00serve\x00") {
			server = pid
		}
	}
	return all, server
}

// toll counts what lives cost; all of it must be none.
type toll struct{ orphans, lost, stuck int }

// TestLives kills the application, then its runtime, fifty times each while a
// draft is being written: no process may be left, no stored word lost, no
// review stuck in its drafting. ECRITOIRE_LIVES is another number of times.
func TestLives(t *testing.T) {
	l := newLife(t)
	lives := 50
	if n, err := strconv.Atoi(os.Getenv("ECRITOIRE_LIVES")); err == nil {
		lives = n
	}
	for _, victim := range []string{"application", "runtime"} {
		var cost toll
		begun := time.Now()
		for n := range lives {
			l.take(t, victim, l.ids[n%len(l.ids)], &cost)
		}
		t.Logf("%d kill -9 of the %s in mid-stream: %d orphans, %d lost drafts, %d stuck reviews (%.1f s each)",
			lives, victim, cost.orphans, cost.lost, cost.stuck, time.Since(begun).Seconds()/float64(lives))
		if cost != (toll{}) {
			t.Errorf("%s: %+v", victim, cost)
		}
	}
}

func (l *life) take(t *testing.T, victim string, id int64, cost *toll) {
	t.Helper()
	before := l.draft(t, id)
	cmd := l.command("draft", strconv.FormatInt(id, 10), "--writer", "ollama", "--model", l.model)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	seen := l.writing(t, id, before.number)
	time.Sleep(rand.N(500 * time.Millisecond))
	_, server := l.processes(t)
	if victim == "application" {
		server = cmd.Process.Pid
	}
	if err := kill(server); err != nil {
		t.Fatal(err)
	}
	l.ends(t, cmd)
	cost.orphans += l.left(t)
	l.verb(t, "settings", "set", "person", "Camille Essai") // any verb that opens the profile to write
	after := l.draft(t, id)
	if after.state != review.Drafted {
		cost.stuck++
		t.Errorf("review %d is %s", id, after.state)
	}
	// A draft cut by its runtime ends with its last whole sentence.
	if after.number != seen.number || !after.partial || !strings.HasPrefix(after.body, prompt.CleanPartial(seen.body)) {
		cost.lost++
		t.Errorf("review %d had %d bytes, kept %d of version %d", id, len(seen.body), len(after.body), after.number)
	}
}

// writing waits until words of a new version are in the profile.
func (l *life) writing(t *testing.T, id int64, before int) draft {
	t.Helper()
	for begun := time.Now(); time.Since(begun) < time.Minute; time.Sleep(50 * time.Millisecond) {
		if d := l.draft(t, id); d.state == review.Drafting && d.number > before && d.body != "" {
			return d
		}
	}
	t.Fatal("nothing was written in a minute")
	return draft{}
}

func kill(pid int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return p.Kill()
}

// ends waits for the application: killed, or failed because its runtime was.
func (l *life) ends(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err == nil {
			t.Error("the draft came to its end: nothing was killed in mid-stream")
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the application hangs")
	}
}

// left gives the processes of the runtime that are there two seconds later.
func (l *life) left(t *testing.T) int {
	t.Helper()
	for begun := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		all, _ := l.processes(t)
		if len(all) == 0 || time.Since(begun) > 2*time.Second {
			return len(all)
		}
	}
}

// TestIdle shows the memory before and after the last draft, with TinyLlama.
func TestIdle(t *testing.T) {
	file := tools("artifacts/models/tinyllama.gguf")
	if _, err := os.Stat(file); err != nil {
		t.Skip("SKIPPED: no TinyLlama (`make test-model` fetches it): its memory was not measured")
	}
	const keep = 2 * time.Second
	binary := named(t, "ECRITOIRE_RUNTIME", "bin/ollama")
	dir := t.TempDir()
	r := ollama.NewRuntime(ollama.RuntimeConfig{Binary: binary, Dir: dir, Keep: keep})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	m, err := ollama.NewLibrary(ollama.LibraryConfig{Dir: dir, Start: r.Start}).Import(t.Context(), file, "", func(review.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	w, err := ollama.New(ollama.Config{Start: r.Start, Model: m.Name, Context: context, MaxTokens: 8, KeepAlive: keep})
	if err != nil {
		t.Fatal(err)
	}
	ours(t, w, assignments(t, 1)[0])
	ended, warm := time.Now(), status(t, dir, binary)
	cold := warm
	for ; cold.Model != "" || cold.Memory > warm.Memory/4; cold = status(t, dir, binary) {
		if time.Since(ended) > keep+3*time.Second {
			t.Fatalf("%v after the last draft: %+v", time.Since(ended), cold)
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Logf("runtime: %d MB with the model, %d MB %.1f s after the last draft (kept for %v)",
		warm.Memory>>20, cold.Memory>>20, time.Since(ended).Seconds(), keep)
}

func status(t *testing.T, dir, binary string) review.RuntimeStatus {
	t.Helper()
	s, err := ollama.Status(t.Context(), dir, binary)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

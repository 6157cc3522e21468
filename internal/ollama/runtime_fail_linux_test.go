package ollama

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// program is a server that is none: a shell script.
func program(t *testing.T, script string) *Runtime {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ollama")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	r := NewRuntime(RuntimeConfig{Binary: path, Dir: dir})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		noneLeft(t, dir)
	})
	return r
}

func TestServersThatDoNotStart(t *testing.T) {
	for name, c := range map[string]struct {
		script string
		want   error
	}{
		"ends at once":     {"exit 3", ErrRuntimeStart},
		"ends well":        {"exit 0", ErrRuntimeStart},
		"leaves a child":   {"sleep 1000 & exit 3", ErrRuntimeStart},
		"is killed":        {"kill -9 $$", ErrRuntimeStart},
		"lies, then ends":  {`echo "Listening on $OLLAMA_HOST (version 9)"; exit 3`, ErrRuntimeStart},
		"cannot be loaded": {"exec /nonexistent", ErrRuntimeStart},
	} {
		t.Run(name, func(t *testing.T) {
			r := program(t, c.script)
			begun := time.Now()
			if _, err := r.Start(t.Context()); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("an early end was seen after %v", took)
			}
		})
	}
}

func TestNoProgram(t *testing.T) {
	for _, path := range []string{"", t.TempDir(), filepath.Join(t.TempDir(), "ollama")} {
		dir := filepath.Join(t.TempDir(), "profile")
		r := NewRuntime(RuntimeConfig{Binary: path, Dir: dir})
		if _, err := r.Start(t.Context()); !errors.Is(err, ErrNoRuntime) {
			t.Errorf("%q: %v", path, err)
		}
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Error("a profile was made for nothing")
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

// answering is a program that answers as a server of models on a port of its own.
func answering(t *testing.T, version string) (address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: sends(`{"version":"` + version + `"}`)}
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return l.Addr().String()
}

func TestAnotherVersionIsRefused(t *testing.T) {
	r := program(t, `echo "Listening on $OLLAMA_HOST (version)"; sleep 1000`)
	address := answering(t, "0.0.1")
	r.freePort = func() (string, error) { return address, nil }
	_, err := r.Start(t.Context())
	if !errors.Is(err, ErrRuntimeVersion) || !strings.Contains(review.Describe(err).Message.EN, "0.0.1") {
		t.Errorf("got %v", err)
	}
}

// Somebody takes the port in between, and even answers like the real server
// there: the real one must be found on another port.
func TestAPortTakenInBetween(t *testing.T) {
	r := opened(t, time.Minute)
	taken := answering(t, RuntimeVersion)
	asked := 0
	r.freePort = func() (string, error) {
		if asked++; asked == 1 {
			return taken, nil
		}
		return freePort()
	}
	if address := starts(t, r); address == taken || asked != 2 {
		t.Errorf("at %s after %d ports", address, asked)
	}
}

func TestEveryPortTaken(t *testing.T) {
	r := opened(t, time.Minute)
	taken := answering(t, RuntimeVersion)
	r.freePort = func() (string, error) { return taken, nil }
	if _, err := r.Start(t.Context()); !errors.Is(err, ErrRuntimeStart) {
		t.Errorf("got %v", err)
	}
}

func TestASecondApplicationIsTold(t *testing.T) {
	r := opened(t, time.Minute)
	starts(t, r)
	second := NewRuntime(r.config)
	if _, err := second.Start(t.Context()); !errors.Is(err, ErrRuntimeBusy) {
		t.Errorf("got %v", err)
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
	if !serving(t, r).Alive() {
		t.Error("the first one's server was ended")
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	starts(t, second)
	if err := second.Close(); err != nil {
		t.Error(err)
	}
}

func TestCloseWhileItStarts(t *testing.T) {
	r := program(t, "sleep 1000")
	got := make(chan error)
	go func() {
		_, err := r.Start(context.Background())
		got <- err
	}()
	for len(processes(t, r.config.Dir)) == 0 {
		time.Sleep(5 * time.Millisecond)
	}
	begun := time.Now()
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := <-got; !errors.Is(err, ErrRuntimeStart) || time.Since(begun) > 5*time.Second {
		t.Errorf("got %v after %v", err, time.Since(begun))
	}
	noneLeft(t, r.config.Dir)
}

// The real server, killed again and again: back at once, then after a wait,
// at last not at all.
func TestDeathsInQuickSuccession(t *testing.T) {
	r := opened(t, time.Minute)
	for n, least := range []time.Duration{0, 0, 900 * time.Millisecond} {
		begun := time.Now()
		starts(t, r)
		if took := time.Since(begun); took < least {
			t.Errorf("start %d waited %v only", n, took)
		}
		if err := serving(t, r).Kill(); err != nil {
			t.Fatal(err)
		}
		<-r.now.process.Ended() // the signal is on its way
	}
	r.mu.Lock()
	r.deaths = append(r.deaths, time.Now(), time.Now())
	r.mu.Unlock()
	begun := time.Now()
	if _, err := r.Start(t.Context()); !errors.Is(err, ErrRuntimeFailing) || time.Since(begun) > time.Second {
		t.Errorf("got %v after %v", err, time.Since(begun))
	}
}

func TestWaits(t *testing.T) {
	now := time.Now()
	ago := func(seconds ...int) (d deaths) {
		for _, s := range seconds {
			d = append(d, now.Add(-time.Duration(s)*time.Second))
		}
		return d
	}
	for name, c := range map[string]struct {
		deaths deaths
		wait   time.Duration
		err    error
	}{
		"none":                {nil, 0, nil},
		"one":                 {ago(0), 0, nil},
		"two":                 {ago(3, 0), time.Second, nil},
		"two, a while ago":    {ago(30, 20), 0, nil},
		"three":               {ago(5, 3, 0), 2 * time.Second, nil},
		"three, last 1 s ago": {ago(5, 3, 1), time.Second, nil},
		"four":                {ago(9, 5, 3, 0), 4 * time.Second, nil},
		"five":                {ago(20, 9, 5, 3, 0), 0, ErrRuntimeFailing},
		"five, one long ago":  {ago(61, 9, 5, 3, 0), 4 * time.Second, nil},
		"five, all long ago":  {ago(100, 90, 80, 70, 61), 0, nil},
	} {
		if wait, err := c.deaths.wait(now); wait != c.wait || !errors.Is(err, c.err) && c.err != nil || c.err == nil && err != nil {
			t.Errorf("%s: %v, %v", name, wait, err)
		}
	}
}

func TestStatusOfNothing(t *testing.T) {
	dir := t.TempDir()
	got, err := Status(t.Context(), dir, "")
	if err != nil || got != (review.RuntimeStatus{Bundled: true}) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := StatusAt(t.Context(), closedPort(t)); err != nil || got != (review.RuntimeStatus{}) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := StatusAt(t.Context(), "192.0.2.1:80"); !errors.Is(err, ErrNotLoopback) {
		t.Errorf("%v", err)
	}
	address := answering(t, "0.5.0")
	if got, err := StatusAt(t.Context(), address); err != nil || !got.Running || got.Version != "0.5.0" || got.Bundled || got.Address != address {
		t.Errorf("%+v, %v", got, err)
	}
}

// A state file that a crash has left names a number that another process has
// by now: it neither counts as our server nor is it ended.
func TestAForeignProcessWithTheNumber(t *testing.T) {
	r := program(t, "exit 3")
	if err := r.config.tidy(); err != nil {
		t.Fatal(err)
	}
	foreign := `{"pid":` + strconv.Itoa(os.Getpid()) + `,"started":"another-boot:1","address":"` + closedPort(t) + `"}`
	if err := os.WriteFile(r.config.path(stateFile), []byte(foreign), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := Status(t.Context(), r.config.Dir, ""); err != nil || got.Running || got.PID != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := r.Start(t.Context()); !errors.Is(err, ErrRuntimeStart) { // and we still live
		t.Errorf("got %v", err)
	}
}

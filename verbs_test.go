package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ecritoire/internal/cli"
	"ecritoire/internal/review"
	"ecritoire/internal/sqlite"
)

// verb runs a verb in this process and gives its exit status and what it said.
func verb(t *testing.T, in string, args ...string) (status int, out, complaint string) {
	t.Helper()
	var o, e bytes.Buffer
	s := cli.Streams{In: strings.NewReader(in), Out: &o, Err: &e, Language: review.French}
	status = cli.Run(t.Context(), args, s, "test", openDesk)
	return status, o.String(), e.String()
}

func imported(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(t.TempDir(), "a.csv")
	content := "ID expérience,Date de publication,Titre,Description,Ressenti usager\n1,05/09/2026,Merci,Très bon accueil au guichet.,Positif\n"
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, _, complaint := verb(t, "", "import", file, "--data", dir); status != cli.Done {
		t.Fatal(complaint)
	}
	return dir
}

func TestExitStatuses(t *testing.T) {
	dir := imported(t)
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"list"}, cli.Done},
		{[]string{"import", filepath.Join(dir, "none.csv")}, cli.Failed},
		{[]string{"import", dir}, cli.Misused},
		{[]string{"import"}, cli.Misused},
		{[]string{"list", "--unknown"}, cli.Misused},
		{[]string{"nothing"}, cli.Misused},
		{[]string{"show", "77"}, cli.Misused},
		{[]string{"reopen", "1"}, cli.Refused},
		{[]string{"draft", "1"}, cli.Done},
		{[]string{"validate", "1"}, cli.Misused},
		{[]string{"export", "--out", filepath.Join(dir, "x.csv")}, cli.Refused},
		{[]string{"draft", "1", "--writer", "ollama", "--model", "m:cloud"}, cli.Refused},
	} {
		if got, _, complaint := verb(t, "", append(c.args, "--data", dir)...); got != c.want {
			t.Errorf("%v: status %d, want %d: %s", c.args, got, c.want, complaint)
		}
	}
}

// TestABusyProfile: writing verbs are refused with the holder's name, reading
// verbs are not.
func TestABusyProfile(t *testing.T) {
	dir := imported(t)
	store, err := sqlite.Open(t.Context(), dir, "la fenêtre")
	if err != nil {
		t.Fatal(err)
	}
	status, _, complaint := verb(t, "", "draft", "--all", "--data", dir)
	if status != cli.Refused || !strings.Contains(complaint, "la fenêtre") {
		t.Errorf("status %d: %s", status, complaint)
	}
	if status, out, complaint := verb(t, "", "list", "--data", dir); status != cli.Done || !strings.Contains(out, "Merci") {
		t.Errorf("reading: status %d: %s", status, complaint)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
}

// TestTheLogHoldsNoText runs a whole life and looks for its words in the log.
func TestTheLogHoldsNoText(t *testing.T) {
	dir := imported(t)
	for _, args := range [][]string{{"draft", "1"}, {"edit", "1", "-"}, {"validate", "1", "--by", "Zoé Zimmermann"}, {"validate", "1", "--by", "Zoé Zimmermann"}, {"show", "1"}, {"export", "--out", filepath.Join(dir, "no", "where.csv")}} {
		verb(t, "Bonjour,\n\nMerci de ce message xylophone.\n", append(args, "--data", dir)...)
	}
	log, err := os.ReadFile(filepath.Join(dir, "logs", "ecritoire.log"))
	if err != nil || len(log) == 0 {
		t.Fatalf("no log: %v", err)
	}
	for _, secret := range []string{"accueil", "guichet", "xylophone", "Zimmermann", "where"} {
		if bytes.Contains(log, []byte(secret)) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

func TestANewerSchemaIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "desk.db")
	if err := os.WriteFile(path, newerDatabase(t), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list"}, {"draft", "--all"}} {
		if status, _, complaint := verb(t, "", append(args, "--data", dir)...); status != cli.Refused || !strings.Contains(complaint, "plus récente") {
			t.Errorf("%v: status %d: %s", args, status, complaint)
		}
	}
	after, err := os.ReadFile(path)
	if err := errors.Join(err); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the newer database was touched: %v", err)
	}
}

// newerDatabase is a real profile's database with a version of the future in
// its header (byte 60, "user version", big-endian).
func newerDatabase(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	store, err := sqlite.Open(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	all, err := os.ReadFile(filepath.Join(dir, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	all[62] = 9
	return all
}

func TestNoDisplayIsSaid(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("SKIPPED: only Linux can be without a display")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	var e bytes.Buffer
	o, ok := windowed([]string{"--sample", "--data", t.TempDir()})
	if !ok {
		t.Fatal("no verb is the window")
	}
	status := openWindow(t.Context(), o, cli.Streams{Out: io.Discard, Err: &e, Language: review.French})
	if status != cli.Failed || !strings.Contains(e.String(), "pas d’écran") {
		t.Errorf("status %d: %s", status, e.String())
	}
}

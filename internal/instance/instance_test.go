package instance

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// short is a folder whose path leaves a socket's name its room.
func short(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "i")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func TestASecondStartShowsTheFirst(t *testing.T) {
	dir, shown := short(t), atomic.Int32{}
	if Show(dir) {
		t.Error("shown, though nothing listens")
	}
	first, err := Listen(dir, func() { shown.Add(1) })
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if !Show(dir) {
			t.Error("the first window is not shown")
		}
	}
	if shown.Load() != 2 {
		t.Errorf("asked %d times to show itself", shown.Load())
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if Show(dir) {
		t.Error("shown, though it is closed")
	}
}

// TestAfterACrash: the socket that a killed process leaves keeps nobody out.
func TestAfterACrash(t *testing.T) {
	dir := short(t)
	left, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, "window.sock"), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	left.SetUnlinkOnClose(false)
	if err := left.Close(); err != nil {
		t.Fatal(err)
	}
	if Show(dir) {
		t.Error("shown by nobody")
	}
	next, err := Listen(dir, func() {})
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if !Show(dir) {
		t.Error("the next start cannot be found")
	}
}

// TestNoAnswer: a start does not wait for ever for one that hangs.
func TestNoAnswer(t *testing.T) {
	dir := short(t)
	hangs, err := net.Listen("unix", filepath.Join(dir, "window.sock"))
	if err != nil {
		t.Fatal(err)
	}
	defer hangs.Close()
	if Show(dir) {
		t.Error("shown, though nobody answered")
	}
}

// TestALongPathIsTold: a path that leaves a socket no room is an error, and
// no panic.
func TestALongPathIsTold(t *testing.T) {
	dir := filepath.Join(short(t), strings.Repeat("d", 120))
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if l, err := Listen(dir, func() {}); err == nil {
		t.Error("listens on a path too long for the system", l.Close())
	}
}

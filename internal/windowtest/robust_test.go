//go:build window

package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestBlankPageIsTold stops the process that draws the page before it has
// painted: the agent is told in a dialog of the toolkit, with the log's path.
// The page then goes on, and closing the application loses nothing.
func TestBlankPageIsTold(t *testing.T) {
	r, profile := newRig(t, false), t.TempDir()
	ear := reads(t)
	application := exec.Command(r.binary, "--data", profile)
	if err := application.Start(); err != nil {
		t.Fatal(err)
	}
	defer kill(application)
	drawer := childNamed(t, application.Process.Pid, "WebKitWebProces")
	if err := syscall.Kill(drawer, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	resumed := false
	resume := func() {
		if !resumed {
			resumed = true
			_ = syscall.Kill(drawer, syscall.SIGCONT)
		}
	}
	defer resume()
	if _, painted := painting(filepath.Join(profile, "logs", "ecritoire.log")); painted {
		t.Skip("the page painted before its process could be stopped: nothing is proved")
	}
	said := ear.dialog(t)
	for _, part := range []string{"reste blanche", "Rien n’est perdu", filepath.Join(profile, "logs", "ecritoire.log")} {
		if !strings.Contains(said, part) {
			t.Errorf("the dialog lacks %q: %q", part, said)
		}
	}
	r.picture(t, "blank-told")
	resume()
	waitFor(t, "the page to paint after all", patience, func() (bool, error) {
		_, painted := painting(filepath.Join(profile, "logs", "ecritoire.log"))
		return painted, nil
	})
}

// TestBusyProfileIsTold starts the window on a profile that something else
// writes to: a dialog says which profile it is and who has it.
func TestBusyProfileIsTold(t *testing.T) {
	r, profile := newRig(t, false), t.TempDir()
	ear := reads(t)
	r.verb(t, "settings", "set", "person", "Camille", "--data", profile)
	hold := holdLock(t, profile)
	defer hold.Close()
	application := exec.Command(r.binary, "--data", profile)
	if err := application.Start(); err != nil {
		t.Fatal(err)
	}
	defer kill(application)
	said := ear.dialog(t)
	for _, part := range []string{"déjà ouvert", profile} {
		if !strings.Contains(said, part) {
			t.Errorf("the dialog lacks %q: %q", part, said)
		}
	}
	r.picture(t, "busy-told")
}

// kill ends an application whose dialog waits for its button, which keeps it
// from ending in peace.
func kill(application *exec.Cmd) {
	_ = application.Process.Kill()
	_ = application.Wait()
}

// holdLock takes a profile's lock, as a long verb does.
func holdLock(t *testing.T, profile string) *os.File {
	t.Helper()
	lock, err := os.OpenFile(filepath.Join(profile, "lock"), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		t.Fatal(err)
	}
	return lock
}

// dialog waits until the application shows one, and gives what it says.
func (r reader) dialog(t *testing.T) (said string) {
	t.Helper()
	waitFor(t, "a dialog", patience, func() (bool, error) {
		said = ""
		for _, n := range r.tree("ecritoire") {
			if n.role == "dialog" || n.role == "alert" {
				for _, inside := range r.under(n.accessible, 0) {
					said += inside.name + "\n"
				}
			}
		}
		return said != "", nil
	})
	return said
}

// childNamed waits for a child of a process.
func childNamed(tb testing.TB, parent int, name string) (pid int) {
	tb.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		all, err := filepath.Glob("/proc/[0-9]*/status")
		if err != nil {
			tb.Fatal(err)
		}
		for _, status := range all {
			text, err := os.ReadFile(status)
			if err != nil {
				continue // it has ended
			}
			if field(text, "PPid") == float64(parent) && strings.Contains(string(text), "Name:\t"+name) {
				return int(field(text, "Pid"))
			}
		}
	}
	tb.Fatalf("no child %s", name)
	return 0
}

//go:build window

package windowtest

import (
	"os/exec"
	"regexp"
	"testing"
	"time"
)

// TestSecondStart starts the application twice on one profile: the second
// ends at once and in peace, and the first, put out of sight, is shown again.
func TestSecondStart(t *testing.T) {
	r, profile := newRig(t, true), t.TempDir()
	a := agent{t, r.drive(t, "second", profile)}
	a.begins()
	a.look(nil, `window.runtime.WindowHide()`)
	a.until("the window out of sight", func() bool { return !r.mapped(t, "Écritoire") })
	began := time.Now()
	if out, err := exec.Command(r.binary, "--data", profile).CombinedOutput(); err != nil {
		t.Errorf("the second start: %v: %s", err, out)
	}
	t.Logf("the second start ended after %s", time.Since(began).Round(time.Millisecond))
	a.until("the first window shown again", func() bool { return r.mapped(t, "Écritoire") })
}

var viewable = regexp.MustCompile(`Map State: IsViewable`)

// mapped asks the display whether a window of that title can be seen.
func (r rig) mapped(tb testing.TB, title string) bool {
	tb.Helper()
	out, err := exec.Command("xwininfo", "-name", title).CombinedOutput()
	if err != nil {
		return false
	}
	return viewable.Match(out)
}

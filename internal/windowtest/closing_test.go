//go:build window

package windowtest

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// TestClosingInMidEdit closes the window right after the last key, before the
// pause that would have saved, and reads the profile by verb afterwards.
func TestClosingInMidEdit(t *testing.T) {
	r := newRig(t, true)
	profile := t.TempDir()
	a := agent{t, r.drive(t, "closing", profile)}
	a.begins()
	a.imports(sampleFile(t))
	id := a.opensFirst()
	a.drafts(id)
	a.press(keyEscape)
	a.press(keyEnter)
	a.lands("reply-body")
	a.press(keyControl, keyEnd)
	a.write(" " + sentence)
	var pending bool
	a.look(&pending, `window.runtime.Quit(); return document.querySelector('[data-testid="saved"]')?.dataset.keeping !== 'kept'`)
	if !pending {
		t.Log("the sentence was saved before the window was closed: this run proved less than it means to")
	}
	show := func() string {
		out, err := exec.Command(r.binary, "show", strconv.FormatInt(id, 10), "--json", "--data", profile).CombinedOutput()
		if err != nil {
			t.Fatalf("show: %v: %s", err, out)
		}
		return string(out)
	}
	a.until("the window to be gone, with its lock", func() bool {
		return exec.Command(r.binary, "settings", "set", "person", "Camille", "--data", profile).Run() == nil
	})
	if !strings.Contains(show(), sentence) {
		t.Error("what was being typed is lost")
	}
}

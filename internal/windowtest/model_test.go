//go:build window

package windowtest

import (
	"encoding/json"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// TestAStreamIsSeenAndStopped watches a model write, sees what is announced of
// it, stops it with Escape, and finds what was written kept and offered again.
func TestAStreamIsSeenAndStopped(t *testing.T) {
	r, m := newRig(t, true), models(t)
	a, id := r.modelled(t, "stream", m, t.TempDir())
	a.seesWriting()
	a.sees("spoken", containing("commence"))
	r.picture(t, "stream-writing")
	a.press(keyEscape)
	a.until("the draft to be kept as it stood", func() bool { return a.dossier(id).Review.State == "drafted" })
	a.sees("spoken", containing("arrêté"))
	a.sees("draft", anything)
	a.sees("reply-body", containing(strings.TrimSpace(modelWords[0])))
	if text, _ := a.shown("alerts"); !blank(text) {
		t.Errorf("a stop that was asked for is told as a failure: %q", text)
	}
	r.picture(t, "stream-stopped")

	m.goes <- true
	a.press("r")
	a.until("another draft, whole", func() bool {
		d := a.dossier(id)
		return d.Review.State == "drafted" && strings.Contains(d.Reply.Text, strings.TrimSpace(modelWords[2]))
	})
	a.sees("spoken", containing("est là"))
}

// TestClosingInMidStream closes the window while a model writes: what was
// written is in the profile, and no review is left in the making.
func TestClosingInMidStream(t *testing.T) {
	r, m, profile := newRig(t, true), models(t), t.TempDir()
	a, id := r.modelled(t, "closing-stream", m, profile)
	a.seesWriting()
	a.look(new(any), `window.runtime.Quit(); return null`)
	a.until("the window to be gone, with its lock", func() bool {
		return exec.Command(r.binary, "settings", "set", "person", "Camille", "--data", profile).Run() == nil
	})
	out, err := exec.Command(r.binary, "show", strconv.FormatInt(id, 10), "--json", "--data", profile).Output()
	if err != nil {
		t.Fatal(err)
	}
	var shown struct {
		Review struct {
			State string `json:"state"`
		} `json:"review"`
	}
	if err := json.Unmarshal(out, &shown); err != nil {
		t.Fatal(err)
	}
	if shown.Review.State != "drafted" || !strings.Contains(string(out), strings.TrimSpace(modelWords[0])) {
		t.Errorf("after closing in mid-stream the review is %q, and its words are there: %t", shown.Review.State, strings.Contains(string(out), strings.TrimSpace(modelWords[0])))
	}
}

// TestAFailedCallSaysWhatToDo has the model server break off: the window says
// what happened and what to do, keeps what was written, and its offer of a
// draft without a model is taken by keyboard.
func TestAFailedCallSaysWhatToDo(t *testing.T) {
	r, m := newRig(t, true), models(t)
	a, id := r.modelled(t, "failed-call", m, t.TempDir())
	a.seesWriting()
	m.goes <- false
	a.sees("alerts", containing("interrompu"))
	a.sees("offer", anything) // a button has no value to show
	r.picture(t, "failed-call")
	if text := a.dossier(id).Reply.Text; !strings.Contains(text, strings.TrimSpace(modelWords[0])) {
		t.Error("what was written before the failure is lost")
	}
	a.tabTo("offer")
	a.press(keyEnter)
	a.until("the draft without a model", func() bool {
		c := a.choices(id)
		return len(c.Versions) == 2 && a.dossier(id).Review.State == "drafted"
	})
	if text, _ := a.shown("alerts"); !blank(text) {
		t.Errorf("the failure still stands after its remedy: %q", text)
	}
}

// modelled opens a review in a window whose drafts a model writes.
func (r rig) modelled(t *testing.T, name string, m *model, profile string) (agent, int64) {
	t.Helper()
	for key, value := range map[string]string{"service.name": "Mairie de Valbourg", "person": "Camille Martin", "writer": "ollama",
		"ollama.address": m.address, "ollama.model": modelName, "ollama.form": "false", "drafts.ahead": "0"} {
		r.verb(t, "settings", "set", key, value, "--data", profile)
	}
	r.verb(t, "import", sampleFile(t), "--data", profile)
	a := agent{t, r.drive(t, name, profile)}
	id := a.opensFirst()
	a.press(keyEscape)
	return a, id
}

// seesWriting asks for a draft and waits until its first words are on the screen.
func (a agent) seesWriting() {
	a.Helper()
	a.press("r")
	a.sees("stop", anything)
	a.sees("reply-body", containing(strings.TrimSpace(modelWords[0])))
}

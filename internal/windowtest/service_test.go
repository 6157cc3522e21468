//go:build window

package windowtest

import (
	"strings"
	"testing"
)

// counted is how many reviews stand in a state.
func (a agent) counted(state string) int {
	a.Helper()
	var status struct {
		Counts map[string]int `json:"counts"`
	}
	a.calls(&status, "Status")
	return status.Counts[state]
}

// TestSettingsAreSeenAsTheyAreTyped changes the greeting by keyboard and sees
// it in the preview before it is kept, and in the next draft after.
func TestSettingsAreSeenAsTheyAreTyped(t *testing.T) {
	a, r := triage(t, "settings")
	a.press(keyControl, ",")
	a.sees("settings", anything)
	a.tabTo("setting-frame.greeting")
	a.fill("Madame, Monsieur,")
	a.until("the preview to greet so", func() bool {
		var shown bool
		a.look(&shown, `return !!document.querySelector('.preview')?.innerText.includes('Madame, Monsieur,')`)
		return shown
	})
	r.picture(t, "settings-preview")
	a.press(keyTab)
	a.until("it to be kept", func() bool {
		var frames struct {
			Greeting string `json:"greeting"`
		}
		a.calls(&frames, "Frames")
		return frames.Greeting == "Madame, Monsieur,"
	})
}

// TestTheQueueDraftsByItself has every new review drafted in the background
// and sees the queue empty itself.
func TestTheQueueDraftsByItself(t *testing.T) {
	a, r := triage(t, "queue")
	waiting := a.counted("new")
	a.press(keyEscape)
	a.press("t")
	a.press("d")
	a.sees("drafting", anything)
	r.picture(t, "queue-drafting")
	a.until("most reviews to be drafted", func() bool { return a.counted("drafted") > waiting/2 && a.counted("drafting") == 0 })
}

// TestADismissalIsExplainedAndTakenBack dismisses a review for a reason, and
// takes that back with one key.
func TestADismissalIsExplainedAndTakenBack(t *testing.T) {
	a, _ := triage(t, "dismissal")
	a.press(keyEscape)
	a.press("e")
	a.lands("reason")
	a.press(keyEnter)
	a.sees("reason", blank)
	if a.counted("dismissed") > 0 {
		t.Fatal("dismissed without a reason")
	}
	a.write("hors sujet")
	a.press(keyEnter)
	a.until("the review dismissed", func() bool { return a.counted("dismissed") == 1 })
	a.press(keyEscape)
	a.press("z")
	a.until("the dismissal taken back", func() bool { return a.counted("dismissed") == 0 })
}

// TestFourEyesHandOver has one person submit and another validate: the first
// cannot do both.
func TestFourEyesHandOver(t *testing.T) {
	a, r := triage(t, "foureyes")
	a.calls(nil, "Set", "rules.four_eyes", "true")
	var id int64
	a.look(&id, `return Number(document.querySelector('[data-testid^="card-"][aria-current="true"]').dataset.testid.slice(5))`)
	a.drafts(id)
	a.press(keyEscape)
	a.press("v")
	a.until("the reply submitted", func() bool { return a.counted("submitted") == 1 })
	a.calls(nil, "Set", "person", "Ana Petit")
	a.press(keyEscape)
	a.tabTo("tab-todo")
	for range 2 {
		a.press(keyRight)
	}
	a.sees("found", func(text string) bool { return strings.HasPrefix(text, "1\u00a0") })
	a.press(keyEscape)
	a.press("j")
	a.sees("validate", anything)
	r.picture(t, "foureyes-validate")
	a.press(keyControl, keyEnter)
	a.until("the colleague to validate", func() bool { return a.counted("validated") == 1 })
}

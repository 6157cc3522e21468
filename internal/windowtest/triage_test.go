//go:build window

package windowtest

import (
	"strconv"
	"strings"
	"testing"
)

// listed is what the journeys of triage compare of the list.
type listed struct {
	Cards []struct {
		ID int64 `json:"id"`
	} `json:"cards"`
}

func (a agent) listed(tab string, filters map[string]any) (ids []int64) {
	a.Helper()
	var page listed
	a.calls(&page, "Queue", map[string]any{"tab": tab, "filters": filters, "limit": 50})
	for _, c := range page.Cards {
		ids = append(ids, c.ID)
	}
	return ids
}

// triage opens a window on the sample queue.
func triage(t *testing.T, name string) (agent, rig) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, name, t.TempDir())}
	a.begins()
	a.imports(sampleFile(t))
	a.opensFirst()
	return a, r
}

// TestAViewIsKeptAndFoundAgain narrows the list, gives what it shows a name,
// shows all again, and comes back to the view.
func TestAViewIsKeptAndFoundAgain(t *testing.T) {
	a, r := triage(t, "triage-view")
	whole := len(a.listed("todo", nil))
	a.press("/")
	a.lands("view")
	a.tabTo("filter-negative")
	a.press(" ")
	negative := len(a.listed("todo", map[string]any{"sentiments": []string{"negative"}}))
	if negative == 0 || negative == whole {
		t.Fatalf("%d of %d are negative: the sample proves nothing", negative, whole)
	}
	a.sees("found", containing(strconv.Itoa(negative)))
	r.picture(t, "triage-filters")
	a.press(keyEscape)
	a.press("/")
	a.lands("view")
	a.tabTo("view-name")
	a.write("Plaintes")
	a.press(keyEnter)
	a.sees("notice", containing("Plaintes"))
	a.press(keyEscape)
	a.press("/")
	a.lands("view")
	a.tabTo("filters-clear")
	a.press(keyEnter)
	a.sees("found", containing(strconv.Itoa(whole)))
	a.press(keyEscape)
	a.press("/")
	a.lands("view")
	a.press(keyDown)
	a.press(keyEnter)
	a.sees("found", containing(strconv.Itoa(negative)))
}

// TestManyAreGivenAwayAndTakenBack chooses two reviews, sees how many it
// would change, gives them to somebody, and takes that back.
func TestManyAreGivenAwayAndTakenBack(t *testing.T) {
	a, r := triage(t, "triage-many")
	a.press(keyEscape)
	a.press(".")
	a.press("j")
	a.press(" ")
	a.sees("many", containing("2"))
	a.press(keyControl, "b")
	a.tabTo("many-assign")
	a.press(keyEnter)
	a.lands("many-said")
	a.write("Ana")
	a.sees("many-foreseen", containing("2"))
	r.picture(t, "triage-many")
	a.press(keyEnter)
	hers := map[string]any{"assignee": "Ana"}
	a.until("two reviews given to Ana", func() bool { return len(a.listed("todo", hers)) == 2 })
	a.lands("queue")
	a.press("z")
	a.until("none of them hers", func() bool { return len(a.listed("todo", hers)) == 0 })
}

// TestAReviewIsPutOffAndBack puts the open review off to tomorrow and takes
// that back.
func TestAReviewIsPutOffAndBack(t *testing.T) {
	a, r := triage(t, "triage-snooze")
	whole := len(a.listed("todo", nil))
	a.press(keyEscape)
	a.press("h")
	a.lands("snooze-tomorrow")
	r.picture(t, "triage-snooze")
	a.press(keyEnter)
	a.until("one review less to do", func() bool { return len(a.listed("todo", nil)) == whole-1 })
	a.lands("queue")
	if off := a.listed("todo", map[string]any{"asleep": true}); len(off) != 1 {
		t.Fatalf("%d reviews are put off", len(off))
	}
	a.press(keyEscape)
	a.press("z")
	a.until("it is back", func() bool { return len(a.listed("todo", nil)) == whole })
}

// TestWordsAreFoundAsTyped searches as the agent types, and marks what it finds.
func TestWordsAreFoundAsTyped(t *testing.T) {
	a, r := triage(t, "triage-search")
	a.press(keyControl, "k")
	a.lands("search")
	a.write("guich")
	a.until("only what was found", func() bool {
		text, ok := a.shown("found")
		return ok && strings.HasPrefix(text, strconv.Itoa(len(a.found("guich"))))
	})
	a.press(keyEnter)
	a.lands("queue")
	a.until("the hit marked in the list and in the text", func() bool {
		var marked bool
		a.look(&marked, `return !!document.querySelector('[data-testid=queue] mark') && !!document.querySelector('[data-testid=review-text] .hit')`)
		return marked
	})
	r.picture(t, "triage-search")
}

func (a agent) found(words string) []int64 {
	a.Helper()
	var page listed
	a.calls(&page, "Queue", map[string]any{"tab": "todo", "search": words, "limit": 50})
	ids := []int64{}
	for _, c := range page.Cards {
		ids = append(ids, c.ID)
	}
	return ids
}

// TestPanesKeepTheirWidths moves a separator by its keys and finds it there
// after a restart.
func TestPanesKeepTheirWidths(t *testing.T) {
	r := newRig(t, true)
	profile, after := t.TempDir(), 0
	t.Run("moved", func(t *testing.T) {
		a := agent{t, r.drive(t, "triage-panes", profile)}
		a.begins()
		a.imports(sampleFile(t))
		a.opensFirst()
		before := a.width()
		a.tabTo("split-queue")
		a.press(keyLeft)
		a.press(keyLeft)
		a.until("a narrower list", func() bool { return a.width() < before })
		after = a.width()
		a.remembers("panes", "21.5")
	})
	t.Run("kept", func(t *testing.T) {
		a := agent{t, r.drive(t, "triage-panes-again", profile)}
		a.until("the same width", func() bool { return a.width() == after })
	})
}

func (a agent) width() (px int) {
	a.Helper()
	a.look(&px, `return document.querySelector('[data-testid=queue]')?.offsetWidth ?? 0`)
	return px
}

//go:build window

package windowtest

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// patience is how long the window may take for one thing, on a machine that
// is busy compiling beside it.
const patience = 20 * time.Second

// agent is somebody at the keyboard: it presses keys and looks at the screen.
// It never clicks, and never focuses anything but by a key.
type agent struct {
	testing.TB
	window *session
}

func (a agent) press(keys ...string) {
	a.Helper()
	if err := a.window.press(keys...); err != nil {
		a.Fatalf("pressing %q: %v", keys, err)
	}
}

func (a agent) write(text string) {
	a.Helper()
	if err := a.window.write(text); err != nil {
		a.Fatalf("typing: %v", err)
	}
}

// fill replaces what the focused field holds.
func (a agent) fill(text string) {
	a.Helper()
	a.press(keyControl, "a")
	a.write(text)
}

// focused gives the data-testid of what has the focus, "" for none.
func (a agent) focused() string {
	a.Helper()
	var id string
	a.look(&id, `return document.activeElement?.dataset?.testid ?? ''`)
	return id
}

func (a agent) look(value any, script string, args ...any) {
	a.Helper()
	if err := a.window.run(value, script, args...); err != nil {
		a.Fatalf("looking at the screen: %v", err)
	}
}

// shown gives the text of an element or the value of a field; ok is false
// when it is not on the screen.
func (a agent) shown(testid string) (text string, ok bool) {
	a.Helper()
	var found *string
	a.look(&found, `const e = document.querySelector('[data-testid="' + arguments[0] + '"]');
return e && e.getClientRects().length ? (e.value ?? e.innerText) : null`, testid)
	if found == nil {
		return "", false
	}
	return *found, true
}

// sees waits until an element is on the screen and its text passes.
func (a agent) sees(testid string, passes func(text string) bool) {
	a.Helper()
	a.until("the screen to show "+testid, func() bool {
		text, ok := a.shown(testid)
		return ok && passes(text)
	})
}

func anything(string) bool { return true }

func blank(text string) bool { return strings.TrimSpace(text) == "" }

func filled(text string) bool { return !blank(text) }

// containing looks for words whatever the width of their spaces: the page
// shows users' texts with no-break spaces where French has them.
func containing(part string) func(string) bool {
	return func(text string) bool { return strings.Contains(spaced.Replace(text), spaced.Replace(part)) }
}

var spaced = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// lands waits until the focus is on an element.
func (a agent) lands(testid string) {
	a.Helper()
	a.until("the focus on "+testid, func() bool { return a.focused() == testid })
}

// tabTo presses Tab until the focus is on an element.
func (a agent) tabTo(testid string) {
	a.Helper()
	passed := []string{}
	for range 80 {
		a.press(keyTab)
		at := a.focused()
		if at == testid {
			return
		}
		passed = append(passed, at)
	}
	a.Fatalf("Tab never reaches %s, only %q", testid, passed)
}

func (a agent) until(what string, ask func() bool) {
	a.Helper()
	waitFor(a, what, patience, func() (bool, error) { return ask(), nil })
}

// calls gives what a method of the bound Desk answers, to compare what the
// screen shows with what is stored.
func (a agent) calls(answer any, method string, args ...any) {
	a.Helper()
	passed, err := json.Marshal(append([]any{}, args...))
	if err != nil {
		a.Fatal(err)
	}
	call := "window.go.app.Desk." + method + "(...JSON.parse(arguments[0]))"
	if err := a.window.await(answer, call, string(passed)); err != nil {
		a.Fatalf("%s: %v", method, err)
	}
}

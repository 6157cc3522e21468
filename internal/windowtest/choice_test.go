//go:build window

package windowtest

import "testing"

// choices are what the journey compares of the versions of a reply.
type choices struct {
	Reply *struct {
		Number int    `json:"number"`
		Body   string `json:"body"`
	} `json:"reply"`
	Versions []struct {
		Number   int    `json:"number"`
		Rejected string `json:"rejected"`
		Wish     struct {
			Length string `json:"length"`
		} `json:"wish"`
	} `json:"versions"`
}

// TestChoosingAmongDrafts asks for a shorter draft, compares the two, takes the
// first back, undoes that, and rejects the one beside it, without the mouse.
func TestChoosingAmongDrafts(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "choice", t.TempDir())}
	a.begins()
	a.imports(sampleFile(t))
	id := a.opensFirst()
	a.drafts(id)
	a.press(keyEscape)

	a.press("a")
	a.sees("wish-draft", anything)
	r.picture(t, "choice-otherwise")
	a.press(keyDown) // the radio after the usual length
	a.press(keyEnter)
	a.until("a second, shorter version", func() bool {
		c := a.choices(id)
		return len(c.Versions) == 2 && c.Versions[0].Wish.Length == "short"
	})

	a.press(keyEscape)
	a.press("w")
	a.sees("beside", anything)
	r.picture(t, "choice-beside")
	a.press("u")
	a.until("the first version in force", func() bool { return a.choices(id).Reply.Number == 1 })
	a.sees("notice", containing("La version 1"))
	a.press("z")
	a.until("the second in force again", func() bool { return a.choices(id).Reply.Number == 2 })
	a.until("the key to be about the first", func() (yes bool) { // the window has heard of it too
		a.look(&yes, `return !!document.querySelector('[data-testid="reject-open-1"][aria-keyshortcuts]')`)
		return yes
	})

	a.press("g")
	a.sees("reject-confirm", anything)
	r.picture(t, "choice-reject")
	a.press(keyDown) // a reason
	a.press(keyEnter)
	a.until("the version beside it rejected", func() bool {
		for _, v := range a.choices(id).Versions {
			if v.Number == 1 {
				return v.Rejected != ""
			}
		}
		return false
	})
	r.picture(t, "choice-rejected")
}

func (a agent) choices(id int64) (c choices) {
	a.Helper()
	a.calls(&c, "Open", id)
	return c
}

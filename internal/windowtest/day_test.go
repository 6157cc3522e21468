//go:build window

package windowtest

import (
	"testing"
)

// current gives the number of the review that stands open.
func (a agent) current() (id int64) {
	a.Helper()
	a.look(&id, `return Number(document.querySelector('[data-testid="review"]')?.dataset.id ?? 0)`)
	return id
}

func (a agent) state(id int64) string {
	a.Helper()
	return a.dossier(id).Review.State
}

// TestAStretchOfTheDay goes on and back, passes over one, validates one and
// comes to the next, dismisses that, and takes both back, the last one first,
// when their notices have gone.
func TestAStretchOfTheDay(t *testing.T) {
	a, r := triage(t, "day")
	a.press(keyEscape)
	first := a.current()
	a.press("j")
	a.until("the next review", func() bool { return a.current() != first })
	a.press("k")
	a.until("the first again", func() bool { return a.current() == first })
	a.press("n")
	a.until("one passed over", func() bool { return a.current() != first })
	id := a.current()
	if a.state(first) != "new" {
		t.Errorf("the review that was passed over is %q", a.state(first))
	}
	a.drafts(id)
	a.press(keyEscape)
	a.validates(id)
	a.until("the next one open", func() bool { return a.current() != id && a.current() != 0 })
	r.picture(t, "day-next")
	next := a.current()
	a.press(keyEscape)
	a.press("e")
	a.lands("reason")
	a.write("hors sujet")
	a.press(keyEnter)
	a.until("it dismissed", func() bool { return a.state(next) == "dismissed" })
	a.closesNotice()

	a.press(keyEscape)
	a.press("z")
	a.until("the dismissal taken back", func() bool { return a.state(next) == "new" })
	a.sees("notice", containing("Défait\u00a0: avis écarté"))
	a.press("z")
	a.until("the validation taken back", func() bool { return a.state(id) == "drafted" })
	a.sees("notice", containing("Défait\u00a0: réponse validée"))
	a.until("it on screen again", func() bool { return a.current() == id })
	r.picture(t, "day-undone")
}

// closesNotice walks to the notice and closes it; the focus comes back.
func (a agent) closesNotice() {
	a.Helper()
	a.sees("undo", anything)
	a.tabTo("undo")
	a.press(keyTab)
	a.press(keyEnter)
	a.sees("notice", blank)
}

// TestPassingOnAmongAll: in the list of all reviews, N passes over one that has
// its reply, where J stops at it.
func TestPassingOnAmongAll(t *testing.T) {
	a, _ := triage(t, "passing")
	a.press(keyEscape)
	first := a.current()
	a.press("j")
	a.until("the second review", func() bool { return a.current() != first })
	answered := a.current()
	a.drafts(answered)
	a.validates(answered)
	a.until("the third review", func() bool { return a.current() != answered })
	third := a.current()
	a.press(keyEscape)
	a.tabTo("tab-todo")
	a.press(keyLeft) // the last tab: all of them
	a.sees("found", containing("44"))
	a.press(keyEscape)
	for _, id := range []int64{answered, first} {
		a.press("k")
		a.until("the review before it", func() bool { return a.current() == id })
	}
	a.press("n")
	a.until("the review after the one with its reply", func() bool { return a.current() == third })
}

// TestTheSheetOfKeys opens with “?”, is searched, says the keys in force, and
// gives the focus back where it was.
func TestTheSheetOfKeys(t *testing.T) {
	a, r := triage(t, "help")
	a.press(keyEscape)
	a.lands("queue")
	a.press("?")
	a.lands("help-filter")
	a.sees("help", containing("Valider et suivant"))
	r.picture(t, "help-sheet")
	a.write("reporter")
	a.until("one line of it", func() bool {
		text, _ := a.shown("help")
		return containing("Reporter l’avis")(text) && !containing("Valider et suivant")(text)
	})
	a.press(keyEscape)
	a.lands("queue")
	if _, still := a.shown("help"); still {
		t.Error("the sheet stays open")
	}
}

// TestAModelIsAdvised: without any model the page says what is missing, measures
// this machine, and says which models its memory carries.
func TestAModelIsAdvised(t *testing.T) {
	a, r := triage(t, "advice")
	a.press(keyEscape)
	a.press("m")
	a.sees("models", containing("La trame écrit les brouillons en attendant"))
	a.tabTo("advise")
	a.press(keyEnter)
	a.sees("machine", containing("de mémoire"))
	a.sees("candidates", containing("Go"))
	a.lands("advise")
	r.picture(t, "advice")
	var links int
	a.look(&links, `return document.querySelectorAll('[data-testid="models"] a').length`)
	if links > 0 {
		t.Errorf("%d links lead out of this workstation", links)
	}
}

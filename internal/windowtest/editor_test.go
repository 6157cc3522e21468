//go:build window

package windowtest

import (
	"os/exec"
	"strings"
	"testing"
)

// Keys of the editor's own (W3C WebDriver, 17.4.2).
const (
	keyHome = "\ue011"
	keyUp   = "\ue013"
	keyF8   = "\ue038"
)

// TestWritingTheReply writes into a draft by keyboard: what is misspelt and
// what the checks find is underlined, told and mended where it stands.
func TestWritingTheReply(t *testing.T) {
	r := newRig(t, true)
	a, id := r.writing(t, "editor", "spplus 2500")
	a.takesStyles()

	a.write(" Nous soignons l’acceuil de tous.")
	a.flagged("spelling", "l’acceuil")
	r.picture(t, "editor-spelling")
	a.press(keyControl, ";")
	a.sees("flag-card", containing("l’accueil"))
	r.picture(t, "editor-spelling-card")
	a.press(keyEnter)
	a.sees("reply-body", containing("soignons l’accueil de tous"))

	a.learns("guichetiste")

	a.press(keyControl, keyEnd)
	a.write(" Appelez le 01 99 00 12 34 demain.")
	a.flagged("block", "01 99 00 12 34")
	a.press(keyControl, keyHome)
	a.until("F8 to come to the number", func() bool {
		a.press(keyF8)
		return a.selected() == "01 99 00 12 34"
	})
	a.sees("flag-card", filled)
	r.picture(t, "editor-finding-card")
	a.press(keyEscape)
	a.lands("reply-body")
	a.write("le 3939")
	a.sees("reply-body", containing("Appelez le le 3939 demain."))
	a.press(keyControl, "z")
	a.sees("reply-body", containing("01 99 00 12 34"))
	a.leavesWithTab(id)
}

// TestInsertingAndComparing puts ready words into a draft, sees what changed
// since, and takes the draft back, by keyboard.
func TestInsertingAndComparing(t *testing.T) {
	r := newRig(t, true)
	a, id := r.writing(t, "insert", "spplus 100")
	a.press(keyControl, "j")
	a.lands("insert-filter")
	r.picture(t, "insert-menu")
	a.write("samedi")
	a.press(keyEnter)
	a.lands("reply-body")
	a.sees("reply-body", containing(housePhrase))
	a.until("the phrase to be stored", func() bool { return strings.Contains(a.dossier(id).Reply.Text, housePhrase) })
	a.sees("count", containing("de trop"))

	a.press(keyEscape)
	a.press("y")
	a.sees("diff", containing(housePhrase))
	a.sees("changes-count", containing("1"))
	r.picture(t, "insert-changes")
	a.press("u")
	a.until("the draft to be in force again", func() bool { return a.choices(id).Reply.Number == 1 })
	a.press(keyEscape)
	a.sees("reply-body", func(text string) bool { return !strings.Contains(text, housePhrase) })
}

const housePhrase = "Nos guichets ouvrent aussi le samedi matin."

// writing opens a draft under a limit and puts the caret at the end of its text.
func (r rig) writing(t *testing.T, name, limits string) (agent, int64) {
	t.Helper()
	profile := t.TempDir()
	r.prepares(t, profile, limits)
	a := agent{t, r.drive(t, name, profile)}
	id := a.opensFirst()
	a.draftsShort(id)
	a.press(keyEscape)
	a.press(keyEnter)
	a.lands("reply-body")
	a.press(keyControl, keyEnd)
	return a, id
}

// leavesWithTab sees that Tab is no character of the text, and that all of the
// text is stored once it is left.
func (a agent) leavesWithTab(id int64) {
	a.Helper()
	a.press(keyTab)
	if a.focused() == "reply-body" {
		a.Error("Tab does not leave the text")
	}
	text, _ := a.shown("reply-body")
	if strings.Contains(text, "\t") {
		a.Error("Tab was typed into the text")
	}
	a.until("all of it to be stored", func() bool {
		return strings.Contains(a.dossier(id).Reply.Text, strings.TrimSpace(text))
	})
}

// prepares fills a profile by verb: a service, a person, the sample queue.
func (r rig) prepares(t *testing.T, profile, limits string) {
	t.Helper()
	for _, words := range [][]string{
		{"settings", "set", "service.name", "Mairie de Valbourg"},
		{"settings", "set", "person", "Camille Martin"},
		{"settings", "set", "frame.phrases", housePhrase},
		{"settings", "set", "rules.limits", limits},
		{"import", sampleFile(t)},
	} {
		if out, err := exec.Command(r.binary, append(words, "--data", profile)...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", words[0], err, out)
		}
	}
}

// learns types a word that no dictionary has and puts it into the agent's own:
// the last choice of its card, which is one before the first.
func (a agent) learns(word string) {
	a.Helper()
	a.press(keyControl, keyEnd)
	a.write(" Le " + word + " vous attend.")
	a.flagged("spelling", word)
	a.press(keyControl, ";")
	a.sees("flag-card", containing("Ajouter"))
	a.press(keyUp)
	a.press(keyEnter)
	a.until("the word to be kept", func() bool {
		var kept map[string]string
		a.calls(&kept, "Preferences")
		return strings.Contains(kept["words"], word)
	})
	a.until("the word to be no longer flagged", func() (gone bool) {
		a.look(&gone, `return !document.querySelector('.flag.spelling')`)
		return gone
	})
}

// takesStyles sees that the editor's styles stand in a sheet that the page's
// policy allows.
func (a agent) takesStyles() {
	a.Helper()
	var styles struct {
		Elements int `json:"elements"`
		Rules    int `json:"rules"`
	}
	a.look(&styles, `return {
  elements: document.querySelectorAll('style').length,
  rules: document.adoptedStyleSheets.reduce((n, s) => n + s.cssRules.length, 0),
}`)
	if styles.Elements > 0 || styles.Rules == 0 {
		a.Errorf("the editor’s styles: %d refused elements, %d adopted rules", styles.Elements, styles.Rules)
	}
}

// flagged waits until words are underlined by a kind of flag.
func (a agent) flagged(kind, words string) {
	a.Helper()
	a.until(words+" to be flagged", func() (found bool) {
		a.look(&found, `return [...document.querySelectorAll('.flag.' + arguments[0])].some((e) => e.textContent === arguments[1])`, kind, words)
		return found
	})
}

func (a agent) selected() (words string) {
	a.Helper()
	a.look(&words, `return String(getSelection())`)
	return words
}

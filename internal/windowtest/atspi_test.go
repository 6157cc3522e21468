//go:build window

package windowtest

import (
	"strings"
	"testing"
)

// TestScreenReader takes the main journey and hears, at each step, what the
// binary that ships tells a screen reader: the first fields by their names, the
// queue and its reviews, the review's text, the reply's field and its words,
// the acts, and what was done.
func TestScreenReader(t *testing.T) {
	r, profile := newRig(t, true), t.TempDir()
	ear := reads(t)
	a := agent{t, r.drive(t, "atspi", profile)}
	a.sees("open-sample", anything)
	ear.hears("document", "Écritoire")
	ear.hears("entry", "Nom de votre service")
	ear.hears("button", "Ouvrir la file d’exemple")
	a.begins()
	a.imports(sampleFile(t))
	id := a.opensFirst()
	title := a.dossier(id).Review.Title
	ear.hears("page tab", "À traiter")
	ear.hears("list box", "Avis de la file")
	ear.hears("list item", title)
	ear.hears("article", title)
	a.drafts(id)
	a.press(keyEscape)
	a.press(keyEnter)
	a.lands("reply-body")
	body := ear.hears("entry", "Corps de la réponse")
	ear.reads(body, a)
	ear.hears("button", "Valider et suivant")
	a.validates(id)
	ear.hears("button", "Défaire")
	a.until("another review to be told", func() bool {
		_, still := ear.find(ear.tree("ecritoire"), "article", title)
		return !still
	})
}

// reads compares what a screen reader gets of the reply's field with what the
// screen shows, and asks whether the keys go there.
func (r reader) reads(field node, a agent) {
	r.Helper()
	shown, _ := a.shown("reply-body")
	first, _, _ := strings.Cut(strings.TrimSpace(shown), ".")
	said := r.text(field.accessible)
	for _, n := range r.under(field.accessible, 0) {
		said += n.name + r.text(n.accessible)
	}
	if first == "" || !strings.Contains(said, first) {
		r.Errorf("of the reply’s body, which begins with %d characters, a screen reader gets %d", len([]rune(first)), len([]rune(said)))
	}
	if !r.focused(field.accessible) {
		r.Error("a screen reader does not learn that the reply’s body has the focus")
	}
}

// hears waits until the window tells of an object of this role whose name or
// text holds a part.
func (r reader) hears(role, part string) (found node) {
	r.Helper()
	var all []node
	defer func() {
		if r.Failed() {
			r.Logf("told instead:\n%s", outline(all))
		}
	}()
	waitFor(r, "the "+role+" “"+part+"” to be told", patience, func() (ok bool, err error) {
		all = r.tree("ecritoire")
		found, ok = r.find(all, role, part)
		return ok, nil
	})
	return found
}

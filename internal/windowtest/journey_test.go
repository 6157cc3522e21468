//go:build window

package windowtest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// sentence is what the agent of the journey adds to the draft by hand.
const sentence = "L’équipe de l’accueil a lu votre avis ce matin."

// dossier is what the journey compares of an opened review.
type dossier struct {
	Review struct {
		ID         int64  `json:"id"`
		ExternalID string `json:"external_id"`
		State      string `json:"state"`
		Title      string `json:"title"`
	} `json:"review"`
	Reply *struct {
		Text string `json:"text"`
	} `json:"reply"`
}

// TestJourney takes one review from import to export without the mouse, on
// the binary that ships and a profile that has never been used.
func TestJourney(t *testing.T) {
	r := newRig(t, true)
	out := filepath.Join(t.TempDir(), "réponses.csv")
	a := agent{t, r.drive(t, "journey", t.TempDir())}

	a.begins()
	r.picture(t, "journey-first-run")
	a.imports(sampleFile(t))
	id := a.opensFirst()
	a.drafts(id)
	r.picture(t, "journey-draft")
	a.edits(id)
	a.validates(id)
	r.picture(t, "journey-next")
	a.exports(out)
	r.picture(t, "journey-exported")
	exported(t, out, a.dossier(id))
}

// TestDark keeps a picture of the window on a desktop that is set dark.
func TestDark(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "dark", t.TempDir(), "GTK_THEME=Adwaita:dark")}
	a.begins()
	a.imports(sampleFile(t))
	a.drafts(a.opensFirst())
	var dark bool
	a.look(&dark, `return matchMedia('(prefers-color-scheme: dark)').matches`)
	if !dark {
		t.Error("the window does not learn that the desktop is dark")
	}
	r.picture(t, "dark-draft")
}

func sampleFile(tb testing.TB) string {
	tb.Helper()
	file, err := filepath.Abs("../intake/sample/avis.csv")
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		tb.Fatal(err)
	}
	return file
}

// begins says on the first-run screen who is at work here.
func (a agent) begins() {
	a.Helper()
	a.sees("open-sample", anything)
	a.tabTo("first-service")
	a.fill("Mairie de Valbourg")
	a.tabTo("first-person")
	a.fill("Camille Martin")
}

// imports types the path of a file in Échanges.
func (a agent) imports(file string) {
	a.Helper()
	a.tabTo("nav-exchange")
	a.press(keyEnter)
	a.sees("import-path", anything)
	a.tabTo("import-path")
	a.fill(file)
	a.tabTo("import-run")
	a.press(keyEnter)
	a.until("the reviews to be imported", func() bool {
		var status struct {
			Counts map[string]int `json:"counts"`
		}
		a.calls(&status, "Status")
		return status.Counts["exported"] > 0 || status.Counts["new"] > 0
	})
}

// opensFirst goes back to the queue and gives the number of the review that
// stands open there.
func (a agent) opensFirst() int64 {
	a.Helper()
	a.press(keyEscape)
	a.until("the queue to fill", func() (any bool) {
		a.look(&any, `return !!document.querySelector('[data-testid="queue"] [data-testid^="card-"]')`)
		return any
	})
	if text, _ := a.shown("review-text"); blank(text) {
		a.press("j")
	}
	a.sees("review-text", filled)
	var id int64
	a.look(&id, `return Number(document.querySelector('[data-testid^="card-"][aria-current="true"], [data-testid^="card-"][aria-selected="true"]')?.dataset.testid.slice(5) ?? 0)`)
	if id == 0 {
		a.Fatal("no card of the queue says that it is the one open")
	}
	return id
}

// drafts asks for a draft, unless one is on its way, and waits until it is
// whole and the window offers to write another.
func (a agent) drafts(id int64) {
	a.Helper()
	a.draftsShort(id)
	a.sees("reply-body", func(text string) bool { return len(text) > 80 })
}

// draftsShort is drafts where a limit may leave a few words.
func (a agent) draftsShort(id int64) {
	a.Helper()
	if a.dossier(id).Review.State == "new" {
		a.press(keyControl, "g")
	}
	a.until("the draft to be whole", func() bool { return a.dossier(id).Review.State == "drafted" })
	a.sees("draft", anything)
	a.sees("reply-body", filled)
}

// edits types a sentence at the end of the body and waits until it is stored.
func (a agent) edits(id int64) {
	a.Helper()
	a.press(keyEscape)
	a.press(keyEnter)
	a.lands("reply-body")
	a.press(keyControl, keyEnd)
	a.write(" " + sentence)
	a.sees("reply-body", containing(sentence))
	a.until("the sentence to be stored", func() bool {
		reply := a.dossier(id).Reply
		return reply != nil && strings.Contains(reply.Text, sentence)
	})
	a.sees("saved", anything)
}

// validates, and writes the reason where a blocking finding asks for one.
func (a agent) validates(id int64) {
	a.Helper()
	validated := func() bool { return a.dossier(id).Review.State == "validated" }
	a.press(keyControl, keyEnter)
	a.until("the review to be validated, or a reason asked", func() bool {
		return validated() || a.focused() == "reason"
	})
	if a.focused() == "reason" {
		a.write("Vérifié avec le service concerné.")
		a.press(keyControl, keyEnter)
		a.until("the review to be validated", validated)
	}
}

// exports types where the validated replies go.
func (a agent) exports(file string) {
	a.Helper()
	a.press(keyEscape)
	a.press("x")
	a.lands("export-path")
	a.fill(file)
	a.tabTo("export-run")
	a.press(keyEnter)
	a.sees("export-result", containing(filepath.Base(file)))
}

func (a agent) dossier(id int64) dossier {
	a.Helper()
	var d dossier
	a.calls(&d, "Open", id)
	return d
}

// exported checks that the file carries the reply, under the source's own id.
func exported(t *testing.T, file string, d dossier) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(raw), sentence) {
		t.Errorf("the exported file lacks the sentence that the agent typed:\n%s", raw)
	}
	if !regexp.MustCompile(`(?m)(^|[;,"])` + regexp.QuoteMeta(d.Review.ExternalID) + `($|[;,"])`).Match(raw) {
		t.Errorf("the exported file lacks the source’s id %q:\n%s", d.Review.ExternalID, raw)
	}
	if d.Review.State != "exported" {
		t.Errorf("after the export the review is %q", d.Review.State)
	}
}

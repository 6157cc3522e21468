//go:build window

package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// survey is a table that no format knows. Its third row has no date.
const survey = `Horodatage;Zone;Propos
12/09/2026 10:04;Annexe;"Accueil très aimable, mais une heure d’attente pour un retrait."
13/09/2026 09:30;Centre;Impossible de joindre le service au téléphone depuis lundi.
un mardi;Annexe;Le parking est trop petit.
14/09/2026 16:20;Annexe;Merci à la dame du guichet pour sa patience.
`

func fileOf(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// opens shows a file in Échanges, down to its preview.
func (a agent) opens(file string) {
	a.Helper()
	a.tabTo("nav-exchange")
	a.press(keyEnter)
	a.tabTo("import-path")
	a.fill(file)
	a.press(keyEnter)
}

// picks moves a choice with the arrow until it shows what is wanted.
func (a agent) picks(testid, want string) {
	a.Helper()
	a.tabTo(testid)
	for range 12 {
		if value, _ := a.shown(testid); value == want {
			return
		}
		a.press(keyDown)
	}
	a.Fatalf("%s never offers %q", testid, want)
}

func (a agent) counts() (all int) {
	a.Helper()
	var status struct {
		Counts map[string]int `json:"counts"`
	}
	a.calls(&status, "Status")
	for _, n := range status.Counts {
		all += n
	}
	return all
}

// TestFirstRunWithinThreeClicks: from an empty profile and a file of the
// agent’s own to a draft that is whole.
func TestFirstRunWithinThreeClicks(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "first", t.TempDir())}
	a.begins()
	a.look(new(any), `window.clicks = 0; addEventListener('click', () => window.clicks++, true); return null`)
	a.sees("first-model", containing("plus tard"))
	a.tabTo("import-path")
	a.write(sampleFile(t))
	a.press(keyEnter)
	a.lands("import-run")
	a.sees("import-foreseen", containing("nouveaux avis"))
	r.picture(t, "first-preview")
	a.press(keyEnter)
	a.sees("reply-body", func(text string) bool { return len(text) > 80 })
	a.sees("draft", anything)
	var clicks int
	a.look(&clicks, `return window.clicks`)
	if clicks < 1 || clicks > 3 {
		t.Errorf("the draft took %d clicks", clicks)
	}
	if focus := a.focused(); focus != "reply-body" {
		t.Errorf("the focus is on %q, not in the draft", focus)
	}
	r.picture(t, "first-draft")
}

// TestImportByMapping: a table that no format knows is mapped, looked at again
// and imported; its bad row is mended; the same columns are known afterwards.
func TestImportByMapping(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "mapping", t.TempDir())}
	a.begins()
	file := fileOf(t, "enquete.csv", survey)
	a.opens(file)
	a.lands("map-text")
	a.sees("import-read", containing("Format incertain"))
	r.picture(t, "mapping-asked")
	a.picks("map-text", "Propos")
	a.sees("import-foreseen", containing("3\u00a0nouveaux avis, 1\u00a0ligne mise de côté"))
	a.sees("import-rows", containing("une heure d’attente"))
	r.picture(t, "mapping-shown")
	a.tabTo("import-run")
	a.press(keyEnter)
	a.lands("import-open")
	if n := a.counts(); n != 3 {
		t.Errorf("%d reviews are in", n)
	}
	a.mends(r)

	a.opens(file)
	a.lands("import-run")
	a.sees("import-read", containing("import précédent"))
	a.sees("import-foreseen", containing("4\u00a0doublons"))
}

// mends the one row that stands aside, first wrongly.
func (a agent) mends(r rig) {
	a.Helper()
	a.tabTo("import-aside")
	a.press(keyEnter)
	a.sees("quarantine-count", containing("1\u00a0ligne attend"))
	var page struct {
		Rows []struct {
			ID   int64  `json:"id"`
			Line int    `json:"line"`
			Raw  string `json:"raw"`
		} `json:"rows"`
	}
	a.calls(&page, "Quarantine", 0, 0)
	row := page.Rows[0]
	if row.Line != 4 {
		a.Errorf("the row is said to stand on line %d", row.Line)
	}
	a.tabTo(fmt.Sprintf("row-%d", row.ID))
	a.press(keyEnter)
	a.lands("row-text")
	a.press(keyControl, keyEnter)
	a.sees("row-why", containing("date"))
	r.picture(a, "quarantine-stays")
	a.fill(strings.Replace(row.Raw, "un mardi", "15/09/2026", 1))
	a.press(keyControl, keyEnter)
	a.sees("quarantine-count", containing("Aucune ligne"))
	a.until("the mended review", func() bool { return a.counts() == 4 })
	if at := a.focused(); at == "" {
		var id string
		a.look(&id, `return document.activeElement.id`)
		if id != "quarantine" {
			a.Errorf("the focus fell to %q", id)
		}
	}
	r.picture(a, "quarantine-mended")
}

// TestAnImportIsUndone as a whole, and not once a reply hangs on it.
func TestAnImportIsUndone(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "undo-import", t.TempDir())}
	a.begins()
	a.imports(sampleFile(t))
	a.lands("import-open")
	a.tabTo("import-undo")
	a.press(keyEnter)
	a.until("the queue to be empty again", func() bool { return a.counts() == 0 })
	a.sees("batch-1", containing("annulé"))
	r.picture(t, "import-undone")

	a.imports(sampleFile(t))
	a.lands("import-open")
	a.drafts(a.opensFirst())
	before := a.counts()
	a.press(keyEscape)
	a.press("i")
	a.tabTo("batch-2-undo")
	a.press(keyEnter)
	a.sees("alerts", containing("ne peut plus être annulé"))
	r.picture(t, "import-kept")
	if n := a.counts(); n != before || n == 0 {
		t.Errorf("%d reviews of %d are left after the refusal", n, before)
	}
}

// TestClosingInMidImport stops a large import, then closes the window while it
// comes in again: the profile holds nothing of it, either way.
func TestClosingInMidImport(t *testing.T) {
	r := newRig(t, true)
	profile := t.TempDir()
	a := agent{t, r.drive(t, "closing-import", profile)}
	a.begins()
	var rows strings.Builder
	rows.WriteString("ID expérience,Date de publication,Titre,Description,Ressenti usager\n")
	for i := range 80_000 {
		fmt.Fprintf(&rows, "%d,05/09/2026,Guichet %d,Une demi-heure d’attente au guichet %d ce matin.,Négatif\n", i, i%9, i%31)
	}
	a.opens(fileOf(t, "grand.csv", rows.String()))
	a.lands("import-run")
	a.sees("import-foreseen", containing("Environ"))
	a.press(keyEnter)
	a.lands("import-stop")
	a.sees("import-step", containing("lignes lues"))
	a.press(keyEnter)
	a.lands("import-run")
	if n := a.counts(); n != 0 {
		t.Errorf("%d reviews are left of an import that was stopped", n)
	}
	a.press(keyEnter)
	a.lands("import-stop")
	a.sees("import-step", containing("lignes lues"))
	r.picture(t, "import-running")
	a.look(new(any), `window.runtime.Quit(); return null`)
	a.until("the window to be gone, with its lock", func() bool {
		return exec.Command(r.binary, "settings", "set", "person", "Camille", "--data", profile).Run() == nil
	})
	out, err := exec.Command(r.binary, "list", "--json", "--limit", "5", "--data", profile).Output()
	if err != nil || len(out) > 0 {
		t.Errorf("after closing in mid-import the queue holds %q, %v", out, err)
	}
}

// TestADroppedFileIsShown wherever the agent was when it was dropped. The
// toolkit's own word of a drop stands for the hand that the test has not.
func TestADroppedFileIsShown(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "dropped", t.TempDir())}
	a.begins()
	a.imports(sampleFile(t))
	a.opensFirst()
	file := fileOf(t, "enquête d’été.csv", survey)
	a.look(new(any), `window.runtime.EventsEmit('wails:file-drop', 10, 10, [arguments[0]]); return null`, file)
	a.lands("import-preview")
	a.sees("import-read", containing("Format incertain"))
	a.tabTo("import-leave")
	a.press(keyEnter)
	a.lands("import-path")
	if text, _ := a.shown("import-path"); text != "" {
		t.Errorf("%q is left of the file", text)
	}
}

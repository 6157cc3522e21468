//go:build window

package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// townSheets are the documents of a town hall that never was.
var townSheets = map[string]string{
	"cantine.md": `# Cantine scolaire

La cantine accueille les enfants des écoles de Valbourg.

## Inscription

L’inscription à la cantine se fait à la mairie avant le 15 juillet.
Il faut fournir :
- le carnet de santé,
- une attestation d’assurance.

## Tarifs

### Habitants de Valbourg

Le repas coûte 3,20 € pour les habitants.

### Autres communes

Le repas coûte 5 € pour les autres communes.
`,
	"dechets.md": `# Déchèterie

## Horaires

La déchèterie ouvre du mardi au samedi, de 9 h à 17 h.

## Encombrants

Le ramassage des encombrants se demande par téléphone, une semaine avant.
`,
}

// TestAsking asks the assistant, opens the source of its answer, copies it,
// sees it abstain, and finds the question among the missing sheets, without
// the mouse; once in light and once in dark.
func TestAsking(t *testing.T) {
	for name, environment := range map[string][]string{"ask": nil, "ask-dark": {"GTK_THEME=Adwaita:dark"}} {
		t.Run(name, func(t *testing.T) {
			r, profile := newRig(t, true), t.TempDir()
			r.buildsPack(t, profile)
			a := agent{t, r.drive(t, name, profile, environment...)}
			a.begins()
			a.imports(sampleFile(t))
			a.press(keyEscape)
			a.asks("Combien coûte un repas à la cantine ?")
			a.sees("statement-0", containing("Le repas coûte"))
			r.picture(t, name+"-answer")
			a.opensSource()
			r.picture(t, name+"-source")
			a.copiesAnswer()
			a.tabTo("ask-fresh")
			a.press(keyEnter)
			a.asks("Comment homologuer un drone agricole ?")
			a.sees("abstained", containing("fiches manquantes"))
			r.picture(t, name+"-abstained")
			a.findsMissing()
			r.picture(t, name+"-sheets")
		})
	}
}

// buildsPack makes a pack by the verb, as a town hall’s own technician would.
func (r rig) buildsPack(tb testing.TB, profile string) {
	tb.Helper()
	folder := tb.TempDir()
	for name, text := range townSheets {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	built := exec.Command(r.binary, "--data", profile, "sheets", "build", "--name", "mairie", folder)
	if out, err := built.CombinedOutput(); err != nil {
		tb.Fatalf("building a pack: %v: %s", err, out)
	}
}

// asks goes to the assistant by its key, and asks with Enter.
func (a agent) asks(question string) {
	a.Helper()
	a.press(keyEscape)
	a.press("q")
	a.lands("ask-question")
	a.fill(question)
	a.press(keyEnter)
	a.sees("answer", containing(question))
}

// opensSource opens the first source and sees the sheet’s date, its address as
// nothing but text, and the words that were cited.
func (a agent) opensSource() {
	a.Helper()
	a.tabTo("source-0-0")
	a.press(keyEnter)
	a.lands("sheet")
	a.sees("sheet-date", containing("Fiche à jour du"))
	a.sees("sheet-cited", containing("Le repas coûte"))
	var marked string
	a.look(&marked, `return document.querySelector('[data-testid="sheet"] mark')?.textContent ?? ''`)
	if !strings.Contains(marked, "Le repas coûte") {
		a.Errorf("marked in the sheet: %q", marked)
	}
	var links int
	a.look(&links, `return document.querySelectorAll('[data-testid="sheet"] a').length`)
	if links != 0 {
		a.Errorf("the sheet holds %d links", links)
	}
}

// copiesAnswer closes the sheet, which gives the focus back to its source, and
// puts the answer with its sources on the clipboard.
func (a agent) copiesAnswer() {
	a.Helper()
	a.press(keyEscape)
	a.lands("source-0-0")
	a.tabTo("ask-copy")
	a.press(keyEnter)
	a.sees("notice", containing("Copié"))
	var pasted string
	if err := a.window.await(&pasted, "window.runtime.ClipboardGetText()"); err != nil {
		a.Fatal(err)
	}
	if !strings.Contains(pasted, "3,20 €") || !strings.Contains(pasted, "— Cantine scolaire, fiche du ") {
		a.Errorf("on the clipboard: %q", pasted)
	}
}

// findsMissing searches the sheets, and sees the question that none answered.
func (a agent) findsMissing() {
	a.Helper()
	a.press(keyEscape)
	a.press("s")
	a.lands("sheets-question")
	a.fill("ramassage des encombrants")
	a.press(keyEnter)
	a.sees("passage-0", containing("encombrants"))
	a.sees("pack-mairie", containing("2"))
	var missing []struct {
		ID       int64  `json:"id"`
		Question string `json:"question"`
	}
	a.calls(&missing, "Missing")
	if len(missing) != 1 || !strings.Contains(missing[0].Question, "drone") {
		a.Errorf("missing sheets: %+v", missing)
	}
}

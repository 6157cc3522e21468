//go:build window

package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ecritoire/app"
	"ecritoire/internal/review"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// scene is one state of the window, and how to reach it from the first start.
type scene struct {
	name  string
	reach func(p page)
}

var scenes = []scene{
	{"first-run", func(p page) { p.sees("first-run") }},
	{"review-new", func(p page) { p.opensSample() }},
	{"review-drafted", func(p page) { p.opensDraft() }},
	{"review-history", func(p page) {
		p.opensDraft()
		p.openDetails()
	}},
	{"review-streaming", func(p page) { p.streams() }},
	{"review-submitted", func(p page) {
		id := p.opensDraft()
		p.must(p.window.Submit(id, p.dossier(id).Review.Version))
		p.opensIn("submitted")
	}},
	{"review-validated", func(p page) {
		p.validates(p.opensDraft())
		p.opensIn("validated")
	}},
	{"review-exported", func(p page) {
		p.validates(p.opensDraft())
		p.must(p.window.Export("csv", filepath.Join(p.TempDir(), "réponses.csv")))
		p.opensIn("done")
	}},
	{"review-sources", func(p page) {
		p.shelves()
		p.opensDraft()
	}},
	{"review-twins", func(p page) {
		p.opensSample()
		for range 6 { // to “Fuite d’eau signalée trois fois”, of which there are two
			p.press("j")
			p.settles()
		}
		p.sees("twins")
	}},
	{"list-empty", func(p page) {
		p.opensSample()
		p.press(kb.Escape)
		p.activate("tab-submitted")
		p.until("an empty list", `document.querySelector('[data-testid="found"]').textContent.startsWith('0')`)
	}},
	{"list-nothing-found", func(p page) {
		p.opensSample()
		p.fill("search", "anticonstitutionnellement")
		p.until("nothing found", `document.querySelector('[data-testid="found"]').textContent.startsWith('0')`)
	}},
	{"list-one", func(p page) {
		p.validates(p.opensDraft())
		p.opensIn("validated")
		p.calls("many", ".")
	}},
	{"review-like", func(p page) {
		p.opensSample()
		for range 6 { // to one of two that say nearly the same
			p.press("j")
			p.settles()
		}
		var id int64
		p.look(&id, opened)
		p.drafts(id, "trame")
		p.validates(id)
		p.press("j")
		p.sees("past")
	}},
	{"asking-reason", func(p page) {
		p.opensDraft()
		p.calls("reason", "e")
	}},
	{"asking-person", func(p page) {
		p.opensDraft()
		p.must(0, p.window.Set("person", ""))
		p.until("nobody at work", `document.querySelector('[data-testid="person"]').textContent.trim() !== 'Camille Martin'`)
		p.calls("reason", "\r", chromedp.ModifierCtrl)
	}},
	{"otherwise", func(p page) {
		p.opensDraft()
		p.calls("wish", "a")
	}},
	{"compare", func(p page) {
		p.drafts(p.opensDraft(), "trame")
		p.calls("compare", "w")
	}},
	{"reject", func(p page) {
		p.opensDraft()
		p.calls("reject", "g")
	}},
	{"prompt", func(p page) {
		p.drafts(p.opensSample(), "ollama")
		p.sees("draft")
		p.calls("prompt", "l")
	}},
	{"help", func(p page) {
		p.opensSample()
		p.calls("help", "?")
	}},
	{"palette", func(p page) {
		p.opensDraft()
		p.calls("palette", "p", chromedp.ModifierCtrl, chromedp.ModifierShift)
	}},
	{"filters", func(p page) {
		p.opensSample()
		p.calls("filters", "/")
	}},
	{"marked", func(p page) {
		p.opensSample()
		p.calls("many", ".")
		p.activate("many-assign")
		p.sees("many-said")
	}},
	{"snoozing", func(p page) {
		p.opensSample()
		p.calls("snoozing", "h")
	}},
	{"insert", func(p page) {
		p.opensDraft()
		p.calls("insert", "j", chromedp.ModifierCtrl)
	}},
	{"changes", func(p page) {
		p.edits(p.opensDraft())
		p.calls("changes-count", "y")
	}},
	{"flagged", func(p page) {
		p.edits(p.opensDraft())
		p.calls("flag-card", kb.F8)
	}},
	{"drafting", func(p page) {
		p.opensSample()
		p.must(0, p.window.PauseTasks())
		p.must(p.window.EnqueueNew())
		p.goes("drafting")
	}},
	{"assistant", func(p page) {
		p.opensSample()
		p.goes("assistant")
	}},
	{"assistant-answer", func(p page) { p.answered("Combien coûte un repas à la cantine ?", "statement-0") }},
	{"assistant-source", func(p page) {
		p.answered("Combien coûte un repas à la cantine ?", "statement-0")
		p.activate("source-0-0")
		p.sees("sheet")
	}},
	{"assistant-abstained", func(p page) { p.answered("Comment homologuer un drone agricole ?", "abstained") }},
	{"sheets", func(p page) {
		p.answered("Comment homologuer un drone agricole ?", "abstained")
		p.goes("sheets")
		p.fill("sheets-question", "ramassage des encombrants\r")
		p.sees("passage-0")
	}},
	{"exchange", func(p page) {
		p.opensSample()
		p.goes("exchange")
	}},
	{"exchange-preview", func(p page) {
		p.opensSample()
		p.looksAt(unknownFile)
		p.sees("mapping")
	}},
	{"exchange-imported", func(p page) {
		p.opensSample()
		p.looksAt(brokenFile)
		p.activate("import-run")
		p.sees("import-result")
		p.sees("batches")
	}},
	{"exchange-quarantine", func(p page) {
		p.opensSample()
		p.looksAt(brokenFile)
		p.activate("import-run")
		p.activate("import-aside")
		p.sees("quarantine-rows")
	}},
	{"guide", func(p page) {
		p.opensSample()
		p.goes("guide")
		p.sees("guide")
	}},
	{"guide-search", func(p page) {
		p.opensSample()
		p.goes("guide")
		p.fill("guide-search", "modele")
		p.sees("guide-section")
	}},
	{"figures", func(p page) { p.countsDrafts() }},
	{"figures-drafts", func(p page) {
		p.countsDrafts()
		p.until("what became of drafts", `(document.getElementById('drafts-made').scrollIntoView(), true)`)
	}},
	{"figures-none", func(p page) {
		p.must(0, p.window.Set("service.name", "Mairie de Valbourg"))
		p.goes("figures")
	}},
	{"assistant-asked", func(p page) {
		p.answered("Combien coûte un repas à la cantine ?", "statement-0")
		p.activate("ask-forget")
		p.sees("undo")
	}},
	{"models", func(p page) {
		p.opensSample()
		p.goes("models")
	}},
	{"models-advice", func(p page) {
		p.opensSample()
		p.goes("models")
		p.activate("advise")
		p.sees("candidates")
	}},
	{"settings", func(p page) {
		p.opensSample()
		p.goes("settings")
	}},
	{"settings-keeping", func(p page) {
		p.opensSample()
		p.goes("settings")
		p.fill("erase-words", "Durand\r")
		p.sees("erase-reason")
	}},
	{"alerts", func(p page) {
		p.validates(p.opensDraft())
		p.goes("exchange")
		p.fill("export-path", "nulle-part.csv")
		p.activate("export-run")
		p.sees("alert", `document.querySelector('[data-testid="alerts"] [data-code]')`)
	}},
}

// unknownFile is a table that no platform writes: its columns are asked for.
const unknownFile = "quand;ce qui fut dit;objet;nom\n04/09/2026;Trois semaines sans réponse;Carte d’identité;C.\n05/09/2026;Merci au guichet;Passeport;\n"

// brokenFile is an export of which one row cannot be read.
const brokenFile = "ID expérience,Etat expérience,Statut de l'expérience,Date de publication,Titre,Description,Posté comme,Ressenti usager\n" +
	"9900001,A traiter,Expérience en attente de réponse,04/09/2026 18:22,Un titre,Une description assez longue pour un avis.,La personne concernée,Négatif\n" +
	"9900002,A traiter,Expérience en attente de réponse,le 32 du mois,Un autre titre,Une autre description.,La personne concernée,Neutre\n"

// looksAt opens the preview of a file.
func (p page) looksAt(text string) {
	p.Helper()
	file := filepath.Join(p.TempDir(), "avis.csv")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
	p.goes("exchange")
	p.fill("import-path", file)
	p.activate("import-look")
	p.sees("import-preview")
	p.settles()
}

// edits puts words into the reply that the checks flag.
func (p page) edits(id int64) {
	p.Helper()
	d := p.dossier(id)
	p.must(p.window.Save(app.Edition{ID: id, Version: d.Review.Version, Reply: d.Reply.Number, Greeting: d.Reply.Greeting, Closing: d.Reply.Closing, Signature: d.Reply.Signature,
		Body: "Nous vous remboursons 500 € sous 48 heures. [À COMPLÉTER] " + d.Reply.Body}))
	p.press("j")
	p.settles()
	p.press("k")
	p.settles()
}

// calls presses a key that shows something, and once more where the page was
// still at work and let the first one pass.
func (p page) calls(testid, key string, held ...chromedp.Modifier) {
	p.Helper()
	there := fmt.Sprintf(`!!document.querySelector('[data-testid="%s"]')`, testid)
	for range 2 {
		p.press(key, held...)
		var shown bool
		for wait := time.Now().Add(5 * time.Second); !shown && time.Now().Before(wait); time.Sleep(30 * time.Millisecond) {
			p.look(&shown, there)
		}
		if shown {
			break
		}
	}
	p.sees(testid)
}

// must takes what a call of the desk answers.
func (p page) must(_ any, errs ...error) {
	p.Helper()
	for _, err := range errs {
		if err != nil {
			p.Fatal(err)
		}
	}
}

func (p page) dossier(id int64) app.Dossier {
	p.Helper()
	d, err := p.window.Open(id)
	if err != nil {
		p.Fatal(err)
	}
	return d
}

// opensSample names the service, imports the bundled reviews and opens the
// first one.
func (p page) opensSample() int64 {
	p.Helper()
	p.must(0, p.window.Set("service.name", "Mairie de Valbourg"), p.window.Set("person", "Camille Martin"))
	p.must(p.window.ImportSample())
	return p.opensFirst()
}

// opensFirst opens the first card of the list that is shown.
func (p page) opensFirst() int64 {
	p.Helper()
	p.sees("a card", `document.querySelector('[data-testid^="card-"]')`)
	var text bool
	if p.look(&text, `!!document.querySelector('[data-testid="review-text"]')`); !text {
		p.press("j")
	}
	p.sees("review-text")
	p.settles()
	var id int64
	p.look(&id, opened)
	if id == 0 {
		p.Fatal("no card of the queue says that it is the one open")
	}
	return id
}

// opened gives the number of the review that stands open in the list.
const opened = `Number(document.querySelector('[data-testid^="card-"][aria-current="true"], [data-testid^="card-"][aria-selected="true"]')?.dataset.testid.slice(5) ?? 0)`

// opensIn shows another list and its first review.
func (p page) opensIn(tab string) {
	p.Helper()
	p.activate("tab-" + tab)
	p.until("the list of "+tab, `document.querySelector('[data-testid^="card-"]')`)
	p.settles() // what the list showed before may still stand there
	p.press("j")
	p.sees("review-text")
}

// opensDraft opens a review and its draft without a model.
func (p page) opensDraft() int64 {
	p.Helper()
	id := p.opensSample()
	p.drafts(id, "trame")
	return id
}

// drafts has a draft written and waits until it is kept.
func (p page) drafts(id int64, writer string) {
	p.Helper()
	before := len(p.dossier(id).Versions)
	p.must(p.window.Draft(id, writer, review.Wish{}))
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		d := p.dossier(id)
		if len(d.Versions) > before && d.Review.State == review.Drafted {
			p.settles()
			return
		}
		if time.Now().After(deadline) {
			p.Fatalf("no draft: %s", d.Review.State)
		}
	}
}

// countsDrafts shows the figures once a draft by trame left as it was and one by
// a model was edited first.
func (p page) countsDrafts() {
	p.Helper()
	id := p.opensDraft()
	p.validates(id)
	p.drafts(id+1, "ollama")
	p.edits(id + 1)
	p.validates(id + 1)
	p.goes("figures")
	p.sees("drafts-made")
}

// streams leaves a draft by the model half written.
func (p page) streams() int64 {
	p.Helper()
	p.model.hold()
	id := p.opensSample()
	p.must(p.window.Draft(id, "ollama", review.Wish{}))
	p.sees("stop")
	p.until("the first words", `document.body.innerText.includes('Merci pour votre message') || document.querySelector('[data-testid="reply-body"]')?.value?.includes('Merci pour votre message')`)
	p.Cleanup(func() { close(p.model.goes) })
	return id
}

func (p page) validates(id int64) {
	p.Helper()
	p.must(p.window.Validate(id, p.dossier(id).Review.Version, "Vérifié avec le service."))
}

// openDetails opens whatever the page folds.
func (p page) openDetails() {
	p.Helper()
	var n int
	p.look(&n, `[...document.querySelectorAll('details')].map((d) => (d.open = true)).length`)
	if n == 0 {
		p.Fatal("nothing is folded")
	}
}

// goes opens a screen from the navigation.
func (p page) goes(screen string) {
	p.Helper()
	p.activate("nav-" + screen)
	p.until("the screen "+screen, `document.querySelector('[data-testid="nav-`+screen+`"]').getAttribute('aria-current') === 'page'`)
	p.settles()
}

// townSheets are the documents of a town hall that never was.
var townSheets = map[string]string{
	"cantine.md": "# Cantine scolaire\n\nLa cantine accueille les enfants des écoles de Valbourg.\n\n## Tarifs\n\n### Habitants de Valbourg\n\nLe repas coûte 3,20 € pour les habitants.\n",
	"dechets.md": "# Déchèterie\n\n## Encombrants\n\nLe ramassage des encombrants se demande par téléphone, une semaine avant.\n",
	"cni.md":     "# Carte d’identité\n\n## Délai\n\nLa carte d’identité est délivrée en six semaines. Le dossier se suit au guichet de l’état civil.\n",
}

// shelves makes a pack of the town's sheets.
func (p page) shelves() {
	p.Helper()
	folder := p.TempDir()
	for name, text := range townSheets {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			p.Fatal(err)
		}
	}
	_, err := p.desk.BuildSheets(p.Context(), "mairie", []string{folder}, func(review.Progress) {})
	p.must(0, err)
}

// answered asks the assistant and waits for what it says.
func (p page) answered(question, sees string) {
	p.Helper()
	p.shelves()
	p.opensSample()
	p.press(kb.Escape)
	p.goes("assistant")
	p.fill("ask-question", question+"\r")
	p.sees(sees)
}

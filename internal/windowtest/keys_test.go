//go:build window

package windowtest

import "testing"

const (
	keyF1        = "\ue031"
	keyF9        = "\ue039"
	keyBackspace = "\ue003"
)

// TestKeysAreOnesOwn changes a shortcut by keyboard alone, starts again, and
// finds it changed; then switches the lone letters off, and finds the palette.
func TestKeysAreOnesOwn(t *testing.T) {
	r := newRig(t, true)
	profile := t.TempDir()
	t.Run("changed", func(t *testing.T) {
		a := agent{t, r.drive(t, "keys", profile)}
		a.begins()
		a.runs("reglages")
		a.sees("settings", anything)
		a.jumpsTo("keys")
		a.tabTo("keys-find")
		a.write("voir les chiffres")
		a.tabTo("keys-add-figures")
		a.press(keyEnter)
		a.press(keyF9)
		a.sees("keys-told", containing("Voir les chiffres"))
		r.picture(t, "keys-changed")
		a.remembers("keys", `"figures":["c","f9"]`)
	})
	t.Run("kept", func(t *testing.T) {
		a := agent{t, r.drive(t, "keys-again", profile)}
		a.sees("nav-settings", anything)
		a.press(keyF9)
		a.sees("figures", anything)
		a.press(keyControl, ",")
		a.sees("settings", anything)
		a.jumpsTo("keys")
		a.tabTo("keys-letters")
		a.press(" ")
		a.remembers("keys", `"letters":false`)
		a.press(keyF9)
		a.press("c")
		a.runs("guide")
		a.lands("guide-search")
	})
}

// TestLookIsKept chooses high contrast and text twice as large by keyboard, and
// finds both before the next start paints anything.
func TestLookIsKept(t *testing.T) {
	r := newRig(t, true)
	profile := t.TempDir()
	t.Run("chosen", func(t *testing.T) {
		a := agent{t, r.drive(t, "look", profile)}
		a.begins()
		a.imports(sampleFile(t))
		a.opensFirst()
		a.press(keyControl, ",")
		a.jumpsTo("look")
		a.tabTo("look-contrast-system")
		a.press(keyDown)
		a.remembers("look", `"contrast":"more"`)
		r.picture(t, "look-contrast")
		a.tabTo("look-size")
		a.press(keyEnd)
		a.press(keyEnter)
		a.remembers("look", `"size":200`)
	})
	t.Run("kept", func(t *testing.T) {
		a := agent{t, r.drive(t, "look-again", profile)}
		a.sees("queue", containing("carte d’identité"))
		var worn struct {
			Contrast string
			Size     string
			Lost     int
		}
		a.look(&worn, `const root = document.documentElement;
const box = document.querySelector('main').getBoundingClientRect();
return { Contrast: root.dataset.contrast, Size: getComputedStyle(root).fontSize,
  Lost: Math.max(0, Math.round(Math.max(box.right, document.body.scrollWidth) - innerWidth)) }`)
		if worn.Contrast != "more" || worn.Size != "32px" || worn.Lost != 0 {
			t.Errorf("%+v", worn)
		}
		r.picture(t, "look-200")
	})
}

// TestGuideInTheWindow searches the guide without accents and follows its
// contents, by keyboard.
func TestGuideInTheWindow(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "guide", t.TempDir())}
	a.begins()
	a.press(keyEscape)
	a.press(keyF1)
	a.lands("guide-search")
	a.write("raccourci dictez")
	a.sees("guide-found", containing("trouvé"))
	a.sees("guide", containing("Couper les lettres seules"))
	r.picture(t, "guide-found")
	a.press(keyControl, "a")
	a.press(keyBackspace)
	a.tabTo("guide-page-clavier.md")
	a.press(keyEnter)
	var drawn bool
	a.until("the picture to be drawn", func() bool {
		a.look(&drawn, `const picture = document.querySelector('[data-testid="guide"] img'); return !!picture && picture.naturalWidth > 200`)
		return drawn
	})
	r.picture(t, "guide-page")
}

// TestFiguresHaveTheirTables opens the figures by key and a chart's table.
func TestFiguresHaveTheirTables(t *testing.T) {
	r := newRig(t, true)
	a := agent{t, r.drive(t, "figures", t.TempDir())}
	a.begins()
	a.imports(sampleFile(t))
	id := a.opensFirst()
	a.drafts(id)
	a.validates(id)
	a.press(keyEscape)
	a.press("c")
	a.sees("chart-reviews", anything)
	r.picture(t, "figures-charts")
	a.tabTo("table-replies")
	a.press(keyEnter)
	a.sees("chart-replies", containing("novembre")) // the sample’s own autumn
	r.picture(t, "figures-table")
}

// jumpsTo a part of the settings.
func (a agent) jumpsTo(part string) {
	a.Helper()
	a.tabTo("to-" + part)
	a.press(keyEnter)
}

// runs a command by its name, through the palette.
func (a agent) runs(name string) {
	a.Helper()
	a.press(keyControl, keyShift, "p")
	a.lands("palette-find")
	a.write(name)
	a.press(keyEnter)
}

// remembers waits until the profile holds a choice of the window.
func (a agent) remembers(name, part string) {
	a.Helper()
	a.until("the profile to hold "+part, func() bool {
		var kept map[string]string
		a.calls(&kept, "Preferences")
		return containing(part)(kept[name])
	})
}

//go:build window

package browsertest

import (
	"fmt"
	"strings"
	"testing"
)

// enhanced asks for the contrast of WCAG’s AAA, 7 to 1 for text: what the
// high contrast promises beyond AA.
var enhanced = strings.Replace(measuring, "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']", "runOnly: ['color-contrast-enhanced']", 1)

// inHighContrast shows a screen in high contrast, light and dark: the rules hold
// and text reaches 7 to 1.
func (p page) inHighContrast(name string) {
	p.Helper()
	for _, scheme := range []string{"light", "dark"} {
		p.lit(scheme, "prefers-contrast", "more")
		p.wears("more")
		p.settles()
		p.measure(scheme + ", high contrast")
		p.contrasts(scheme)
	}
	p.picture(name + "-contrast-dark")
}

// inLargeText shows a screen with text of 200 % in the window of every day: the
// rules hold and nothing is lost.
func (p page) inLargeText(name string) {
	p.Helper()
	p.sized(1440, 900, 1)
	p.lit("light")
	p.enlarged(200)
	p.eachPane(func(pane string) {
		p.measure("200 %" + pane)
		p.keepsWidth("200 %" + pane)
		p.picture(name + pane + "-200")
	})
}

// TestLowWindow shows a reply at 200 % in the window of an old laptop: what may
// be done stands under the text and hides none of it, and stands at the foot
// where there is room.
func TestLowWindow(t *testing.T) {
	p := shows(t, opens(t))
	p.edits(p.opensDraft())
	for _, c := range []struct {
		size   int
		hidden bool
	}{{100, true}, {200, false}} {
		p.sized(1366, 768, 1)
		p.enlarged(c.size)
		var over bool
		p.look(&over, `(() => {
  const all = [...document.querySelectorAll('.switch button')].filter((b) => b.getClientRects().length);
  all[2]?.click();
  const beside = (sought) => document.querySelector(sought).getBoundingClientRect();
  return new Promise((done) => setTimeout(() => done(beside('.actions').top < beside('[data-testid="findings"]').bottom), 100));
})()`)
		if over != c.hidden {
			t.Errorf("at %d %%, the actions lie over the reply: %t", c.size, over)
		}
	}
}

// wears waits until the page has heard which contrast the desktop asks for and
// dressed itself: a measure before that is one of the former dress.
func (p page) wears(contrast string) {
	p.Helper()
	p.until("the contrast "+contrast, fmt.Sprintf(`(document.documentElement.dataset.contrast ?? '') === %q`, contrast))
}

// enlarged gives the text a size in percent, as the agent's choice of one does.
func (p page) enlarged(size int) {
	p.Helper()
	var done bool
	p.look(&done, fmt.Sprintf(`(() => { document.documentElement.style.fontSize = '%d%%'; return true })()`, size))
	p.settles()
}

// contrasts fails for each text below 7 to 1.
func (p page) contrasts(where string) {
	p.Helper()
	found := []violation{}
	p.look(&found, enhanced)
	for _, v := range found {
		for _, n := range v.Nodes {
			p.Errorf("%s: %s\n  %s\n  %s", where, v.Help, n.Target, strings.ReplaceAll(n.Why, "\n", "\n  "))
		}
	}
}

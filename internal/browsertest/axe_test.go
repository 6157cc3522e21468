//go:build window

package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// sizes are those of the pictures and of the measures.
var sizes = []struct {
	name          string
	width, height int64
}{{"1440x900", 1440, 900}, {"1024x768", 1024, 768}, {"640x900", 640, 900}}

// TestScreens measures every screen and every state of it by axe's rules for
// WCAG 2.2 AA, sees that nothing stands beyond an edge, and keeps a picture of
// each: in high contrast, in the system's own colours, in three sizes light and
// dark, with text of 200 %. One visit: reaching a state takes longer than a
// measure of it.
func TestScreens(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			p := shows(t, opens(t))
			s.reach(p)
			p.settles()
			p.inHighContrast(s.name)
			if slices.Contains(inForce, s.name) {
				p.inForcedColours(s.name)
			}
			p.inEachSize(s.name)
			p.inLargeText(s.name)
		})
	}
}

// inEachSize measures both lights at each size: walking the panes of a narrow
// window closes what was open over them.
func (p page) inEachSize(name string) {
	p.Helper()
	for _, size := range sizes {
		p.sized(size.width, size.height, 1)
		for _, scheme := range []string{"light", "dark"} {
			p.lit(scheme)
			p.wears("")
			p.eachPane(func(pane string) {
				p.measure(scheme + " " + size.name + pane)
				p.keepsWidth(scheme + " " + size.name + pane)
				p.picture(name + pane + "-" + size.name + "-" + scheme)
			})
		}
	}
}

// eachPane visits the panes of which a narrow window shows one at a time;
// elsewhere it visits the page once.
func (p page) eachPane(visit func(pane string)) {
	p.Helper()
	var panes []string
	p.look(&panes, `[...document.querySelectorAll('.switch')].filter((s) => s.getClientRects().length && !document.querySelector('dialog[open], [aria-modal="true"]'))
    .flatMap((s) => [...s.querySelectorAll('button')].map((b) => b.textContent.trim().toLowerCase()))`)
	if len(panes) == 0 {
		visit("")
	}
	for i, name := range panes {
		var was int
		p.look(&was, fmt.Sprintf(`(() => { const all = [...document.querySelectorAll('.switch button')]; all[%d].click(); return new Promise((done) => setTimeout(() => done(1), 60)) })()`, i))
		visit("-" + name)
	}
}

// violation is a rule that the page breaks, as axe tells it.
type violation struct {
	Rule  string `json:"rule"`
	Help  string `json:"help"`
	Nodes []struct {
		Target string `json:"target"`
		Why    string `json:"why"`
	} `json:"nodes"`
}

const measuring = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
  .then(({ violations }) => violations.map((v) => ({ rule: v.id, help: v.help,
    nodes: v.nodes.map((n) => ({ target: n.target.join(' '), why: n.failureSummary })) })))`

// measure fails for each element that breaks a rule, and says why.
func (p page) measure(where string) {
	p.Helper()
	p.knowsAxe()
	found := []violation{}
	p.look(&found, measuring)
	for _, v := range found {
		for _, n := range v.Nodes {
			p.Errorf("%s: %s (%s)\n  %s\n  %s", where, v.Rule, v.Help, n.Target, strings.ReplaceAll(n.Why, "\n", "\n  "))
		}
	}
}

// TestMeasureCanFail: a page that breaks rules is told so.
func TestMeasureCanFail(t *testing.T) {
	p := shows(t, opens(t))
	var planted bool
	p.look(&planted, `(() => { document.querySelector('main').innerHTML = '<img src="x"><p>gris</p>';
  Object.assign(document.querySelector('main p').style, { color: '#777', background: '#888' }); return true })()`)
	p.knowsAxe()
	found := []violation{}
	p.look(&found, measuring)
	rules := []string{}
	for _, v := range found {
		rules = append(rules, v.Rule)
	}
	for _, rule := range []string{"image-alt", "color-contrast"} {
		if !slices.Contains(rules, rule) {
			t.Errorf("axe does not find %s, only %q", rule, rules)
		}
	}
}

var axe = sync.OnceValues(func() (string, error) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "frontend", "node_modules", "axe-core", "axe.min.js"))
	return string(raw), err
})

// knowsAxe hands the rules to the page, once.
func (p page) knowsAxe() {
	p.Helper()
	source, err := axe()
	if err != nil {
		p.Fatalf("axe-core is not installed (make build): %v", err)
	}
	var known bool
	p.look(&known, `'axe' in window`)
	if !known {
		p.look(&known, `(() => { `+source+`; return true })()`)
	}
}

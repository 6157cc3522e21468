//go:build window

package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestTab walks round every screen with Tab, then back with Shift+Tab: each
// control that can be used is reached, the place of the focus is always seen,
// and the walk comes out of every field again. At 200 % it does so once more,
// and nothing stands outside the window's width.
func TestTab(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			p := shows(t, opens(t))
			s.reach(p)
			p.settles()
			p.walksRound("forward")
			p.walksRound("back", chromedp.ModifierShift)
			p.sized(720, 450, 2)
			p.eachPane(func(pane string) {
				p.settles()
				p.keepsWidth("at 200 %" + pane)
				p.walksRound("at 200 %" + pane)
			})
		})
	}
}

// stop is where Tab has come to.
type stop struct {
	ID     int    `json:"id"` // given to the element by the walk, 0 for the document
	Name   string `json:"name"`
	Unseen string `json:"unseen"` // why its focus cannot be seen, "" when it can
}

// numbering gives each control that Tab must reach a number, and counts them.
// Of a group of radios Tab reaches one, and of a roving group the one that is
// 0; behind a modal dialog it reaches nothing.
const numbering = `(() => {
  const dialogs = [...document.querySelectorAll('dialog[open], [aria-modal="true"]')];
  const root = dialogs.at(-1) ?? document;
  const named = new Set();
  const usable = (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]');
  const controls = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]')].filter(usable)
    .filter((e) => e.type !== 'radio' || (e.checked || ![...document.getElementsByName(e.name)].some((r) => r.checked)) && !named.has(e.name) && named.add(e.name));
  controls.forEach((e, i) => (e.walked = i + 1));
  window.walkedControls = controls;
  return controls.map((e) => e.dataset.testid || e.id || e.className || e.tagName);
})()`

// standing says where the focus is. A focus is seen when the element lies in
// the window and has an outline, or stands in one that shows it for it; the
// parts of a date are marked by the browser.
const standing = `(() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  const host = e?.getRootNode().host ?? e;
  if (!e || e === document.body) return { id: 0, name: 'document', unseen: '' };
  const box = e.getBoundingClientRect();
  const outlined = (x, up) => x && up && (getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 1 || outlined(x.parentElement, up - 1));
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0;
  const marked = e.type === 'date' || outlined(e, 6) || outlined(host, 6);
  return { id: host.walked ?? e.walked ?? -1, name: host.dataset.testid || host.id || host.className || host.tagName,
    unseen: !inside ? 'outside the window: ' + JSON.stringify(box) : !marked ? 'no outline' : '' };
})()`

// walksRound presses Tab until the walk has come round.
func (p page) walksRound(way string, held ...chromedp.Modifier) {
	p.Helper()
	var names []string
	p.look(&names, numbering)
	reached, passed := map[int]bool{}, []string{}
	for range 2*len(names) + 20 {
		p.press("\t", held...)
		var at stop
		p.look(&at, standing)
		if at.Unseen != "" {
			p.Errorf("%s: the focus on %s is not seen: %s", way, at.Name, at.Unseen)
		}
		if len(passed) > len(names)/2 && reached[at.ID] && len(reached) >= len(names) {
			break
		}
		reached[at.ID] = true
		passed = append(passed, fmt.Sprint(at.ID, ":", at.Name))
	}
	missed := []string{}
	var there []bool // what closes when the focus leaves it need not be reached again
	p.look(&there, `window.walkedControls.map((e) => e.isConnected && e.checkVisibility({ visibilityProperty: true }))`)
	for i, name := range names {
		if !reached[i+1] && there[i] {
			missed = append(missed, fmt.Sprint(i+1, ":", name))
		}
	}
	if len(missed) > 0 {
		p.Errorf("%s: Tab never reaches %q, only %q", way, missed, tail(passed))
	}
}

// losing lists what a reader cannot reach by scrolling down: the document
// wider than the window, a part that scrolls sideways and is no table, text or
// a control that stands beyond the edge, or is cut off without a sign.
const losing = `(() => {
  const lost = [];
  if (document.scrollingElement.scrollWidth > innerWidth) lost.push('the document is ' + document.scrollingElement.scrollWidth + ' wide, the window ' + innerWidth);
  const up = (e, is) => { for (let p = e; p; p = p.parentElement) if (is(getComputedStyle(p), p)) return p; };
  const main = document.querySelector('main'); // what holds the screens is not to scroll: its content would leave the window
  main.scrollTop = 999;
  if (main.scrollTop > 0) lost.push('the screen itself scrolls by ' + main.scrollTop);
  main.scrollTop = 0;
  const scrolls = (e) => up(e, (s, p) => /auto|scroll/.test(s.overflowX) && p.scrollWidth > p.clientWidth);
  const signed = (e) => up(e, (s) => s.overflowX !== 'visible' && s.textOverflow === 'ellipsis');
  const hidden = (e) => e.closest('.hidden-words, [aria-hidden="true"], option, svg, dialog:not([open])') || !e.checkVisibility({ visibilityProperty: true });
  for (const e of document.body.querySelectorAll('*')) {
    if (/auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && e.clientWidth && !e.matches('input, textarea, pre') && !e.querySelector('table, pre, svg'))
      lost.push((e.dataset.testid || e.id || e.tagName + '.' + e.className) + ' scrolls sideways');
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own && !e.matches('input, select, textarea') || hidden(e)) continue;
    const box = e.getBoundingClientRect(), name = e.dataset.testid || e.id || e.tagName + '.' + e.className;
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(e) && !signed(e)) lost.push(name + ' stands at ' + Math.round(box.left) + '–' + Math.round(box.right));
    const s = getComputedStyle(e);
    if (!e.matches('input, select, textarea') && /hidden|clip/.test(s.overflowX) && s.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1) lost.push(name + ' is cut off');
  }
  return lost;
})()`

// keepsWidth fails for everything that is lost at this width.
func (p page) keepsWidth(where string) {
	p.Helper()
	var lost []string
	p.look(&lost, losing)
	for _, l := range lost {
		p.Errorf("%s: %s", where, l)
	}
	if len(lost) > 0 {
		p.picture("failed-" + strings.NewReplacer("/", "-", " ", "-").Replace(p.Name()+where))
	}
}

func tail(passed []string) string {
	slices.Reverse(passed)
	return strings.Join(passed[:min(len(passed), 30)], " < ")
}

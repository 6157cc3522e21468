//go:build window

package browsertest

// inForce are the scenes that say something by a ground or a line of its own:
// what is chosen, found, flagged, drawn or asked.
var inForce = []string{"review-drafted", "review-streaming", "asking-reason", "otherwise", "compare", "palette", "filters", "marked", "insert", "changes", "flagged",
	"drafting", "assistant-source", "exchange-preview", "exchange-quarantine", "guide-search", "figures", "models-advice", "settings", "alerts"}

// inForcedColours shows what marks something where the system chooses the
// colours, as Windows' high contrast does: no ground of ours is left then.
func (p page) inForcedColours(name string) {
	p.Helper()
	for _, scheme := range []string{"light", "dark"} {
		p.lit(scheme, "forced-colors", "active")
		p.wears("")
		p.settles()
		p.framed(scheme)
		p.picture(name + "-forced-" + scheme)
	}
}

// framed fails for each thing that is chosen, marked or focused without a line
// round it, and each flag without one under it.
func (p page) framed(where string) {
	p.Helper()
	var active bool
	p.look(&active, `matchMedia('(forced-colors: active)').matches`)
	if !active {
		p.Fatal("the browser forces no colours")
	}
	bare := []string{}
	p.look(&bare, `(() => {
  const of = (e) => getComputedStyle(e);
  const shown = (e) => e.getClientRects().length > 0;
  const line = (e) => of(e).outlineStyle !== 'none' && parseFloat(of(e).outlineWidth) >= 2;
  const within = (e) => !!e && e !== document.body && (line(e) || within(e.parentElement));
  const all = (sought) => [...document.querySelectorAll(sought)].filter(shown);
  const said = (e) => e.tagName.toLowerCase() + '.' + e.className + ' ' + (e.dataset.testid ?? e.id);
  const held = document.activeElement;
  const focus = held && held !== document.body && held.matches(':focus-visible') && held.id !== 'main' ? [held] : [];
  const chosen = all('mark, [aria-selected=true], [aria-pressed=true], [aria-current=true], [aria-current=page]');
  const flat = [...focus.filter((e) => !within(e)), ...chosen.filter((e) => !line(e))];
  const plain = all('.flag').filter((e) => of(e).textDecorationLine !== 'underline');
  return [...flat, ...plain].map(said);
})()`)
	for _, thing := range bare {
		p.Errorf("%s, forced colours: nothing but colour marks %s", where, thing)
	}
}

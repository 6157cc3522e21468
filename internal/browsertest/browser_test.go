//go:build window

package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long the page may take for one thing, on a machine that is
// busy compiling beside it.
const patience = 20 * time.Second

// browser is the one Chromium of all these tests; each test has a page of its
// own in it.
var browser struct {
	once  sync.Once
	ctx   context.Context
	close func()
	err   error
}

func chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("chromium (Debian: chromium)")
}

func startBrowser() {
	path, err := chromium()
	if err != nil {
		browser.err = err
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("lang", "fr"), chromedp.Flag("hide-scrollbars", false))
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // which root may not have
	}
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	browser.ctx, browser.close = ctx, func() { stop(); end() }
	browser.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
}

func closeBrowser() {
	if browser.close != nil {
		browser.close()
	}
}

// page is the window's page, in front of a desk of its own.
type page struct {
	testing.TB
	*door
	ctx context.Context
}

// shows opens the page on a door, and skips the test, or fails it when
// ECRITOIRE_WINDOW=required, where there is no browser.
func shows(tb testing.TB, d *door) page {
	tb.Helper()
	browser.once.Do(startBrowser)
	if browser.err != nil {
		say := tb.Skipf
		if os.Getenv("ECRITOIRE_WINDOW") == "required" {
			say = tb.Fatalf
		}
		say("the page cannot be tested here, missing: %v", browser.err)
	}
	ctx, stop := chromedp.NewContext(browser.ctx)
	tb.Cleanup(stop)
	p := page{tb, d, ctx}
	if err := chromedp.Do(ctx); err != nil { // a page lives as long as the context that first asks for it
		tb.Fatal(err)
	}
	p.sized(1440, 900, 1)
	p.holdsFocus()
	p.does(chromedp.Navigate(d.url))
	p.sees("main", `document.querySelector('footer [data-testid="todo-count"]')`)
	return p
}

// holdsFocus lets the page be the one that has the keyboard, whichever page
// beside it was opened last.
func (p page) holdsFocus() {
	p.Helper()
	if _, err := chromedp.Call(p.ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		p.Fatalf("giving the page the keyboard: %v", err)
	}
}

func (p page) does(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.Fatalf("in the browser: %v", err)
	}
}

// look reads the value of an expression, or of the promise that it is.
func (p page) look(value any, expression string) {
	p.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	raw, err := chromedp.Run(ctx, chromedp.Evaluate[string](`Promise.resolve(`+expression+`).then((v) => JSON.stringify(v ?? null))`, chromedp.EvalAwaitPromise))
	if err == nil {
		err = json.Unmarshal([]byte(raw), value)
	}
	if err != nil {
		p.Fatalf("looking at the page: %v\n%s", err, expression)
	}
}

// until waits for an expression to be true.
func (p page) until(what, expression string) {
	p.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(30 * time.Millisecond) {
		var yes bool
		p.look(&yes, `!!(`+expression+`)`)
		if yes {
			return
		}
		if time.Now().After(deadline) {
			p.picture("failed-" + strings.NewReplacer("/", "-", " ", "-").Replace(p.Name()))
			p.Fatalf("waited %s in vain for %s", patience, what)
		}
	}
}

// sees waits until an element is on the screen: a data-testid, or what an
// expression gives.
func (p page) sees(testid string, expression ...string) {
	p.Helper()
	find := strings.Join(expression, "")
	if find == "" {
		find = fmt.Sprintf(`document.querySelector('[data-testid="%s"]')`, testid)
	}
	p.until(testid+" on the screen", find+`?.getClientRects().length`)
}

// settles waits until the page has stood still for a moment: what Go told it
// and what it asked in turn is shown.
func (p page) settles() {
	p.Helper()
	var still bool
	p.look(&still, `new Promise((done) => {
    let rest;
    const again = () => { clearTimeout(rest); rest = setTimeout(() => done(true), 300); };
    new MutationObserver(again).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    again();
  })`)
}

// press presses one key after the other, with others held. A character goes
// out with its key, as from a keyboard: a page that takes the key for a
// shortcut gets no character.
func (p page) press(keys string, held ...chromedp.Modifier) {
	p.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	for _, r := range keys {
		for _, event := range strokes(r, held) {
			if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, *event); err != nil {
				p.Fatalf("pressing %q: %v", r, err)
			}
		}
	}
}

func strokes(r rune, held []chromedp.Modifier) []*input.DispatchKeyEventParams {
	all := []*input.DispatchKeyEventParams{}
	for _, event := range kb.Encode(r) {
		chromedp.KeyModifiers(held...)(event)
		if event.Type != kb.KeyChar {
			all = append(all, event)
		} else if held := event.Modifiers &^ int64(chromedp.ModifierShift); held == 0 {
			all[0].Text, all[0].UnmodifiedText = event.Text, event.UnmodifiedText
		}
	}
	return all
}

// activate focuses a control and presses Enter on it: what is measured here is
// the page, the walk to it is measured in TestTab.
func (p page) activate(testid string) {
	p.Helper()
	p.sees(testid)
	var on bool
	p.look(&on, fmt.Sprintf(`(() => { const e = document.querySelector('[data-testid="%s"]'); e.focus(); return document.activeElement === e })()`, testid))
	if !on {
		p.Fatalf("%s takes no focus", testid)
	}
	p.press("\r")
}

// fill replaces what a field holds.
func (p page) fill(testid, text string) {
	p.Helper()
	p.sees(testid)
	var ok bool
	p.look(&ok, fmt.Sprintf(`(() => { const e = document.querySelector('[data-testid="%s"]'); e.focus(); e.select?.(); return true })()`, testid))
	p.press(text)
}

// sized gives the window a size in pixels of the page, each drawn with so many
// of the screen.
func (p page) sized(width, height int64, scale float64) {
	p.Helper()
	p.does(chromedp.EmulateViewport(width, height, chromedp.EmulateScale(scale)))
}

// lit sets the desktop light or dark, without motion, and with what else the
// desktop asks of its windows, as "forced-colors", "active".
func (p page) lit(scheme string, asked ...string) {
	p.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	for i := 0; i < len(asked); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: asked[i], Value: asked[i+1]})
	}
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		p.Fatalf("setting the desktop %s %q: %v", scheme, asked, err)
	}
}

// picture keeps what the window shows, in artifacts/screens.
func (p page) picture(name string) {
	p.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.Fatalf("no picture %s: %v", name, err)
	}
	file := filepath.Join("..", "..", "artifacts", "screens", name+".png")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(file, png, 0o644); err != nil {
		p.Fatal(err)
	}
}

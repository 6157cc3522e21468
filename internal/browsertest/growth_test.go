//go:build window

package browsertest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"ecritoire/internal/review"
)

// filled is how many reviews are read until the page's own caches are full:
// the list holds twelve pages of fifty cards. What each review leaves behind
// shows in those read after that.
const filled, leafed = 700, 200

// TestLeafingLeavesNothingBehind reads review after review, then has the page
// collect its garbage: a node, a listener or a text that the page keeps of each
// would be an agent's memory by the end of a day.
func TestLeafingLeavesNothingBehind(t *testing.T) {
	p := shows(t, opens(t))
	all := []review.Review{}
	for i := range filled + leafed + 60 {
		all = append(all, review.Review{Title: fmt.Sprint("Démarche ", i), Text: strings.Repeat(fmt.Sprintf("Personne ne répond au guichet %d depuis %d jours. ", i%41, i), 8)})
	}
	p.takes(all)
	p.opensFirst()
	p.leafs(filled)
	before := p.held()
	p.leafs(leafed)
	after := p.held()
	for what, most := range map[string]float64{"Nodes": leafed / 2, "JSEventListeners": leafed / 10, "JSHeapUsedSize": 512 * leafed} {
		t.Logf("%s: %.0f, then %.0f", what, before[what], after[what])
		if grown := after[what] - before[what]; grown > most {
			t.Errorf("%d reviews read left %.0f of %s, %.0f at most", leafed, grown, what, most)
		}
	}
}

// leafs presses J, each time as soon as the next review stands there.
func (p page) leafs(n int) {
	p.Helper()
	for done := 0; done < n; done += 20 {
		var stuck string
		p.look(&stuck, `(async () => {
      const open = () => document.querySelector('[data-testid="review"]')?.dataset.id ?? '';
      for (let i = 0; i < 20; i++) {
        const was = open(), began = performance.now();
        document.activeElement?.blur?.();
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
        while (open() === was && performance.now() - began < 5000) await new Promise((go) => requestAnimationFrame(go));
        if (open() === was) return was;
      }
      return '';
    })()`)
		if stuck != "" {
			p.Fatalf("the walk stands still at %s", stuck)
		}
	}
}

// held is what the page holds once its garbage is collected, by the browser's
// names for it.
func (p page) held() map[string]float64 {
	p.Helper()
	p.settles()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	_, err := chromedp.Call(ctx, performance.Enable, performance.EnableParams{})
	for range 3 {
		_, failed := chromedp.Call(ctx, heapprofiler.CollectGarbage, cdp.Empty{})
		err = errors.Join(err, failed)
		time.Sleep(200 * time.Millisecond)
	}
	got, failed := chromedp.Call(ctx, performance.GetMetrics, cdp.Empty{})
	if err := errors.Join(err, failed); err != nil {
		p.Fatalf("measuring what the page holds: %v", err)
	}
	all := map[string]float64{}
	for _, m := range got.Metrics {
		all[m.Name] = m.Value
	}
	return all
}

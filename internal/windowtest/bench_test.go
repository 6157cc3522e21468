//go:build window

package windowtest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// Each of these benchmarks runs once, on the profile that
// ECRITOIRE_BENCH_PROFILE names, in which it names somebody at work and drafts
// a reply, or on the sample.

// benched drives the window on the profile of the benches, with somebody at
// work and settings of the bench's own, which it takes back.
func benched(b *testing.B, name string, settings ...string) agent {
	b.Helper()
	r := newRig(b, true)
	profile := os.Getenv("ECRITOIRE_BENCH_PROFILE")
	if profile == "" {
		profile = b.TempDir()
		r.sampled(b, profile)
	}
	for i := 0; i < len(settings); i += 2 {
		r.sets(b, profile, settings[i], settings[i+1])
		b.Cleanup(func() { r.sets(b, profile, settings[i], "") })
	}
	r.sets(b, profile, "person", "Camille Martin")
	a := agent{b, r.drive(b, name, profile)}
	a.until("the queue to fill", func() (any bool) {
		a.look(&any, `return !!document.querySelector('[data-testid="queue"] [data-testid^="card-"]')`)
		return any
	})
	return a
}

// sets waits for the profile's lock, which an application that was just ended
// may still hold.
func (r rig) sets(tb testing.TB, profile, key, value string) {
	tb.Helper()
	waitFor(tb, "the profile to be free", patience, func() (bool, error) {
		return exec.Command(r.binary, "settings", "set", key, value, "--data", profile).Run() == nil, nil
	})
}

// watches notes the time of every frame from now on, and does something in
// each, such as scrolling; i counts the frames.
func (a agent) watches(doing string) {
	a.Helper()
	var on bool
	a.look(&on, `window.frames_ = [];
const mine = (window.watched = {});
const list = document.querySelector('[data-testid="queue"]');
const doing = (i) => { `+doing+` };
const frame = (t) => {
  if (window.watched !== mine) return;
  window.frames_.push(t);
  doing(window.frames_.length);
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame); return true`)
}

// reports stops watching and reports the times between frames.
func (a agent) reports(b *testing.B, what string) {
	b.Helper()
	var at []float64
	a.look(&at, `window.watched = null; return window.frames_`)
	gaps := []float64{}
	for i := 1; i < len(at); i++ {
		gaps = append(gaps, at[i]-at[i-1])
	}
	slices.Sort(gaps)
	if len(gaps) < 50 {
		b.Fatalf("only %d frames", len(gaps))
	}
	b.ReportMetric(gaps[len(gaps)/2], what+"-frame-ms-median")
	b.ReportMetric(gaps[len(gaps)*99/100], what+"-frame-ms-p99")
	b.ReportMetric(gaps[len(gaps)-1], what+"-frame-ms-max")
}

// BenchmarkFrames reports the times between two frames while the list is
// scrolled for eight seconds, steadily and then in leaps through its whole
// length, and while a draft streams at fifty words a second.
func BenchmarkFrames(b *testing.B) {
	a := benched(b, "frames", "ollama.address", wordy(b), "ollama.model", "bavard")
	for b.Loop() {
		a.watches(`list.scrollTop += 40`)
		time.Sleep(8 * time.Second)
		a.reports(b, "scroll")
		a.watches(`if (i % 20 === 0) list.scrollTop = list.scrollHeight * Math.abs(Math.sin(i))`)
		time.Sleep(8 * time.Second)
		a.reports(b, "leap")
		a.streams()
		a.reports(b, "stream")
	}
	b.ReportMetric(0, "ns/op")
}

// streams has the next review drafted by the model and watches its first eight
// seconds.
func (a agent) streams() {
	a.Helper()
	a.press(keyEscape)
	a.press("j")
	var id int64
	a.look(&id, `return Number(document.querySelector('[data-testid="review"]')?.dataset.id ?? 0)`)
	a.calls(nil, "Draft", id, "ollama", object{})
	a.sees("stop", anything)
	a.watches(``)
	time.Sleep(8 * time.Second)
	a.calls(nil, "Stop", id)
}

// wordy speaks Ollama's wire format on loopback and writes fifty words a
// second, for ever.
func wordy(tb testing.TB) (address string) {
	tb.Helper()
	routes := http.NewServeMux()
	routes.HandleFunc("/api/tags", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"models":[{"name":"bavard:latest","model":"bavard:latest","digest":"abc","details":{}}]}`)
	})
	routes.HandleFunc("/api/show", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"details":{},"model_info":{},"capabilities":["completion"]}`)
	})
	routes.HandleFunc("/api/chat", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; r.Context().Err() == nil; i++ {
			fmt.Fprintf(w, `{"model":"bavard","created_at":"2026-11-24T00:00:00Z","message":{"role":"assistant","content":"mot%d "},"done":false}`+"\n", i)
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	server := httptest.NewServer(routes)
	tb.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "http://")
}

// BenchmarkTyped reports how long after the last key of a search its first
// results stand on the screen.
func BenchmarkTyped(b *testing.B) {
	a := benched(b, "typed")
	for b.Loop() {
		a.press(keyControl, "k")
		a.lands("search")
		taken := []float64{}
		for _, word := range []string{"service", "dossier", "guichet", "je vous", "attente"} {
			a.fill(word[:len(word)-1])
			time.Sleep(time.Second)
			taken = append(taken, a.results(word[len(word)-1:]))
		}
		slices.Sort(taken)
		b.ReportMetric(taken[len(taken)/2], "search-ms-median")
		b.ReportMetric(taken[len(taken)-1], "search-ms-max")
	}
	b.ReportMetric(0, "ns/op")
}

// results presses a key and gives the milliseconds from it, as the page sees
// it, to the frame after the one in which the list is no longer busy.
func (a agent) results(key string) (ms float64) {
	a.Helper()
	var armed bool
	a.look(&armed, `window.took = 0; let began = 0;
addEventListener('keydown', () => { began = performance.now(); }, { capture: true, once: true });
const list = document.querySelector('[data-testid="queue"]');
new MutationObserver((_, watch) => {
  if (!began || list.ariaBusy === 'true') return;
  watch.disconnect();
  requestAnimationFrame(() => (window.took = performance.now() - began));
}).observe(list, { attributeFilter: ['aria-busy'] });
return true`)
	a.press(key)
	a.until("the results", func() bool {
		a.look(&ms, `return window.took`)
		return ms > 0
	})
	return ms
}

// walked is how many reviews the walk opens.
const walked = 5000

// BenchmarkWalk opens reviews one after the other by the key J and reports
// what the memory of our process and of WebKit's has grown by, and the time
// from one key to the next review.
func BenchmarkWalk(b *testing.B) {
	a := benched(b, "walk")
	var status struct {
		Counts map[string]int `json:"counts"`
	}
	if a.calls(&status, "Status"); status.Counts["new"] < 2*walked+walked/10 {
		b.Skipf("only %d reviews to walk: name a larger profile in ECRITOIRE_BENCH_PROFILE (make bench-window)", status.Counts["new"])
	}
	for b.Loop() {
		a.walks(walked / 10) // what is loaded once and kept
		ours, web := a.memory()
		began := time.Now()
		a.walks(walked)
		took := time.Since(began)
		oursAfter, webAfter := a.memory()
		b.ReportMetric(took.Seconds()*1000/walked, "ms-a-review")
		b.ReportMetric((oursAfter-ours)/1e6, "MB-grown-ours")
		b.ReportMetric((webAfter-web)/1e6, "MB-grown-webkit")
		a.walks(walked) // what is a cache has grown by now, what leaks grows on
		oursTwice, webTwice := a.memory()
		b.ReportMetric((oursTwice-oursAfter)/1e6, "MB-grown-ours-again")
		b.ReportMetric((webTwice-webAfter)/1e6, "MB-grown-webkit-again")
		b.ReportMetric(oursTwice/1e6, "MB-ours")
		b.ReportMetric(webTwice/1e6, "MB-webkit")
	}
	b.ReportMetric(0, "ns/op")
}

// walks presses J n times, each as soon as the review before it stands there.
// The keys are the page's own events: a driver's round trip would be most of
// the time.
func (a agent) walks(n int) {
	a.Helper()
	const pace = 20 // the driver gives a script half a minute
	for done := 0; done < n; done += pace {
		var at string
		walk := fmt.Sprintf(`(async () => {
  const open = () => document.querySelector('[data-testid="review"]')?.dataset.id ?? '';
  const rest = () => new Promise((done) => requestAnimationFrame(done));
  for (let i = 0; i < %d; i++) {
    const was = open(), began = performance.now();
    document.activeElement?.blur?.();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
    while (open() === was && performance.now() - began < 5000) await rest();
    if (open() === was) throw new Error('the walk stands still at ' + was + ' after ' + i);
  }
  return open();
})()`, pace)
		if err := a.window.await(&at, walk); err != nil {
			a.Fatal(err)
		}
	}
}

// memory reads the resident bytes of our process and of those it started,
// after a moment of rest.
func (a agent) memory() (ours, web float64) {
	a.Helper()
	time.Sleep(3 * time.Second)
	return resident(a, a.window.pid)
}

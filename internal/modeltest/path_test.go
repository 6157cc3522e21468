//go:build model

package modeltest

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/ollama"
	"ecritoire/internal/review"
)

// ours asks for the same reply on the application's path.
func ours(t testing.TB, w *ollama.Writer, a review.Assignment) answer {
	t.Helper()
	begun := time.Now()
	got, err := w.Write(t.Context(), a, func(string) {})
	if err != nil && !errors.Is(err, ollama.ErrLength) {
		t.Fatal(err)
	}
	return answer{got.Speed.FirstToken, time.Since(begun), got.Speed.Tokens}
}

// BenchmarkPath measures our path to the server against a bare client on the
// same server and the same prompt, in turns. Goals: at least 0.98 of its
// tokens a second, the first word at most 10 ms later.
func BenchmarkPath(b *testing.B) {
	r := newRig(b)
	const tokens = 120
	w, a := r.writer(b, tokens), assignments(b, 1)[0]
	address, err := r.runtime.Start(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	request := chat(r.model.Name, tokens, message{"system", a.Prompt.System}, message{"user", a.Prompt.User})
	ours(b, w, a) // loads the model and fills the prompt's cache for both
	bare(b, address, request)
	var later, rate []float64
	for b.Loop() {
		for turn := range 15 {
			var o, c answer
			if turn%2 == 0 { // who comes second finds the processor warm
				o, c = ours(b, w, a), bare(b, address, request)
			} else {
				c, o = bare(b, address, request), ours(b, w, a)
			}
			later = append(later, float64((o.first-c.first).Microseconds())/1000)
			rate = append(rate, perSecond(o)/perSecond(c))
		}
	}
	b.ReportMetric(median(later), "ms-later")
	b.ReportMetric(median(rate), "of-bare-tokens/s")
}

func perSecond(a answer) float64 { return float64(a.tokens) / a.whole.Seconds() }

// BenchmarkStablePartFirst drafts 30 reviews by our prompt, whose stable part
// comes first, and by one that puts the review first: the runtime reads again
// all that follows the first difference. Goal: the mean time to the first word
// at most half.
func BenchmarkStablePartFirst(b *testing.B) {
	r := newRig(b)
	const tokens = 8
	w, all := r.writer(b, tokens), assignments(b, 30)
	address, err := r.runtime.Start(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	ours(b, w, all[0]) // the model is loaded for both
	var stable, turned []float64
	for b.Loop() {
		for _, a := range all {
			stable = append(stable, ours(b, w, a).first.Seconds())
		}
		for _, a := range all {
			turned = append(turned, bare(b, address, chat(r.model.Name, tokens, message{"user", reviewFirst(a)})).first.Seconds())
		}
	}
	b.ReportMetric(mean(stable), "s-first-word")
	b.ReportMetric(mean(turned), "s-review-first")
	b.ReportMetric(mean(stable)/mean(turned), "ratio")
}

// reviewFirst is the same prompt in the other order.
func reviewFirst(a review.Assignment) string {
	return strings.Join([]string{a.Prompt.User, a.Prompt.System}, "\n\n")
}

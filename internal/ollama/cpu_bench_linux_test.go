package ollama

import (
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ollama/ollama/api"
)

// spent is the processor time of this process so far, server included: the
// server does the same work for both clients, so the difference is ours.
func spent(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkStreamCPU measures processor time per token of both clients on an
// unpaced stream of 2,000 tokens, and that of the API library alone, which
// decodes every line twice: most of our cost is its.
func BenchmarkStreamCPU(b *testing.B) {
	const tokens = 2000
	lines := strings.SplitAfter(recording(b, "chat.ndjson"), "\n")
	body := strings.Repeat(lines[1], tokens) + lines[len(lines)-2]
	address := serve(b, handlers{chat: func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) }})
	w := writer(b, address)
	var our, bare, lib []time.Duration
	measure := func(all *[]time.Duration, work func()) {
		begun := spent(b)
		work()
		*all = append(*all, spent(b)-begun)
	}
	for b.Loop() {
		measure(&our, func() { ours(b, w) })
		measure(&bare, func() { bareClient(b, address) })
		measure(&lib, func() { library(b, w) })
	}
	per := func(all []time.Duration) float64 { return float64(median(all).Nanoseconds()) / tokens }
	b.ReportMetric(per(our), "ns/token(ours)")
	b.ReportMetric(per(bare), "ns/token(bare)")
	b.ReportMetric(per(lib), "ns/token(library)")
	b.ReportMetric(per(our)/per(bare), "ours/bare")
}

// library is the API client that we stand on, with nothing of ours around.
func library(b *testing.B, w *Writer) {
	var text strings.Builder
	request := w.request(Model{Name: "mistral"}, assignment.Prompt)
	s, err := w.connect(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	err = s.Chat(b.Context(), request, func(r api.ChatResponse) error {
		text.WriteString(r.Message.Content)
		return nil
	})
	if err != nil || text.Len() == 0 {
		b.Fatal(err)
	}
}

package ollama

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// paced replays a recording, one line every step, on an absolute schedule so
// that the writing itself does not stretch it.
func paced(body string, step time.Duration) http.HandlerFunc {
	lines := strings.SplitAfter(strings.TrimSuffix(body, "\n"), "\n")
	return func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		begun := time.Now()
		for i, line := range lines {
			time.Sleep(time.Until(begun.Add(time.Duration(i+1) * step)))
			io.WriteString(w, line)
			w.(http.Flusher).Flush()
		}
		io.WriteString(w, "\n")
	}
}

// bareClient is what our path is measured against: the least a Go program
// can do to read the same stream.
func bareClient(t testing.TB, address string) string {
	t.Helper()
	response, err := http.Post("http://"+address+"/api/chat", "application/json", strings.NewReader(`{"model":"mistral"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var text strings.Builder
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		var chunk struct{ Message struct{ Content string } }
		if err := json.Unmarshal(lines.Bytes(), &chunk); err != nil {
			t.Fatal(err)
		}
		text.WriteString(chunk.Message.Content)
	}
	return text.String()
}

func ours(t testing.TB, w *Writer) string {
	t.Helper()
	got, err := w.Write(t.Context(), assignment, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	return got.Body
}

// timed gives how long each of the two took, in turn, and checks that they
// read the same.
func timed(t testing.TB, w *Writer, address string) (our, bare time.Duration) {
	t.Helper()
	begun := time.Now()
	a := ours(t, w)
	our = time.Since(begun)
	begun = time.Now()
	b := bareClient(t, address)
	bare = time.Since(begun)
	if a != b || a == "" {
		t.Fatal("the two clients read different texts")
	}
	return our, bare
}

// BenchmarkStreamPaced replays about 70 tokens at 25 per second; the goal is
// a median under 2 % longer than the bare client's.
func BenchmarkStreamPaced(b *testing.B) {
	address := serve(b, handlers{chat: paced(recording(b, "chat.ndjson"), time.Second/25)})
	w := writer(b, address)
	var our, bare []time.Duration
	for b.Loop() {
		for range 3 {
			o, r := timed(b, w, address)
			our, bare = append(our, o), append(bare, r)
		}
	}
	b.ReportMetric(median(our).Seconds()*1000, "ms/ours")
	b.ReportMetric(median(bare).Seconds()*1000, "ms/bare")
	b.ReportMetric(100*(median(our).Seconds()/median(bare).Seconds()-1), "%longer")
}

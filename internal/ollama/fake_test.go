package ollama

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// handlers are the three calls that the writer makes, each replaceable.
type handlers struct{ tags, show, chat http.HandlerFunc }

// serve starts a server that answers as recorded, where h says nothing else.
func serve(t testing.TB, h handlers) (address string) {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/tags", or(h.tags, recorded(t, "tags.json")))
	mux.HandleFunc("POST /api/show", or(h.show, recorded(t, "show.json")))
	mux.HandleFunc("POST /api/chat", or(h.chat, recorded(t, "chat.ndjson")))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

func or(h, other http.HandlerFunc) http.HandlerFunc {
	if h != nil {
		return h
	}
	return other
}

func recording(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func recorded(t testing.TB, name string) http.HandlerFunc { return sends(recording(t, name)) }

// sends answers line by line, as a model does.
func sends(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for _, line := range strings.SplitAfter(body, "\n") {
			io.WriteString(w, line)
			w.(http.Flusher).Flush()
		}
	}
}

// fails answers with a status and Ollama's form of an error.
func fails(status int, message string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(map[string]string{"error": message})
	}
}

// breaksAfter sends the beginning of a reply, then drops the connection.
func breaksAfter(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sends(body)(w, r)
		panic(http.ErrAbortHandler)
	}
}

// hangsAfter sends the beginning of a reply, then nothing until the test ends
// or the client goes.
func hangsAfter(t testing.TB, body string) (h http.HandlerFunc, hanging <-chan struct{}) {
	over, reached := make(chan struct{}), make(chan struct{}, 8)
	t.Cleanup(func() { close(over) })
	return func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		if body != "" {
			sends(body)(w, r)
		}
		reached <- struct{}{}
		select {
		case <-over:
		case <-r.Context().Done():
		}
	}, reached
}

func writer(t testing.TB, address string) *Writer {
	t.Helper()
	w, err := New(Config{Address: address, Model: "mistral"})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var assignment = review.Assignment{Prompt: review.Prompt{Version: "fr-1", System: "Règles.", User: "Avis : SECRET-DE-L-AVIS."}}

// writes lets the writer write; it fails when that takes 10 s.
func writes(t testing.TB, w *Writer, a review.Assignment) (review.Written, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	got, err := w.Write(ctx, a, func(string) {})
	if errors.Is(err, context.DeadlineExceeded) {
		t.Fatal("Write did not return")
	}
	return got, err
}

// noLeak fails when goroutines of this package or of a connection outlive
// the test. Call it first, so that it looks last.
func noLeak(t *testing.T) {
	t.Helper()
	t.Cleanup(func() {
		deadline := time.Now().Add(3 * time.Second)
		for left := leftovers(); left != ""; left = leftovers() {
			if time.Now().After(deadline) {
				t.Errorf("goroutines left:\n%s", left)
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	})
}

func leftovers() string {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	var left []string
	for _, one := range strings.Split(string(stacks), "\n\n") {
		if strings.Contains(one, "ollama.(*stream)") || strings.Contains(one, "http.(*persistConn)") {
			left = append(left, one)
		}
	}
	return strings.Join(left, "\n\n")
}

// captured decodes what the writer sent to a call.
func captured(t testing.TB, into *api.ChatRequest, then http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(into); err != nil {
			t.Error(err)
		}
		then(w, r)
	}
}

// closedPort is an address of this machine where nothing listens.
func closedPort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

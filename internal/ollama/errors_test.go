package ollama

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

func TestRefusalsAndFailures(t *testing.T) {
	const own = "SECRET-DU-SERVEUR"
	start := firstLines(recording(t, "chat.ndjson"), 12)
	for name, c := range map[string]struct {
		h     handlers
		model string
		want  *review.Error
		kept  bool // text was written before
	}{
		"model absent":           {h: handlers{show: fails(404, own)}, want: ErrNoModel},
		"model removed since":    {h: handlers{chat: fails(404, own)}, want: ErrNoModel},
		"busy":                   {h: handlers{chat: fails(503, own)}, want: ErrServer},
		"out of memory":          {h: handlers{chat: fails(500, own)}, want: ErrServer},
		"error without JSON":     {h: handlers{chat: func(w http.ResponseWriter, _ *http.Request) { http.Error(w, own, http.StatusBadGateway) }}, want: ErrServer},
		"prompt too long":        {h: handlers{chat: fails(400, "the input length exceeds the context length")}, want: ErrPromptTooLong},
		"other bad request":      {h: handlers{chat: fails(400, own)}, want: ErrServer},
		"list fails":             {h: handlers{tags: fails(500, own)}, want: ErrServer},
		"not a model server":     {h: handlers{tags: http.NotFound}, want: ErrNoServer},
		"not even JSON":          {h: handlers{tags: sends("<html>" + own)}, want: ErrNoServer},
		"remote by show":         {h: handlers{show: recorded(t, "show-remote.json")}, want: ErrRemoteModel},
		"remote by tag":          {model: "qwen3:cloud", want: ErrRemoteModel},
		"remote by suffix":       {model: "GPT-OSS:120b-CLOUD", want: ErrRemoteModel},
		"remote, sign in":        {h: handlers{chat: fails(401, own)}, want: ErrRemoteModel},
		"remote, switched off":   {h: handlers{show: fails(403, own)}, want: ErrRemoteModel},
		"remote, seen in stream": {h: handlers{chat: recorded(t, "chat-remote.ndjson")}, want: ErrRemoteModel},
		"cut":                    {h: handlers{chat: breaksAfter(start)}, want: ErrStreamCut, kept: true},
		"cut in a line":          {h: handlers{chat: breaksAfter(start + `{"model":"mistral","message":{"content":"` + own)}, want: ErrStreamCut, kept: true},
		"ended without done":     {h: handlers{chat: sends(start)}, want: ErrStreamCut, kept: true},
		"cut before a word":      {h: handlers{chat: breaksAfter("")}, want: ErrStreamCut},
		"garbage line":           {h: handlers{chat: sends(start + own + "\n")}, want: ErrStreamCut, kept: true},
		"error in stream":        {h: handlers{chat: recorded(t, "chat-error.ndjson")}, want: ErrStreamCut, kept: true},
		"wrong types in stream":  {h: handlers{chat: sends(start + `{"message":"` + own + "\"}\n")}, want: ErrStreamCut, kept: true},
		"too long a reply":       {h: handlers{chat: recorded(t, "chat-length.ndjson")}, want: ErrLength, kept: true},
	} {
		t.Run(name, func(t *testing.T) {
			noLeak(t)
			a := assignment
			a.Model = c.model
			got, err := writes(t, writer(t, serve(t, c.h)), a)
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if (got.Body != "") != c.kept || !strings.HasPrefix(recording(t, "body.txt"), got.Body) {
				t.Errorf("kept %q", got.Body)
			}
			wordlessError(t, err, own, "SECRET-DE-L-AVIS", "Merci", "%!")
		})
	}
}

// wordlessError fails when an error says anything of the texts given, in
// any of its parts or causes.
func wordlessError(t *testing.T, err error, texts ...string) {
	t.Helper()
	e := review.Describe(err)
	all := strings.Join([]string{e.Error(), e.Message.FR, e.Message.EN, e.Hint.FR, e.Hint.EN}, "\n")
	for _, text := range texts {
		if strings.Contains(all, text) {
			t.Errorf("the error says %q:\n%s", text, all)
		}
	}
}

func firstLines(s string, n int) string {
	return strings.Join(strings.SplitAfter(s, "\n")[:n], "")
}

func TestNoServer(t *testing.T) {
	noLeak(t)
	address := closedPort(t)
	w := writer(t, address)
	got, err := writes(t, w, assignment)
	if !errors.Is(err, ErrNoServer) || got.Body != "" {
		t.Fatalf("got %+v, %v", got, err)
	}
	e := review.Describe(err)
	if e.Kind != review.Failed || !strings.Contains(e.Message.FR, address) || !strings.Contains(e.Hint.FR, "trame") {
		t.Errorf("the agent is told %q %q", e.Message.FR, e.Hint.FR)
	}
	if _, err := w.Available(t.Context()); !errors.Is(err, ErrNoServer) {
		t.Errorf("Available: %v", err)
	}
}

func TestNoModelChosen(t *testing.T) {
	w, err := New(Config{Address: serve(t, handlers{})})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := writes(t, w, assignment); !errors.Is(err, ErrModelUnset) {
		t.Errorf("got %v", err)
	}
}

// A server that is gone since it was probed is missing; one that goes while
// it writes has broken off.
func TestGoneBeforeIsNotCutOff(t *testing.T) {
	s := &server{address: "127.0.0.1:11434"}
	for op, want := range map[string]*review.Error{"dial": ErrNoServer, "read": ErrStreamCut, "write": ErrStreamCut} {
		err := s.classify(&url.Error{Op: "Post", Err: &net.OpError{Op: op, Err: io.EOF}}, "mistral", ErrStreamCut)
		if !errors.Is(err, want) || !errors.Is(err, io.EOF) {
			t.Errorf("%s: got %v", op, err)
		}
	}
}

// A remote model must be refused before the review is sent, not after.
func TestARemoteModelNeverSeesTheReview(t *testing.T) {
	asked := 0
	count := func(http.ResponseWriter, *http.Request) { asked++ }
	address := serve(t, handlers{show: recorded(t, "show-remote.json"), chat: count})
	for _, model := range []string{"", "x:cloud", "x-cloud"} {
		a := assignment
		a.Model = model
		if _, err := writes(t, writer(t, address), a); !errors.Is(err, ErrRemoteModel) {
			t.Errorf("%q: got %v", model, err)
		}
	}
	if asked != 0 {
		t.Errorf("the review was sent %d times", asked)
	}
	if review.Describe(ErrRemoteModel).Kind != review.Refused {
		t.Error("a remote model is a refusal")
	}
}

func TestAProbeThatIsStoppedIsNotAMissingServer(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := writer(t, serve(t, handlers{}))
	if _, err := w.Probe(ctx, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("Probe: %v", err)
	}
	if _, err := w.Available(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Available: %v", err)
	}
}

package ollama

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

const mistralHash = "6577803aa9a036369e481d648a2baebb381ebc6e897f2bb9a766a2aa7bfbc1cf"

func TestWriteARecordedReply(t *testing.T) {
	noLeak(t)
	w := writer(t, serve(t, handlers{}))
	var seen []string
	got, err := w.Write(t.Context(), assignment, func(body string) { seen = append(seen, body) })
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(recording(t, "body.txt"))
	if got.Body != want {
		t.Errorf("body %q", got.Body)
	}
	if got.Model != "mistral" || got.ModelHash != mistralHash {
		t.Errorf("model %q %q", got.Model, got.ModelHash)
	}
	if s := got.Speed; s.FirstToken <= 0 || s.Tokens != len(seen)+1 || s.TokensPerSecond < 24.9 || s.TokensPerSecond > 25.1 {
		t.Errorf("speed %+v after %d pieces", s, len(seen))
	}
	for i, body := range seen {
		if !strings.HasPrefix(want, body) || i > 0 && len(body) <= len(seen[i-1]) {
			t.Fatalf("piece %d is not the text so far: %q", i, body)
		}
	}
}

func TestWhatIsAskedOfTheServer(t *testing.T) {
	var asked api.ChatRequest
	w, err := New(Config{Address: serve(t, handlers{chat: captured(t, &asked, recorded(t, "chat.ndjson"))}), Context: 6144, MaxTokens: 300})
	if err != nil {
		t.Fatal(err)
	}
	a := assignment
	a.Model = " qwen3:4b "
	if _, err := writes(t, w, a); err != nil {
		t.Fatal(err)
	}
	if asked.Model != "qwen3:4b" || asked.Options["num_ctx"] != 6144.0 || asked.Options["num_predict"] != 300.0 {
		t.Errorf("asked %q with %v", asked.Model, asked.Options)
	}
	if asked.Truncate == nil || *asked.Truncate || asked.Shift == nil || *asked.Shift || asked.Stream == nil || !*asked.Stream {
		t.Error("truncate and shift must be false, stream true")
	}
	if asked.Think != nil {
		t.Error("a model that does not think was told not to")
	}
	if m := asked.Messages; len(m) != 2 || m[0].Role != "system" || m[0].Content != a.Prompt.System || m[1].Role != "user" || m[1].Content != a.Prompt.User {
		t.Errorf("messages %+v", m)
	}
}

func TestAThinkingModelIsAskedNotTo(t *testing.T) {
	var asked api.ChatRequest
	w := writer(t, serve(t, handlers{show: recorded(t, "show-thinking.json"), chat: captured(t, &asked, recorded(t, "chat.ndjson"))}))
	if _, err := writes(t, w, assignment); err != nil {
		t.Fatal(err)
	}
	if asked.Think == nil || asked.Think.Bool() {
		t.Errorf("think is %v", asked.Think)
	}
}

func TestAvailable(t *testing.T) {
	noLeak(t)
	got, err := writer(t, serve(t, handlers{})).Available(t.Context())
	if err != nil || strings.Join(got, " ") != "mistral:latest qwen3:4b" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestAModelBeingTriedIsNotOffered(t *testing.T) {
	noLeak(t)
	got, err := writer(t, serve(t, handlers{tags: sends(`{"models":[{"name":"ecritoire-import:ab"},{"name":"mistral:latest"}]}`)})).Available(t.Context())
	if err != nil || strings.Join(got, " ") != "mistral:latest" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestProbe(t *testing.T) {
	w := writer(t, serve(t, handlers{show: recorded(t, "show-thinking.json")}))
	for name, want := range map[string]Model{
		"":               {"mistral", mistralHash, true, false},
		"Mistral:Latest": {"Mistral:Latest", mistralHash, true, false},
		"unlisted":       {"unlisted", "", true, false},
	} {
		if got, err := w.Probe(t.Context(), name); err != nil || got != want {
			t.Errorf("%q: got %+v, %v", name, got, err)
		}
	}
}

func TestNameIsOllama(t *testing.T) {
	if got := writer(t, "127.0.0.1").Name(); got != review.WriterOllama {
		t.Errorf("got %q", got)
	}
}

// TestAKnownModelIsNotLookedAtAgain, unless its digest has changed.
func TestAKnownModelIsNotLookedAtAgain(t *testing.T) {
	looked, tags := 0, recording(t, "tags.json")
	address := serve(t, handlers{
		tags: func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, tags) },
		show: func(w http.ResponseWriter, r *http.Request) { looked++; recorded(t, "show-thinking.json")(w, r) }})
	w, err := New(Config{Address: address, Model: "mistral", Known: NewKnown()})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if got, err := writes(t, w, assignment); err != nil || got.ModelHash != mistralHash {
			t.Fatalf("%q, %v", got.ModelHash, err)
		}
	}
	if looked != 1 {
		t.Errorf("looked at %d times", looked)
	}
	tags = strings.ReplaceAll(tags, mistralHash, strings.Repeat("0", 64))
	if m, err := w.Probe(t.Context(), ""); err != nil || looked != 2 || !m.Thinks {
		t.Errorf("a changed model: looked at %d times, %+v, %v", looked, m, err)
	}
}

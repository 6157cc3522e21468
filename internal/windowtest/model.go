//go:build window

package windowtest

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// modelName is that of the model which these tests put on the workstation.
const modelName = "essai:latest"

// modelWords is what it writes, sentence by sentence.
var modelWords = []string{
	"Merci d’avoir pris le temps de nous écrire. ",
	"Nous regrettons l’attente que vous avez connue au guichet. ",
	"L’équipe de l’accueil a reçu votre remarque.",
}

// model is a model server of this workstation that writes its first sentence
// and then waits for the test's word: a draft stands half written as long as a
// journey looks at it.
type model struct {
	address string
	goes    chan bool // true to write on, false to break off
}

// models starts one; it ends with the test.
func models(t *testing.T) *model {
	t.Helper()
	m := &model{goes: make(chan bool, 8)}
	routes := http.NewServeMux()
	routes.HandleFunc("GET /api/tags", answers(`{"models":[{"name":"`+modelName+`","model":"`+modelName+`","size":4372824384,"digest":"6577803aa9a036369e481d648a2baebb381ebc6e897f2bb9a766a2aa7bfbc1cf","details":{"format":"gguf","family":"llama","parameter_size":"7.2B","quantization_level":"Q4_K_M"}}]}`))
	routes.HandleFunc("POST /api/show", answers(`{"details":{"format":"gguf","family":"llama"},"model_info":{"general.architecture":"llama","llama.context_length":32768},"capabilities":["completion"]}`))
	routes.HandleFunc("POST /api/chat", m.writes)
	server := httptest.NewServer(routes)
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	m.address = server.Listener.Addr().String()
	return m
}

func answers(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }
}

func (m *model) writes(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body) // else nothing tells that the client has gone
	says := json.NewEncoder(w)
	piece := func(words string, done bool) {
		_ = says.Encode(map[string]any{"model": modelName, "message": map[string]string{"role": "assistant", "content": words}, "done": done, "done_reason": "stop"})
		w.(http.Flusher).Flush()
	}
	piece(modelWords[0], false)
	select {
	case <-r.Context().Done():
		return
	case on := <-m.goes:
		if !on {
			panic(http.ErrAbortHandler)
		}
	}
	piece(modelWords[1], false)
	piece(modelWords[2], false)
	piece("", true)
}

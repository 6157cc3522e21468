package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"ecritoire/internal/cli"
)

// modelSaying is a model server on the loopback that always writes the same.
func modelSaying(t *testing.T, body string) (address string) {
	t.Helper()
	say := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, text) }
	}
	said, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/tags", say(`{"models":[{"name":"m:latest","model":"m:latest","digest":"6577803aa9a036369e481d648a2baebb381ebc6e897f2bb9a766a2aa7bfbc1cf","size":1,"details":{"format":"gguf","family":"llama"}}]}`))
	mux.HandleFunc("POST /api/show", say(`{"details":{"format":"gguf","family":"llama"},"model_info":{"general.architecture":"llama","llama.context_length":8192},"capabilities":["completion"]}`))
	mux.HandleFunc("POST /api/chat", say(`{"model":"m:latest","message":{"role":"assistant","content":`+string(said)+`},"done":true,"done_reason":"stop"}`))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

// TestDraftTellsWhoseTextItIs: where a model's text is blocked twice, the verb
// says that trame's stands in its place.
func TestDraftTellsWhoseTextItIs(t *testing.T) {
	for body, told := range map[string]bool{
		"Merci pour votre message. Appelez le 01 23 45 67 89 pour le guichet.":              true,
		"Merci pour votre message. Nous sommes heureux de cet accueil au guichet apprécié.": false,
	} {
		dir := imported(t)
		for _, set := range [][2]string{{"ollama.address", modelSaying(t, body)}, {"ollama.model", "m:latest"}, {"ollama.form", "false"}} {
			if status, _, complaint := verb(t, "", "settings", "set", set[0], set[1], "--data", dir); status != cli.Done {
				t.Fatal(complaint)
			}
		}
		status, out, complaint := verb(t, "", "draft", "1", "--writer", "ollama", "--data", dir)
		if got := strings.Contains(complaint, "celui de la trame"); status != cli.Done || got != told {
			t.Errorf("%d, told %v:\n%s\n%s", status, got, out, complaint)
		}
	}
}

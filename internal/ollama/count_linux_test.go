package ollama

import (
	"path/filepath"
	"strings"
	"testing"

	"ecritoire/internal/ollama/tiny"
	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// TestCounterAgainstTheServer counts texts with the vocabulary that the server
// itself reads, on a model of random weights.
func TestCounterAgainstTheServer(t *testing.T) {
	l := realLibrary(t)
	file := filepath.Join(t.TempDir(), "tiny.gguf")
	if err := tiny.Write(file); err != nil {
		t.Fatal(err)
	}
	countsAsTheServer(t, l, file)
}

// countsAsTheServer imports a model and holds our count against the server's:
// at most the mark of the beginning and a space before the first word apart.
// It gives the tokens that the model's chat template adds.
func countsAsTheServer(t *testing.T, l *Library, file string) (around int) {
	t.Helper()
	m, err := l.Import(t.Context(), file, "essai", func(review.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	count, err := l.Counter(t.Context(), m.Name)
	if err != nil || count == nil {
		t.Fatalf("no counter: %v", err)
	}
	ours, theirs := 0, 0
	for _, text := range texts() {
		n, served := count(text), readBy(t, l, m.Name, text)
		if served < n || served > n+2 {
			t.Errorf("%d tokens counted, the server reads %d in %q", n, served, text)
		}
		ours, theirs = ours+n, theirs+served
	}
	around = chatRead(t, l, m.Name) - count(chatSystem) - count(chatUser)
	t.Logf("%d texts: %d tokens counted, %d read by the server; its chat adds %d", len(texts()), ours, theirs, around)
	return around
}

const (
	chatSystem = "Vous rédigez le corps d’une réponse."
	chatUser   = "Voici l’avis : deux mois d’attente."
)

// texts are twenty of the kinds that a prompt holds.
func texts() []string {
	all := []string{
		"Bonjour", "J’attends ma carte d’identité depuis deux mois.", "TRÈS DÉÇU !!! Personne ne répond…",
		"01 99 00 12 34, de 8 h 30 à 17 h", "https://www.valmont-orle.example/contact?page=2", "2 000 € le 12/03/2024",
		"« Trop long », dit-on ; et pourtant : non !", "⟦PERSONNE_1⟧ m’a reçu.", "I have been waiting for two months.",
		"مرحبا, спасибо, 谢谢", "😀👍🏽", "Un.\n\nDeux.\n- Trois\n\tQuatre", "  deux espaces  ", "<avis>\nTitre : Attente\n</avis>",
		"anticonstitutionnellement", "L'accueil n'était pas à l'heure, qu'on se le dise.", "a\u00a0b\u202fc", "N° 15 bis, 75012 PARIS CEDEX 12",
	}
	return append(all, strings.Repeat(all[1]+" ", 10), strings.Join(all, "\n"))
}

// readBy is how many tokens the server reads in a text by itself.
func readBy(t *testing.T, l *Library, model, text string) (tokens int) {
	t.Helper()
	client, err := l.client(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	off := false
	request := &api.GenerateRequest{Model: model, Prompt: text, Raw: true, Stream: &off, Options: map[string]any{"num_predict": 1, "num_ctx": 2048, "num_batch": batch}}
	if err := client.Generate(t.Context(), request, func(r api.GenerateResponse) error { tokens = r.PromptEvalCount; return nil }); err != nil {
		t.Fatal(err)
	}
	return tokens
}

func chatRead(t *testing.T, l *Library, model string) (tokens int) {
	t.Helper()
	client, err := l.client(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	off := false
	request := &api.ChatRequest{Model: model, Stream: &off, Options: map[string]any{"num_predict": 1, "num_ctx": 2048, "num_batch": batch},
		Messages: []api.Message{{Role: "system", Content: chatSystem}, {Role: "user", Content: chatUser}}}
	if err := client.Chat(t.Context(), request, func(r api.ChatResponse) error { tokens = r.PromptEvalCount; return nil }); err != nil {
		t.Fatal(err)
	}
	return tokens
}

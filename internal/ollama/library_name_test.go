package ollama

import (
	"strings"
	"testing"

	"github.com/ollama/ollama/types/model"
)

func TestSafeNames(t *testing.T) {
	for text, want := range map[string]string{
		"Mistral 7B Instruct v0.3": "mistral-7b-instruct-v0.3",
		"Élan Évêque":              "elan-eveque",
		"../../etc/passwd":         "etc-passwd",
		`C:\models\a`:              "c-models-a",
		"a:latest":                 "a-latest",
		"..":                       "",
		"":                         "",
		"日本":                       "",
		"CON":                      "",
		"nul.gguf":                 "",
		"big:cloud":                "",
		"big-cloud":                "",
		importing:                  "",
		strings.Repeat("ab-", 40):  strings.Trim(strings.Repeat("ab-", 20), "-"),
		"--help":                   "help",
		"a\x00b":                   "a-b",
		"Qwen3‑4B (non‑breaking)":  "qwen3-4b-non-breaking",
	} {
		if got := safeName(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// FuzzSafeName: whatever a file calls itself, its name is one that the server
// takes for the same, stays in its folder, and gives itself again.
func FuzzSafeName(f *testing.F) {
	f.Add("Mistral 7B")
	f.Add("../..")
	f.Add("a:b/c@d")
	f.Fuzz(func(t *testing.T, text string) {
		name := safeName(text)
		if name == "" {
			return
		}
		parsed := model.ParseName(name)
		if safeName(name) != name || strings.ContainsAny(name, `/\:`) || !parsed.IsValid() || parsed.DisplayShortest() != name+":latest" {
			t.Errorf("%q gives %q", text, name)
		}
	})
}

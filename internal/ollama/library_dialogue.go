package ollama

import (
	"strings"

	known "github.com/ollama/ollama/template"
)

// dialogue is how a conversation is written for a family of models: a template
// of Ollama's, and what ends a reply.
type dialogue struct {
	template string
	stop     []string
}

// dialogueOf finds the family of a model by the marks in its own template
// (Jinja, which Ollama does not run). Ollama knows 38 templates by their text
// and takes any other for none at all: the model would then be given the
// prompt without roles, and its newer versions nearly always would be. nil
// leaves it to Ollama, which knows this text; ErrModelTemplate when nobody
// does, or there is none.
func dialogueOf(jinja string) (*dialogue, error) {
	for _, f := range families {
		if strings.Contains(jinja, f.mark) {
			return f.told(jinja), nil
		}
	}
	if jinja == "" || len(jinja) > longestKnown {
		return nil, ErrModelTemplate
	}
	if _, err := known.Named(jinja); err != nil {
		return nil, ErrModelTemplate
	}
	return nil, nil
}

// longestKnown is above the longest template that Ollama knows (4,614 bytes).
// It compares letter by letter, which takes seconds for a long text.
const longestKnown = 8 << 10

type family struct {
	mark string
	dialogue
}

// families by their marks, the most telling first. Sources: the chat templates
// that Qwen3, Gemma 3, Mistral (v3 and v7 of its tokenizer), Llama 2 and
// Llama 3 (whose form Lucie uses) carry in their tokenizer_config.json.
var families = []family{
	{"<|im_start|>", dialogue{
		"{{ range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n{{ end }}<|im_start|>assistant\n",
		[]string{"<|im_end|>", "<|im_start|>"}}},
	{"<start_of_turn>", dialogue{
		`{{ $system := "" }}{{ range .Messages }}{{ if eq .Role "system" }}{{ $system = printf "%s\n\n" .Content }}` +
			"{{ else if eq .Role \"user\" }}<start_of_turn>user\n{{ $system }}{{ $system = \"\" }}{{ .Content }}<end_of_turn>\n" +
			"{{ else }}<start_of_turn>model\n{{ .Content }}<end_of_turn>\n{{ end }}{{ end }}<start_of_turn>model\n",
		[]string{"<end_of_turn>", "<start_of_turn>"}}},
	{"<|start_header_id|>", dialogue{
		"{{ range .Messages }}<|start_header_id|>{{ .Role }}<|end_header_id|>\n\n{{ .Content }}<|eot_id|>{{ end }}" +
			"<|start_header_id|>assistant<|end_header_id|>\n\n",
		[]string{"<|eot_id|>", "<|start_header_id|>"}}},
	{"[SYSTEM_PROMPT]", dialogue{
		`{{ range .Messages }}{{ if eq .Role "system" }}[SYSTEM_PROMPT]{{ .Content }}[/SYSTEM_PROMPT]` +
			`{{ else if eq .Role "user" }}[INST]{{ .Content }}[/INST]{{ else }}{{ .Content }}</s>{{ end }}{{ end }}`,
		[]string{"[INST]", "[SYSTEM_PROMPT]"}}},
	{"<<SYS>>", dialogue{
		`{{ range .Messages }}{{ if eq .Role "system" }}[INST] <<SYS>>` + "\n{{ .Content }}\n<</SYS>>\n\n" +
			`{{ else if eq .Role "user" }}{{ .Content }} [/INST]{{ else }} {{ .Content }} </s>[INST] {{ end }}{{ end }}`,
		[]string{"[INST]", "<<SYS>>"}}},
	{"[INST]", dialogue{
		"[INST] {{ range .Messages }}{{ if eq .Role \"system\" }}{{ .Content }}\n\n" +
			`{{ else if eq .Role "user" }}{{ .Content }}[/INST]{{ else }} {{ .Content }}</s>[INST] {{ end }}{{ end }}`,
		[]string{"[INST]"}}},
}

// told is the family's form for one model. One that would reason first is told
// that it has done so, in the words its own template uses with
// enable_thinking=false (Qwen3): a draft is not worth minutes of reasoning.
func (f family) told(jinja string) *dialogue {
	d := f.dialogue
	if strings.Contains(jinja, "enable_thinking") {
		d.template += "<think>\n\n</think>\n\n"
	}
	return &d
}

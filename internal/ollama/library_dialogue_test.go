package ollama

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ollama/ollama/api"
	known "github.com/ollama/ollama/template"
)

// TestDialogues renders each family as Ollama does, for a draft: rules, then
// the review. What is expected follows the forms that the makers document.
func TestDialogues(t *testing.T) {
	for name, c := range map[string]struct{ jinja, want string }{
		"ChatML": {"{{'<|im_start|>' + message['role']}}",
			"<|im_start|>system\nR<|im_end|>\n<|im_start|>user\nA<|im_end|>\n<|im_start|>assistant\n"},
		"Qwen3, told not to reason": {"<|im_start|>{%- if enable_thinking is defined and enable_thinking is false %}",
			"<|im_start|>system\nR<|im_end|>\n<|im_start|>user\nA<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n"},
		"Gemma":        {"{{ '<start_of_turn>' + role }}", "<start_of_turn>user\nR\n\nA<end_of_turn>\n<start_of_turn>model\n"},
		"Llama 3":      {"'<|start_header_id|>'", "<|start_header_id|>system<|end_header_id|>\n\nR<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nA<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"},
		"Mistral v7":   {"'[SYSTEM_PROMPT]' '[INST]'", "[SYSTEM_PROMPT]R[/SYSTEM_PROMPT][INST]A[/INST]"},
		"Mistral v3":   {"'[INST] '", "[INST] R\n\nA[/INST]"},
		"Llama 2 chat": {"'[INST] <<SYS>>'", "[INST] <<SYS>>\nR\n<</SYS>>\n\nA [/INST]"},
	} {
		d, err := dialogueOf(c.jinja)
		if err != nil || d == nil {
			t.Fatalf("%s: %v, %v", name, d, err)
		}
		if got := rendered(t, d.template); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
		if len(d.stop) == 0 {
			t.Errorf("%s: nothing ends a reply", name)
		}
	}
}

func rendered(t *testing.T, text string) string {
	t.Helper()
	parsed, err := known.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = parsed.Execute(&out, known.Values{Messages: []api.Message{{Role: "system", Content: "R"}, {Role: "user", Content: "A"}}})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestDialoguesThatOllamaKnows: TinyLlama’s is one; ours stand back.
func TestDialoguesThatOllamaKnows(t *testing.T) {
	zephyr := "{% for message in messages %}\n{% if message['role'] == 'user' %}\n{{ '<|user|>\n' + message['content'] + eos_token }}\n" +
		"{% elif message['role'] == 'system' %}\n{{ '<|system|>\n' + message['content'] + eos_token }}\n{% elif message['role'] == 'assistant' %}\n" +
		"{{ '<|assistant|>\n'  + message['content'] + eos_token }}\n{% endif %}\n{% if loop.last and add_generation_prompt %}\n{{ '<|assistant|>' }}\n{% endif %}\n{% endfor %}"
	if d, err := dialogueOf(zephyr); d != nil || err != nil {
		t.Errorf("got %v, %v", d, err)
	}
	if _, err := dialogueOf(""); !errors.Is(err, ErrModelTemplate) {
		t.Errorf("no template: %v", err)
	}
}

package tiny

import (
	"fmt"

	"github.com/ollama/ollama/fs/ggml"
)

// The first tokens of the vocabulary, in the order of sentencepiece: unknown,
// beginning, end, then the 256 bytes.
const (
	beginning = 1
	end       = 2
	bytesFrom = 3
	newline   = bytesFrom + '\n'
)

// Kinds of tokens, as https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
// numbers them under tokenizer.ggml.token_type.
const (
	kindNormal  = 1
	kindUnknown = 2
	kindControl = 3
	kindByte    = 6
)

// vocab is the vocabulary; the words of Reply stand at its end, in order.
type vocab struct {
	tokens []string
	kinds  []int32
	first  int // of the words of Reply
}

func vocabulary() vocab {
	v := vocab{tokens: []string{"<unk>", "<s>", "</s>"}, kinds: []int32{kindUnknown, kindControl, kindControl}}
	for b := range 256 {
		v.tokens = append(v.tokens, fmt.Sprintf("<0x%02X>", b))
		v.kinds = append(v.kinds, kindByte)
	}
	// Letters, so that a prompt takes about as many tokens as it has letters.
	for r := ' ' + 1; r < 'ÿ'; r++ {
		if r < 0x7f || r > 0xa0 {
			v.tokens = append(v.tokens, string(r))
			v.kinds = append(v.kinds, kindNormal)
		}
	}
	v.first = len(v.tokens)
	for _, word := range pieces() {
		v.tokens = append(v.tokens, word)
		v.kinds = append(v.kinds, kindNormal)
	}
	return v
}

// template is ChatML, which Ollama knows by its text.
const template = `{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}`

func (v vocab) metadata(forward int) ggml.KV {
	return ggml.KV{
		"general.architecture":                   "llama",
		"general.name":                           "Tiny test model",
		"general.license":                        "mit",
		"general.file_type":                      uint32(0), // F32
		"general.parameter_count":                v.parameters(forward),
		"llama.block_count":                      uint32(layers),
		"llama.context_length":                   uint32(context),
		"llama.embedding_length":                 uint32(width),
		"llama.feed_forward_length":              uint32(forward),
		"llama.attention.head_count":             uint32(heads),
		"llama.attention.head_count_kv":          uint32(heads),
		"llama.attention.layer_norm_rms_epsilon": float32(1e-5),
		"llama.rope.dimension_count":             uint32(width / heads),
		"llama.vocab_size":                       uint32(len(v.tokens)),
		"tokenizer.ggml.model":                   "llama",
		"tokenizer.ggml.tokens":                  v.tokens,
		"tokenizer.ggml.token_type":              v.kinds,
		"tokenizer.ggml.scores":                  make([]float32, len(v.tokens)),
		"tokenizer.ggml.unknown_token_id":        uint32(0),
		"tokenizer.ggml.bos_token_id":            uint32(beginning),
		"tokenizer.ggml.eos_token_id":            uint32(end),
		"tokenizer.ggml.add_space_prefix":        false,
		"tokenizer.chat_template":                template,
	}
}

func (v vocab) parameters(forward int) uint64 {
	perLayer := 4*width*width + 3*width*forward + 2*width
	return uint64(2*len(v.tokens)*width + width + layers*perLayer)
}

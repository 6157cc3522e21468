package ollama

import (
	"github.com/ollama/ollama/fs/ggml"
	"github.com/ollama/ollama/tokenizer"
)

// leastVocabulary is below any real one; Ollama's tokenizer takes the first
// five tokens for granted.
const leastVocabulary = 256

// tokenizerOf makes a tokenizer of a model's vocabulary; nil for a kind that
// Ollama's package does not read, and for lists that do not match. That package
// logs the texts it reads, at a level (−8) that our log never shows.
func tokenizerOf(keys ggml.KV) tokenizer.Tokenizer {
	v := &tokenizer.Vocabulary{Values: keys.Strings("tokenizer.ggml.tokens"), Types: keys.Ints("tokenizer.ggml.token_type"),
		Scores: keys.Floats("tokenizer.ggml.scores"), Merges: keys.Strings("tokenizer.ggml.merges")}
	if len(v.Values) < leastVocabulary || len(v.Types) != len(v.Values) {
		return nil
	}
	kind := keys.String("tokenizer.ggml.model")
	switch {
	case kind == "gpt2" && len(v.Merges) > 0: // pairs of bytes
		return pairs(v, keys.String("tokenizer.ggml.pre"))
	case kind == "llama" && len(v.Scores) == len(v.Values): // sentencepiece
		return tokenizer.NewSentencePiece(v)
	default:
		return nil
	}
}

func pairs(v *tokenizer.Vocabulary, pre string) tokenizer.Tokenizer {
	words, named := splits[pre]
	if !named {
		words = splits["llama-bpe"]
	}
	if words == "" {
		t := tokenizer.NewBytePairEncoding(v) // its own split is GPT-2's
		return &t
	}
	t := tokenizer.NewBytePairEncoding(v, words)
	return &t
}

// splits are how text is cut into words before pairs are joined, by the name
// that a GGUF gives it (tokenizer.ggml.pre). The expressions are those of the
// models' own tokenizer.json, as Ollama 0.17.4 has them in model/models; a name
// that is not here is cut as Llama 3 cuts, as there. Which names share a split:
// llama.cpp's src/llama-vocab.cpp.
var splits = map[string]string{
	"default": "", "gpt-2": "", "phi-2": "",
	"llama-bpe": english + `|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|` + spaces,
	"qwen2":     qwen, "qwen35": qwen, "deepseek-r1-qwen": qwen,
	"tekken": small + `|` + large + `|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|` + spaces,
	"gpt-4o": openAI, "llama4": openAI,
}

const (
	english = `(?i:'s|'t|'re|'ve|'m|'ll|'d)`
	small   = `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+`
	large   = `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*`
	qwen    = english + `|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|` + spaces
	openAI  = small + english + `?|` + large + english + `?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|` + spaces
	spaces  = `\s*[\r\n]+|\s+(?!\S)|\s+`
)

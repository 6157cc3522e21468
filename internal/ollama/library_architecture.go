package ollama

import "strings"

// runs are the architectures that write text in Ollama 0.17.4: those of its
// llama.cpp (LLM_ARCH_NAMES in llama/llama.cpp/src/llama-arch.cpp) and those
// that its own engine registers (model.Register in model/models). Left out are
// the encoders, the diffusion models and those that only read pictures: a
// reply cannot be asked of them.
var runs = wordSet(`
afmoe apertus arcee arctic arwkv7 baichuan bailingmoe bailingmoe2 bitnet bloom chatglm codeshell cogvlm cohere2
command-r dbrx deci deepseek deepseek2 dots1 ernie4_5 ernie4_5-moe exaone exaone4 falcon falcon-h1 gemma gemma2 gemma3
gemma3n glm4 glm4moe glm4moelite gpt-oss gpt2 gptneox gptoss granite granitehybrid granitemoe grok grovemoe
hunyuan-dense hunyuan-moe internlm2 jais jamba lfm2 lfm2moe llama llama4 mamba mamba2 minicpm minicpm3 minimax-m2
mistral3 mpt nemotron nemotron_h nemotron_h_moe olmo olmo2 olmo3 olmoe openelm orion pangu-embedded phi2 phi3 phimoe
plamo plamo2 plm qwen qwen2 qwen25vl qwen2moe qwen2vl qwen3 qwen35 qwen35moe qwen3moe qwen3next qwen3vl qwen3vlmoe
refact rwkv6 rwkv6qwen2 rwkv7 seed_oss smallthinker smollm3 solar stablelm starcoder starcoder2 xverse`)

// encoders give vectors, not words, and run in the same places: they order
// sheets by meaning.
var encoders = wordSet(`bert gemma-embedding jina-bert-v2 jina-bert-v3 nomic-bert nomic-bert-moe`)

// addOns are parts of other models, or give what nothing here asks for.
var addOns = wordSet(`clip mmproj neo-bert t5encoder wavtokenizer-dec`)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

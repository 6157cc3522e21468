package ollama

import (
	"slices"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/fs/ggml"
)

// estimator foretells what a model takes on a machine.
type estimator struct {
	machine review.Machine
	anchor  *review.Model // a model measured on this machine; nil for none
}

// A draft in tokens: what is read anew for each review, and a reply.
const (
	draftPrompt = 500
	draftReply  = 220
)

func (e *estimator) judge(k listing, models []review.Model) review.Candidate {
	c := k.Candidate
	if c.Memory == 0 {
		c.Memory = memoryOf(k)
	}
	if c.Bytes > 0 && c.Parameters > 0 {
		c.DraftSeconds = draftPrompt/e.reading(k) + draftReply/e.writing(k)
	}
	for _, m := range models {
		if !same(k, m) {
			continue
		}
		if m.Memory > 0 {
			c.Memory = m.Memory
		}
		if m.Pace != nil && m.Pace.Hash == m.Hash && m.Pace.Draft() > 0 {
			c.DraftSeconds, c.Measured = m.Pace.Draft().Seconds(), true
		}
	}
	c.Fits = c.Memory > 0 && c.Memory <= e.machine.Free
	return c
}

// memoryOf estimates a model that is not at hand: its weights, the cache of a
// full context, and room to compute.
func memoryOf(k listing) int64 {
	const room = 300 * megabyte
	return k.Bytes + int64(min(defaultContext, k.Context))*k.Cache + room
}

// The speeds of one model on one machine, from which others are scaled: 1.1
// thousand million parameters in Q4_K_M (667 MB) with the bundled runtime on
// two cores with AVX512_VNNI, whose memory gave bandwidth 25 GB/s: 85 prompt
// tokens/s, 29 written tokens/s. Other machines differ by a factor that only
// "model bench" can tell.
const (
	referenceParameters = 1.1e9
	referenceReading    = 85.0 / 2          // prompt tokens/s per core
	referenceWriting    = 29.0 / 2          // tokens/s per core, where arithmetic is the bound
	referenceEfficiency = 29 * 667e6 / 25e9 // share of the bandwidth that writing uses, where memory is the bound
)

// reading is how many prompt tokens a second: bound by arithmetic, so by the
// parameters used per token, the cores and their instruction sets.
func (e *estimator) reading(k listing) float64 {
	if e.anchor != nil && e.anchor.Pace.PromptPerSecond > 0 {
		return e.anchor.Pace.PromptPerSecond * float64(e.anchor.Parameters) / k.used() * engineFactor(k.Architecture) / engineFactor(e.anchor.Architecture)
	}
	return referenceReading * float64(e.machine.Cores) * e.instructionFactor() * referenceParameters / k.used() * engineFactor(k.Architecture)
}

// engineFactor is how fast a model reads beside one that llama.cpp runs: what
// Ollama keeps for its own engine reads at half the speed (59.7 against 124
// prompt tokens/s, docs/decisions/0009-runtime.md).
func engineFactor(architecture string) float64 {
	if (ggml.KV{"general.architecture": architecture}).OllamaEngineRequired() {
		return 0.5
	}
	return 1
}

// writing is how many tokens a second: bound by what memory gives.
func (e *estimator) writing(k listing) float64 {
	bytes := float64(k.Bytes) * k.used() / float64(k.Parameters)
	if e.anchor != nil && e.anchor.Pace.TokensPerSecond > 0 {
		return e.anchor.Pace.TokensPerSecond * float64(e.anchor.Bytes) / bytes
	}
	byMemory := e.machine.Bandwidth * referenceEfficiency / bytes
	byCores := referenceWriting * float64(e.machine.Cores) * e.instructionFactor() * referenceParameters / k.used()
	return min(byMemory, byCores)
}

// used is the parameters that one token needs: all, or those of the experts
// that are asked.
func (k listing) used() float64 {
	if k.Active > 0 {
		return float64(k.Active)
	}
	return float64(k.Parameters)
}

// instructionFactor is how much slower a core reads a prompt without the sets
// of the machine that was measured. Only the first line was measured; the
// others follow the width of the registers and whether products of bytes are
// one instruction.
func (e *estimator) instructionFactor() float64 {
	for _, f := range []struct {
		set    string
		factor float64
	}{
		{"AVX512_VNNI", 1}, {"AVX_VNNI", 0.8}, {"I8MM", 0.8}, {"AVX512F", 0.65}, {"DOTPROD", 0.6}, {"AVX2", 0.5}, {"NEON", 0.3}, {"AVX", 0.2},
	} {
		if slices.Contains(e.machine.Instructions, f.set) {
			return f.factor
		}
	}
	return 0.05 // the baseline build: about one token a second
}

// anchorOf chooses the measured model from which others are scaled: the
// largest, which is nearest to those that matter.
func anchorOf(models []review.Model) *review.Model {
	var best *review.Model
	for i, m := range models {
		measured := m.Pace != nil && m.Pace.Hash == m.Hash && m.Pace.TokensPerSecond > 0 && m.Parameters > 0
		if measured && (best == nil || m.Parameters > best.Parameters) {
			best = &models[i]
		}
	}
	return best
}

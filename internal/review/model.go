package review

import "time"

// Model is a model on this workstation that may write drafts.
type Model struct {
	Name         string    `json:"name"`
	Hash         string    `json:"hash"`        // digest of its manifest, as drafts record it; 64 hexadecimal digits
	FileHash     string    `json:"file_sha256"` // of the file it came from; "" where the server is not ours
	Bytes        int64     `json:"bytes"`
	Architecture string    `json:"architecture"` // "llama", "gemma3"…
	Parameters   int64     `json:"parameters"`
	Quantisation string    `json:"quantisation"` // "Q4_K_M"…
	Context      int       `json:"context"`      // tokens it was trained for
	Licence      string    `json:"licence"`      // as the file states it; "" where it does not
	Memory       int64     `json:"memory"`       // bytes it needs to write here, estimated; 0 for unknown
	Embeds       bool      `json:"embeds"`       // it gives vectors, to order sheets by meaning: it does not write
	ImportedAt   time.Time `json:"imported_at"`
	Pace         *Pace     `json:"pace"` // nil until it was measured here
}

// Pace is how fast one model writes on this machine: the figures of a
// measurement, and the mean of the drafts written since.
type Pace struct {
	Model           string    `json:"model"`
	Hash            string    `json:"hash"`
	Load            float64   `json:"load_s"`        // from the file into memory, seconds
	FirstToken      float64   `json:"first_token_s"` // of a prompt of PromptTokens that nothing has read before, seconds
	PromptTokens    int       `json:"prompt_tokens"`
	PromptPerSecond float64   `json:"prompt_tokens_per_s"`
	TokensPerSecond float64   `json:"tokens_per_s"`
	MeasuredAt      time.Time `json:"measured_at"` // zero where only drafts were timed
	Drafts          int       `json:"drafts"`      // timed so far
	DraftSeconds    float64   `json:"draft_s"`     // moving mean of whole drafts; 0 before the first
	CacheReuse      float64   `json:"cache_reuse"` // moving mean of the share of a prompt that was not read again, 0 to 1
}

// draftWeight is the share of the newest draft in the moving mean: after about
// ten drafts a machine that has become slower is believed.
const draftWeight = 0.2

// Timed is the pace after one more draft that took so long.
func (p Pace) Timed(took time.Duration, s Speed) Pace {
	p.Drafts++
	// The first drafts weigh as much as each other, the later ones draftWeight.
	w := max(draftWeight, 1/float64(p.Drafts))
	p.DraftSeconds += w * (took.Seconds() - p.DraftSeconds)
	if s.PromptTokens > 0 && p.PromptPerSecond > 0 {
		p.CacheReuse += w * (p.reuse(s) - p.CacheReuse)
	}
	return p
}

// reuse estimates how much of a prompt the server already held: it counts all
// of the prompt's tokens, but spends time only on those that it reads.
func (p Pace) reuse(s Speed) float64 {
	read := s.Prompt.Seconds() * p.PromptPerSecond
	return min(1, max(0, 1-read/float64(s.PromptTokens)))
}

// Usual sizes of a draft in tokens: the part of the prompt that the runtime
// reads anew for each review, and a reply of about six sentences. They serve
// until drafts were timed on this machine.
const (
	usualPrompt = 500
	usualReply  = 220
)

// Draft is the time that a draft is expected to take; 0 when nothing is known.
func (p Pace) Draft() time.Duration {
	s := p.DraftSeconds
	if p.Drafts == 0 && p.PromptPerSecond > 0 && p.TokensPerSecond > 0 {
		s = usualPrompt/p.PromptPerSecond + usualReply/p.TokensPerSecond
	}
	return time.Duration(s * float64(time.Second))
}

// Machine is what this workstation offers to a model.
type Machine struct {
	Memory       int64    `json:"memory"`       // bytes in all
	Free         int64    `json:"free"`         // bytes that a program may take now
	Cores        int      `json:"cores"`        // physical ones
	Instructions []string `json:"instructions"` // sets that matter to a model: "AVX2", "AVX512_VNNI"…
	Bandwidth    float64  `json:"bandwidth"`    // bytes a second read from memory by all cores, measured
}

// Candidate is a model of the catalogue, judged for this machine.
type Candidate struct {
	Name         string  `json:"name"`
	Origin       string  `json:"origin"`  // who made it; "" for a model that was imported here
	URL          string  `json:"url"`     // where its makers publish it; never opened by us
	Licence      string  `json:"licence"` // SPDX name, or the licence's own
	File         string  `json:"file"`    // the GGUF to look for
	Bytes        int64   `json:"bytes"`   // of that file, about
	Parameters   int64   `json:"parameters"`
	Tier         int     `json:"tier"`          // memory of the machines it is meant for, GB: 4, 8, 16, 32
	French       Text    `json:"french"`        // what its makers say of its French
	Tried        Text    `json:"tried"`         // what we have and have not tried with it
	Memory       int64   `json:"memory"`        // bytes it needs here
	Fits         bool    `json:"fits"`          // in the memory free now
	Recommended  bool    `json:"recommended"`   // the one to begin with on this machine
	DraftSeconds float64 `json:"draft_seconds"` // expected per draft on this machine; 0 for unknown
	Measured     bool    `json:"measured"`      // DraftSeconds comes from this very model, not from an estimate
}

// Advice is which models fit this machine, and how fast they would be.
type Advice struct {
	Machine    Machine     `json:"machine"`
	Candidates []Candidate `json:"candidates"` // smallest first
}

// RuntimeStatus says how the model server is doing.
type RuntimeStatus struct {
	Bundled    bool     `json:"bundled"`     // ours; false for a server that the settings name
	Present    bool     `json:"present"`     // its program is on this machine
	Running    bool     `json:"running"`     // it answers now
	Version    string   `json:"version"`     // "" when it does not run
	PID        int      `json:"pid"`         // 0 when it is not ours or does not run
	Address    string   `json:"address"`     // host:port, loopback; "" when it does not run
	Model      string   `json:"model"`       // in memory now; "" for none
	Memory     int64    `json:"memory"`      // bytes resident, server and models; 0 for unknown
	WarmFor    float64  `json:"warm_for_s"`  // seconds until the model leaves the memory; 0 when cold
	CacheReuse *float64 `json:"cache_reuse"` // share of the last drafts' prompts that was not read again, estimated; nil for unknown
}

// Progress tells how far a long work is.
type Progress struct {
	Step  string  `json:"step"`   // stable name of what is being done: "copy", "hash", "check"…
	Done  int64   `json:"done"`   // of Total, in bytes or items
	Total int64   `json:"total"`  // 0 for unknown
	Left  float64 `json:"left_s"` // seconds left, estimated; 0 for unknown
}

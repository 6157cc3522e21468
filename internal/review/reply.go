package review

import (
	"strings"
	"time"
)

// Frame is the part of a reply that is the service's own and is never
// generated: what stands before and after the body.
type Frame struct {
	Greeting  string `json:"greeting"`
	Closing   string `json:"closing"`
	Signature string `json:"signature"`
}

// Around puts the frame around a body and gives the whole reply. Blank parts
// leave no blank lines.
func (f Frame) Around(body string) string {
	end := joinFilled("\n", f.Closing, f.Signature)
	return joinFilled("\n\n", f.Greeting, strings.TrimSpace(body), end)
}

// Body takes the frame off a whole reply. ok is false when the text does not
// wear this frame; the whole text is then the body.
func (f Frame) Body(text string) (body string, ok bool) {
	text = strings.TrimSpace(text)
	end := joinFilled("\n", f.Closing, f.Signature)
	if !strings.HasPrefix(text, f.Greeting) || !strings.HasSuffix(text, end) || len(text) < len(f.Greeting)+len(end) {
		return text, false
	}
	return strings.TrimSpace(text[len(f.Greeting) : len(text)-len(end)]), true
}

func joinFilled(sep string, parts ...string) string {
	filled := []string{}
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, sep)
}

// WriterName tells who wrote a version of a reply.
type WriterName string

// The writers: the embedded one without a model, the model on this
// workstation, and the agent.
const (
	WriterTrame  WriterName = "trame"
	WriterOllama WriterName = "ollama"
	WriterHand   WriterName = "hand"
)

// Reply is one version of the reply to a review. Versions are numbered from
// 1 and never rewritten once the review left the state they were written in.
type Reply struct {
	Number    int        `json:"number"`
	Frame     Frame      `json:"frame"`
	Body      string     `json:"body"`
	Writer    WriterName `json:"writer"`
	Model     string     `json:"model,omitempty"`
	ModelHash string     `json:"model_hash,omitempty"`
	Prompt    string     `json:"prompt_version,omitempty"`
	By        string     `json:"by,omitempty"` // the agent, for a version by hand
	Partial   bool       `json:"partial"`      // stopped before its end
	WrittenAt time.Time  `json:"written_at"`
	Sources   []Passage  `json:"sources"`
	Findings  []Finding  `json:"findings"`
	Speed     Speed      `json:"speed"`
	Wish      Wish       `json:"wish,omitzero"`
	Recipe    Recipe     `json:"recipe,omitzero"`
}

// Text is the whole reply as its reader will see it.
func (r Reply) Text() string { return r.Frame.Around(r.Body) }

// Speed is how a writer did, zero where it was not measured.
type Speed struct {
	FirstToken      time.Duration `json:"-"`
	PromptTokens    int           `json:"-"` // of the prompt, those in the server's cache included
	Prompt          time.Duration `json:"-"` // spent on reading what the cache did not hold
	Tokens          int           `json:"tokens"`
	TokensPerSecond float64       `json:"tokens_per_s"`
}

// Passage is a piece of a reference sheet that a reply stands on. Kind is the
// audience: particuliers, professionnels, associations, travail or local.
type Passage struct {
	Sheet string `json:"sheet"`
	Kind  string `json:"kind"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Date  string `json:"date"` // YYYY-MM-DD, the day the sheet was last checked by its author
	Text  string `json:"passage"`
}

// Event is one line of a review's history.
type Event struct {
	At     time.Time `json:"at"`
	Action Action    `json:"action"`
	From   State     `json:"from,omitempty"`
	To     State     `json:"to"`
	By     string    `json:"by,omitempty"`
	Reason string    `json:"reason,omitempty"`
	Reply  int       `json:"reply,omitempty"` // number of the version concerned
}

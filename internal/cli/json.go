package cli

import (
	"time"

	"ecritoire/internal/review"
)

// reviewLine is a review as the verbs give it: the domain's fields, and the
// channels and structure that a reader asks for most.
type reviewLine struct {
	review.Review
	Channels  []string `json:"channels"`
	Structure string   `json:"structure"`
}

func reviewJSON(r review.Review) reviewLine {
	return reviewLine{Review: r, Channels: r.Channels(), Structure: r.Structure()}
}

// findingLine is a finding in the caller's language.
type findingLine struct {
	Rule     string          `json:"rule"`
	Severity review.Severity `json:"severity"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Message  string          `json:"message"`
	Repair   *string         `json:"repair,omitempty"`
}

func (p *program) findingLines(all []review.Finding) []findingLine {
	lines := []findingLine{}
	for _, f := range all {
		lines = append(lines, findingLine{f.Rule, f.Severity, f.Start, f.End, f.Message.In(p.Language), f.Repair})
	}
	return lines
}

// draftLine is one version of a reply, whole.
type draftLine struct {
	ID           int64             `json:"id"`
	State        review.State      `json:"state"`
	Number       int               `json:"number"`
	Writer       review.WriterName `json:"writer"`
	Model        string            `json:"model"`
	ModelHash    string            `json:"model_hash,omitempty"`
	Prompt       string            `json:"prompt_version,omitempty"`
	By           string            `json:"by,omitempty"`
	Text         string            `json:"text"`
	Partial      bool              `json:"partial"`
	WrittenAt    time.Time         `json:"written_at"`
	Sources      []review.Passage  `json:"sources"`
	Findings     []findingLine     `json:"findings"`
	LeftOut      *review.LeftOut   `json:"left_out,omitempty"` // of the prompt, where anything was
	FirstTokenMS float64           `json:"first_token_ms"`
	Tokens       int               `json:"tokens"`
	TokensPerS   float64           `json:"tokens_per_s"`
}

func (p *program) draftJSON(r review.Review, v review.Reply) draftLine {
	line := draftLine{r.ID, r.State, v.Number, v.Writer, v.Model, v.ModelHash, v.Prompt, v.By, v.Text(), v.Partial, v.WrittenAt, v.Sources,
		p.findingLines(v.Findings), nil, float64(v.Speed.FirstToken) / float64(time.Millisecond), v.Speed.Tokens, v.Speed.TokensPerSecond}
	if v.Recipe.LeftOut != (review.LeftOut{}) {
		line.LeftOut = &v.Recipe.LeftOut
	}
	return line
}

// stepLine is where a decision left a review.
type stepLine struct {
	ID      int64        `json:"id"`
	State   review.State `json:"state"`
	Version int64        `json:"version"`
}

package cli

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
)

// spanLine is personal data in a text: [start, end) in code points.
type spanLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	Text  string `json:"text"`
}

// detect opens no profile: it is about the text alone.
func (p *program) detect() *cobra.Command {
	var lines bool
	c := &cobra.Command{Use: "detect --jsonl", Args: cobra.NoArgs,
		Short: p.say("Trouver les données personnelles de textes lus en lignes JSON", "Find personal data in texts read as JSON lines"),
		RunE: func(*cobra.Command, []string) error {
			p.json = p.json || lines
			return p.eachLine(p.detected)
		}}
	c.Flags().BoolVar(&lines, "jsonl", false, p.say("répondre en lignes JSON", "answer in JSON lines"))
	return c
}

func (p *program) detected(line []byte) error {
	var q struct {
		ID   json.RawMessage `json:"id"`
		Text string          `json:"text"`
	}
	if err := json.Unmarshal(line, &q); err != nil {
		return errInput.With(errors.New("not a JSON object"))
	}
	text, spans := []rune(q.Text), []spanLine{}
	for _, s := range desk.Detect(q.Text) {
		spans = append(spans, spanLine{s.Start, s.End, s.Kind, string(text[s.Start:s.End])})
	}
	if p.json {
		return p.line(map[string]any{"id": orNull(q.ID), "spans": spans})
	}
	for _, s := range spans {
		if err := p.printf("%s\t%s\t%d–%d\t%s\n", orNull(q.ID), s.Kind, s.Start, s.End, s.Text); err != nil {
			return err
		}
	}
	return nil
}

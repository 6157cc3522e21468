package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// question is a line of check's input.
type question struct {
	ID         json.RawMessage `json:"id"`
	Title      string          `json:"title"`
	Review     string          `json:"review"`
	Reply      string          `json:"reply"`
	Sources    []string        `json:"sources"`
	Structures []string        `json:"structures"` // public bodies that the platform names beside the review
	Channel    string          `json:"channel"`
}

// answer is a line of check's output.
type answer struct {
	ID       json.RawMessage `json:"id"`
	Findings []findingLine   `json:"findings"`
}

func (p *program) check() *cobra.Command {
	var lines bool
	c := &cobra.Command{Use: "check [--jsonl]", Args: cobra.NoArgs,
		Short: p.say("Contrôler des réponses lues en lignes JSON", "Check replies read as JSON lines"),
		RunE: func(c *cobra.Command, _ []string) error {
			p.json = p.json || lines
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.checkAll(c.Context(), d) })
		}}
	c.Flags().BoolVar(&lines, "jsonl", false, p.say("répondre en lignes JSON", "answer in JSON lines"))
	return c
}

// longestLine bounds one line of JSON input, in bytes.
const longestLine = 16 << 20

func (p *program) checkAll(ctx context.Context, d *desk.Desk) error {
	return p.eachLine(func(line []byte) error {
		var q question
		if err := json.Unmarshal(line, &q); err != nil {
			return errInput.With(errors.New("not a JSON object"))
		}
		found, err := d.Check(ctx, desk.Question{Title: q.Title, Review: q.Review, Reply: q.Reply, Sources: append(q.Sources, q.Structures...), Channel: q.Channel})
		if err != nil {
			return err
		}
		return p.checked(q, found)
	})
}

// eachLine gives the lines of stdin that are not blank, one after the other.
func (p *program) eachLine(do func(line []byte) error) error {
	in := bufio.NewScanner(p.In)
	in.Buffer(nil, longestLine)
	for in.Scan() {
		if len(strings.TrimSpace(in.Text())) == 0 {
			continue
		}
		if err := do(in.Bytes()); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return errInput.With(err)
	}
	return nil
}

func (p *program) checked(q question, found []review.Finding) error {
	if p.json {
		return p.line(answer{orNull(q.ID), p.findingLines(found)})
	}
	return p.printf("%s\n%s", q.ID, p.findingText(found))
}

// orNull is what a line without an id is answered with.
func orNull(id json.RawMessage) json.RawMessage {
	if id == nil {
		return json.RawMessage("null")
	}
	return id
}

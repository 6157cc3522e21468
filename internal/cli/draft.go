package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) draft() *cobra.Command {
	var o desk.DraftOptions
	var all bool
	var limit int
	c := &cobra.Command{Use: "draft ID… | --all",
		Short: p.say("Rédiger des brouillons", "Write drafts"),
		RunE: func(c *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return errCall.With(errors.New("draft takes numbers, or --all"))
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				ids, err := p.wanted(c.Context(), d, args, limit)
				if err != nil {
					return err
				}
				return p.draftAll(c.Context(), d, ids, o)
			})
		}}
	c.Flags().BoolVar(&all, "all", false, p.say("tous les avis nouveaux", "all new reviews"))
	c.Flags().IntVar(&limit, "limit", 0, p.say("au plus tant d’avis", "at most so many"))
	c.Flags().StringVar((*string)(&o.Writer), "writer", "", "trame | ollama")
	c.Flags().StringVar(&o.Model, "model", "", p.say("modèle d’ollama", "ollama’s model"))
	return c
}

var errEnough = errors.New("enough")

// wanted gives the numbers of the call, or those of the new reviews.
func (p *program) wanted(ctx context.Context, d *desk.Desk, args []string, limit int) ([]int64, error) {
	if len(args) > 0 {
		return numbers(args)
	}
	ids := []int64{}
	err := d.Each(ctx, review.Filter{States: []review.State{review.New}}, func(r review.Review) error {
		if limit > 0 && len(ids) == limit {
			return errEnough
		}
		ids = append(ids, r.ID)
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return ids, err
}

func numbers(args []string) ([]int64, error) {
	ids := []int64{}
	for _, a := range args {
		id, err := strconv.ParseInt(a, 10, 64)
		if err != nil {
			return nil, errCall.With(errors.New("a review’s number is a whole number"))
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// draftAll drafts one after the other. What a rule refuses is told and passed
// over; what fails stops the rest, for it would fail again.
func (p *program) draftAll(ctx context.Context, d *desk.Desk, ids []int64, o desk.DraftOptions) error {
	var refused error
	began := time.Now()
	for i, id := range ids {
		r, v, err := d.Draft(ctx, id, o)
		switch {
		case err != nil && review.Describe(err).Kind == review.Failed:
			return errors.Join(err, refused)
		case err != nil:
			p.complain(err)
			refused = err
		default:
			if err := p.drafted(r, v); err != nil {
				return err
			}
		}
		p.estimate(began, i+1, len(ids))
	}
	return refused
}

func (p *program) estimate(began time.Time, done, all int) {
	if all < 2 || (done%50 != 0 && done != all) {
		return
	}
	left := time.Since(began) / time.Duration(done) * time.Duration(all-done)
	p.note(p.say("%d sur %d, encore %s\n", "%d of %d, %s left\n"), done, all, left.Round(time.Second))
}

func (p *program) drafted(r review.Review, v review.Reply) error {
	if p.json {
		return p.line(p.draftJSON(r, v))
	}
	return p.printf("— %d · %s · %s\n%s\n%s\n", r.ID, r.State, v.Writer, v.Text(), p.findingText(v.Findings))
}

func (p *program) findingText(all []review.Finding) string {
	b := strings.Builder{}
	for _, f := range all {
		b.WriteString("  [" + string(f.Severity) + "] " + f.Message.In(p.Language) + "\n")
	}
	return b.String()
}

// question is a line of check's input.
type question struct {
	ID      json.RawMessage `json:"id"`
	Review  string          `json:"review"`
	Reply   string          `json:"reply"`
	Sources []string        `json:"sources"`
	Channel string          `json:"channel"`
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
	in := bufio.NewScanner(p.In)
	in.Buffer(nil, longestLine)
	for in.Scan() {
		if len(strings.TrimSpace(in.Text())) == 0 {
			continue
		}
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			return errInput.With(errors.New("not a JSON object"))
		}
		found, err := d.Check(ctx, desk.Question{Review: q.Review, Reply: q.Reply, Sources: q.Sources, Channel: q.Channel})
		if err != nil {
			return err
		}
		if err := p.checked(q, found); err != nil {
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
		if q.ID == nil {
			q.ID = json.RawMessage("null")
		}
		return p.line(answer{q.ID, p.findingLines(found)})
	}
	return p.printf("%s\n%s", q.ID, p.findingText(found))
}

func (p *program) edit() *cobra.Command {
	var file, by string
	c := &cobra.Command{Use: "edit ID (--file F | -)", Args: cobra.RangeArgs(1, 2),
		Short: p.say("Écrire une version à la main", "Write a version by hand"),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args[:1])
			if err != nil {
				return err
			}
			text, err := p.text(file, args[1:])
			if err != nil {
				return err
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				r, v, err := d.EditText(c.Context(), ids[0], text, by)
				if err != nil {
					return err
				}
				return p.drafted(r, v)
			})
		}}
	c.Flags().StringVar(&file, "file", "", p.say("fichier du texte, - pour l’entrée", "file of the text, - for stdin"))
	c.Flags().StringVar(&by, "by", "", p.say("qui écrit", "who writes"))
	return c
}

// text reads a text from the file named, or from stdin for "-".
func (p *program) text(file string, rest []string) (string, error) {
	if len(rest) > 0 && rest[0] == "-" {
		file = "-"
	}
	var all []byte
	var err error
	switch file {
	case "":
		return "", errCall.With(errors.New("give --file F, or - for stdin"))
	case "-":
		all, err = io.ReadAll(io.LimitReader(p.In, longestLine))
	default:
		all, err = os.ReadFile(file)
	}
	if err != nil {
		return "", errInput.With(errors.New("unreadable text"))
	}
	return string(all), nil
}

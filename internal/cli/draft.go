package cli

import (
	"context"
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
	p.wishes(c, &o.Wish)
	return c
}

// wishes are how this one draft is to differ from the usual one.
func (p *program) wishes(c *cobra.Command, w *review.Wish) {
	c.Flags().StringVar((*string)(&w.Length), "length", "", "short | long")
	c.Flags().BoolVar(&w.Warmer, "warmer", false, p.say("plus chaleureux", "warmer"))
	c.Flags().BoolVar(&w.Precise, "precise", false, p.say("plus précis", "more precise"))
	c.Flags().BoolVar(&w.French, "french", false, p.say("en français, quelle que soit la langue de l’avis", "in French, whatever the review’s language"))
}

var errEnough = errors.New("enough")

// wanted gives the numbers of the call, or those of the new reviews, but for
// those that speak of danger: a person asks for these one by one.
func (p *program) wanted(ctx context.Context, d *desk.Desk, args []string, limit int) ([]int64, error) {
	if len(args) > 0 {
		return numbers(args)
	}
	ids := []int64{}
	err := d.Each(ctx, review.Filter{States: []review.State{review.New}}, func(r review.Review) error {
		if limit > 0 && len(ids) == limit {
			return errEnough
		}
		if desk.Distressed(r) {
			p.note(p.say("avis %d : il parle d’un danger, une personne doit le lire d’abord\n", "review %d: it speaks of danger, a person has to read it first\n"), r.ID)
			return nil
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
			return err
		case err != nil:
			p.complain(err)
			refused, p.shown = err, describe(err)
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
	for _, n := range desk.StandsIn(v) {
		p.note(p.say("avis %d : %s\n", "review %d: %s\n"), r.ID, n.Message.In(p.Language))
	}
	if p.json {
		return p.line(p.draftJSON(r, v))
	}
	if v.Recipe.LeftOut != (review.LeftOut{}) {
		p.note("%s\n", p.leftOut(v.Recipe.LeftOut))
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

// argument is an argument that may hold words of a user: "-" reads them from
// the input, where no list of processes shows them.
func (p *program) argument(arg string) (string, error) {
	if arg != "-" {
		return arg, nil
	}
	return p.text("-", nil)
}

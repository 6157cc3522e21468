package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// demonstrator is who validates in the demonstration.
const demonstrator = "Agent de démonstration"

func (p *program) demo() *cobra.Command {
	var out string
	c := &cobra.Command{Use: "demo [--out DIR]", Args: cobra.NoArgs,
		Short: p.say("La journée d’un agent sur des avis fictifs, de l’import à l’export", "An agent’s day on fictitious reviews, from import to export"),
		RunE:  func(c *cobra.Command, _ []string) error { return p.runDemo(c.Context(), out) }}
	c.Flags().StringVar(&out, "out", "", p.say("dossier des réponses exportées", "folder for the exported replies"))
	return c
}

// runDemo lives in a profile of its own, gone afterwards.
func (p *program) runDemo(ctx context.Context, out string) (err error) {
	if out == "" {
		if out, err = os.MkdirTemp("", "ecritoire-demo-"); err != nil {
			return internal(err)
		}
	}
	if err := os.MkdirAll(out, 0o700); err != nil {
		return errOut.With(errors.New("folder not made"))
	}
	if p.dir, err = os.MkdirTemp("", "ecritoire-profile-"); err != nil {
		return internal(err)
	}
	defer func() { err = errors.Join(err, internal(os.RemoveAll(p.dir))) }()
	return p.writing(ctx, func(d *desk.Desk) error { return p.day(ctx, d, filepath.Join(out, "reponses.csv")) })
}

var errOut = &review.Error{Code: "out", Kind: review.Failed,
	Message: review.Text{FR: "Le dossier demandé ne peut pas être créé.", EN: "The folder asked for cannot be made."},
	Hint:    review.Text{FR: "Choisissez-en un autre avec --out.", EN: "Choose another with --out."}}

// day is the main job: import, draft, check, validate, export.
func (p *program) day(ctx context.Context, d *desk.Desk, path string) error {
	report, err := d.ImportSample(ctx)
	if err != nil {
		return err
	}
	if err := p.report(report); err != nil {
		return err
	}
	ids, err := p.wanted(ctx, d, nil, 0)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := p.treat(ctx, d, id); err != nil {
			return err
		}
	}
	n, err := d.Export(ctx, desk.ExportOptions{Format: "csv", Path: path})
	if err != nil {
		return err
	}
	return p.ended(ctx, d, n, path)
}

// treat drafts one review and validates it, unless a check blocks it.
func (p *program) treat(ctx context.Context, d *desk.Desk, id int64) error {
	r, v, err := d.Draft(ctx, id, desk.DraftOptions{Writer: review.WriterTrame})
	if err != nil {
		return err
	}
	if !review.Blocks(v.Findings) {
		if r, err = d.Validate(ctx, desk.Step{ID: id, By: demonstrator}); err != nil {
			return err
		}
	}
	if p.json {
		return p.line(p.draftJSON(r, v))
	}
	return p.printf("%4d  %-10s %-9s %2d  %s\n", r.ID, r.State, r.Sentiment, len(v.Findings), headline(r))
}

func (p *program) ended(ctx context.Context, d *desk.Desk, n int, path string) error {
	c, err := d.Counts(ctx)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(map[string]any{"exported": n, "path": path, "left_drafted": c.Of(review.Drafted), "left_new": c.Of(review.New)})
	}
	return p.tell("%d réponse{|s} exportée{|s} dans %s\n%d brouillon{|s} et %d avis sans brouillon laissés à une personne\n",
		"%d repl{y|ies} exported to %s\n%d draft{|s} and %d review{|s} without a draft left to a person\n",
		n, path, c.Of(review.Drafted), c.Of(review.New))
}

// number writes a figure with one decimal as the language does, or a dash.
func (p *program) number(v *float64) string { return p.decimals(v, 1) }

func (p *program) decimals(v *float64, n int) string {
	if v == nil {
		return "–"
	}
	s := strconv.FormatFloat(*v, 'f', n, 64)
	if p.Language == review.French {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

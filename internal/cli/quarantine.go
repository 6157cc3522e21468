package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) quarantine() *cobra.Command {
	c := &cobra.Command{Use: "quarantine", Args: cobra.NoArgs,
		Short: p.say("Les lignes mises de côté à l’import", "The rows kept aside by imports"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("quarantine takes list or retry"))
		}}
	c.AddCommand(p.quarantineList(), p.quarantineRetry())
	return c
}

func (p *program) quarantineList() *cobra.Command {
	limit, after := 0, int64(0)
	c := &cobra.Command{Use: "list", Args: cobra.NoArgs, Short: p.say("Les voir, avec leur motif", "Show them, with the reason"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.eachQuarantined(c.Context(), d, after, limit) })
		}}
	c.Flags().IntVar(&limit, "limit", 0, p.say("nombre de lignes ; sans cela, toutes", "number of rows; all without it"))
	c.Flags().Int64Var(&after, "after", 0, p.say("après ce numéro", "after this number"))
	return c
}

func (p *program) eachQuarantined(ctx context.Context, d *desk.Desk, after int64, limit int) error {
	for shown := 0; limit == 0 || shown < limit; {
		want := listMost
		if limit > 0 {
			want = min(limit-shown, listMost)
		}
		rows, err := d.Quarantine(ctx, after, want)
		if err != nil || len(rows) == 0 {
			return err
		}
		if err := each(rows, p.quarantined); err != nil {
			return err
		}
		after, shown = rows[len(rows)-1].ID, shown+len(rows)
	}
	return nil
}

func (p *program) quarantined(q review.Quarantined) error {
	if p.json {
		return p.line(struct {
			review.Quarantined
			Reason string `json:"reason"`
		}{q, q.Reason.In(p.Language)})
	}
	return p.printf(p.say("%d · import %d, ligne %d · %s\n  %s\n", "%d · import %d, line %d · %s\n  %s\n"), q.ID, q.Batch, q.Line, q.Reason.In(p.Language), q.Raw)
}

func (p *program) quarantineRetry() *cobra.Command {
	file := ""
	c := &cobra.Command{Use: "retry [ID [--file F | --file -]]", Args: cobra.MaximumNArgs(1),
		Short: p.say("Reprendre une ligne corrigée, ou toutes telles quelles", "Take a mended row again, or all as they stand"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.writing(c.Context(), func(d *desk.Desk) error { return p.retryAll(c.Context(), d) })
			}
			ids, err := numbers(args)
			if err != nil {
				return err
			}
			text := ""
			if file != "" {
				if text, err = p.text(file, nil); err != nil {
					return err
				}
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				r, err := d.Retry(c.Context(), ids[0], text)
				if err != nil {
					return err
				}
				return p.report(r)
			})
		}}
	c.Flags().StringVar(&file, "file", "", p.say("la ligne corrigée, comme dans le fichier ; - lit l’entrée", "the mended row, as in the file; - reads the input"))
	return c
}

func (p *program) retryAll(ctx context.Context, d *desk.Desk) error {
	n, err := d.RetryAll(ctx)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(n)
	}
	return p.tell("%d ligne{|s} essayée{|s}, %d reprise{|s}.\n", "%d row{|s} tried, %d taken.\n", n.Tried, n.Taken)
}

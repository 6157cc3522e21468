package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) quarantine() *cobra.Command {
	c := &cobra.Command{Use: "quarantine", Args: cobra.NoArgs,
		Short: p.say("Les lignes mises de côté à l’import", "The rows kept aside by imports"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("quarantine takes list, retry, discard or restore"))
		}}
	c.AddCommand(p.quarantineList(), p.quarantineRetry(), p.quarantineDiscard(), p.quarantineRestore())
	return c
}

func (p *program) quarantineList() *cobra.Command {
	limit, after, discarded := 0, int64(0), false
	c := &cobra.Command{Use: "list", Args: cobra.NoArgs, Short: p.say("Les voir, avec leur motif", "Show them, with the reason"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				which := d.Quarantine
				if discarded {
					which = d.Discarded
				}
				return p.eachQuarantined(c.Context(), which, after, limit)
			})
		}}
	c.Flags().IntVar(&limit, "limit", 0, p.say("nombre de lignes ; sans cela, toutes", "number of rows; all without it"))
	c.Flags().Int64Var(&after, "after", 0, p.say("après ce numéro", "after this number"))
	c.Flags().BoolVar(&discarded, "discarded", false, p.say("celles qui ont été écartées", "those that were discarded"))
	return c
}

// asideRows reads rows kept aside, after a number, at most limit.
type asideRows func(ctx context.Context, after int64, limit int) ([]review.Quarantined, error)

func (p *program) eachQuarantined(ctx context.Context, read asideRows, after int64, limit int) error {
	for shown := 0; limit == 0 || shown < limit; {
		want := listMost
		if limit > 0 {
			want = min(limit-shown, listMost)
		}
		rows, err := read(ctx, after, want)
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

func (p *program) quarantineDiscard() *cobra.Command {
	batch, said := int64(0), p.say("Lignes écartées : %d\n", "Rows discarded: %d\n")
	c := &cobra.Command{Use: "discard ID… | --batch N",
		Short: p.say("Écarter des lignes qui ne sont pas des avis", "Discard rows that are no reviews"),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) > 0) == (batch > 0) {
				return errCall.With(errors.New("discard takes numbers or an import"))
			}
			if batch == 0 {
				return p.rows(c.Context(), args, (*desk.Desk).DiscardRows, said)
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				ids, err := d.DiscardBatch(c.Context(), batch)
				if err != nil {
					return err
				}
				return p.counted(len(ids), said)
			})
		}}
	c.Flags().Int64Var(&batch, "batch", 0, p.say("toutes celles de cet import qui attendent", "all that wait of this import"))
	return c
}

func (p *program) quarantineRestore() *cobra.Command {
	return &cobra.Command{Use: "restore ID…", Args: cobra.MinimumNArgs(1),
		Short: p.say("Remettre en attente des lignes écartées", "Let discarded rows wait again"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.rows(c.Context(), args, (*desk.Desk).RestoreRows, p.say("Lignes remises en attente : %d\n", "Rows that wait again: %d\n"))
		}}
}

// rows does one thing to the rows named, all or none, and says to how many.
func (p *program) rows(ctx context.Context, args []string, do func(*desk.Desk, context.Context, []int64) error, said string) error {
	ids, err := numbers(args)
	if err != nil {
		return err
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return p.writing(ctx, func(d *desk.Desk) error {
		if err := do(d, ctx, ids); err != nil {
			return err
		}
		return p.counted(len(ids), said)
	})
}

func (p *program) counted(n int, said string) error {
	if p.json {
		return p.line(map[string]int{"rows": n})
	}
	return p.printf(said, n)
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

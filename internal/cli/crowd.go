package cli

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) assign() *cobra.Command {
	return &cobra.Command{Use: "assign ID NAME", Args: cobra.ExactArgs(2),
		Short: p.say("Confier un avis à quelqu’un ; \"\" pour personne", "Give a review to somebody; \"\" for nobody"),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args[:1])
			if err != nil {
				return err
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				r, err := d.Assign(c.Context(), ids[0], args[1])
				if err != nil {
					return err
				}
				return p.moved(r)
			})
		}}
}

func (p *program) snooze() *cobra.Command {
	return &cobra.Command{Use: "snooze ID DAY", Args: cobra.ExactArgs(2),
		Short: p.say("Reporter un avis à un jour (AAAA-MM-JJ) ; \"\" pour le reprendre", "Put a review off to a day (YYYY-MM-DD); \"\" to take it back"),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args[:1])
			if err != nil {
				return err
			}
			until := time.Time{}
			if args[1] != "" {
				if until, err = review.ParseDay(args[1]); err != nil {
					return err
				}
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				if err := d.Snooze(c.Context(), ids[0], until); err != nil {
					return err
				}
				f, err := d.Show(c.Context(), ids[0])
				if err != nil {
					return err
				}
				return p.moved(f.Review)
			})
		}}
}

func (p *program) bulk() *cobra.Command {
	c := &cobra.Command{Use: "bulk", Args: cobra.NoArgs,
		Short: p.say("Agir sur tous les avis d’un filtre", "Act on all reviews of a filter"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("bulk takes assign, dismiss, restore or undo"))
		}}
	c.AddCommand(
		p.bulkAction("assign NAME", review.BulkAssign, p.say("Les confier à quelqu’un", "Give them to somebody")),
		p.bulkAction("dismiss REASON", review.BulkDismiss, p.say("Les écarter, avec un motif", "Dismiss them, with a reason")),
		p.bulkAction("restore", review.BulkRestore, p.say("Reprendre ceux qui sont écartés", "Take dismissed ones back")),
		p.bulkUndo())
	return c
}

func (p *program) bulkAction(use string, action review.BulkAction, short string) *cobra.Command {
	q, dry := filtering{}, false
	takes := 1
	if action == review.BulkRestore {
		takes = 0
	}
	c := &cobra.Command{Use: use, Args: cobra.ExactArgs(takes), Short: short,
		RunE: func(c *cobra.Command, args []string) error {
			b := review.Bulk{Action: action}
			switch action {
			case review.BulkAssign:
				b.Assignee = args[0]
			case review.BulkDismiss:
				b.Reason = args[0]
			}
			return p.writing(c.Context(), func(d *desk.Desk) error { return p.doBulk(c.Context(), d, b, q, dry) })
		}}
	q.flags(p, c)
	c.Flags().BoolVar(&dry, "dry-run", false, p.say("compter sans rien faire", "count, do nothing"))
	return c
}

func (p *program) doBulk(ctx context.Context, d *desk.Desk, b review.Bulk, q filtering, dry bool) error {
	var err error
	if b.Filter, err = q.read(ctx, d); err != nil {
		return err
	}
	do := d.DoBulk
	if dry {
		do = d.CountBulk
	}
	n, err := do(ctx, b)
	if err != nil {
		return err
	}
	return p.reviews(n)
}

func (p *program) reviews(n int) error {
	if p.json {
		return p.line(map[string]int{"reviews": n})
	}
	return p.tell("%d avis\n", "%d review{|s}\n", n)
}

func (p *program) bulkUndo() *cobra.Command {
	return &cobra.Command{Use: "undo", Args: cobra.NoArgs, Short: p.say("Défaire la dernière action sur plusieurs avis", "Take the last action on many reviews back"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error {
				n, err := d.UndoBulk(c.Context())
				if err != nil {
					return err
				}
				return p.reviews(n)
			})
		}}
}

func (p *program) views() *cobra.Command {
	q, save, remove := filtering{}, "", ""
	c := &cobra.Command{Use: "views [--save NAME FILTER… | --remove NAME]", Args: cobra.NoArgs,
		Short: p.say("Voir, garder ou retirer des filtres nommés", "Show, keep or remove named filters"),
		RunE: func(c *cobra.Command, _ []string) error {
			switch {
			case save != "":
				v, err := q.given()
				if err != nil {
					return err
				}
				v.Name = save
				return p.writing(c.Context(), func(d *desk.Desk) error { return d.SaveView(c.Context(), v) })
			case remove != "":
				return p.writing(c.Context(), func(d *desk.Desk) error { return d.RemoveView(c.Context(), remove) })
			}
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.listViews(c.Context(), d) })
		}}
	q.flags(p, c)
	c.Flags().StringVar(&save, "save", "", p.say("garder ce filtre sous ce nom", "keep this filter under this name"))
	c.Flags().StringVar(&remove, "remove", "", p.say("retirer ce nom", "remove this name"))
	return c
}

func (p *program) listViews(ctx context.Context, d *desk.Desk) error {
	views, err := d.Views(ctx)
	if err != nil {
		return err
	}
	return each(views, func(v review.View) error {
		if p.json {
			return p.line(v)
		}
		said, err := json.Marshal(v.Filter)
		if err != nil {
			return err
		}
		return p.printf("%s · %s\n", v.Name, said)
	})
}

func (p *program) batches() *cobra.Command {
	return &cobra.Command{Use: "batches", Args: cobra.NoArgs, Short: p.say("Voir les derniers imports", "Show the last imports"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				all, err := d.Batches(c.Context(), listMost)
				if err != nil {
					return err
				}
				return each(all, p.batch)
			})
		}}
}

func (p *program) batch(b review.Batch) error {
	if p.json {
		return p.line(b)
	}
	undone := ""
	if !b.Undone.IsZero() {
		undone = p.say(" (défait)", " (undone)")
	}
	err := p.printf("%d · %s · %s%s · ", b.Batch, b.At.Local().Format("2006-01-02 15:04"), b.Format, undone)
	return errors.Join(err, p.report(b.Report))
}

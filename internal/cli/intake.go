package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) importFile() *cobra.Command {
	var o desk.ImportOptions
	columns, look, undo := []string{}, false, int64(0)
	c := &cobra.Command{Use: "import FILE… | --undo BATCH", Args: cobra.ArbitraryArgs,
		Short: p.say("Importer des fichiers d’avis", "Import files of reviews"),
		RunE: func(c *cobra.Command, files []string) error {
			if undo != 0 {
				return p.writing(c.Context(), func(d *desk.Desk) error { return d.UndoImport(c.Context(), undo) })
			}
			if len(files) == 0 {
				return errCall.With(errors.New("import takes files"))
			}
			var err error
			if o.Mapping, err = mapping(columns); err != nil {
				return err
			}
			if look {
				return p.reading(c.Context(), func(d *desk.Desk) error { return p.previewAll(c.Context(), d, files, o) })
			}
			return p.writing(c.Context(), func(d *desk.Desk) error { return p.importAll(c.Context(), d, files, o) })
		}}
	c.Flags().StringVar(&o.Format, "format", "", p.say("format du fichier (reconnu sans cela)", "file format (recognised without it)"))
	c.Flags().StringArrayVar(&columns, "map", nil, p.say("champ=colonne, autant de fois qu’il faut ; retenu pour les fichiers de mêmes colonnes", "field=column, as often as needed; remembered for files with the same columns"))
	c.Flags().Int64Var(&undo, "undo", 0, p.say("défaire cet import en entier", "take this whole import back"))
	c.Flags().BoolVar(&look, "preview", false, p.say("montrer ce qui serait importé, sans rien lire de plus", "show what would be imported, read no more"))
	c.Flags().BoolVar(&o.Dry, "dry-run", false, p.say("tout lire sans rien garder", "read all, keep nothing"))
	return c
}

func (p *program) importAll(ctx context.Context, d *desk.Desk, files []string, o desk.ImportOptions) error {
	for _, f := range files {
		o.Progress = p.importing(time.Now())
		report, err := d.Import(ctx, f, o)
		if err != nil {
			return err
		}
		if err := p.report(report); err != nil {
			return err
		}
	}
	return nil
}

// estimateFrom is how long an import runs before its pace tells when it ends.
const estimateFrom = 2 * time.Second

// importing tells how far an import is, and from a few seconds on how long it
// still takes.
func (p *program) importing(since time.Time) func(read int, share float64) {
	return func(read int, share float64) {
		took := time.Since(since)
		if took < estimateFrom || share <= 0 {
			p.note("%d…\r", read)
			return
		}
		left := time.Duration(float64(took) * (1 - share) / share).Round(time.Second)
		p.note(p.say("%d… %.0f\u00a0%%, encore %s \r", "%d… %.0f%%, %s to go \r"), read, share*100, left)
	}
}

func (p *program) report(r review.Report) error {
	if p.json {
		return p.line(r)
	}
	return p.tell(
		"%d lu{|s} : %d ajouté{|s}, %d mis à jour, %d doublon{|s}, %d mis de côté ; %d portai{|en}t déjà une réponse.\n",
		"%d read: %d added, %d updated, %d duplicate{|s}, %d kept aside; %d already carried a reply.\n",
		r.Read, r.Added, r.Updated, r.Duplicates, r.Rejected, r.WithReply)
}

func (p *program) list() *cobra.Command {
	q := filtering{}
	c := &cobra.Command{Use: "list", Args: cobra.NoArgs,
		Short: p.say("Lister les avis, le plus urgent d’abord", "List reviews, most urgent first"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				f, err := q.read(c.Context(), d)
				if err != nil {
					return err
				}
				return p.page(c.Context(), d, f)
			})
		}}
	q.flags(p, c)
	c.Flags().StringVar((*string)(&q.filter.Sort), "sort", "", p.say("newest ou sentiment ; sans cela, par échéance", "newest or sentiment; by deadline without it"))
	c.Flags().IntVar(&q.filter.Limit, "limit", 0, p.say("nombre de lignes ; sans cela, toutes", "number of rows; all without it"))
	c.Flags().StringVar(&q.filter.After, "after", "", p.say("curseur de la page précédente", "cursor of the page before"))
	return c
}

var errState = &review.Error{Code: "state", Kind: review.Misused,
	Message: review.Text{FR: "L’état « %s » n’existe pas.", EN: "There is no state “%s”."},
	Hint:    review.Text{FR: "États : new, drafting, drafted, submitted, validated, exported, dismissed.", EN: "States: new, drafting, drafted, submitted, validated, exported, dismissed."}}

// page lists the rows; without a limit it streams them all. A cut list says
// on the error stream how to go on.
func (p *program) page(ctx context.Context, d *desk.Desk, f review.Filter) error {
	if f.Limit <= 0 {
		return d.Each(ctx, f, p.row)
	}
	page, err := d.Page(ctx, f)
	if err != nil {
		return err
	}
	for _, r := range page.Reviews {
		if err := p.row(r); err != nil {
			return err
		}
	}
	if page.Next != "" {
		p.note(p.say("Suite : --after %s\n", "More: --after %s\n"), page.Next)
	}
	return nil
}

func (p *program) row(r review.Review) error {
	if p.json {
		return p.line(reviewJSON(r))
	}
	return p.printf("%6d  %-22s %s  %-9s %s\n", r.ID, r.State.Label().In(p.Language), r.DueAt.In(review.Paris).Format("2006-01-02"), r.Sentiment, headline(r))
}

func headline(r review.Review) string {
	line := r.Title
	if line == "" {
		line = r.Text
	}
	if all := []rune(line); len(all) > 70 {
		line = string(all[:69]) + "…"
	}
	return line
}

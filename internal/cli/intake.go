package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) importFile() *cobra.Command {
	var o desk.ImportOptions
	columns, look := []string{}, false
	c := &cobra.Command{Use: "import FILE…", Args: cobra.MinimumNArgs(1),
		Short: p.say("Importer des fichiers d’avis", "Import files of reviews"),
		RunE: func(c *cobra.Command, files []string) error {
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
	c.Flags().BoolVar(&look, "preview", false, p.say("montrer ce qui serait importé, sans rien lire de plus", "show what would be imported, read no more"))
	c.Flags().BoolVar(&o.Dry, "dry-run", false, p.say("tout lire sans rien garder", "read all, keep nothing"))
	return c
}

func (p *program) importAll(ctx context.Context, d *desk.Desk, files []string, o desk.ImportOptions) error {
	o.Progress = func(read int) { p.note("%d…\r", read) }
	for _, f := range files {
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

func (p *program) report(r review.Report) error {
	if p.json {
		return p.line(r)
	}
	return p.printf(p.say(
		"%d lus : %d ajoutés, %d mis à jour, %d doublons, %d mis de côté ; %d portaient déjà une réponse.\n",
		"%d read: %d added, %d updated, %d duplicates, %d kept aside; %d already carried a reply.\n"),
		r.Read, r.Added, r.Updated, r.Duplicates, r.Rejected, r.WithReply)
}

func (p *program) list() *cobra.Command {
	var state string
	var overdue bool
	var f review.Filter
	c := &cobra.Command{Use: "list", Args: cobra.NoArgs,
		Short: p.say("Lister les avis, le plus urgent d’abord", "List reviews, most urgent first"),
		RunE: func(c *cobra.Command, _ []string) error {
			if state != "" {
				if !review.State(state).Known() {
					return errState.Naming(state)
				}
				f.States = []review.State{review.State(state)}
			}
			if overdue {
				f.Overdue = time.Now()
				if state == "" {
					f.States = []review.State{review.New, review.Drafting, review.Drafted, review.Submitted}
				}
			}
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.page(c.Context(), d, f) })
		}}
	c.Flags().StringVar(&state, "state", "", p.say("état", "state"))
	c.Flags().BoolVar(&overdue, "overdue", false, p.say("en retard seulement", "late only"))
	c.Flags().StringVar(&f.Search, "search", "", p.say("mots à trouver", "words to find"))
	c.Flags().IntVar(&f.Limit, "limit", 0, p.say("nombre de lignes ; sans cela, toutes", "number of rows; all without it"))
	c.Flags().StringVar(&f.After, "after", "", p.say("curseur de la page précédente", "cursor of the page before"))
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
	return p.printf("%6d  %-22s %s  %-9s %s\n", r.ID, r.State.Label().In(p.Language), r.DueAt.Local().Format("2006-01-02"), r.Sentiment, headline(r))
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

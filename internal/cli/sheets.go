package cli

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) sheets() *cobra.Command {
	c := &cobra.Command{Use: "sheets", Args: cobra.NoArgs,
		Short: p.say("Les fiches de référence de ce poste", "The reference sheets of this workstation"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("sheets takes build, list, search, read, compare, alerts or missing"))
		}}
	c.AddCommand(p.sheetsBuild(), p.sheetsList(), p.sheetsSearch(), p.sheetsRead(), p.sheetsCompare(), p.sheetsAlerts(), p.sheetsMissing())
	return c
}

func (p *program) sheetsBuild() *cobra.Command {
	name := "fiches"
	c := &cobra.Command{Use: "build SRC…", Args: cobra.MinimumNArgs(1),
		Short: p.say("Faire un paquet de fiches de ces sources", "Make a pack of sheets from these sources"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error {
				made, err := d.BuildSheets(c.Context(), name, args, p.progress())
				if err != nil {
					return err
				}
				return p.built(made)
			})
		}}
	c.Flags().StringVar(&name, "name", name, p.say("nom du paquet", "name of the pack"))
	return c
}

func (p *program) sheetsList() *cobra.Command {
	return &cobra.Command{Use: "list", Args: cobra.NoArgs,
		Short: p.say("Voir les paquets, leurs sources et leurs dates", "Show the packs, their sources and their dates"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				all, err := d.Packs(c.Context())
				if err != nil {
					return err
				}
				return each(all, p.packLine)
			})
		}}
}

func (p *program) packLine(k review.Pack) error {
	if p.json {
		return p.line(k)
	}
	err := p.tell("%s · %d fiche{|s} · %s\n", "%s · %d sheet{|s} · %s\n", k.Name, k.Sheets, short(k.Hash))
	for _, s := range k.Sources {
		err = errors.Join(err, p.tell("  %s · %s · jusqu’au %s · %d fiche{|s}, %d non lue{|s}\n", "  %s · %s · up to %s · %d sheet{|s}, %d not read\n", s.Name, s.Licence, s.Date, s.Sheets, s.Unread))
	}
	return err
}

func (p *program) sheetsSearch() *cobra.Command {
	var lines bool
	n := 5
	c := &cobra.Command{Use: "search QUESTION | --jsonl", Args: cobra.MaximumNArgs(1),
		Short: p.say("Chercher les fiches qui portent sur une question", "Search the sheets that bear on a question"),
		RunE: func(c *cobra.Command, args []string) error {
			if lines == (len(args) > 0) {
				return errCall.With(errors.New("search takes a question, or --jsonl"))
			}
			return p.reading(c.Context(), func(d *desk.Desk) error {
				if lines {
					return p.eachLine(func(line []byte) error { return p.searchedLine(c.Context(), d, line, n) })
				}
				return p.searched(c.Context(), d, args[0], n)
			})
		}}
	c.Flags().BoolVar(&lines, "jsonl", false, p.say("lire et répondre en lignes JSON", "read and answer in JSON lines"))
	c.Flags().IntVarP(&n, "number", "n", n, p.say("au plus tant de fiches, 50 au plus", "at most so many sheets, 50 at most"))
	return c
}

func (p *program) searchedLine(ctx context.Context, d *desk.Desk, line []byte, n int) error {
	var q struct {
		ID    json.RawMessage `json:"id"`
		Query string          `json:"query"`
	}
	if err := json.Unmarshal(line, &q); err != nil {
		return errInput.With(errors.New("not a JSON object"))
	}
	hits, err := d.SearchSheets(ctx, q.Query, n)
	if err != nil {
		return err
	}
	return p.line(map[string]any{"id": orNull(q.ID), "hits": hits})
}

// searched says plainly when nothing fits, rather than show what is nearest.
func (p *program) searched(ctx context.Context, d *desk.Desk, question string, n int) error {
	hits, err := d.SearchSheets(ctx, question, n)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(map[string]any{"hits": hits})
	}
	shown := 0
	for _, h := range hits {
		if h.Bears {
			shown++
			err = errors.Join(err, p.printf("%s %s · %s · %s\n  %s\n  %s\n", h.Sheet, h.Kind, h.Title, h.Date, h.URL, h.Text))
		}
	}
	if shown == 0 {
		return p.printf("%s\n", p.say("Aucune fiche ne porte sur cette question.", "No sheet bears on this question."))
	}
	return err
}

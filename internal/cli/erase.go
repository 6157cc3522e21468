package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) purge() *cobra.Command {
	dry := false
	c := &cobra.Command{Use: "purge", Args: cobra.NoArgs,
		Short: p.say("Effacer pour de bon ce dont la durée de conservation est passée", "Erase for good what the retention has run out for"),
		RunE: func(c *cobra.Command, _ []string) error {
			if dry {
				return p.reading(c.Context(), func(d *desk.Desk) error { return p.expired(c.Context(), d) })
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				cert, err := d.Purge(c.Context())
				if err != nil {
					return err
				}
				return p.certificate(cert)
			})
		}}
	c.Flags().BoolVar(&dry, "dry-run", false, p.say("compter sans rien effacer", "count, erase nothing"))
	return c
}

func (p *program) expired(ctx context.Context, d *desk.Desk) error {
	x, err := d.Expired(ctx)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(x)
	}
	for _, c := range x.Clocks {
		err = errors.Join(err, p.printf(p.say("%s %s, %d mois : %d avis\n", "%s %s, %d months: %d reviews\n"), c.Source, c.State, c.Months, c.Reviews))
	}
	return err
}

func (p *program) certificate(c review.Certificate) error {
	if p.json {
		return p.line(c)
	}
	return p.printf(p.say("Effacés pour de bon : %d avis, %d réponses, %d lignes mises de côté. Certificat %d, %s.\n",
		"Erased for good: %d reviews, %d replies, %d rows kept aside. Certificate %d, %s.\n"), c.Reviews, c.Replies, c.Quarantined, c.ID, short(c.Hash))
}

func (p *program) erase() *cobra.Command {
	dry, certificates, reason := false, false, ""
	c := &cobra.Command{Use: "erase QUERY --reason TEXT | --certificates", Args: cobra.MaximumNArgs(1),
		Short: p.say("Effacer pour de bon toute trace d’une personne (« - » lit l’entrée)", "Erase every trace of a person for good (“-” reads the input)"),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case certificates:
				return p.reading(c.Context(), func(d *desk.Desk) error { return p.certificates(c.Context(), d) })
			case len(args) == 0:
				return errCall.With(errors.New("erase takes the words to look for"))
			}
			words, err := p.question(args[0])
			if err != nil {
				return err
			}
			if dry {
				return p.reading(c.Context(), func(d *desk.Desk) error { return p.traces(c.Context(), d, words) })
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				cert, err := d.Erase(c.Context(), words, reason)
				if err != nil {
					return err
				}
				return p.certificate(cert)
			})
		}}
	c.Flags().BoolVar(&dry, "dry-run", false, p.say("montrer ce qui serait effacé", "show what would be erased"))
	c.Flags().BoolVar(&certificates, "certificates", false, p.say("voir les certificats d’effacement", "show the certificates of erasure"))
	c.Flags().StringVar(&reason, "reason", "", p.say("motif, sans nommer la personne", "reason, without naming the person"))
	return c
}

func (p *program) certificates(ctx context.Context, d *desk.Desk) error {
	all, err := d.Certificates(ctx)
	if err != nil {
		return err
	}
	return each(all, p.certificate)
}

func (p *program) traces(ctx context.Context, d *desk.Desk, words string) error {
	t, err := d.FindPerson(ctx, words)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(t)
	}
	return p.printf(p.say("%d avis %v, %d lignes mises de côté %v\n", "%d reviews %v, %d rows kept aside %v\n"), len(t.Reviews), t.Reviews, len(t.Quarantined), t.Quarantined)
}

func (p *program) quarantine() *cobra.Command {
	c := &cobra.Command{Use: "quarantine", Args: cobra.NoArgs,
		Short: p.say("Les lignes mises de côté à l’import", "The rows kept aside by imports"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("quarantine takes list or retry"))
		}}
	c.AddCommand(p.quarantineList())
	return c
}

func (p *program) quarantineList() *cobra.Command {
	limit, after := 0, int64(0)
	c := &cobra.Command{Use: "list", Args: cobra.NoArgs, Short: p.say("Les voir, avec la raison", "Show them, with the reason"),
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

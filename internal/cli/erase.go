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
		err = errors.Join(err, p.tell("%s %s, %d mois : %d avis, %d ligne{|s} mise{|s} de côté\n", "%s %s, %d month{|s}: %d review{|s}, %d row{|s} kept aside\n", c.Source, c.State, c.Months, c.Reviews, c.Quarantined))
	}
	return err
}

func (p *program) certificate(c review.Certificate) error {
	if p.json {
		return p.line(c)
	}
	return p.tell("Effacés pour de bon : %d avis, %d réponse{|s}, %d ligne{|s} mise{|s} de côté. Certificat %d, %s.\n",
		"Erased for good: %d review{|s}, %d repl{y|ies}, %d row{|s} kept aside. Certificate %d, %s.\n", c.Reviews, c.Replies, c.Quarantined, c.ID, short(c.Hash))
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
			words, err := p.argument(args[0])
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
	return p.tell("%d avis %v, %d ligne{|s} mise{|s} de côté %v\n", "%d review{|s} %v, %d row{|s} kept aside %v\n", len(t.Reviews), t.Reviews, len(t.Quarantined), t.Quarantined)
}

package cli

import (
	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
)

func (p *program) similar() *cobra.Command {
	return &cobra.Command{Use: "similar ID", Args: cobra.ExactArgs(1),
		Short: p.say("Voir les réponses déjà données à des avis semblables", "Show the replies given to reviews like this one"),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args)
			if err != nil {
				return err
			}
			return p.reading(c.Context(), func(d *desk.Desk) error {
				all, err := d.Past(c.Context(), ids[0])
				if err != nil {
					return err
				}
				return each(all, p.past)
			})
		}}
}

func (p *program) past(one desk.Past) error {
	if p.json {
		return p.line(one)
	}
	return p.printf("%d · %s\n→ %s\n\n", one.Review, one.Said, one.Body)
}

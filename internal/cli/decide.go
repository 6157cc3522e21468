package cli

import (
	"context"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// decision is a method of the desk.
type decision func(*desk.Desk, context.Context, desk.Step) (review.Review, error)

// decisions are the verbs that move a review by an agent's word.
func (p *program) decisions() []*cobra.Command {
	return []*cobra.Command{
		p.decide("submit", "Faire valider par un collègue", "Ask a colleague to validate", (*desk.Desk).Submit),
		p.decide("validate", "Valider : une personne répond de chaque mot", "Validate: a person answers for every word", (*desk.Desk).Validate),
		p.decide("return", "Renvoyer avec un commentaire", "Send back with a comment", (*desk.Desk).Return),
		p.decide("reopen", "Rouvrir une réponse validée ou exportée", "Reopen a validated or exported reply", (*desk.Desk).Reopen),
		p.decide("undo", "Défaire la dernière décision, si rien ne l’a suivie", "Undo the last decision, if nothing has followed it", (*desk.Desk).Undo),
		p.decide("dismiss", "Écarter un avis, avec un motif", "Dismiss a review, with a reason", (*desk.Desk).Dismiss),
		p.decide("restore", "Reprendre un avis écarté", "Take a dismissed review back", (*desk.Desk).Restore),
	}
}

func (p *program) decide(verb, fr, en string, of decision) *cobra.Command {
	var s desk.Step
	c := &cobra.Command{Use: verb + " ID", Args: cobra.ExactArgs(1), Short: p.say(fr, en),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args)
			if err != nil {
				return err
			}
			s.ID = ids[0]
			return p.writing(c.Context(), func(d *desk.Desk) error {
				r, err := of(d, c.Context(), s)
				if err != nil {
					return err
				}
				return p.moved(r)
			})
		}}
	c.Flags().StringVar(&s.By, "by", "", p.say("qui décide", "who decides"))
	c.Flags().StringVar(&s.Reason, "reason", "", p.say("motif ou commentaire", "reason or comment"))
	return c
}

func (p *program) moved(r review.Review) error {
	if p.json {
		return p.line(stepLine{r.ID, r.State, r.Version})
	}
	return p.printf("%d · %s\n", r.ID, r.State)
}

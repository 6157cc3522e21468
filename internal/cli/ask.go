package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) ask() *cobra.Command {
	o, history, forget := desk.AskOptions{}, false, false
	c := &cobra.Command{Use: "ask QUESTION | - | --history | --forget", Args: cobra.MaximumNArgs(1),
		Short: p.say("Poser une question aux fiches de ce poste", "Ask the sheets on this workstation a question"),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case history:
				return p.asked(c)
			case forget:
				return p.writing(c.Context(), func(d *desk.Desk) error { return d.ForgetAnswers(c.Context()) })
			case len(args) == 0:
				return errCall.With(errors.New("ask takes one question"))
			}
			return p.askOne(c, args[0], o)
		}}
	c.Flags().BoolVar(&history, "history", false, p.say("voir les questions déjà posées", "show the questions asked before"))
	c.Flags().BoolVar(&forget, "forget", false, p.say("effacer les questions déjà posées", "erase the questions asked before"))
	c.Flags().StringVar((*string)(&o.Writer), "writer", "", p.say("trame (les passages tels quels) ou ollama", "trame (the passages as they stand) or ollama"))
	c.Flags().StringVar(&o.Model, "model", "", p.say("modèle", "model"))
	c.Flags().Int64Var(&o.Follows, "follows", 0, p.say("numéro de la question dont celle-ci est la suite", "number of the question that this one goes on from"))
	return c
}

func (p *program) askOne(c *cobra.Command, arg string, o desk.AskOptions) error {
	question, err := p.argument(arg)
	if err != nil {
		return err
	}
	return p.writing(c.Context(), func(d *desk.Desk) error {
		a, err := d.Ask(c.Context(), question, o)
		if err != nil {
			return err
		}
		return p.answer(a)
	})
}

// answer prints each statement with its sheet and date; an abstention says
// why.
func (p *program) answer(a review.Answer) error {
	if p.json {
		return p.line(struct {
			review.Answer
			Reason string `json:"reason"`
		}{a, a.Reason.In(p.Language)})
	}
	if a.Abstained {
		return p.printf("%s\n", a.Reason.In(p.Language))
	}
	for _, s := range a.Sentences {
		if err := p.statement(s); err != nil {
			return err
		}
	}
	return p.removed(a)
}

func (p *program) statement(s review.Statement) error {
	under := ""
	if len(s.Case) > 0 {
		under = "[" + strings.Join(s.Case, " > ") + "]\n"
	}
	from := s.Sources[0]
	return p.printf("%s%s\n  → %s, %s %s\n", under, s.Text, from.Title, p.dated(from.Date), from.URL)
}

func (p *program) dated(date string) string {
	if date == "" {
		return p.say("sans date", "no date")
	}
	return fmt.Sprintf(p.say("fiche du %s", "sheet of %s"), date)
}

func (p *program) removed(a review.Answer) error {
	if a.Removed == 0 {
		return nil
	}
	return p.tell("%d phrase{|s} du modèle retirée{|s} : aucun passage ne {la|les} soutient.\n", "%d sentence{|s} of the model removed: no passage supports {it|them}.\n", a.Removed)
}

func (p *program) asked(c *cobra.Command) error {
	return p.reading(c.Context(), func(d *desk.Desk) error {
		all, err := d.Answers(c.Context(), 0, 100)
		if err != nil {
			return err
		}
		return each(all, func(a review.Answer) error {
			if p.json {
				return p.answer(a)
			}
			return p.printf("%d · %s · %s\n", a.ID, a.At.Format("2006-01-02 15:04"), a.Question)
		})
	})
}

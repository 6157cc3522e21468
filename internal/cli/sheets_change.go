package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) sheetsRead() *cobra.Command {
	return &cobra.Command{Use: "read KIND SHEET", Args: cobra.ExactArgs(2),
		Short: p.say("Lire une fiche entière", "Read a whole sheet"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				s, err := d.ReadSheet(c.Context(), args[0], args[1])
				if err != nil {
					return err
				}
				if p.json {
					return p.line(s)
				}
				return p.sheet(s)
			})
		}}
}

func (p *program) sheet(s review.Sheet) error {
	err := p.printf("%s\n%s\n%s · %s · %s · %s\n", s.Title, strings.Join(s.Path, " > "), s.Sheet, s.Date, s.Source, s.URL)
	for _, part := range s.Sections {
		err = errors.Join(err, p.printf("\n%s\n%s\n", strings.Join(part.Heading, " > "), part.Text))
	}
	return err
}

// built tells what a pack holds and, where one of its name was there before,
// what changed.
func (p *program) built(b desk.Built) error {
	if p.json {
		return p.line(b)
	}
	if err := p.packLine(b.Pack); err != nil {
		return err
	}
	return p.changeLine(b)
}

func (p *program) changeLine(b desk.Built) error {
	if len(b.Changes) == 0 {
		return nil
	}
	return p.tell("Depuis le paquet d’avant : %d fiche{|s} nouvelle{|s}, %d changée{|s}, %d retirée{|s} ; %d réponse{|s} à revoir (« sheets alerts »).\n",
		"Since the pack before: %d new sheet{|s}, %d changed, %d gone; %d repl{y|ies} to look at (“sheets alerts”).\n", b.Added, b.Changed, b.Gone, b.Cited)
}

func (p *program) sheetsCompare() *cobra.Command {
	return &cobra.Command{Use: "compare OLD NEW", Args: cobra.ExactArgs(2),
		Short: p.say("Voir ce qui change d’un paquet à l’autre", "Show what changes from one pack to another"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error {
				b, err := d.CompareSheets(c.Context(), args[0], args[1])
				if err != nil {
					return err
				}
				if p.json {
					return each(b.Changes, func(s review.SheetChange) error { return p.line(s) })
				}
				err = each(b.Changes, func(s review.SheetChange) error {
					return p.printf("%s %s %s · %s · %s → %s\n", p.befell(s.What), s.Kind, s.Sheet, s.Title, s.Before, s.After)
				})
				return errors.Join(err, p.changeLine(b))
			})
		}}
}

func (p *program) befell(what string) string {
	switch what {
	case review.SheetAdded:
		return p.say("nouvelle", "new")
	case review.SheetChanged:
		return p.say("changée", "changed")
	default:
		return p.say("retirée", "gone")
	}
}

func (p *program) sheetsAlerts() *cobra.Command {
	seen := int64(0)
	c := &cobra.Command{Use: "alerts", Args: cobra.NoArgs,
		Short: p.say("Voir les réponses qui citent une fiche changée", "Show the replies that cite a sheet which changed"),
		RunE: func(c *cobra.Command, _ []string) error {
			if seen != 0 {
				return p.writing(c.Context(), func(d *desk.Desk) error { return d.SeeAlert(c.Context(), seen, true) })
			}
			return p.reading(c.Context(), func(d *desk.Desk) error {
				all, err := d.Alerts(c.Context(), listMost)
				if err != nil {
					return err
				}
				return each(all, p.alertLine)
			})
		}}
	c.Flags().Int64Var(&seen, "seen", 0, p.say("retirer cette alerte : la réponse a été revue", "take this alert off: the reply was looked at"))
	return c
}

// listMost is how many alerts or missing sheets a verb prints.
const listMost = 500

func (p *program) alertLine(a review.Alert) error {
	if p.json {
		return p.line(a)
	}
	lost := ""
	if a.Lost {
		lost = p.say(" · le passage cité n’y est plus", " · the passage cited is no longer there")
	}
	return p.printf(p.say("%d · avis %d (%s) · fiche %s %s · %s · %s → %s%s\n", "%d · review %d (%s) · sheet %s %s · %s · %s → %s%s\n"),
		a.ID, a.Review, a.State, p.befell(a.What), a.Sheet, a.Title, a.Before, a.After, lost)
}

func (p *program) sheetsMissing() *cobra.Command {
	closed := int64(0)
	c := &cobra.Command{Use: "missing", Args: cobra.NoArgs,
		Short: p.say("Voir les questions qu’aucune fiche ne couvre", "Show the questions that no sheet covers"),
		RunE: func(c *cobra.Command, _ []string) error {
			if closed != 0 {
				return p.writing(c.Context(), func(d *desk.Desk) error { return d.CloseMissing(c.Context(), closed, true) })
			}
			return p.reading(c.Context(), func(d *desk.Desk) error {
				all, err := d.Missing(c.Context(), listMost)
				if err != nil {
					return err
				}
				return each(all, p.missingLine)
			})
		}}
	c.Flags().Int64Var(&closed, "close", 0, p.say("retirer cette question : sa fiche existe, ou n’est pas à écrire", "take this question off: its sheet exists, or need not be written"))
	return c
}

func (p *program) missingLine(m review.Missing) error {
	if p.json {
		return p.line(m)
	}
	reviews := []string{}
	for _, id := range m.Reviews {
		reviews = append(reviews, strconv.FormatInt(id, 10))
	}
	return p.tell("%d · posée %d fois, la dernière le %s · %s%s\n", "%d · asked %d time{|s}, last on %s · %s%s\n",
		m.ID, m.Asked, m.LastAt.Format("2006-01-02"), m.Question, p.among(reviews))
}

func (p *program) among(reviews []string) string {
	if len(reviews) == 0 {
		return ""
	}
	return p.say(" · avis ", " · reviews ") + strings.Join(reviews, ", ")
}

package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// judgements are the verbs by which an agent chooses among drafts.
func (p *program) judgements() []*cobra.Command {
	return []*cobra.Command{p.prefer(), p.reject(), p.prompt()}
}

func (p *program) prefer() *cobra.Command {
	return p.onVersion("prefer ID VERSION", "Mettre une autre version en vigueur", "Put another version in force",
		func(c *cobra.Command, d *desk.Desk, id int64, number int) error {
			r, err := d.Prefer(c.Context(), id, number, 0)
			if err != nil {
				return err
			}
			return p.moved(r)
		})
}

func (p *program) reject() *cobra.Command {
	var reason string
	c := p.onVersion("reject ID VERSION --reason CODE", "Dire pourquoi un brouillon ne convient pas", "Say why a draft will not do",
		func(c *cobra.Command, d *desk.Desk, id int64, number int) error {
			return d.Reject(c.Context(), id, number, reason)
		})
	codes := ""
	for _, r := range review.Reasons() {
		codes += r.Code + " · "
	}
	c.Flags().StringVar(&reason, "reason", "", codes[:len(codes)-len(" · ")])
	return c
}

// onVersion is a verb that changes something about one version of one reply.
func (p *program) onVersion(use, fr, en string, do func(c *cobra.Command, d *desk.Desk, id int64, number int) error) *cobra.Command {
	return &cobra.Command{Use: use, Args: cobra.ExactArgs(2), Short: p.say(fr, en),
		RunE: func(c *cobra.Command, args []string) error {
			n, err := numbers(args)
			if err != nil {
				return err
			}
			return p.writing(c.Context(), func(d *desk.Desk) error { return do(c, d, n[0], int(n[1])) })
		}}
}

func (p *program) prompt() *cobra.Command {
	return &cobra.Command{Use: "prompt ID VERSION", Args: cobra.ExactArgs(2),
		Short: p.say("Montrer ce qu’un modèle a reçu pour une version", "Show what a model was given for a version"),
		RunE: func(c *cobra.Command, args []string) error {
			n, err := numbers(args)
			if err != nil {
				return err
			}
			return p.reading(c.Context(), func(d *desk.Desk) error {
				shown, err := d.Prompt(c.Context(), n[0], int(n[1]))
				if err != nil {
					return err
				}
				return p.promptText(shown)
			})
		}}
}

func (p *program) promptText(s desk.ShownPrompt) error {
	if p.json {
		return p.line(s)
	}
	if !s.Exact {
		p.note("%s\n", p.say("L’avis ou un exemple a changé depuis : voici ce qui en serait envoyé aujourd’hui.",
			"The review or an example has changed since: this is what would be sent of it today."))
	}
	p.note("%s", review.Text{FR: "%d jeton{|s}. %s\n", EN: "%d token{|s}. %s\n"}.Filled(p.Language, s.Tokens, p.leftOut(s.LeftOut)))
	return p.printf("%s\n\n%s\n", s.System, s.User)
}

// leftOut says what had no room in a prompt.
func (p *program) leftOut(o review.LeftOut) string {
	if o == (review.LeftOut{}) {
		return p.say("Rien n’a été coupé.", "Nothing was left out.")
	}
	return fmt.Sprintf(p.say("Coupé, faute de place\u00a0: caractères de l’avis %d, fiches %d, exemples %d.", "Left out for want of room: characters of the review %d, sheets %d, examples %d."),
		o.Runes, o.Passages, o.Examples)
}

// judged says what became of a version, "" where nothing did yet.
func (p *program) judged(all []review.Feedback, number int) string {
	for _, f := range all {
		switch {
		case f.Number != number:
		case f.Judgement == review.Rejected:
			return p.say("Rejeté\u00a0: ", "Rejected: ") + reasonOf(f.Reason).In(p.Language) + "\n"
		case f.Judgement == review.Edited:
			return p.say("Envoyé après modification\u00a0: ", "Sent after changes: ") + p.share(&f.Distance) + "\n"
		default:
			return p.say("Envoyé tel quel.\n", "Sent as it was.\n")
		}
	}
	return ""
}

func reasonOf(code string) review.Text {
	for _, r := range review.Reasons() {
		if r.Code == code {
			return r.Label
		}
	}
	return review.Text{FR: code, EN: code}
}

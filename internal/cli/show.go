package cli

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) show() *cobra.Command {
	return &cobra.Command{Use: "show ID", Args: cobra.ExactArgs(1),
		Short: p.say("Montrer un avis, ses brouillons, son histoire", "Show a review, its drafts, its history"),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args)
			if err != nil {
				return err
			}
			return p.reading(c.Context(), func(d *desk.Desk) error {
				f, err := d.Show(c.Context(), ids[0])
				if err != nil {
					return err
				}
				return p.dossier(f)
			})
		}}
}

func (p *program) dossier(f desk.Dossier) error {
	if !p.json {
		return p.dossierText(f)
	}
	drafts, findings := []draftLine{}, []findingLine{}
	for _, v := range f.Replies {
		drafts = append(drafts, p.draftJSON(f.Review, v))
	}
	if len(drafts) > 0 {
		findings = drafts[0].Findings
	}
	return p.line(map[string]any{"review": reviewJSON(f.Review), "analysis": f.Analysis, "drafts": drafts, "findings": findings, "feedback": append([]review.Feedback{}, f.Feedback...), "history": f.History, "allowed": f.Allowed, "notices": p.notices(f)})
}

func (p *program) notices(f desk.Dossier) []map[string]string {
	all := []map[string]string{}
	for _, n := range f.Notices {
		all = append(all, map[string]string{"kind": n.Kind, "message": n.Message.In(p.Language)})
	}
	return all
}

func (p *program) dossierText(f desk.Dossier) error {
	r := f.Review
	err := p.printf("%d · %s · %s · %s\n%s\n\n%s\n", r.ID, r.State, r.ExternalID, r.WrittenAt.In(review.Paris).Format(time.DateOnly), r.Title, r.Text)
	for _, n := range f.Notices {
		err = errors.Join(err, p.printf("! %s\n", n.Message.In(p.Language)))
	}
	err = errors.Join(err, p.pointText(f))
	for _, v := range f.Replies {
		err = errors.Join(err, p.printf("\n— %d · %s %s\n%s\n%s%s", v.Number, v.Writer, v.Model, v.Text(), p.findingText(v.Findings), p.judged(f.Feedback, v.Number)))
	}
	for _, e := range f.History {
		err = errors.Join(err, p.printf("%s  %s  %s → %s  %s %s\n", e.At.Local().Format(time.DateTime), e.Action, e.From, e.To, e.By, e.Reason))
	}
	return err
}

// pointText lists what the review raises, in its own words.
func (p *program) pointText(f desk.Dossier) (err error) {
	text := []rune(f.Review.Text)
	for i, raised := range f.Analysis.Points {
		said := f.Review.Title
		if raised.End > 0 {
			said = string(text[raised.Start:raised.End])
		}
		err = errors.Join(err, p.printf(p.say("%d. «\u00a0%s\u00a0»\n", "%d. “%s”\n"), i+1, said))
	}
	return err
}

func (p *program) settings() *cobra.Command {
	c := &cobra.Command{Use: "settings", Short: p.say("Lire ou changer les réglages", "Read or change the settings"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return errCall.With(errors.New("settings get or settings set")) }}
	get := &cobra.Command{Use: "get [KEY]", Args: cobra.MaximumNArgs(1), Short: p.say("Lire un réglage, ou tous", "Read one setting, or all"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.get(c.Context(), d, args) })
		}}
	set := &cobra.Command{Use: "set KEY VALUE", Args: cobra.ExactArgs(2), Short: p.say("Changer un réglage ; - lit l’entrée", "Change a setting; - reads stdin"),
		RunE: func(c *cobra.Command, args []string) error {
			value := args[1]
			if value == "-" {
				var err error
				if value, err = p.text("-", nil); err != nil {
					return err
				}
			}
			return p.writing(c.Context(), func(d *desk.Desk) error { return d.Set(c.Context(), args[0], value) })
		}}
	c.AddCommand(get, set)
	return c
}

func (p *program) get(ctx context.Context, d *desk.Desk, keys []string) error {
	all, err := d.AllSettings(ctx)
	if err != nil {
		return err
	}
	shown := false
	for _, s := range all {
		switch {
		case len(keys) > 0 && keys[0] != s.Key:
			continue
		case p.json:
			err = p.line(map[string]string{"key": s.Key, "value": s.Value})
		case len(keys) > 0:
			err = p.printf("%s\n", s.Value)
		default:
			err = p.printf("%-18s %q\n", s.Key, s.Value)
		}
		if shown = true; err != nil {
			return err
		}
	}
	if !shown {
		return desk.ErrSetting.Naming(keys[0])
	}
	return nil
}

func (p *program) export() *cobra.Command {
	var o desk.ExportOptions
	c := &cobra.Command{Use: "export --format spplus|csv|jsonl --out FILE", Args: cobra.NoArgs,
		Short: p.say("Exporter les réponses validées", "Export the validated replies"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error {
				n, err := d.Export(c.Context(), o)
				if err != nil {
					return err
				}
				if p.json {
					return p.line(map[string]any{"exported": n, "path": o.Path})
				}
				return p.tell("%d réponse{|s} exportée{|s}.\n", "%d repl{y|ies} exported.\n", n)
			})
		}}
	c.Flags().StringVar(&o.Format, "format", "spplus", "spplus | csv | jsonl")
	c.Flags().StringVar(&o.Path, "out", "", p.say("fichier à écrire", "file to write"))
	c.Flags().BoolVar(&o.Again, "again", false, p.say("reprendre aussi ce qui est déjà exporté", "also repeat what was exported"))
	if err := c.MarkFlagRequired("out"); err != nil {
		panic(err) // the flag stands two lines above
	}
	return c
}

func (p *program) figures() *cobra.Command {
	by := ""
	c := &cobra.Command{Use: "figures", Args: cobra.NoArgs, Short: p.say("Les chiffres du service", "The service’s figures"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				if by != "" {
					return p.series(c.Context(), d, desk.By(by))
				}
				f, err := d.Figures(c.Context())
				if err != nil {
					return err
				}
				if p.json {
					return p.line(f)
				}
				return p.figureText(f)
			})
		}}
	c.Flags().StringVar(&by, "by", "", p.say("leur cours par semaine ou par mois : week, month", "their course by week or by month: week, month"))
	return c
}

// series prints one line per week or month, the oldest first.
func (p *program) series(ctx context.Context, d *desk.Desk, by desk.By) error {
	periods, err := d.Series(ctx, by)
	for _, each := range periods {
		if p.json {
			err = errors.Join(err, p.line(each))
			continue
		}
		err = errors.Join(err, p.tell("%s : %d avis, réponses : %d par un modèle, %d par la trame, %d à la main ; délai médian en jours : %s\n",
			"%s: %d review{|s}; replies: %d by a model, %d by trame, %d by hand; median delay in days: %s\n",
			each.From, each.Reviews, each.ByModel, each.ByTrame, each.ByHand, p.number(each.MedianDays)))
	}
	return err
}

func (p *program) figureText(f desk.Figures) error {
	w, days := f.Replies, f.AnsweringDays
	err := p.tell(
		"Avis : %d, dont %d avec une réponse\nRéponses validées : %d à partir d’un brouillon de modèle, %d d’un brouillon de la trame, %d écrite{|s} à la main\nDélai de réponse en jours : moyen %s, médian %s (n = %d)\n"+
			"Jugées utiles par leur auteur : %d sur %d ; réponses antérieures : %d sur %d\nVotes de visiteurs, à part : %d utile{|s}, %d inutile{|s}\n",
		"Reviews: %d, of which %d answered\nValidated replies: %d begun from a model’s draft, %d from trame’s, %d written by hand\nAnswering delay in days: mean %s, median %s (n = %d)\n"+
			"Found useful by their author: %d of %d; earlier replies: %d of %d\nVisitors’ votes, apart: %d useful, %d useless\n",
		f.Reviews, f.Answered, w.ByModel, w.ByTrame, w.ByHand, p.number(days.Mean), p.number(days.Median), days.N,
		f.Satisfaction.Useful, f.Satisfaction.N, f.EarlierSatisfaction.Useful, f.EarlierSatisfaction.N, f.Visitors.Useful, f.Visitors.Useless)
	for _, d := range f.Drafts {
		err = errors.Join(err, p.draftLine(d))
	}
	return err
}

// draftLine says what became of one writer's drafts, and how much of those
// that were sent is left in the replies.
func (p *program) draftLine(d desk.DraftFigures) error {
	return p.tell(
		"Brouillons (%s) : %d envoyé{|s} tel{|s} quel{|s}, %d modifié{|s}, %d rejeté{|s} ; part réécrite par les agents : %s ; part gardée, médiane : %s (n = %d) ; %d réécrit{|s} à plus de 50\u00a0%%\n",
		"Drafts (%s): %d sent as {it was|they were}, %d edited, %d rejected; share rewritten by agents: %s; share kept, median: %s (n = %d); more than half rewritten: %d\n",
		d.Writer, d.Kept, d.Edited, d.Rejected, p.share(d.MeanChange), p.share(d.MedianKept), d.Kept+d.Edited, d.Changes.More)
}

// share writes a share as a percentage, or a dash.
func (p *program) share(v *float64) string {
	if v == nil {
		return "–"
	}
	return strconv.FormatFloat(100**v, 'f', 0, 64) + p.say("\u00a0%", "%")
}

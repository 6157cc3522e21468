package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) eval() *cobra.Command {
	var models []string
	var out string
	limit := 50
	c := &cobra.Command{Use: "eval DIR [--model M…]", Args: cobra.ExactArgs(1),
		Short: p.say("Comparer la trame et les modèles sur un dossier d’avis", "Compare trame and the models on a folder of reviews"),
		RunE: func(c *cobra.Command, args []string) error {
			if limit < 1 {
				return errCall.With(errors.New("--limit takes 1 or more"))
			}
			paths, err := filesIn(args[0])
			if err != nil {
				return err
			}
			return p.writing(c.Context(), func(d *desk.Desk) error { return p.compare(c.Context(), d, paths, models, limit, out) })
		}}
	c.Flags().StringSliceVar(&models, "model", nil, p.say("modèle à essayer ; sans cela, tous ceux de ce poste", "model to try; without it, all of this workstation"))
	c.Flags().IntVar(&limit, "limit", limit, p.say("au plus tant d’avis, pris sur tout le dossier", "at most so many reviews, taken over the whole folder"))
	c.Flags().StringVar(&out, "out", "", p.say("dossier où écrire report.html et report.json", "folder to write report.html and report.json to"))
	return c
}

// filesIn lists the files of a folder, by name.
func filesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, errCall.With(errors.New("the folder cannot be read"))
	}
	paths := []string{}
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths, nil
}

// compare writes its report even when it was stopped: what was drafted until
// then took time.
func (p *program) compare(ctx context.Context, d *desk.Desk, paths, models []string, limit int, out string) error {
	contenders, err := p.contenders(ctx, d, models)
	if err != nil {
		return err
	}
	began := time.Now()
	r, stopped := d.Trial(ctx, paths, desk.TrialOptions{Contenders: contenders, Limit: limit, Progress: func(done, all int) {
		left := time.Since(began) / time.Duration(done) * time.Duration(all-done)
		p.note(p.say("%d sur %d, encore %s\n", "%d of %d, %s left\n"), done, all, left.Round(time.Second))
	}})
	r.Version = p.version
	if len(r.Cases) == 0 && stopped == nil {
		return desk.ErrNothingToTry
	}
	if out != "" {
		if err := p.keepReport(r, out); err != nil {
			return errors.Join(stopped, err)
		}
	}
	return errors.Join(stopped, p.reported(r))
}

// contenders are trame and the models named, or all that are here.
func (p *program) contenders(ctx context.Context, d *desk.Desk, models []string) ([]desk.DraftOptions, error) {
	if len(models) == 0 {
		all, err := d.Models(ctx)
		if err != nil {
			return nil, err
		}
		for _, m := range all {
			models = append(models, m.Name)
		}
	}
	options := []desk.DraftOptions{{Writer: review.WriterTrame}}
	for _, m := range models {
		options = append(options, desk.DraftOptions{Writer: review.WriterOllama, Model: m})
	}
	return options, nil
}

func (p *program) keepReport(r desk.TrialReport, dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return desk.ErrReport.With(err)
	}
	page, err := os.OpenFile(filepath.Join(dir, "report.html"), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return desk.ErrReport.With(err)
	}
	w := bufio.NewWriter(page)
	all, err1 := json.MarshalIndent(r, "", "  ")
	if err := errors.Join(err1, r.HTML(w, p.Language), w.Flush(), page.Close(), os.WriteFile(filepath.Join(dir, "report.json"), all, 0o600)); err != nil {
		return desk.ErrReport.With(err)
	}
	return nil
}

func (p *program) reported(r desk.TrialReport) error {
	if p.json {
		return p.line(r)
	}
	var err error
	for _, s := range r.Summaries {
		err = errors.Join(err, p.tell("%s : %d brouillon{|s}, %d échec{|s} ; rien à redire %s, sans constat bloquant %s, sans fait inconnu %s, sans plainte oubliée %s ; écart %s ; %s s par brouillon\n",
			"%s: %d draft{|s}, %d failed; nothing to mend %s, no blocking finding %s, no unknown fact %s, no complaint left %s; distance %s; %s s for a draft\n",
			s.Contender, s.Drafts, s.Failed, p.share(&s.Clean), p.share(&s.Passed), p.share(&s.Grounded), p.share(&s.Answered), p.decimals(s.Distance, 2), p.decimals(&s.Seconds, 2)))
	}
	return err
}

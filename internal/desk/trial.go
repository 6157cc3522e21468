package desk

import (
	"context"
	"path/filepath"
	"time"

	"ecritoire/internal/eval"
	"ecritoire/internal/review"
)

// TrialReport is what a trial gives.
type TrialReport = eval.Report

// TrialOptions choose what Trial compares.
type TrialOptions struct {
	Contenders []DraftOptions
	Limit      int // reviews at most
	Progress   func(done, all int)
}

// Trial has each contender draft the reviews of these files, and compares. It
// writes nothing to the queue. Files that no format takes are named in the
// report, rows that cannot be read are left out; when ctx ends, the report
// holds what was done, and the error is ErrStopped.
func (d *Desk) Trial(ctx context.Context, paths []string, o TrialOptions) (TrialReport, error) {
	g := d.gather(ctx, paths, o.Limit)
	reviews := g.all()
	cases := []eval.Case{}
	for i, r := range reviews {
		c, err := d.contest(ctx, r, o.Contenders)
		if err != nil {
			return g.report(cases, d.now()), asStopped(err)
		}
		cases = append(cases, c)
		o.Progress(i+1, len(reviews))
	}
	return g.report(cases, d.now()), nil
}

// gathered is what a folder holds: the reviews kept of those with a text, the
// rows without one or unreadable, the files that no format took.
type gathered struct {
	spread
	aside  int
	unread []string
}

func (g *gathered) report(cases []eval.Case, at time.Time) TrialReport {
	r := eval.Of(cases)
	r.At, r.Found, r.Aside, r.Unread = at, g.seen, g.aside, g.unread
	return r
}

// gather reads the reviews that have a text and keeps so many of them, evenly
// over all files: the first ones are often all of one day, or of one kind.
func (d *Desk) gather(ctx context.Context, paths []string, limit int) *gathered {
	g := &gathered{spread: spread{most: limit, step: 1}, unread: []string{}}
	for _, path := range paths {
		f, err := d.parts.Open(path, OpenOptions{})
		if err != nil {
			g.unread = append(g.unread, filepath.Base(path))
			continue
		}
		for row, err := range f.Rows() {
			if ctx.Err() != nil {
				break
			}
			if err == nil && row.Rejected == nil && row.Review.Text != "" {
				g.add(row.Review)
			} else {
				g.aside++
			}
		}
		if err := f.Close(); err != nil {
			g.unread = append(g.unread, filepath.Base(path))
		}
	}
	return g
}

// spread keeps at most so many of a stream of unknown length, at even
// distances: where it is full, it drops every second one and takes every
// second one from then on. It holds twice what is asked for.
type spread struct {
	most, step, seen int
	kept             []review.Review
}

func (s *spread) add(r review.Review) {
	if s.seen%s.step == 0 {
		s.kept = append(s.kept, r)
	}
	s.seen++
	if len(s.kept) <= 2*s.most {
		return
	}
	half := s.kept[:0]
	for i := 0; i < len(s.kept); i += 2 {
		half = append(half, s.kept[i])
	}
	s.kept, s.step = half, 2*s.step
}

func (s *spread) all() []review.Review {
	n := min(s.most, len(s.kept))
	out := make([]review.Review, 0, n)
	for i := range n {
		out = append(out, s.kept[i*len(s.kept)/n])
	}
	return out
}

// contest has all contenders draft one review. What one of them cannot write
// counts as failed; only a context that ended stops the others.
func (d *Desk) contest(ctx context.Context, r review.Review, contenders []DraftOptions) (eval.Case, error) {
	c := eval.Case{Title: r.Title, Said: r.Text, Final: r.Platform.Reply, Urgent: Distressed(r)}
	for _, o := range contenders {
		draft, err := d.tried(ctx, r, o)
		if ctx.Err() != nil {
			return c, ctx.Err()
		}
		if err != nil {
			e := review.Describe(err)
			draft.Failed, draft.Why = e.Code, e.Message
		}
		c.Drafts = append(c.Drafts, draft)
	}
	return c, nil
}

// tried writes one draft as the queue would, without the form where a model
// breaks it, second try included, and keeps it nowhere.
func (d *Desk) tried(ctx context.Context, r review.Review, o DraftOptions) (eval.Draft, error) {
	out := eval.Draft{Contender: o.Model, Findings: []review.Finding{}}
	if o.Writer == review.WriterTrame {
		out.Contender = string(review.WriterTrame)
	}
	begun := d.now()
	var again []string
	for out.Tries < 2 {
		u, err := d.unkept(ctx, r, o, again)
		if broken(err) && !o.formless {
			o.formless = true
			continue
		}
		out.Tries++
		out.Seconds = d.now().Sub(begun).Seconds()
		if err != nil {
			return out, err
		}
		out.Body, out.Findings, out.Speed, out.Hash, out.Prompt = u.reply.Body, u.reply.Findings, u.reply.Speed, u.reply.ModelHash, u.reply.Prompt
		if again = blocked(out.Findings, u.key); len(again) == 0 || o.Writer == review.WriterTrame {
			break
		}
	}
	return out, nil
}

// unkept is one run that the store knows nothing of.
func (d *Desk) unkept(ctx context.Context, r review.Review, o DraftOptions, again []string) (*run, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if o.Model != "" {
		s.OllamaModel = o.Model
	}
	s.Form = s.Form && !o.formless
	w, err := d.parts.Writer(o.Writer, s)
	if err != nil {
		return nil, err
	}
	u, err := d.assign(ctx, r, s, w, o, again)
	if err != nil {
		return nil, err
	}
	written, err := w.Write(ctx, u.assignment, func(string) {})
	if err != nil {
		return nil, err
	}
	u.fill(written, nil)
	if u.reply.Body == "" {
		return nil, ErrNothingWritten
	}
	u.reply.Findings = d.findings(r, u.reply, s.Service)
	return u, nil
}

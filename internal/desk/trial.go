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
	reviews, unread := d.gather(ctx, paths, o.Limit)
	cases := []eval.Case{}
	for i, r := range reviews {
		c, err := d.contest(ctx, r, o.Contenders)
		if err != nil {
			return report(cases, unread, d.now()), asStopped(err)
		}
		cases = append(cases, c)
		o.Progress(i+1, len(reviews))
	}
	return report(cases, unread, d.now()), nil
}

func report(cases []eval.Case, unread []string, at time.Time) TrialReport {
	r := eval.Of(cases)
	r.At, r.Unread = at, unread
	return r
}

// gather reads the first reviews that have a text.
func (d *Desk) gather(ctx context.Context, paths []string, limit int) ([]review.Review, []string) {
	all, unread := []review.Review{}, []string{}
	for _, path := range paths {
		f, err := d.parts.Open(path, OpenOptions{})
		if err != nil {
			unread = append(unread, filepath.Base(path))
			continue
		}
		for row, err := range f.Rows() {
			if ctx.Err() != nil || len(all) == limit {
				break
			}
			if err == nil && row.Rejected == nil && row.Review.Text != "" {
				all = append(all, row.Review)
			}
		}
		if err := f.Close(); err != nil {
			unread = append(unread, filepath.Base(path))
		}
	}
	return all, unread
}

// contest has all contenders draft one review. What one of them cannot write
// counts as failed; only a context that ended stops the others.
func (d *Desk) contest(ctx context.Context, r review.Review, contenders []DraftOptions) (eval.Case, error) {
	c := eval.Case{Title: r.Title, Said: r.Text, Final: r.Platform.Reply}
	for _, o := range contenders {
		draft, err := d.tried(ctx, r, o)
		if ctx.Err() != nil {
			return c, ctx.Err()
		}
		if err != nil {
			draft.Failed = review.Describe(err).Code
		}
		c.Drafts = append(c.Drafts, draft)
	}
	return c, nil
}

// tried writes one draft as the queue would, second try included, and keeps it
// nowhere.
func (d *Desk) tried(ctx context.Context, r review.Review, o DraftOptions) (eval.Draft, error) {
	out := eval.Draft{Contender: o.Model, Findings: []review.Finding{}}
	if o.Writer == review.WriterTrame {
		out.Contender = string(review.WriterTrame)
	}
	begun := d.now()
	var again []string
	for out.Tries < 2 {
		u, err := d.unkept(ctx, r, o, again)
		out.Tries++
		out.Seconds = d.now().Sub(begun).Seconds()
		if err != nil {
			return out, err
		}
		out.Body, out.Findings, out.Speed = u.reply.Body, u.reply.Findings, u.reply.Speed
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

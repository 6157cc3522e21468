package desk

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"ecritoire/internal/privacy"
	"ecritoire/internal/prompt"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// DraftOptions choose the writer of a draft.
type DraftOptions struct {
	Writer   review.WriterName // "" for the service's choice
	Model    string            // "" for the service's choice
	Wish     review.Wish
	Progress func(body string) // gets the whole body so far; nil for none

	again    int  // the version that a check blocked, 0 for none
	formless bool // whatever the settings say
}

// progressEvery is how often a draft under way is stored: what a crash may
// lose of it.
const progressEvery = time.Second

// Draft has a writer write a draft. It returns when the draft is whole and
// stored with its findings. When ctx ends or the writer fails, what was
// written is kept as a partial version and the review is free again; the
// error says why, and no other writer steps in. A model writes one draft at a
// time: one that the machine writes by itself makes way for this one.
func (d *Desk) Draft(ctx context.Context, id int64, o DraftOptions) (review.Review, review.Reply, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Review{}, review.Reply{}, err
	}
	if o.Writer == "" {
		o.Writer = s.Writer
	}
	if o.Writer == review.WriterOllama {
		done, err := d.work.interrupt(ctx)
		if err != nil {
			return review.Review{}, review.Reply{}, asStopped(err)
		}
		defer done()
	}
	return d.draft(ctx, id, o)
}

// broken says that a model could not keep to the form it was held to: it may
// write well without.
func broken(err error) bool { return err != nil && review.Describe(err).Code == "schema" }

// draft is Draft without waiting for a turn. What a model wrote and a check
// blocks is written once more, by a model that is told what was found; where
// that is blocked too, trame's text is offered. All of them are kept.
func (d *Desk) draft(ctx context.Context, id int64, o DraftOptions) (review.Review, review.Reply, error) {
	r, v, err := d.once(ctx, id, o)
	if broken(err) {
		o.formless = true
		r, v, err = d.once(ctx, id, o)
	}
	if err != nil || v.Writer != review.WriterOllama || !review.Blocks(v.Findings) {
		return r, v, err
	}
	o.again = v.Number
	if r, v, err = d.once(ctx, id, o); err != nil || !review.Blocks(v.Findings) {
		return r, v, err
	}
	slog.Warn("a model’s drafts were blocked twice", "review", id)
	return d.once(ctx, id, DraftOptions{Writer: review.WriterTrame, Wish: o.Wish, Progress: o.Progress, again: v.Number})
}

// once has a writer write one version.
func (d *Desk) once(ctx context.Context, id int64, o DraftOptions) (review.Review, review.Reply, error) {
	run, err := d.prepare(ctx, id, o)
	if err != nil {
		return review.Review{}, review.Reply{}, err
	}
	if run.review, err = d.parts.Store.Advance(ctx, review.Move{Review: run.review, Action: review.Start, At: d.now(), By: run.by, Reply: &run.reply}); err != nil {
		return review.Review{}, review.Reply{}, err
	}
	// From here on the review must be freed whatever happens to ctx.
	return d.write(ctx, context.WithoutCancel(ctx), run)
}

// run is one draft under way.
type run struct {
	review     review.Review
	reply      review.Reply
	assignment review.Assignment
	asked      prompt.Request // of a model, with what was laid out of it
	laid       prompt.Laid
	key        privacy.Key
	writer     review.Writer
	by         string
	progress   func(string)
	begun      time.Time
	stored     time.Time
	failed     error // of storing progress
}

func (d *Desk) prepare(ctx context.Context, id int64, o DraftOptions) (*run, error) {
	if !o.Wish.Length.Valid() {
		return nil, ErrLength
	}
	s, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := r.May(review.Start, s.Service.FourEyes); err != nil {
		return nil, err
	}
	if o.Writer == "" {
		o.Writer = s.Writer
	}
	if o.Model != "" {
		s.OllamaModel = o.Model
	}
	s.Form = s.Form && !o.formless
	w, err := d.parts.Writer(o.Writer, s)
	if err != nil {
		return nil, err
	}
	again, err := d.again(ctx, r, o.again)
	if err != nil {
		return nil, err
	}
	u, err := d.assign(ctx, r, s, w, o, again)
	if err != nil {
		return nil, err
	}
	if w.Name() == review.WriterOllama {
		return u, d.note(ctx, u)
	}
	u.assignment.Turn, err = d.turn(ctx, id)
	return u, err
}

// turn counts the drafts that were made of a review.
func (d *Desk) turn(ctx context.Context, id int64) (n int, err error) {
	versions, err := d.parts.Store.Replies(ctx, id, versionsRead)
	for _, v := range versions {
		if v.Writer != review.WriterHand {
			n++
		}
	}
	return n, err
}

// assign hides personal data before any writer sees the review.
func (d *Desk) assign(ctx context.Context, r review.Review, s Settings, w review.Writer, o DraftOptions, again []string) (*run, error) {
	hidden, key := hide(r)
	if limit := s.Service.Limit(string(r.Source)); limit > 0 && limit < shortUnder && o.Wish.Length == review.LengthUsual {
		o.Wish.Length = review.LengthShort
	}
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	u := &run{review: r, key: key, writer: w, by: s.Person, progress: o.Progress,
		reply: review.Reply{Frame: frameFor(r, s.Service, o.Wish), Writer: w.Name(), Partial: true, WrittenAt: d.now(), Wish: o.Wish,
			Recipe: review.Recipe{Again: o.again}, Sources: d.ground(ctx, hidden), Findings: []review.Finding{}},
		assignment: review.Assignment{Review: hidden, Service: s.Service, Wish: o.Wish, Model: s.OllamaModel}}
	u.assignment.Sources = u.reply.Sources
	if w.Name() == review.WriterOllama {
		return u, d.instruct(ctx, u, s, again)
	}
	return u, nil
}

// frameFor is the frame in the language that the writers answer in: that of an
// English review unless the agent wants French.
func frameFor(r review.Review, s review.Service, w review.Wish) review.Frame {
	if !w.French && reading.AuthorLanguage(r.Title, r.Text) == reading.English {
		return s.EnglishFrame()
	}
	return s.Frame()
}

// shortUnder is the limit, in code points, under which a usual reply with its
// frame has no room.
const shortUnder = 700

// hide puts placeholders in the place of personal data.
func hide(r review.Review) (review.Review, privacy.Key) {
	text, key := privacy.Pseudonymise(r.Title + "\n" + r.Text)
	r.Author = ""
	r.Title, r.Text = cutLine(text)
	return r, key
}

func (d *Desk) write(ctx, keep context.Context, u *run) (review.Review, review.Reply, error) {
	versions, err := d.parts.Store.Replies(keep, u.review.ID, 1)
	if err != nil {
		return d.abandon(keep, u, err)
	}
	u.begun = d.now()
	u.reply.Number, u.stored = versions[0].Number, u.begun
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	written, err := u.writer.Write(ctx, u.assignment, func(body string) { d.heard(keep, u, body, stop) })
	u.fill(written, err)
	if err = errors.Join(err, u.failed); err != nil {
		return d.abandon(keep, u, err)
	}
	return d.finish(keep, u)
}

// heard passes the text on and stores it about once a second. A store that
// fails stops the writer: text that cannot be kept is not to be shown.
func (d *Desk) heard(keep context.Context, u *run, body string, stop context.CancelCauseFunc) {
	body, _ = u.key.Restore(prompt.WithoutFrame(prompt.Clean(body), u.reply.Frame))
	u.progress(body)
	if d.now().Sub(u.stored) < progressEvery {
		return
	}
	u.stored = d.now()
	if u.failed = d.parts.Store.Progress(keep, u.review.ID, u.reply.Number, body); u.failed != nil {
		stop(u.failed)
	}
}

// fill takes what the writer wrote, without what the frame says too. A cut
// body loses its last, cut sentence.
func (u *run) fill(w review.Written, cut error) {
	clean := prompt.Clean
	if cut != nil {
		clean = prompt.CleanPartial
	}
	body, _ := u.key.Restore(prompt.WithoutFrame(clean(w.Body), u.reply.Frame))
	u.reply.Body, u.reply.Model, u.reply.ModelHash, u.reply.Speed = body, w.Model, w.ModelHash, w.Speed
}

func withNotice(signature, notice string) string {
	if notice == "" {
		return signature
	}
	return signature + "\n" + notice
}

func (d *Desk) finish(keep context.Context, u *run) (review.Review, review.Reply, error) {
	if u.reply.Body == "" {
		return d.abandon(keep, u, ErrNothingWritten)
	}
	u.reply.Partial, u.reply.WrittenAt = false, d.now()
	if err := d.refresh(keep, u); err != nil {
		return d.abandon(keep, u, err)
	}
	u.reply.Findings = d.findings(u.review, u.reply, u.assignment.Service)
	r, err := d.parts.Store.Advance(keep, review.Move{Review: u.review, Action: review.Finish, At: d.now(), By: u.by, Reply: &u.reply})
	if err != nil {
		return d.abandon(keep, u, err)
	}
	d.timed(keep, u.reply, d.now().Sub(u.begun))
	return r, u.reply, nil
}

// refresh reads the review again: an import may have changed it in mid-draft.
// Only this run may end its drafting, so a new version is no conflict; where
// the platform answered meanwhile, there is nothing left to end.
func (d *Desk) refresh(keep context.Context, u *run) error {
	r, err := d.parts.Store.Review(keep, u.review.ID)
	if err != nil {
		return err
	}
	u.review = r
	if r.State != review.Drafting {
		return review.ErrAnsweredElsewhere
	}
	return nil
}

// abandon frees the review and keeps what was written of the draft.
func (d *Desk) abandon(keep context.Context, u *run, why error) (review.Review, review.Reply, error) {
	why = asStopped(why)
	if u.reply.Number > 0 {
		why = errors.Join(why, d.parts.Store.Progress(keep, u.review.ID, u.reply.Number, u.reply.Body))
	}
	if err := d.refresh(keep, u); err != nil {
		return u.review, u.reply, errors.Join(why, err)
	}
	r, err := d.parts.Store.Abandon(keep, u.review, review.Describe(why).Code, d.now())
	slog.Warn("draft abandoned", "review", u.review.ID, "writer", u.writer.Name(), "cause", why)
	return r, u.reply, errors.Join(why, err)
}

func asStopped(err error) error {
	if errors.Is(err, context.Canceled) {
		return ErrStopped
	}
	return err
}

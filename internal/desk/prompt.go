package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"

	"ecritoire/internal/privacy"
	"ecritoire/internal/prompt"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// examplesShown is how many of the service's own replies a model is shown.
const examplesShown = 2

// instruct lays out what a model is given; again is what the checks blocked in
// its last try. From the first word on the reply is one that a model helped
// with.
func (d *Desk) instruct(ctx context.Context, u *run, s Settings, again []string) error {
	q, err := d.request(ctx, u.review, u.reply, s)
	if err != nil {
		return err
	}
	q.Again, q.Form = again, s.Form
	if q.Templates, err = d.parts.Templates(); err != nil {
		return err
	}
	if q.Examples, err = d.examples(ctx, u.review, u.assignment.Review); err != nil {
		return err
	}
	if u.laid, err = prompt.Lay(q); err != nil {
		return err
	}
	u.asked = q
	u.assignment.Prompt = u.laid.Prompt
	u.reply.Prompt, u.reply.Model = u.laid.Version, s.OllamaModel
	u.reply.Frame.Signature = withNotice(u.reply.Frame.Signature, s.Service.AINotice)
	return nil
}

// request gathers all of a prompt but its templates, its examples, which are
// chosen once and then remembered, and what a last try got wrong.
func (d *Desk) request(ctx context.Context, r review.Review, v review.Reply, s Settings) (prompt.Request, error) {
	hidden, key := hide(r)
	model := v.Model
	if model == "" {
		model = s.OllamaModel
	}
	b, err := d.parts.Budget(ctx, s, model)
	return prompt.Request{Review: hidden, Service: s.Service, Wish: v.Wish, Passages: v.Sources, Points: points(r, hidden, key), Room: b.Room, Count: b.Count}, err
}

// again says what the checks block in a version, as a model may read it.
func (d *Desk) again(ctx context.Context, r review.Review, number int) ([]string, error) {
	if number == 0 {
		return nil, nil
	}
	v, err := d.replyVersion(ctx, r.ID, number)
	_, key := hide(r)
	return blocked(v.Findings, key), err
}

func blocked(findings []review.Finding, key privacy.Key) []string {
	said := []string{}
	for _, f := range findings {
		if f.Severity == review.Block {
			said = append(said, key.Replace(f.Message.FR))
		}
	}
	return said
}

// examples are what a model is shown of the service's own replies. A review
// that is not of the queue is on trial (Trial): the reply that the queue holds
// to that very review would be its answer copied out.
func (d *Desk) examples(ctx context.Context, r, hidden review.Review) ([]review.Example, error) {
	if r.ID != 0 {
		return d.like(ctx, hidden, examplesShown)
	}
	all, err := d.parts.Store.Like(ctx, reading.Stems(hidden.Title+" "+hidden.Text), 0, 2*examplesShown)
	all = slices.DeleteFunc(all, func(e review.Example) bool { return e.Said == r.Title+"\n"+r.Text })
	all = all[:min(examplesShown, len(all))]
	for i, e := range all {
		all[i] = blank(e)
	}
	return all, err
}

// like finds the service's own replies to reviews like this one, at most so
// many.
func (d *Desk) like(ctx context.Context, hidden review.Review, most int) ([]review.Example, error) {
	all, err := d.parts.Store.Like(ctx, reading.Stems(hidden.Title+" "+hidden.Text), hidden.ID, most)
	for i, e := range all {
		all[i] = blank(e)
	}
	return all, err
}

// placeholder is what pseudonymised text has in the place of personal data.
var placeholder = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)

// blank takes personal data out of an example for good: a placeholder that a
// model copied from it would be filled with what another person wrote.
func blank(e review.Example) review.Example {
	for _, text := range []*string{&e.Said, &e.Body} {
		hidden, _ := privacy.Pseudonymise(*text)
		*text = placeholder.ReplaceAllString(hidden, "…")
	}
	return e
}

// note remembers a prompt: its stable texts by their hashes, examples by their
// numbers, and the hash of the rest.
func (d *Desk) note(ctx context.Context, u *run) (err error) {
	to := &u.reply.Recipe
	if to.System, err = d.parts.Store.KeepPart(ctx, u.laid.System); err != nil {
		return err
	}
	_, user := u.asked.Templates.Texts()
	if to.Template, err = d.parts.Store.KeepPart(ctx, user); err != nil {
		return err
	}
	out := u.laid.Omitted
	to.Form = u.asked.Form
	to.Examples, to.Sent, to.Tokens = u.asked.Examples[:len(u.asked.Examples)-out.Examples], hashOf(u.laid.User), u.laid.Tokens
	to.LeftOut = review.LeftOut{Runes: out.ReviewRunes, Passages: len(out.Passages), Examples: out.Examples}
	return nil
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// ShownPrompt is what a model was given for a version. Exact says whether it
// is so word for word: a review that changed since, or an example that was
// erased, is shown as it is today.
type ShownPrompt struct {
	System  string         `json:"system"`
	User    string         `json:"user"`
	Exact   bool           `json:"exact"`
	Tokens  int            `json:"tokens"`
	LeftOut review.LeftOut `json:"left_out"`
}

// Prompt opens what a model was given for a version; ErrNoPrompt where no
// model wrote it.
func (d *Desk) Prompt(ctx context.Context, id int64, number int) (ShownPrompt, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return ShownPrompt{}, err
	}
	r, err := d.parts.Store.Review(ctx, id)
	if err != nil {
		return ShownPrompt{}, err
	}
	v, err := d.replyVersion(ctx, id, number)
	if err != nil {
		return ShownPrompt{}, err
	}
	if v.Recipe.System == "" {
		return ShownPrompt{}, ErrNoPrompt
	}
	return d.reopened(ctx, r, v, s)
}

// reopened lays a prompt out anew from what was noted of it.
func (d *Desk) reopened(ctx context.Context, r review.Review, v review.Reply, s Settings) (ShownPrompt, error) {
	system, err := d.parts.Store.Part(ctx, v.Recipe.System)
	if err != nil {
		return ShownPrompt{}, err
	}
	user, err := d.parts.Store.Part(ctx, v.Recipe.Template)
	if err != nil {
		return ShownPrompt{}, err
	}
	q, err := d.request(ctx, r, v, s)
	if err != nil {
		return ShownPrompt{}, err
	}
	q.Form = v.Recipe.Form
	if q.Again, err = d.again(ctx, r, v.Recipe.Again); err != nil {
		return ShownPrompt{}, err
	}
	if q.Templates, err = prompt.Parse("", user); err != nil {
		return ShownPrompt{}, err
	}
	if q.Examples, err = d.remembered(ctx, v.Recipe.Examples); err != nil {
		return ShownPrompt{}, err
	}
	laid, err := prompt.Lay(q)
	return ShownPrompt{system, laid.User, hashOf(laid.User) == v.Recipe.Sent, v.Recipe.Tokens, v.Recipe.LeftOut}, err
}

func (d *Desk) remembered(ctx context.Context, refs []review.Example) ([]review.Example, error) {
	all := []review.Example{}
	for _, ref := range refs {
		e, there, err := d.parts.Store.Example(ctx, ref.Review, ref.Number)
		if err != nil {
			return nil, err
		}
		if there {
			all = append(all, blank(e))
		}
	}
	return all, nil
}

// replyVersion reads one version; ErrNoSuchDraft without it.
func (d *Desk) replyVersion(ctx context.Context, id int64, number int) (review.Reply, error) {
	all, err := d.parts.Store.Replies(ctx, id, versionsRead)
	for _, v := range all {
		if v.Number == number {
			return v, nil
		}
	}
	if err == nil {
		err = ErrNoSuchDraft
	}
	return review.Reply{}, err
}

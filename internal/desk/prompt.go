package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"regexp"

	"ecritoire/internal/privacy"
	"ecritoire/internal/prompt"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// examplesShown is how many of the service's own replies a model is shown.
const examplesShown = 2

// instruct lays out what a model is given, and notes by reference what that
// was. From the first word on the reply is one that a model helped with.
func (d *Desk) instruct(ctx context.Context, u *run, s Settings) error {
	templates, err := d.parts.Templates()
	if err != nil {
		return err
	}
	q, err := d.request(ctx, u.review, u.reply, s)
	if err != nil {
		return err
	}
	q.Templates = templates
	if q.Examples, err = d.like(ctx, u.assignment.Review); err != nil {
		return err
	}
	laid, err := prompt.Lay(q)
	if err != nil {
		return err
	}
	u.assignment.Prompt = laid.Prompt
	u.reply.Prompt, u.reply.Model = laid.Version, s.OllamaModel
	u.reply.Frame.Signature = withNotice(u.reply.Frame.Signature, s.Service.AINotice)
	return d.note(ctx, &u.reply.Recipe, templates, laid, q.Examples)
}

// request gathers all of a prompt but its templates and its examples, which
// are chosen once and then remembered.
func (d *Desk) request(ctx context.Context, r review.Review, v review.Reply, s Settings) (prompt.Request, error) {
	hidden, key := hide(r)
	q := prompt.Request{Review: hidden, Service: s.Service, Wish: v.Wish, Passages: v.Sources, Points: points(hidden)}
	model := v.Model
	if model == "" {
		model = s.OllamaModel
	}
	b, err := d.parts.Budget(ctx, s, model)
	if err != nil {
		return q, err
	}
	q.Room, q.Count = b.Room, b.Count
	q.Again, err = d.blocked(ctx, r.ID, v.Recipe.Again, key)
	return q, err
}

// points are the stretches of the review that raise something, in its words.
func points(hidden review.Review) []string {
	text := []rune(hidden.Text)
	all := []string{}
	for _, p := range placed(reading.Analyse(hidden).Points) {
		all = append(all, string(text[p.Start:p.End]))
	}
	return all
}

// blocked says what the checks block in a version, as a model may read it.
func (d *Desk) blocked(ctx context.Context, id int64, number int, key privacy.Key) ([]string, error) {
	if number == 0 {
		return nil, nil
	}
	v, err := d.replyVersion(ctx, id, number)
	said := []string{}
	for _, f := range v.Findings {
		if f.Severity == review.Block {
			said = append(said, key.Replace(f.Message.FR))
		}
	}
	return said, err
}

// like finds the service's own replies to reviews like this one.
func (d *Desk) like(ctx context.Context, hidden review.Review) ([]review.Example, error) {
	all, err := d.parts.Store.Like(ctx, reading.Stems(hidden.Title+" "+hidden.Text), hidden.ID, examplesShown)
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
func (d *Desk) note(ctx context.Context, to *review.Recipe, t prompt.Templates, laid prompt.Laid, examples []review.Example) (err error) {
	if to.System, err = d.parts.Store.KeepPart(ctx, laid.System); err != nil {
		return err
	}
	_, user := t.Texts()
	if to.Template, err = d.parts.Store.KeepPart(ctx, user); err != nil {
		return err
	}
	kept := examples[:len(examples)-laid.Omitted.Examples]
	to.Examples, to.Sent, to.Tokens = kept, hashOf(laid.User), laid.Tokens
	to.LeftOut = review.LeftOut{Runes: laid.Omitted.ReviewRunes, Passages: len(laid.Omitted.Passages), Examples: laid.Omitted.Examples}
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
	return d.again(ctx, r, v, s)
}

// again lays a prompt out anew from what was noted of it.
func (d *Desk) again(ctx context.Context, r review.Review, v review.Reply, s Settings) (ShownPrompt, error) {
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

package desk

import (
	"context"
	"strings"

	"ecritoire/internal/check"
	"ecritoire/internal/privacy"
	"ecritoire/internal/review"
)

// Question is one reply to be checked, wherever it comes from.
type Question struct {
	Title   string   // of the review, "" for none
	Review  string   // what the user wrote
	Reply   string   // the whole reply, frame included
	Sources []string // the passages it may state
	Channel string   // where it appears: spplus, google, play or paper; "" is spplus
}

// Check says what there is to say of a reply, gravest first.
func (d *Desk) Check(ctx context.Context, q Question) ([]review.Finding, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if err := d.recall(ctx, &q); err != nil {
		return nil, err
	}
	return examine(q, s.Service), nil
}

// recall adds what the queue knows of the review, where it holds one with the
// same text: the title, and the bodies that its platform names.
func (d *Desk) recall(ctx context.Context, q *Question) error {
	r, known, err := d.parts.Store.WithText(ctx, q.Review)
	if err != nil || !known {
		return err
	}
	if q.Title == "" {
		q.Title = r.Title
	}
	q.Sources = append(bodies(r), q.Sources...)
	return nil
}

func (d *Desk) findings(r review.Review, p review.Reply, s review.Service) []review.Finding {
	sources := bodies(r)
	for _, passage := range p.Sources {
		sources = append(sources, passage.Title, passage.URL, passage.Date, passage.Text)
	}
	return examine(Question{Title: r.Title, Review: r.Text, Reply: p.Text(), Sources: sources, Channel: string(r.Source)}, s)
}

// bodies are the names that the platform itself gives the services concerned
// ("Service-public.fr"): a reply may say them.
func bodies(r review.Review) []string {
	names := []string{}
	for _, t := range r.Typologies {
		names = append(names, t.Name)
	}
	for _, s := range r.Structures {
		names = append(names, s.Name)
	}
	return names
}

func examine(q Question, s review.Service) []review.Finding {
	in := check.Input{Title: q.Title, Review: q.Review, Reply: q.Reply, Sources: q.Sources, Channel: q.Channel, Service: s}
	for _, span := range privacy.Detect(q.Reply) {
		in.Personal, in.Kinds = append(in.Personal, span.Span), append(in.Kinds, span.Kind)
	}
	return check.Run(in)
}

// Detect finds what could name somebody in a text, in its order.
func Detect(text string) []Personal {
	all := []Personal{}
	for _, s := range privacy.Detect(text) {
		all = append(all, Personal{s.Span, s.Kind})
	}
	return all
}

// cutLine parts a text at its first line break.
func cutLine(text string) (first, rest string) {
	first, rest, _ = strings.Cut(text, "\n")
	return first, rest
}

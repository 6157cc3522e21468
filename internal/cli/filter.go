package cli

import (
	"context"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// filtering is a filter as the flags give it.
type filtering struct {
	filter                              review.Filter
	states, sentiments, sources, themes []string
	overdue                             bool
	view                                string
}

func (q *filtering) flags(p *program, c *cobra.Command) {
	f := c.Flags()
	f.StringSliceVar(&q.states, "state", nil, p.say("état ; plusieurs avec des virgules", "state; several with commas"))
	f.BoolVar(&q.overdue, "overdue", false, p.say("en retard seulement", "late only"))
	f.StringVar(&q.filter.Search, "search", "", p.say("mots à trouver, \"suite de mots\", début*, -sans", "words to find, \"words in a row\", begin*, -without"))
	f.StringSliceVar(&q.sentiments, "sentiment", nil, "positive, neutral, negative")
	f.StringSliceVar(&q.sources, "source", nil, "spplus, jdma, google, play, other")
	f.StringVar(&q.filter.Structure, "structure", "", p.say("organisme concerné", "body concerned"))
	f.StringSliceVar(&q.themes, "theme", nil, "access, information, relation, reactivity, simplicity")
	f.StringSliceVar(&q.filter.Languages, "language", nil, "fr, en, other")
	f.StringVar(&q.filter.Assignee, "assignee", "", p.say("confié à", "given to"))
	f.BoolVar(&q.filter.Unassigned, "unassigned", false, p.say("confié à personne", "given to nobody"))
	f.BoolVar(&q.filter.Findings, "findings", false, p.say("dont la réponse a des remarques", "whose reply has findings"))
	f.BoolVar(&q.filter.Twins, "twins", false, p.say("presque les mêmes qu’un autre", "nearly the same as another"))
	f.StringVar(&q.view, "view", "", p.say("vue nommée", "named view"))
}

var (
	errView = &review.Error{Code: "view", Kind: review.Misused,
		Message: review.Text{FR: "Aucune vue ne s’appelle « %s ».", EN: "No view is called “%s”."},
		Hint:    review.Text{FR: "« ecritoire views » les donne toutes.", EN: "“ecritoire views” lists them all."}}
	errSentiment = &review.Error{Code: "sentiment", Kind: review.Misused,
		Message: review.Text{FR: "Le ressenti « %s » n’existe pas.", EN: "There is no sentiment “%s”."},
		Hint:    review.Text{FR: "Ressentis : positive, neutral, negative.", EN: "Sentiments: positive, neutral, negative."}}
	errTheme = &review.Error{Code: "theme", Kind: review.Misused,
		Message: review.Text{FR: "Le thème « %s » n’existe pas.", EN: "There is no theme “%s”."},
		Hint:    review.Text{FR: "Thèmes : access, information, relation, reactivity, simplicity.", EN: "Themes: access, information, relation, reactivity, simplicity."}}
)

// read makes the filter of the flags, or of the view that they name.
func (q filtering) read(ctx context.Context, d *desk.Desk) (review.Filter, error) {
	if q.view != "" {
		return q.named(ctx, d)
	}
	return q.given()
}

func (q filtering) given() (review.Filter, error) {
	f := q.filter
	for _, s := range q.states {
		if !review.State(s).Known() {
			return f, errState.Naming(s)
		}
		f.States = append(f.States, review.State(s))
	}
	for _, s := range q.sentiments {
		if !slices.Contains([]review.Sentiment{review.Positive, review.Neutral, review.Negative}, review.Sentiment(s)) {
			return f, errSentiment.Naming(s)
		}
		f.Sentiments = append(f.Sentiments, review.Sentiment(s))
	}
	for _, s := range q.themes {
		if !slices.Contains(review.ThemeNames(), review.ThemeName(s)) {
			return f, errTheme.Naming(s)
		}
		f.Themes = append(f.Themes, review.ThemeName(s))
	}
	for _, s := range q.sources {
		f.Sources = append(f.Sources, review.Source(s))
	}
	return late(f, q.overdue), nil
}

func (q filtering) named(ctx context.Context, d *desk.Desk) (review.Filter, error) {
	views, err := d.Views(ctx)
	i := slices.IndexFunc(views, func(v review.View) bool { return v.Name == q.view })
	if err != nil || i < 0 {
		return review.Filter{}, orNamed(err, errView.Naming(q.view))
	}
	f := views[i].Filter
	f.Limit, f.After = q.filter.Limit, q.filter.After
	return late(f, views[i].Overdue), nil
}

func orNamed(err error, ours *review.Error) error {
	if err != nil {
		return err
	}
	return ours
}

// late asks for what is overdue now; what left our hands cannot be.
func late(f review.Filter, overdue bool) review.Filter {
	if !overdue {
		return f
	}
	f.Overdue = time.Now()
	if len(f.States) == 0 {
		f.States = []review.State{review.New, review.Drafting, review.Drafted, review.Submitted}
	}
	return f
}

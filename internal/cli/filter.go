package cli

import (
	"context"
	"errors"
	"reflect"
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
	overdue, snoozed                    bool
	since, until                        string
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
	f.StringVar(&q.since, "since", "", p.say("écrits ce jour-là ou après (AAAA-MM-JJ)", "written that day or later (YYYY-MM-DD)"))
	f.StringVar(&q.until, "until", "", p.say("écrits ce jour-là ou avant", "written that day or earlier"))
	f.BoolVar(&q.snoozed, "snoozed", false, p.say("reportés seulement", "put off only"))
	f.StringVar(&q.view, "view", "", p.say("vue nommée", "named view"))
}

var (
	errView = &review.Error{Code: "view", Kind: review.Misused,
		Message: review.Text{FR: "Aucune vue ne s’appelle « %s ».", EN: "No view is called “%s”."},
		Hint:    review.Text{FR: "« ecritoire views » les donne toutes.", EN: "“ecritoire views” lists them all."}}
	errSentiment = &review.Error{Code: "sentiment", Kind: review.Misused,
		Message: review.Text{FR: "Le ressenti « %s » n’existe pas.", EN: "There is no sentiment “%s”."},
		Hint:    review.Text{FR: "Ressentis : positive, neutral, negative.", EN: "Sentiments: positive, neutral, negative."}}
	errSource = &review.Error{Code: "source", Kind: review.Misused,
		Message: review.Text{FR: "La provenance « %s » n’existe pas.", EN: "There is no source “%s”."},
		Hint:    review.Text{FR: "Provenances : spplus, jdma, google, play, other.", EN: "Sources: spplus, jdma, google, play, other."}}
	errLanguage = &review.Error{Code: "language", Kind: review.Misused,
		Message: review.Text{FR: "La langue « %s » n’est pas de celles qui se filtrent.", EN: "The language “%s” is none that can be filtered by."},
		Hint:    review.Text{FR: "Langues : fr, en, other.", EN: "Languages: fr, en, other."}}
	errSort = &review.Error{Code: "sort", Kind: review.Misused,
		Message: review.Text{FR: "L’ordre « %s » n’existe pas.", EN: "There is no order “%s”."},
		Hint:    review.Text{FR: "Ordres : newest, sentiment ; sans rien, par échéance.", EN: "Orders: newest, sentiment; by deadline without one."}}
	errTheme = &review.Error{Code: "theme", Kind: review.Misused,
		Message: review.Text{FR: "Le thème « %s » n’existe pas.", EN: "There is no theme “%s”."},
		Hint:    review.Text{FR: "Thèmes : access, information, relation, reactivity, simplicity.", EN: "Themes: access, information, relation, reactivity, simplicity."}}
)

// read makes the filter of the flags, or of the view that they name.
func (q filtering) read(ctx context.Context, d *desk.Desk) (review.Filter, error) {
	if !slices.Contains([]review.Sort{review.SortDeadline, review.SortNewest, review.SortSentiment}, q.filter.Sort) {
		return review.Filter{}, errSort.Naming(string(q.filter.Sort))
	}
	if q.view != "" {
		alone := q
		alone.view, alone.filter.Limit, alone.filter.After, alone.filter.Sort = "", 0, "", ""
		if !reflect.DeepEqual(alone, filtering{}) {
			return review.Filter{}, errCall.With(errors.New("a view takes no other filter"))
		}
		return q.named(ctx, d)
	}
	v, err := q.given()
	return v.At(time.Now()), err
}

// given makes a view without a name of the flags.
func (q filtering) given() (review.View, error) {
	v := review.View{Filter: q.filter, Overdue: q.overdue, Asleep: q.snoozed}
	f := &v.Filter
	for _, s := range q.states {
		if !review.State(s).Known() {
			return v, errState.Naming(s)
		}
		f.States = append(f.States, review.State(s))
	}
	for _, s := range q.sentiments {
		if !slices.Contains([]review.Sentiment{review.Positive, review.Neutral, review.Negative}, review.Sentiment(s)) {
			return v, errSentiment.Naming(s)
		}
		f.Sentiments = append(f.Sentiments, review.Sentiment(s))
	}
	for _, s := range q.themes {
		if !slices.Contains(review.ThemeNames(), review.ThemeName(s)) {
			return v, errTheme.Naming(s)
		}
		f.Themes = append(f.Themes, review.ThemeName(s))
	}
	for _, s := range q.sources {
		if !slices.Contains(review.Sources(), review.Source(s)) {
			return v, errSource.Naming(s)
		}
		f.Sources = append(f.Sources, review.Source(s))
	}
	for _, s := range f.Languages {
		if !slices.Contains([]string{"fr", "en", "other"}, s) {
			return v, errLanguage.Naming(s)
		}
	}
	return v, f.Between(q.since, q.until)
}

func (q filtering) named(ctx context.Context, d *desk.Desk) (review.Filter, error) {
	views, err := d.Views(ctx)
	i := slices.IndexFunc(views, func(v review.View) bool { return v.Name == q.view })
	if err != nil || i < 0 {
		return review.Filter{}, orNamed(err, errView.Naming(q.view))
	}
	f := views[i].At(time.Now())
	f.Limit, f.After = q.filter.Limit, q.filter.After
	if q.filter.Sort != "" {
		f.Sort = q.filter.Sort
	}
	return f, nil
}

func orNamed(err error, ours *review.Error) error {
	if err != nil {
		return err
	}
	return ours
}

package app

import (
	"context"
	"slices"
	"sync"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// QueueQuery chooses a page of the list: a tab, words, filters, an order, and
// where the page begins, by the cursor of the page before it or by its row.
type QueueQuery struct {
	Tab     string      `json:"tab"`
	Search  string      `json:"search"`
	Filters Filters     `json:"filters"`
	Sort    review.Sort `json:"sort"`
	After   string      `json:"after"`
	Skip    int         `json:"skip"`
	Limit   int         `json:"limit"`
}

// Filters narrow the list; what is left empty narrows nothing. Days are days
// of the French calendar, 2006-01-02, the last one whole.
type Filters struct {
	Overdue    bool               `json:"overdue"`
	Asleep     bool               `json:"asleep"` // those put off, which no other list shows
	Findings   bool               `json:"findings"`
	Twins      bool               `json:"twins"`
	Sentiments []review.Sentiment `json:"sentiments"`
	Sources    []review.Source    `json:"sources"`
	Themes     []review.ThemeName `json:"themes"`
	Languages  []string           `json:"languages"`
	Structure  string             `json:"structure"`
	Assignee   string             `json:"assignee"`
	Unassigned bool               `json:"unassigned"`
	From       string             `json:"from"`
	To         string             `json:"to"`
}

// tabs are the states that each tab of the list shows; the tab "all" shows
// every state.
var tabs = map[string][]review.State{
	"todo": {review.New, review.Drafting}, "drafts": {review.Drafted}, "submitted": {review.Submitted},
	"validated": {review.Validated}, "done": {review.Exported, review.Dismissed},
}

// filter is what the query asks of the desk at a moment. What is put off is in
// no list of work; the tab of all shows it.
func (q QueueQuery) filter(now time.Time) (review.Filter, error) {
	v, err := q.view()
	f := v.At(now)
	if !v.Asleep && q.Tab != "all" {
		f.Awake = now
	}
	f.After, f.Skip, f.Limit = q.After, q.Skip, q.Limit
	return f, err
}

// view is the query without a moment, without a place in the list and without
// a name.
func (q QueueQuery) view() (review.View, error) {
	in := q.Filters
	v := review.View{Overdue: in.Overdue, Asleep: in.Asleep, Filter: review.Filter{States: tabs[q.Tab], Search: desk.Asked(q.Search), Sort: q.Sort,
		Sentiments: in.Sentiments, Sources: in.Sources, Structure: in.Structure, Themes: in.Themes, Languages: in.Languages,
		Assignee: in.Assignee, Unassigned: in.Unassigned, Findings: in.Findings, Twins: in.Twins}}
	err := v.Filter.Between(in.From, in.To)
	return v, err
}

// latest lets only the newest question of a kind go on: what an agent types
// next overtakes what they typed before.
type latest struct {
	mu   sync.Mutex
	stop context.CancelFunc
}

func (l *latest) begin(ctx context.Context) context.Context {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stop != nil {
		l.stop()
	}
	ctx, l.stop = context.WithCancel(ctx)
	return ctx
}

// Queue reads one page of the list. A page asked for later ends it.
func (a *Desk) Queue(q QueueQuery) (QueuePage, error) {
	now := a.desk.Now()
	f, err := q.filter(now)
	if err != nil {
		return QueuePage{}, err
	}
	page, err := a.desk.Page(a.list.begin(a.ctx), f)
	out := QueuePage{Cards: []Card{}, Next: page.Next}
	hits := desk.Hits(q.Search)
	for _, r := range page.Reviews {
		out.Cards = append(out.Cards, found(r, now, hits))
	}
	return out, err
}

// CountQueue counts what a query finds, wherever its page begins. A count
// asked for later ends it.
func (a *Desk) CountQueue(q QueueQuery) (review.Found, error) {
	f, err := q.filter(a.desk.Now())
	if err != nil {
		return review.Found{}, err
	}
	return a.desk.Count(a.tally.begin(a.ctx), f)
}

// Choices are what the filters propose beside their own words.
type Choices struct {
	People     []string `json:"people"`
	Structures []string `json:"structures"`
}

// Choices reads whom reviews were given to, and the bodies they speak of.
func (a *Desk) Choices() (c Choices, err error) {
	if c.People, err = a.desk.People(a.ctx); err != nil {
		return c, err
	}
	c.Structures, err = a.desk.Structures(a.ctx)
	return c, err
}

// NamedView is a query that an agent gave a name to.
type NamedView struct {
	Name  string     `json:"name"`
	Query QueueQuery `json:"query"`
}

// Views lists the named views by name.
func (a *Desk) Views() ([]NamedView, error) {
	all, err := a.desk.Views(a.ctx)
	out := []NamedView{}
	for _, v := range all {
		out = append(out, NamedView{v.Name, queryOf(v)})
	}
	return out, err
}

func queryOf(v review.View) QueueQuery {
	f, tab := v.Filter, "all"
	for name, states := range tabs {
		if slices.Equal(states, f.States) {
			tab = name
		}
	}
	return QueueQuery{Tab: tab, Search: f.Search, Sort: f.Sort, Filters: Filters{Overdue: v.Overdue, Asleep: v.Asleep, Findings: f.Findings, Twins: f.Twins,
		Sentiments: f.Sentiments, Sources: f.Sources, Themes: f.Themes, Languages: f.Languages, Structure: f.Structure,
		Assignee: f.Assignee, Unassigned: f.Unassigned, From: typed(f.From, 0), To: typed(f.To, -1)}}
}

func typed(at time.Time, days int) string {
	if at.IsZero() {
		return ""
	}
	return at.In(review.Paris).AddDate(0, 0, days).Format(time.DateOnly)
}

// SaveView keeps a query under a name, in the place of one of that name.
func (a *Desk) SaveView(v NamedView) error {
	kept, err := v.Query.view()
	if err != nil {
		return err
	}
	kept.Name = v.Name
	return a.desk.SaveView(a.ctx, kept)
}

// RemoveView forgets a named view.
func (a *Desk) RemoveView(name string) error { return a.desk.RemoveView(a.ctx, name) }

// found is a card whose hits are marked; its excerpt shows the first of them.
func found(r review.Review, now time.Time, hits func(string) []review.Span) Card {
	c := card(r, now)
	c.TitleMarks = hits(c.Title)
	c.Excerpt = excerptAt(r, hits(flat(r)))
	c.Marks = hits(c.Excerpt)
	return c
}

package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func TestTheListIsNarrowedCountedAndEnteredAnywhere(t *testing.T) {
	a, _ := window(t, slow{1})
	all, err := a.Queue(QueueQuery{Tab: "todo"})
	if err != nil || len(all.Cards) < 3 {
		t.Fatal(len(all.Cards), err)
	}
	later, err := a.Queue(QueueQuery{Tab: "todo", Skip: 1, Limit: 1})
	if err != nil || later.Cards[0].ID != all.Cards[1].ID {
		t.Errorf("the second row: %+v, %v", later, err)
	}
	for name, q := range map[string]QueueQuery{
		"negative": {Tab: "todo", Filters: Filters{Sentiments: []review.Sentiment{review.Negative}}},
		"a word":   {Tab: "all", Search: strings.Fields(all.Cards[0].Excerpt)[0] + " "},
		"dates":    {Tab: "todo", Filters: Filters{From: "2000-01-01", To: "2000-01-02"}},
	} {
		page, err := a.Queue(q)
		n, err2 := a.CountQueue(q)
		if err != nil || err2 != nil || n.N != len(page.Cards) {
			t.Errorf("%s: %d cards, %+v counted; %v %v", name, len(page.Cards), n, err, err2)
		}
	}
	for _, typed := range []string{`"`, "« ", "-", `-"`} {
		page, err := a.Queue(QueueQuery{Tab: "todo", Search: typed})
		if err != nil || len(page.Cards) != len(all.Cards) {
			t.Errorf("%q, nothing asked yet: %d cards, %v", typed, len(page.Cards), err)
		}
	}
	if _, err := a.Queue(QueueQuery{Filters: Filters{From: "hier"}}); err == nil {
		t.Error("a day that does not exist was taken")
	}
}

func TestAReviewPutOffLeavesTheWorkAndIsFoundAgain(t *testing.T) {
	a, _ := window(t, slow{1})
	all, err := a.Queue(QueueQuery{Tab: "todo"})
	if err != nil {
		t.Fatal(err)
	}
	id := all.Cards[0].ID
	if err := a.Snooze(id, a.desk.Now().AddDate(0, 0, 2).Format(time.DateOnly)); err != nil {
		t.Fatal(err)
	}
	stands := func(q QueueQuery) bool {
		page, err := a.Queue(q)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(page.Cards, func(c Card) bool { return c.ID == id })
	}
	if stands(QueueQuery{Tab: "todo"}) || !stands(QueueQuery{Tab: "all"}) || !stands(QueueQuery{Tab: "todo", Filters: Filters{Asleep: true}}) {
		t.Error("put off: out of the work, in the whole list and among those put off")
	}
	if err := a.Snooze(id, ""); err != nil || !stands(QueueQuery{Tab: "todo"}) {
		t.Errorf("taken back: %v", err)
	}
}

func TestAViewIsTheQueryThatWasNamed(t *testing.T) {
	a, _ := window(t, slow{1})
	want := NamedView{"Plaintes", QueueQuery{Tab: "todo", Search: "guichet", Sort: review.SortNewest, Filters: Filters{
		Overdue: true, Asleep: true, Sentiments: []review.Sentiment{review.Negative}, Assignee: "Ana", From: "2026-01-01", To: "2026-03-31"}}}
	if err := a.SaveView(want); err != nil {
		t.Fatal(err)
	}
	views, err := a.Views()
	if err != nil || len(views) != 1 {
		t.Fatal(views, err)
	}
	got := views[0].Query
	if views[0].Name != want.Name || got.Tab != "todo" || got.Search != "guichet" || got.Sort != review.SortNewest || !got.Filters.Overdue || !got.Filters.Asleep ||
		got.Filters.From != "2026-01-01" || got.Filters.To != "2026-03-31" || got.Filters.Assignee != "Ana" {
		t.Errorf("%+v", got)
	}
	if err := a.RemoveView("Plaintes"); err != nil {
		t.Fatal(err)
	}
}

func TestManyAreCountedChangedAndPutBack(t *testing.T) {
	a, _ := window(t, slow{1})
	m := Many{Action: review.BulkAssign, Assignee: "Ana", Query: QueueQuery{Tab: "todo"}}
	n, err := a.CountMany(m)
	done, err2 := a.DoMany(m)
	if err != nil || err2 != nil || n == 0 || n != done {
		t.Fatal(n, done, err, err2)
	}
	hers, err := a.CountQueue(QueueQuery{Tab: "todo", Filters: Filters{Assignee: "Ana"}})
	if err != nil || hers.N != n {
		t.Errorf("%+v, %v", hers, err)
	}
	if c, err := a.Choices(); err != nil || !slices.Contains(c.People, "Ana") {
		t.Errorf("%+v, %v", c, err)
	}
	if undone, err := a.UndoMany(); err != nil || undone != n {
		t.Errorf("%d put back, %v", undone, err)
	}
}

func TestAnExcerptShowsTheFirstHit(t *testing.T) {
	r := review.Review{Title: "Au guichet", Text: strings.Repeat("mot ", 100) + "le guichet est fermé"}
	c := found(r, time.Now(), desk.Hits("guichets "))
	if !strings.HasPrefix(c.Excerpt, "…") || len(c.Marks) != 1 || string([]rune(c.Excerpt)[c.Marks[0].Start:c.Marks[0].End]) != "guichet" || len(c.TitleMarks) != 1 {
		t.Errorf("%+v", c)
	}
}

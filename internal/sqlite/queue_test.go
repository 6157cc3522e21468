package sqlite

import (
	"cmp"
	"database/sql"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// crowd is a profile of n generated reviews in several states, with some
// assigned.
func crowd(t *testing.T, n int) (*Store, []review.Review) {
	t.Helper()
	s, _ := profile(t)
	take5(t, s, newGenerator().rows(n))
	for i := 1; i <= n; i += 3 {
		state := []review.State{review.Drafted, review.Exported, review.Dismissed}[i%3]
		_, err := s.db.Exec(`UPDATE review SET state = ?, assignee = ? WHERE id = ?`, state, []string{"Ana", ""}[i%2], i)
		must(t, err)
	}
	for i := int64(2); i <= int64(n); i += 9 {
		err := s.Snooze(t.Context(), i, crowdNow.AddDate(0, 0, int(i%5)-1), "Ana", crowdNow)
		if err != nil && !errors.Is(err, review.ErrTransition) {
			t.Fatal(err)
		}
	}
	page, err := s.Page(t.Context(), review.Filter{Limit: n + 1})
	must(t, err)
	return s, page.Reviews
}

// crowdNow is when some of the crowd are asleep and others woke up.
var crowdNow = time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)

// listed walks all pages of a filter.
func listed(t *testing.T, s *Store, f review.Filter) (ids []int64) {
	t.Helper()
	f.Limit = 7
	for {
		page, err := s.Page(t.Context(), f)
		must(t, err)
		for _, r := range page.Reviews {
			ids = append(ids, r.ID)
		}
		if f.After = page.Next; f.After == "" {
			return ids
		}
	}
}

// expected filters and orders all reviews the plain way.
func expected(t *testing.T, s *Store, all []review.Review, f review.Filter) (ids []int64) {
	t.Helper()
	some := []review.Review{}
	for _, r := range all {
		who, err := s.Assignee(t.Context(), r.ID)
		must(t, err)
		until, err := s.Snoozed(t.Context(), r.ID)
		must(t, err)
		themes := len(f.Themes) == 0
		for _, th := range r.Themes {
			themes = themes || slices.Contains(f.Themes, th.Name)
		}
		q := reading.ReadQuery(f.Search)
		if among(f.States, r.State) && among(f.Sentiments, r.Sentiment) && among(f.Sources, r.Source) && themes && (f.Structure == "" || f.Structure == r.Structure()) &&
			(f.Assignee == "" || f.Assignee == who) && (!f.Unassigned || who == "") && (f.Overdue.IsZero() || r.DueAt.Before(f.Overdue)) &&
			(f.From.IsZero() || !r.WrittenAt.Before(f.From)) && (f.To.IsZero() || r.WrittenAt.Before(f.To)) &&
			(f.Awake.IsZero() || !until.After(f.Awake)) && (f.Asleep.IsZero() || until.After(f.Asleep)) &&
			(f.Search == "" || q.Matches(reading.Stems(r.Title+"\n"+r.Text))) {
			some = append(some, r)
		}
	}
	slices.SortFunc(some, func(a, b review.Review) int {
		switch {
		case f.Sort == review.SortSentiment && a.Sentiment != b.Sentiment:
			return slices.Index(byMood, a.Sentiment) - slices.Index(byMood, b.Sentiment)
		case f.Sort == review.SortNewest:
			a, b = b, a
		}
		return cmp.Compare(seat(a), seat(b))
	})
	for _, r := range some {
		ids = append(ids, r.ID)
	}
	return ids
}

// TestFiltersCombine: any filters together, in any order, give exactly what
// looking at every review gives, each once.
func TestFiltersCombine(t *testing.T) {
	s, all := crowd(t, 400)
	g, r := newGenerator(), rand.New(rand.NewPCG(5, 5))
	maybe := func(odds int) bool { return r.IntN(odds) == 0 }
	for range 80 {
		f := review.Filter{Sort: []review.Sort{"", review.SortNewest, review.SortSentiment}[r.IntN(3)]}
		if maybe(2) {
			f.States = []review.State{review.New, review.Drafted, review.Dismissed}[r.IntN(2):]
		}
		if maybe(3) {
			f.Sentiments = byMood[r.IntN(3):]
		}
		if maybe(3) {
			f.Sources = []review.Source{"google"}
		}
		if maybe(3) {
			f.Themes = review.ThemeNames()[r.IntN(4):]
		}
		if maybe(6) {
			f.Structure = all[r.IntN(len(all))].Structure()
		}
		if maybe(4) {
			f.Assignee, f.Unassigned = []string{"Ana", ""}[r.IntN(2)], false
			f.Unassigned = f.Assignee == ""
		}
		if maybe(3) {
			f.Overdue = all[r.IntN(len(all))].DueAt
		}
		if maybe(3) {
			f.From = all[r.IntN(len(all))].WrittenAt
		}
		if maybe(3) {
			f.To = all[r.IntN(len(all))].WrittenAt
		}
		if maybe(3) {
			f.Awake = crowdNow
		} else if maybe(5) {
			f.Asleep = crowdNow
		}
		if maybe(2) {
			w := g.words[r.IntN(40)]
			f.Search = []string{w, w + " ", w + " " + g.words[r.IntN(40)] + " ", "-" + w, `"` + w + " " + g.words[r.IntN(5)] + `"`, w[:1] + "*", w + " -" + g.words[r.IntN(40)] + " "}[r.IntN(7)]
		}
		want := expected(t, s, all, f)
		if got := listed(t, s, f); !slices.Equal(got, want) {
			t.Fatalf("%+v: %d rows %v, want %d %v", f, len(got), got, len(want), want)
		}
		landed(t, s, f, want, r.IntN(len(want)+2))
	}
}

// TestWholeStatesAreCountedByTheCounters: with and without those put off.
func TestWholeStatesAreCountedByTheCounters(t *testing.T) {
	s, _ := crowd(t, 300)
	for _, f := range []review.Filter{{}, {States: []review.State{review.New}}, {Awake: crowdNow}, {States: []review.State{review.New, review.Drafted}, Awake: crowdNow}} {
		landed(t, s, f, listed(t, s, f), 3)
	}
}

// landed looks at a page begun anywhere, and at the count: they agree with the
// whole list.
func landed(t *testing.T, s *Store, f review.Filter, want []int64, skip int) {
	t.Helper()
	f.Skip, f.Limit = skip, 5
	page, err := s.Page(t.Context(), f)
	must(t, err)
	got := []int64{}
	for _, r := range page.Reviews {
		got = append(got, r.ID)
	}
	if end := min(skip+5, len(want)); !slices.Equal(got, want[min(skip, len(want)):end]) {
		t.Fatalf("%+v: after %d rows %v of %v", f, skip, got, want)
	}
	if found, err := s.Count(t.Context(), f, 1000); err != nil || found.N != len(want) && !found.More {
		t.Fatalf("%+v: counted %+v, %v of %d", f, found, err, len(want))
	}
}

// TestAJumpLandsWhereWalkingDoes: far into a queue where many reviews were
// written in the same second.
func TestAJumpLandsWhereWalkingDoes(t *testing.T) {
	s, _ := profile(t)
	g := newGenerator()
	take5(t, s, func(yield func(review.Row, error) bool) {
		for row, err := range g.rows(1200) {
			row.Review.WrittenAt = row.Review.WrittenAt.Truncate(24 * 300 * time.Hour)
			if !yield(row, err) {
				return
			}
		}
	})
	for _, sort := range []review.Sort{review.SortDeadline, review.SortNewest, review.SortSentiment} {
		for _, states := range [][]review.State{nil, {review.New}} {
			f := review.Filter{Sort: sort, States: states}
			want := listed(t, s, f)
			for skip := 0; skip < len(want)+10; skip += 331 {
				landed(t, s, f, want, skip)
			}
		}
	}
}

// TestBothWaysOfSearchAgree: the index and the walk along the queue find the
// same.
func TestBothWaysOfSearchAgree(t *testing.T) {
	s, _ := crowd(t, 300)
	g := newGenerator()
	halves := 0
	for i := range 60 {
		w := g.words[4*i]
		half := string([]rune(w)[:max(1, len([]rune(w))-2)])
		for _, typed := range []string{w, w + " ", half, `"` + g.words[i%3] + " " + half, `"` + w + " " + g.words[i%3] + `"`, w + " " + g.words[i+1] + " ", w + " -" + g.words[i%9] + " "} {
			f := review.Filter{Search: typed, Limit: 1000}
			all, err := loadFacets(t.Context(), s.db)
			must(t, err)
			taken, every := all.taken(f)
			ways := [][]int64{}
			for _, indexed := range []bool{true, false} {
				l := listing{ctx: t.Context(), db: s.db, filter: f, query: reading.ReadQuery(typed), at: cursor{none: true}}
				halves += len(l.query.Terms[len(l.query.Terms)-1].Ahead)
				w, err := l.within(f, taken, every)
				must(t, err)
				e, err := l.estimate(w)
				must(t, err)
				if indexed {
					must(t, l.add(l.hits(w, e.match), readReviews))
				} else {
					must(t, l.walk(w))
				}
				ids := []int64{}
				for _, r := range l.found {
					ids = append(ids, r.ID)
				}
				ways = append(ways, ids)
			}
			if !slices.Equal(ways[0], ways[1]) {
				t.Fatalf("%q: %v by the index, %v along the queue", typed, ways[0], ways[1])
			}
		}
	}
	if halves == 0 {
		t.Error("no word was on its way to a shorter stem")
	}
}

// TestCountsStayExact: late and per state, whatever the moment asked for.
func TestCountsStayExact(t *testing.T) {
	s, all := crowd(t, 200)
	for i := range 20 {
		now := all[i*10].DueAt.Add(time.Duration(i%2) * time.Second)
		want := 0
		for _, r := range all {
			if slices.Contains([]review.State{review.New, review.Drafted}, r.State) && r.DueAt.Before(now) {
				want++
			}
		}
		if i%5 == 0 {
			must(t, settleLate(t.Context(), s.db, all[199-i].DueAt))
		}
		c, err := s.Counts(t.Context(), now)
		must(t, err)
		if c.Late != want || c.Of(review.States()...) != 200 {
			t.Errorf("%d late, want %d; %+v", c.Late, want, c)
		}
	}
}

// TestAnyOrderOfImportsEndsAlike: the same rows, cut into batches in any order
// and with repeats, leave the same reviews.
func TestAnyOrderOfImportsEndsAlike(t *testing.T) {
	g := newGenerator()
	var want []string
	for seed := range uint64(6) {
		s, _ := profile(t)
		r := rand.New(rand.NewPCG(9, seed))
		rows := []review.Review{}
		for i := range 60 {
			rows = append(rows, g.one(i), g.one(i))
		}
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		for len(rows) > 0 {
			n := 1 + r.IntN(len(rows))
			take5(t, s, rowsOf(rows[:n]...))
			rows = rows[n:]
		}
		page, err := s.Page(t.Context(), review.Filter{Limit: 500})
		must(t, err)
		got := []string{}
		for _, one := range page.Reviews {
			got = append(got, one.ExternalID+one.Text+string(one.State)+strconv.FormatInt(one.Version, 10))
		}
		slices.Sort(got) // equal moments stand in the order of their arrival
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: another queue", seed)
		}
	}
}

// TestBehindIsACursor: the desk may begin a page behind any review.
// TestADelayAndItsDeadlinesMoveTogether: where the deadlines cannot be written,
// the delay stays as it was too. The import goes by the one, the order of the
// queue by the other.
func TestADelayAndItsDeadlinesMoveTogether(t *testing.T) {
	s, _ := crowd(t, 30)
	inTen := func(at time.Time) time.Time { return at.AddDate(0, 0, 10) }
	must(t, s.Redate(t.Context(), "rules.delay_days", "10", inTen))
	if _, err := s.db.Exec(`CREATE TRIGGER full BEFORE UPDATE OF due_at ON review WHEN OLD.id = 20 BEGIN SELECT raise(ABORT, 'full'); END`); err != nil {
		t.Fatal(err)
	}
	if err := s.Redate(t.Context(), "rules.delay_days", "5", inFiveDays); err == nil {
		t.Error("the deadlines were written")
	}
	kept, err := s.Settings(t.Context())
	must(t, err)
	if kept["rules.delay_days"] != "10" {
		t.Errorf("the delay is %s", kept["rules.delay_days"])
	}
	page, err := s.Page(t.Context(), review.Filter{Limit: 30})
	must(t, err)
	for _, r := range page.Reviews {
		if !r.DueAt.Equal(inTen(r.WrittenAt)) {
			t.Errorf("review %d is due %v", r.ID, r.DueAt)
		}
	}
}

func TestBehindIsACursor(t *testing.T) {
	s, all := crowd(t, 30)
	page, err := s.Page(t.Context(), review.Filter{After: review.Behind(all[9]), Limit: 30})
	if err != nil || len(page.Reviews) != 20 || page.Reviews[0].ID != all[10].ID {
		t.Errorf("%d rows, %v", len(page.Reviews), err)
	}
}

// TestOldReviewsAreFiled: what an import derives is derived for the reviews
// that were there before the queue had its filters.
func TestOldReviewsAreFiled(t *testing.T) {
	dir := t.TempDir()
	db, err := sql.Open("sqlite", dsn(filepath.Join(dir, "desk.db"), false))
	must(t, err)
	must(t, migrateTo(t.Context(), db, dir, 5))
	for i, text := range []string{"Les guichets étaient fermés et personne ne m’a répondu", "The staff was very nice and helpful"} {
		d, digest, err := pack(review.Review{Structures: []review.Structure{{Name: "Mairie"}}, Themes: []review.Theme{{Name: review.ThemeRelation}}})
		must(t, err)
		_, err = db.Exec(`INSERT INTO batch (id, at, format) VALUES (?, 0, 'spplus')`, i+1)
		must(t, err)
		_, err = db.Exec(`INSERT INTO review (source, external_id, state, written_at, due_at, title, text, author, sentiment, verdict, visitors_useful, visitors_useless,
			answered_elsewhere, details, digest, batch, reply) VALUES ('spplus', ?, 'drafted', ?, ?, '', ?, '', '', '', 0, 0, 0, ?, ?, ?, 1)`, i, 1000+i, 2000+i, text, d, digest, i+1)
		must(t, err)
		_, err = db.Exec(`INSERT INTO reply (review, number, greeting, body, closing, signature, writer, model, model_hash, prompt_version, actor, partial, written_at, sources,
			findings, first_token, tokens, tokens_per_s) VALUES (?, 1, '', 'x', '', '', 'trame', '', '', '', '', 0, 0, '[]', ?, 0, 0, 0)`, i+1, []string{`null`, `[{"severity":"warn"},{"severity":"info"}]`}[i])
		must(t, err)
	}
	must(t, db.Close())
	s, err := Open(t.Context(), dir, "test")
	must(t, err)
	for name, c := range map[string]struct {
		filter review.Filter
		want   []int64
	}{
		"search":    {review.Filter{Search: "GUICHET ferme"}, []int64{1}},
		"language":  {review.Filter{Languages: []string{"en"}}, []int64{2}},
		"structure": {review.Filter{Structure: "Mairie"}, []int64{1, 2}},
		"theme":     {review.Filter{Themes: []review.ThemeName{review.ThemeRelation}}, []int64{1, 2}},
		"findings":  {review.Filter{Findings: true}, []int64{2}},
	} {
		if got := listed(t, s, c.filter); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if c, err := s.Counts(t.Context(), time.Now()); err != nil || c.Late != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	must(t, s.Close())
}

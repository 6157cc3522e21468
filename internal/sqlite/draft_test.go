package sqlite

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"ecritoire/internal/review"
)

func drafted(number int, body string) *review.Reply {
	return &review.Reply{Number: number, Body: body, Writer: review.WriterOllama, Partial: true, WrittenAt: time.Now(), Sources: []review.Passage{}, Findings: []review.Finding{}}
}

func TestWishAndRecipeComeBackWhole(t *testing.T) {
	s, _, r := one(t)
	p := drafted(0, "Merci.")
	p.Wish = review.Wish{Length: review.LengthShort, Warmer: true}
	p.Recipe = review.Recipe{System: "ab", Template: "cd", Sent: "ef", Tokens: 900, Again: 1,
		Examples: []review.Example{{Review: 7, Number: 2, Said: "never stored", Body: "never stored"}}, LeftOut: review.LeftOut{Runes: 12}}
	r = move(t, s, r, review.Start, p)
	got, err := s.Replies(t.Context(), r.ID, 1)
	must(t, err)
	p.Recipe.Examples[0].Said, p.Recipe.Examples[0].Body = "", ""
	if got[0].Wish != p.Wish || !slices.Equal(got[0].Recipe.Examples, p.Recipe.Examples) || got[0].Recipe.Tokens != 900 || got[0].Recipe.LeftOut.Runes != 12 {
		t.Errorf("%+v", got[0])
	}
}

// TestAVersionIsPreferred: an older version is put in force, and is so again
// after a drafting that wrote nothing.
func TestAVersionIsPreferred(t *testing.T) {
	s, _, r := one(t)
	for i, body := range []string{"Un.", "Deux."} {
		r = move(t, s, move(t, s, r, review.Start, drafted(0, "")), review.Finish, drafted(i+1, body))
	}
	r, err := s.Advance(t.Context(), review.Move{Review: r, Action: review.Prefer, Prefer: 1, At: time.Now()})
	must(t, err)
	first := func() string {
		all, err := s.Replies(t.Context(), r.ID, 1)
		must(t, err)
		return all[0].Body
	}
	if first() != "Un." {
		t.Errorf("in force: %q", first())
	}
	r, err = s.Abandon(t.Context(), move(t, s, r, review.Start, drafted(0, "")), "stopped", time.Now())
	must(t, err)
	if first() != "Un." || r.State != review.Drafted {
		t.Errorf("in force after a draft of nothing: %q, %s", first(), r.State)
	}
	if _, err := s.Advance(t.Context(), review.Move{Review: r, Action: review.Prefer, Prefer: 99, At: time.Now()}); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("a version that is not there: %v", err)
	}
	if first() != "Un." {
		t.Error("a refusal changed something")
	}
}

func TestTheLastJudgementStands(t *testing.T) {
	s, _, r := one(t)
	move(t, s, r, review.Start, drafted(0, "Merci."))
	at := time.UnixMilli(1_800_000_000_000).UTC()
	for _, f := range []review.Feedback{
		{Review: r.ID, Number: 1, Judgement: review.Rejected, Reason: "tone", Distance: 1, By: "Ana", At: at},
		{Review: r.ID, Number: 1, Judgement: review.Edited, Distance: 0.25, By: "Ana", At: at},
	} {
		must(t, s.Judge(t.Context(), f))
	}
	all, err := s.Feedback(t.Context(), r.ID)
	want := review.Feedback{Review: r.ID, Number: 1, Judgement: review.Edited, Distance: 0.25, By: "Ana", At: at}
	if err != nil || !slices.Equal(all, []review.Feedback{want}) {
		t.Errorf("%+v, %v", all, err)
	}
	tallies, err := s.Tallies(t.Context())
	if err != nil || !reflect.DeepEqual(tallies.Drafts, []review.DraftTally{{Writer: review.WriterOllama, Changes: []float64{0.25}}}) {
		t.Errorf("%+v, %v", tallies.Drafts, err)
	}
	if err := s.Judge(t.Context(), review.Feedback{Review: r.ID, Number: 9, Judgement: review.Kept, At: at}); err == nil {
		t.Error("a judgement of a version that is not there was kept")
	}
}

// answered takes a review to its validated reply.
func answered(t *testing.T, s *Store, id int64, body string, kept bool) {
	t.Helper()
	r, err := s.Review(t.Context(), id)
	must(t, err)
	r = move(t, s, move(t, s, r, review.Start, drafted(0, "")), review.Finish, drafted(1, body))
	if kept {
		must(t, s.Judge(t.Context(), review.Feedback{Review: id, Number: 1, Judgement: review.Kept, At: time.Now()}))
	}
	move(t, s, r, review.Validate, nil)
}

// TestWithText: the same words find their review, whatever stands between them,
// with the title or without it; a word more or less does not.
func TestWithText(t *testing.T) {
	s, _ := profile(t)
	one := sample("1", 1)
	one.Title, one.Text = "Guichet", "L’agent m’a dit : « revenez ». C’est la deuxième fois !"
	take5(t, s, rowsOf(one, sample("2", 2)))
	for text, want := range map[string]bool{
		one.Text: true, "L'agent m\u0092a dit: \"revenez\".\u00a0C'est la deuxième  fois": true, "Guichet\n\n" + one.Text: true,
		"L’agent m’a dit : « revenez ».": false, one.Text + " Merci.": false, "": false, "!": false,
	} {
		r, known, err := s.WithText(t.Context(), text)
		if err != nil || known != want || known && r.ID != 1 {
			t.Errorf("%q: review %d, %v, %v", text, r.ID, known, err)
		}
	}
}

// TestLikeReplies: only validated ones, of other reviews, those an agent put a
// hand to first.
func TestLikeReplies(t *testing.T) {
	s := queued(t, 5)
	answered(t, s, 1, "Gardé.", true)
	answered(t, s, 2, "Changé.", false)
	answered(t, s, 3, "Le sien.", false)
	got, err := s.Like(t.Context(), []string{"guichet", "ferm"}, 3, 5)
	must(t, err)
	bodies := []string{}
	for _, e := range got {
		bodies = append(bodies, e.Body)
	}
	if !slices.Equal(bodies, []string{"Changé.", "Gardé."}) {
		t.Errorf("%q", bodies)
	}
	if got, err := s.Like(t.Context(), []string{"piscin"}, 3, 5); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
	if e, ok, err := s.Example(t.Context(), 2, 1); err != nil || !ok || e.Body != "Changé." {
		t.Errorf("%+v, %v, %v", e, ok, err)
	}
	if _, ok, err := s.Example(t.Context(), 99, 1); err != nil || ok {
		t.Errorf("an example that is gone: %v, %v", ok, err)
	}
}

func TestPartsAreKeptOnce(t *testing.T) {
	s, _ := profile(t)
	hash, err := s.KeepPart(t.Context(), "Vous rédigez.")
	must(t, err)
	again, err := s.KeepPart(t.Context(), "Vous rédigez.")
	must(t, err)
	if text, err := s.Part(t.Context(), hash); err != nil || text != "Vous rédigez." || again != hash {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := s.Part(t.Context(), "00"); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

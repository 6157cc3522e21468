package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// TestATrialComparesAndTouchesNothing: trame and a model on the same reviews,
// second tries included, the queue as it was.
func TestATrialComparesAndTouchesNothing(t *testing.T) {
	w := &tries{bodies: []string{inventing, clean, clean}}
	content := one + "2,A traiter,05/09/2026 10:31,Guichet,Les guichets étaient fermés.,Négatif\n"
	d := openReading(t, withTrame{w}, &content)
	done := 0
	r, err := d.Trial(t.Context(), []string{"one.csv"}, desk.TrialOptions{Limit: 10, Progress: func(n, all int) { done = n * 10 / all },
		Contenders: []desk.DraftOptions{{Writer: review.WriterTrame}, {Writer: review.WriterOllama, Model: "essai"}}})
	if err != nil || done != 10 || len(r.Cases) != 2 || len(r.Summaries) != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	if r.Found != 2 || r.Aside != 0 {
		t.Errorf("found %d, aside %d", r.Found, r.Aside)
	}
	if m := r.Summaries[1]; m.Contender != "essai" || m.Passed != 1 || m.Rewritten != 0.5 || m.Drafts != 2 {
		t.Errorf("%+v", m)
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || f.Review.State != review.New || len(f.Replies) != 0 {
		t.Errorf("the queue was touched: %s, %v", f.Review.State, err)
	}
}

// TestAStoppedTrialGivesWhatItHas, and a writer that fails stops nobody else.
func TestAStoppedTrialGivesWhatItHas(t *testing.T) {
	content := one + "2,A traiter,05/09/2026 10:31,Guichet,Les guichets étaient fermés.,Négatif\n"
	down := scripted{write: func(context.Context, func(string)) (string, error) { return "", errDown }}
	d := openReading(t, withTrame{down}, &content)
	ctx, stop := context.WithCancel(t.Context())
	r, err := d.Trial(ctx, []string{"one.csv"}, desk.TrialOptions{Limit: 10, Progress: func(int, int) { stop() },
		Contenders: []desk.DraftOptions{{Writer: review.WriterOllama, Model: "essai"}, {Writer: review.WriterTrame}}})
	if !errors.Is(err, desk.ErrStopped) || len(r.Cases) != 1 {
		t.Fatalf("%d cases, %v", len(r.Cases), err)
	}
	if r.Cases[0].Drafts[0].Failed != "down" || r.Cases[0].Drafts[1].Body == "" {
		t.Errorf("%+v", r.Cases[0].Drafts)
	}
}

// TestATrialDoesNotCopyOut: where the queue holds the reply to the very review
// that is tried, no contender is shown it.
func TestATrialDoesNotCopyOut(t *testing.T) {
	w := &tries{bodies: []string{clean, clean, clean}}
	content := one + "2,A traiter,05/09/2026 10:31,Guichet,Attendre au guichet pour mon téléphone et attendre encore.,Négatif\n"
	d := openReading(t, withTrame{w}, &content)
	byModel(t, d, 1, review.Wish{})
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Ana", Reason: "relu"}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Trial(t.Context(), []string{"one.csv"}, desk.TrialOptions{Limit: 10, Progress: func(int, int) {},
		Contenders: []desk.DraftOptions{{Writer: review.WriterOllama, Model: "essai"}}}); err != nil {
		t.Fatal(err)
	}
	own, other := w.asked[1].Prompt.User, w.asked[2].Prompt.User
	if strings.Contains(own, "<exemple>") || !strings.Contains(other, "<exemple>") {
		t.Errorf("own:\n%s\nother:\n%s", own, other)
	}
}

// TestATrialWritesAsTheQueueDoes: a model that breaks the form writes without,
// and is not told to have failed.
func TestATrialWritesAsTheQueueDoes(t *testing.T) {
	asked := 0
	w := scripted{write: func(context.Context, func(string)) (string, error) {
		if asked++; asked == 1 {
			return "", &review.Error{Code: "schema", Kind: review.Failed}
		}
		return clean, nil
	}}
	d := openReading(t, withTrame{w}, new(one))
	r, err := d.Trial(t.Context(), []string{"one.csv"}, desk.TrialOptions{Limit: 10, Progress: func(int, int) {},
		Contenders: []desk.DraftOptions{{Writer: review.WriterOllama, Model: "essai"}}})
	if err != nil || r.Summaries[0].Failed != 0 || r.Cases[0].Drafts[0].Body != clean || r.Cases[0].Drafts[0].Tries != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestATrialLooksOverTheWholeFolder, not at its first reviews alone.
func TestATrialLooksOverTheWholeFolder(t *testing.T) {
	b := strings.Builder{}
	b.WriteString(strings.SplitAfter(one, "\n")[0])
	for i := range 95 {
		fmt.Fprintf(&b, "%d,A traiter,05/09/2026 10:30,Avis %02d,Les guichets étaient fermés.,Négatif\n", i+1, i)
	}
	content := b.String()
	d := openReading(t, withTrame{&tries{}}, &content)
	for limit, want := range map[int]int{1: 1, 7: 7, 40: 40, 95: 95, 500: 95} {
		r, err := d.Trial(t.Context(), []string{"a.csv"}, desk.TrialOptions{Limit: limit, Progress: func(int, int) {}, Contenders: []desk.DraftOptions{{Writer: review.WriterTrame}}})
		if err != nil || len(r.Cases) != want {
			t.Fatalf("of 95, %d: %d, %v", limit, len(r.Cases), err)
		}
		if last := r.Cases[len(r.Cases)-1].Title; limit >= 7 && last < "Avis 75" {
			t.Errorf("of 95, %d: the last is %s", limit, last)
		}
	}
}

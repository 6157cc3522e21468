package desk_test

import (
	"context"
	"errors"
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

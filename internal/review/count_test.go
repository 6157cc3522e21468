package review_test

import (
	"testing"

	"ecritoire/internal/review"
)

func TestWordsAgreeWithTheirCount(t *testing.T) {
	text := review.Text{FR: "%s : %d réponse{|s} prête{|s}, %d échec{|s}, %.0f %%", EN: "%s: %d repl{y|ies}, %d failure{|s}, %.0f%%"}
	for _, each := range []struct {
		ready, failed int
		fr, en        string
	}{
		{0, 1, "A\u00a0: 0 réponse prête, 1 échec, 9 %", "A: 0 replies, 1 failure, 9%"},
		{1, 2, "A\u00a0: 1 réponse prête, 2 échecs, 9 %", "A: 1 reply, 2 failures, 9%"},
		{2, 0, "A\u00a0: 2 réponses prêtes, 0 échec, 9 %", "A: 2 replies, 0 failures, 9%"},
	} {
		for l, want := range map[review.Language]string{review.French: each.fr, review.English: each.en} {
			if got := text.Filled(l, "A", each.ready, each.failed, 9.0); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}

// What is filled in may hold braces, signs of fmt or spaces of its own: it stays
// as it is.
func TestWhatIsFilledInStaysAsItIs(t *testing.T) {
	got := review.Text{FR: "dit : %s", EN: "says: %s"}.Filled(review.French, "{a|b} : 100 %d")
	if got != "dit\u00a0: {a|b} : 100 %d" {
		t.Errorf("%q", got)
	}
}

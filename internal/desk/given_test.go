package desk_test

import (
	"errors"
	"strings"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
)

// TestAReplyWearsItsFrameOnce: a model that says the service's own formulas
// again does not make the service say them twice.
func TestAReplyWearsItsFrameOnce(t *testing.T) {
	said := "À bientôt sur nos lignes."
	w := &tries{bodies: []string{"Cher voyageur\n" + clean + " " + said + "\nLa régie des bus"}}
	d := several(t, withTrame{w}, 1)
	for key, value := range map[string]string{"frame.greeting": "Cher voyageur", "frame.closings": said, "frame.signatures": "La régie des bus"} {
		if err := d.Set(t.Context(), key, value); err != nil {
			t.Fatal(err)
		}
	}
	if v := byModel(t, d, 1, review.Wish{}); v.Body != clean {
		t.Errorf("%q", v.Body)
	}
}

// TestPointsAreThoseOfTheReviewAsItIs: praise of somebody by name is a point
// to answer, though the name is hidden.
func TestPointsAreThoseOfTheReviewAsItIs(t *testing.T) {
	w := &tries{bodies: []string{clean}}
	content := strings.SplitAfter(one, "\n")[0] + "1,A traiter,05/09/2026 10:30,Accueil,\"M. Paul Essai m’a dit d’attendre. ⟦Ah⟧ ! Personne ne répond au téléphone. Mme Lucie Bertrand a été aimable.\",Neutre\n"
	d := openReading(t, withTrame{w}, &content)
	byModel(t, d, 1, review.Wish{})
	_, points, _ := strings.Cut(w.asked[0].Prompt.User, "<points>")
	for _, want := range []string{"- Personne ne répond au téléphone.\n", "- ⟦MADAME_1⟧ a été aimable.\n"} {
		if !strings.Contains(points, want) {
			t.Errorf("%q is not among the points:%s", want, points)
		}
	}
	if strings.Contains(points, "Bertrand") {
		t.Error("a name is among the points")
	}
}

// TestWhatIsReadIsShown: each point and signal with its place.
func TestWhatIsReadIsShown(t *testing.T) {
	content := strings.SplitAfter(one, "\n")[0] + "1,A traiter,05/09/2026 10:30,Refus,Personne ne répond au téléphone. Je veux mourir.,Négatif\n"
	d := openReading(t, withTrame{&tries{}}, &content)
	f, err := d.Show(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	a, text := f.Analysis, []rune(f.Review.Text)
	if a.Language != "fr" || a.Sentiment != review.Negative || len(a.Points) == 0 || string(text[a.Points[0].Start:a.Points[0].End]) != "Personne ne répond au téléphone." || a.Points[0].Tone != "blame" {
		t.Errorf("%+v", a)
	}
	if len(a.Signals) != 1 || a.Signals[0].Kind != "self_harm" || string(text[a.Signals[0].Start:a.Signals[0].End]) != "veux mourir" {
		t.Errorf("%+v", a.Signals)
	}
}

// TestFeedbackChoosesTheExamples: replies that an agent put a hand to come
// before those sent as they were, and a rejected draft is never shown.
func TestFeedbackChoosesTheExamples(t *testing.T) {
	rejected, edited := "Merci. Ce brouillon ne convenait pas.", "Merci. Le guichet rouvre lundi, venez nous voir."
	w := &tries{bodies: []string{clean, clean, rejected, clean, clean}}
	d := several(t, withTrame{w}, 4)
	for id := range int64(3) {
		byModel(t, d, id+1, review.Wish{})
	}
	if err := d.Reject(t.Context(), 3, 1, "tone"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.Edit(t.Context(), 3, desk.Edition{Body: edited}); err != nil {
		t.Fatal(err)
	}
	for id := range int64(3) {
		if _, err := d.Validate(t.Context(), desk.Step{ID: id + 1, By: "Ana", Reason: "relu"}); err != nil {
			t.Fatal(err)
		}
	}
	byModel(t, d, 4, review.Wish{})
	user := w.asked[3].Prompt.User
	first, second := strings.Index(user, edited), strings.Index(user, clean)
	if first < 0 || second < first || strings.Count(user, "<exemple>") != 2 || strings.Contains(user, rejected) {
		t.Errorf("%s", user)
	}
}

// TestRulesThatNoPromptHoldsAreRefused when they are set, not at the next
// draft.
func TestRulesThatNoPromptHoldsAreRefused(t *testing.T) {
	d := open(t, nil)
	for _, key := range []string{"rules.house", "rules.tutoring"} {
		if err := d.Set(t.Context(), key, strings.Repeat("é", prompt.MaxRules+1)); !errors.Is(err, prompt.ErrRulesTooLong) {
			t.Errorf("%s: %v", key, err)
		}
		if err := d.Set(t.Context(), key, strings.Repeat("é", prompt.MaxRules)); err != nil {
			t.Errorf("%s: %v", key, err)
		}
	}
}

// TestWhatHadNoRoomIsKeptAndShown with the draft, and in its prompt.
func TestWhatHadNoRoomIsKeptAndShown(t *testing.T) {
	long := strings.Repeat("Le guichet était fermé mardi. ", 400)
	content := strings.SplitAfter(one, "\n")[0] + "1,A traiter,05/09/2026 10:30,Long,Personne ne répond au téléphone. " + long + ",Négatif\n"
	d := openReading(t, withTrame{&tries{bodies: []string{clean}}}, &content)
	v := byModel(t, d, 1, review.Wish{})
	shown, err := d.Prompt(t.Context(), 1, v.Number)
	if err != nil || !shown.Exact || shown.LeftOut.Runes < 6000 || shown.LeftOut != v.Recipe.LeftOut || shown.Tokens == 0 {
		t.Errorf("%+v, %+v, %v", v.Recipe, shown.LeftOut, err)
	}
	if !strings.Contains(shown.User, "Personne ne répond au téléphone.") || !strings.Contains(shown.User, "trop long") {
		t.Error("the review’s beginning, or the word that it was cut, is missing")
	}
}

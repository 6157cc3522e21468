package desk_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// tries is a model that writes these bodies, one after the other, and notes
// what it was asked.
type tries struct {
	bodies []string
	asked  []review.Assignment
}

func (w *tries) Name() review.WriterName { return review.WriterOllama }

func (w *tries) Write(_ context.Context, a review.Assignment, onText func(string)) (review.Written, error) {
	body := w.bodies[len(w.asked)]
	w.asked = append(w.asked, a)
	onText(body)
	return review.Written{Body: body, Model: "essai"}, nil
}

func byModel(t *testing.T, d *desk.Desk, id int64, wish review.Wish) review.Reply {
	t.Helper()
	_, v, err := d.Draft(t.Context(), id, desk.DraftOptions{Writer: review.WriterOllama, Wish: wish})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const (
	inventing = "Merci de votre message. Appelez le 01 44 55 66 77 sans attendre."
	clean     = "Merci de votre message. Nous regrettons cette attente au guichet."
)

func versions(t *testing.T, d *desk.Desk, id int64) []review.Reply {
	t.Helper()
	f, err := d.Show(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return f.Replies
}

func TestABlockedDraftIsWrittenAgainWithWhatWasFound(t *testing.T) {
	w := &tries{bodies: []string{inventing, clean}}
	d := several(t, withTrame{w}, 1)
	v := byModel(t, d, 1, review.Wish{})
	if v.Body != clean || v.Recipe.Again != 1 || len(versions(t, d, 1)) != 2 {
		t.Fatalf("%q after version %d, %d versions", v.Body, v.Recipe.Again, len(versions(t, d, 1)))
	}
	if first, second := w.asked[0].Prompt, w.asked[1].Prompt; first.System != second.System || !strings.Contains(second.User, "essai précédent") {
		t.Errorf("the model was not told:\n%s", second.User)
	}
}

func TestTrameIsOfferedWhereAModelIsBlockedTwice(t *testing.T) {
	d := several(t, withTrame{&tries{bodies: []string{inventing, inventing}}}, 1)
	v := byModel(t, d, 1, review.Wish{})
	all := versions(t, d, 1)
	if v.Writer != review.WriterTrame || len(all) != 3 || all[1].Body != inventing || all[2].Body != inventing {
		t.Fatalf("%s: %d versions", v.Writer, len(all))
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || len(f.Notices) != 1 || f.Notices[0].Kind != "instead" {
		t.Errorf("%+v, %v", f.Notices, err)
	}
}

// TestAnAlteredPlaceholderBlocks: a model that bends what stands for a name
// never has it filled with anything, and the agent sees it.
func TestAnAlteredPlaceholderBlocks(t *testing.T) {
	for _, bent := range []string{"[PERSONNE_1]", "⟦PERSONNE 1⟧", "⟦PERSONNE_9⟧", "PERSONNE_1", "⟦ personne_1 ⟧"} {
		w := &tries{bodies: []string{"Merci. " + bent + " a bien agi.", "Merci. " + bent + " a bien agi."}}
		d := open(t, withTrame{w})
		byModel(t, d, 1, review.Wish{})
		first := versions(t, d, 1)[2]
		if !review.Blocks(first.Findings) || strings.Contains(first.Body, "Bertrand") {
			t.Errorf("%s: %q, %v", bent, first.Body, first.Findings)
		}
	}
}

func TestThePromptOfADraftCanBeOpened(t *testing.T) {
	w := &tries{bodies: []string{clean, clean}}
	d := several(t, withTrame{w}, 2)
	byModel(t, d, 1, review.Wish{})
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Ana", Reason: "relu"}); err != nil {
		t.Fatal(err)
	}
	v := byModel(t, d, 2, review.Wish{Length: review.LengthShort}) // reply 1 is now an example
	shown, err := d.Prompt(t.Context(), 2, v.Number)
	if err != nil || !shown.Exact || shown.System != w.asked[1].Prompt.System || shown.User != w.asked[1].Prompt.User || shown.Tokens == 0 {
		t.Fatalf("%+v, %v", shown, err)
	}
	if len(v.Recipe.Examples) != 1 || !strings.Contains(shown.User, clean) {
		t.Errorf("the like reply was not shown:\n%s", shown.User)
	}
	if _, err := d.Prompt(t.Context(), 1, 9); !errors.Is(err, desk.ErrNoSuchDraft) {
		t.Errorf("got %v", err)
	}
}

// TestAnExampleNamesNobody: what one user wrote is not shown to the model that
// answers another, and could not be put back.
func TestAnExampleNamesNobody(t *testing.T) {
	w := &tries{bodies: []string{clean, clean, clean, clean}}
	content := one + "2,A traiter,05/09/2026 10:31,Attente,Mon téléphone ne sert à rien au guichet : attendre et attendre.,Négatif\n"
	d := openReading(t, withTrame{w}, &content)
	byModel(t, d, 1, review.Wish{})
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Ana", Reason: "relu"}); err != nil {
		t.Fatal(err)
	}
	byModel(t, d, 2, review.Wish{})
	user := w.asked[len(w.asked)-1].Prompt.User
	if !strings.Contains(user, "<exemple>") || strings.Contains(user, "Bertrand") || strings.Contains(user, "⟦") {
		t.Errorf("%s", user)
	}
}

func TestPreferAndReject(t *testing.T) {
	w := &tries{bodies: []string{clean, "Merci. Nous regrettons."}}
	d := several(t, withTrame{w}, 1)
	byModel(t, d, 1, review.Wish{})
	byModel(t, d, 1, review.Wish{Warmer: true})
	if _, err := d.Prefer(t.Context(), 1, 1, 0); err != nil {
		t.Fatal(err)
	}
	if v, err := d.Current(t.Context(), 1); err != nil || v.Body != clean {
		t.Errorf("%q, %v", v.Body, err)
	}
	for reason, want := range map[string]error{"tone": nil, "because": desk.ErrReason} {
		if err := d.Reject(t.Context(), 1, 2, reason); !errors.Is(err, want) {
			t.Errorf("%s: %v", reason, err)
		}
	}
	if err := d.Reject(t.Context(), 1, 7, "tone"); !errors.Is(err, desk.ErrNoSuchDraft) {
		t.Errorf("got %v", err)
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || len(f.Feedback) != 1 || f.Feedback[0].Judgement != review.Rejected || f.Feedback[0].Number != 2 {
		t.Errorf("%+v, %v", f.Feedback, err)
	}
	if err := d.Unreject(t.Context(), 1, 2); err != nil {
		t.Error(err)
	}
	if f, err := d.Show(t.Context(), 1); err != nil || len(f.Feedback) != 0 {
		t.Errorf("taken back: %+v, %v", f.Feedback, err)
	}
}

// TestRejectIsForRepliesAtWork: a validation has judged the draft it came from,
// and a rejection afterwards would take its place in the figures.
func TestRejectIsForRepliesAtWork(t *testing.T) {
	d := several(t, withTrame{&tries{bodies: []string{clean}}}, 1)
	byModel(t, d, 1, review.Wish{})
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Ana", Reason: "relu"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Reject(t.Context(), 1, 1, "tone"); !errors.Is(err, desk.ErrRejectLate) {
		t.Errorf("got %v", err)
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || len(f.Feedback) != 1 || f.Feedback[0].Judgement != review.Kept {
		t.Errorf("%+v, %v", f.Feedback, err)
	}
}

func TestValidationKeepsHowMuchWasChanged(t *testing.T) {
	d := several(t, withTrame{&tries{bodies: []string{clean, clean}}}, 2)
	for id, edited := range map[int64]bool{1: false, 2: true} {
		byModel(t, d, id, review.Wish{})
		if edited {
			if _, _, err := d.Edit(t.Context(), id, desk.Edition{Body: clean + " Vraiment."}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := d.Validate(t.Context(), desk.Step{ID: id, By: "Ana", Reason: "relu"}); err != nil {
			t.Fatal(err)
		}
		f, err := d.Show(t.Context(), id)
		if err != nil || len(f.Feedback) != 1 {
			t.Fatalf("%+v, %v", f.Feedback, err)
		}
		got := f.Feedback[0]
		if edited != (got.Judgement == review.Edited) || edited != (got.Distance > 0 && got.Distance < 0.3) || got.By != "Ana" {
			t.Errorf("edited %v: %+v", edited, got)
		}
	}
}

func TestLimitsAndTheLengthTheyAskFor(t *testing.T) {
	w := &tries{bodies: []string{clean}}
	d := several(t, withTrame{w}, 1)
	for value, want := range map[string]error{"web 400": desk.ErrSettingValue, "google": desk.ErrSettingValue, "google 5": desk.ErrSettingValue, "spplus 400\n\ngoogle 1500": nil} {
		if err := d.Set(t.Context(), "rules.limits", value); !errors.Is(err, want) {
			t.Errorf("%q: %v", value, err)
		}
	}
	if v := byModel(t, d, 1, review.Wish{}); v.Wish.Length != review.LengthShort {
		t.Errorf("a reply of at most 400 characters was asked for as %q", v.Wish.Length)
	}
}

// TestAModelThatBreaksTheFormWritesWithout: once more, and free.
func TestAModelThatBreaksTheFormWritesWithout(t *testing.T) {
	asked := []bool{}
	var got review.Assignment
	w := scripted{got: &got}
	w.write = func(_ context.Context, onText func(string)) (string, error) {
		asked = append(asked, strings.Contains(got.Prompt.User, "phrases"))
		if len(asked) == 1 {
			return "Merci", &review.Error{Code: "schema", Kind: review.Failed}
		}
		return clean, nil
	}
	d := several(t, withTrame{w}, 1)
	if v := byModel(t, d, 1, review.Wish{}); v.Body != clean || v.Recipe.Form || len(asked) != 2 || !asked[0] || asked[1] {
		t.Errorf("%q, asked %v", v.Body, asked)
	}
}

// TestAReviewOfTheQueueIsCheckedWithWhatIsKnownOfIt: its platform names the
// prefecture; for another review nothing does.
func TestAReviewOfTheQueueIsCheckedWithWhatIsKnownOfIt(t *testing.T) {
	content := "ID expérience,Etat expérience,Date de publication,Titre,Description,Ressenti usager,Intitulé Structure 1\n" +
		"1,A traiter,05/09/2026 10:30,Attente,Les guichets étaient fermés.,Négatif,Préfecture de l’Orle\n"
	d := openReading(t, says(""), &content)
	q := desk.Question{Review: "Les guichets étaient fermés.", Reply: "Bonjour, la préfecture de l’Orle regrette les guichets fermés. Merci de votre témoignage, il nous aide à progresser."}
	for text, known := range map[string]bool{q.Review: true, "Les guichets étaient fermés": true, "Les guichets étaient": false, "Les guichets étaient fermés. Hier.": false, "": false} {
		q.Review = text
		found, err := d.Check(t.Context(), q)
		unknown := slices.ContainsFunc(found, func(f review.Finding) bool { return f.Rule == "unknown_name" })
		if err != nil || unknown == known {
			t.Errorf("%q: %+v, %v", text, found, err)
		}
	}
}

// TestAnotherDraftHasOtherWords, and the same two again for the same review.
func TestAnotherDraftHasOtherWords(t *testing.T) {
	said := [2][]string{}
	for i := range said {
		d := several(t, withTrame{&tries{}}, 1)
		for range 3 {
			_, v, err := d.Draft(t.Context(), 1, desk.DraftOptions{Writer: review.WriterTrame})
			if err != nil || slices.Contains(said[i], v.Body) {
				t.Fatalf("%q again, %v", v.Body, err)
			}
			said[i] = append(said[i], v.Body)
		}
	}
	if !slices.Equal(said[0], said[1]) {
		t.Errorf("the same review got other drafts:\n%q\n%q", said[0], said[1])
	}
}

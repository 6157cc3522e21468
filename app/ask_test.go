package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/outbox"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
	packs "ecritoire/internal/sheet"
	"ecritoire/internal/sqlite"
)

// waiting is a writer that begins and then waits until it is stopped.
type waiting struct{ begun chan struct{} }

func (waiting) Name() review.WriterName { return review.WriterOllama }

func (w waiting) Write(ctx context.Context, _ review.Assignment, onText func(string)) (review.Written, error) {
	onText("Le repas coûte 3,20 € pour les habitants.\n")
	close(w.begun)
	<-ctx.Done()
	return review.Written{}, ctx.Err()
}

// town is the desk of a town hall with one sheet of its own, and what the
// window would hear of its answers.
func town(t *testing.T, w review.Writer) (*Desk, *[]AnswerEvent) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), t.TempDir(), "test")
	if err != nil {
		t.Fatal(err)
	}
	shelf := packs.NewShelf(t.TempDir())
	t.Cleanup(func() {
		if err := errors.Join(shelf.Close(), store.Close()); err != nil {
			t.Error(err)
		}
	})
	d := desk.New(desk.Parts{Store: store, Sheets: shelf, Outbox: outbox.Write,
		Templates: func() (prompt.Templates, error) { return prompt.Bundled(), nil },
		Writer:    func(review.WriterName, desk.Settings) (review.Writer, error) { return w, nil },
		Budget: func(context.Context, desk.Settings, string) (desk.Budget, error) {
			return desk.Budget{Room: 3000, Count: func(text string) int { return len(text) / 3 }}, nil
		}})
	folder := t.TempDir()
	text := "# Cantine scolaire\n\n## Tarifs\n\nLe repas coûte 3,20 € pour les habitants.\n\n## Inscription\n\nL’inscription à la cantine se fait à la mairie avant le 15 juillet.\n"
	if err := os.WriteFile(filepath.Join(folder, "cantine.md"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.BuildSheets(t.Context(), "mairie", []string{folder}, func(review.Progress) {}); err != nil {
		t.Fatal(err)
	}
	a, heard := New(d, About{Language: review.French}), &[]AnswerEvent{}
	a.emit = func(_ string, data any) {
		if e, ok := data.(AnswerEvent); ok {
			*heard = append(*heard, e)
		}
	}
	return a, heard
}

func TestAQuestionIsAnsweredReadAndForgotten(t *testing.T) {
	a, _ := town(t, nil)
	said, err := a.Ask("Combien coûte un repas à la cantine ?", 0)
	if err != nil || said.Abstained || len(said.Sentences) == 0 || said.At == "" {
		t.Fatalf("%+v, %v", said, err)
	}
	source := said.Sentences[0].Sources[0]
	sheet, err := a.ReadSheet(source.Kind, source.Sheet)
	if err != nil || sheet.Title != "Cantine scolaire" || len(sheet.Sections) != 2 || sheet.Path == nil {
		t.Errorf("%+v, %v", sheet, err)
	}
	if next, err := a.Ask("Et l’inscription ?", said.ID); err != nil || next.Follows != said.ID {
		t.Errorf("%+v, %v", next, err)
	}
	if page, err := a.Answers(0); err != nil || len(page.Answers) != 2 || page.Next != 0 || page.Answers[1].ID != said.ID {
		t.Errorf("%+v, %v", page, err)
	}
	if err := a.ForgetAnswers(); err != nil {
		t.Error(err)
	}
	if page, err := a.Answers(0); err != nil || page.Answers == nil || len(page.Answers) != 0 {
		t.Errorf("%+v, %v", page, err)
	}
}

func TestAnUncoveredQuestionIsListedUntilItIsClosed(t *testing.T) {
	a, _ := town(t, nil)
	said, err := a.Ask("Comment homologuer un drone agricole ?", 0)
	if err != nil || !said.Abstained || !strings.Contains(said.Reason, "fiches manquantes") || said.Sentences == nil || said.Near == nil {
		t.Fatalf("%+v, %v", said, err)
	}
	missing, err := a.Missing()
	if err != nil || len(missing) != 1 || missing[0].Asked != 1 || missing[0].Reviews == nil || missing[0].LastAt == "" {
		t.Fatalf("%+v, %v", missing, err)
	}
	if err := a.CloseMissing(missing[0].ID, true); err != nil {
		t.Error(err)
	}
	if missing, err := a.Missing(); err != nil || missing == nil || len(missing) != 0 {
		t.Errorf("%+v, %v", missing, err)
	}
	if err := a.CloseMissing(missing[0].ID, false); err != nil {
		t.Error(err)
	}
	if again, err := a.Missing(); err != nil || len(again) != 1 {
		t.Errorf("put back: %+v, %v", again, err)
	}
}

func TestHistoryIsPaged(t *testing.T) {
	a, _ := town(t, nil)
	for range answersShown + 1 {
		if _, err := a.Ask("Combien coûte un repas à la cantine ?", 0); err != nil {
			t.Fatal(err)
		}
	}
	newest, err := a.Answers(0)
	if err != nil || len(newest.Answers) != answersShown || newest.Next != newest.Answers[answersShown-1].ID {
		t.Fatalf("%d questions, next %d, %v", len(newest.Answers), newest.Next, err)
	}
	if last, err := a.Answers(newest.Next); err != nil || len(last.Answers) != 1 || last.Next != 0 {
		t.Errorf("%+v, %v", last, err)
	}
}

func TestSheetsAreFoundInPacks(t *testing.T) {
	a, _ := town(t, nil)
	if all, err := a.Packs(); err != nil || len(all) != 1 || all[0].Sheets != 1 || len(all[0].Sources) != 1 || all[0].BuiltAt == "" {
		t.Errorf("%+v, %v", all, err)
	}
	if hits, err := a.SearchSheets("cantine"); err != nil || len(hits) != 1 || hits[0].Title != "Cantine scolaire" || hits[0].Heading == nil {
		t.Errorf("%+v, %v", hits, err)
	}
	if all, err := a.Alerts(); err != nil || all == nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	if err := a.SeeAlert(7, true); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("an alert that is not there: %v", err)
	}
}

func TestStopEndsAnAnswerAndOneIsAskedAtATime(t *testing.T) {
	w := waiting{make(chan struct{})}
	a, heard := town(t, w)
	if err := a.Set("writer", string(review.WriterOllama)); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() {
		_, err := a.Ask("Combien coûte un repas à la cantine ?", 0)
		ended <- err
	}()
	<-w.begun
	if _, err := a.Ask("Et l’inscription ?", 0); !errors.Is(err, errAnswering) {
		t.Errorf("a second question at once: %v", err)
	}
	a.Stop(theAssistant)
	if err := <-ended; !errors.Is(err, desk.ErrStopped) {
		t.Errorf("stopped: %v", err)
	}
	if len(*heard) != 1 || (*heard)[0].Run == 0 || len((*heard)[0].Sentences) != 1 {
		t.Errorf("the window heard %+v", *heard)
	}
	if page, err := a.Answers(0); err != nil || len(page.Answers) != 0 {
		t.Errorf("what was stopped is kept: %+v, %v", page, err)
	}
}

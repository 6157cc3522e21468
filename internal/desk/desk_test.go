package desk_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/intake"
	"ecritoire/internal/outbox"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
	"ecritoire/internal/sheet"
	"ecritoire/internal/sqlite"
	"ecritoire/internal/trame"
)

// scripted is a writer that says what a test wants, when it wants.
type scripted struct {
	write func(ctx context.Context, onText func(string)) (string, error)
	got   *review.Assignment
}

func (scripted) Name() review.WriterName { return review.WriterOllama }

func (w scripted) Write(ctx context.Context, a review.Assignment, onText func(string)) (review.Written, error) {
	if w.got != nil {
		*w.got = a
	}
	body, err := w.write(ctx, onText)
	return review.Written{Body: body, Model: "essai"}, err
}

// battery is what the desks of these tests run on.
var battery atomic.Bool

type file struct{ *intake.File }

func (f file) Name() string { return f.Format }

// Key is the header’s.
func (f file) Key() string { return f.File.Key }

const one = "ID expérience,Etat expérience,Date de publication,Titre,Description,Ressenti usager\n" +
	"1,A traiter,05/09/2026 10:30,Attente,\"Mme Lucie Bertrand m’a dit d’attendre, mon téléphone est le 06 12 34 56 78.\",Négatif\n"

// open gives a desk on a real store that holds one review, with a writer of
// the test's.
func open(t *testing.T, w review.Writer) *desk.Desk {
	t.Helper()
	content := one
	return openReading(t, w, &content)
}

// openReading is open, with a file whose content may change.
func openReading(t *testing.T, w review.Writer, content *string) *desk.Desk {
	t.Helper()
	store, err := sqlite.Open(t.Context(), t.TempDir(), "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d := desk.New(desk.Parts{Store: store, Sheets: sheet.NewShelf(t.TempDir()), Outbox: outbox.Write, Templates: bundled, Budget: roomy,
		Open: func(string, desk.OpenOptions) (desk.File, error) {
			f, err := intake.Read(strings.NewReader(*content), "")
			return file{f}, err
		},
		Writer:    func(name review.WriterName, _ desk.Settings) (review.Writer, error) { return chosen(w, name), nil },
		OnBattery: func() bool { return battery.Load() }})
	if _, err := d.Import(t.Context(), "one.csv", desk.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	return d
}

func says(body string) scripted {
	return scripted{write: func(_ context.Context, onText func(string)) (string, error) { onText(body); return body, nil }}
}

func TestPersonalDataNeverReachesAWriterAndComesBack(t *testing.T) {
	var got review.Assignment
	w := scripted{got: &got}
	w.write = func(_ context.Context, onText func(string)) (string, error) {
		i := strings.Index(got.Review.Text, "⟦")
		j := strings.Index(got.Review.Text, "⟧")
		if i < 0 || j < i {
			return "Merci.", nil
		}
		return "Merci. " + got.Review.Text[i:j+len("⟧")] + " a bien agi.", nil
	}
	d := open(t, w)
	_, reply, err := d.Draft(t.Context(), 1, desk.DraftOptions{})
	if err != nil {
		t.Fatal(err)
	}
	all := got.Review.Title + got.Review.Text + got.Prompt.System + got.Prompt.User
	for _, secret := range []string{"Bertrand", "06 12 34 56 78"} {
		if strings.Contains(all, secret) {
			t.Errorf("%s reached the writer", secret)
		}
	}
	if !strings.Contains(reply.Body, "Bertrand") {
		t.Errorf("the name did not come back: %q", reply.Body)
	}
	if len(reply.Findings) == 0 {
		t.Error("a name in a public reply was not found")
	}
}

func TestStopFreesTheReviewAndKeepsTheText(t *testing.T) {
	w := scripted{write: func(ctx context.Context, onText func(string)) (string, error) {
		onText("Merci de votre")
		<-ctx.Done()
		return "Merci de votre", ctx.Err()
	}}
	d := open(t, w)
	ctx, stop := context.WithCancel(t.Context())
	began := time.Now()
	_, reply, err := d.Draft(ctx, 1, desk.DraftOptions{Progress: func(string) { began = time.Now(); stop() }})
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("stop took %s", took)
	}
	if !errors.Is(err, desk.ErrStopped) || reply.Body != "Merci de votre" {
		t.Errorf("%q, %v", reply.Body, err)
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || f.Review.State != review.Drafted || !f.Replies[0].Partial || f.Replies[0].Body != "Merci de votre" {
		t.Errorf("%+v, %v", f.Review.State, err)
	}
}

func TestAWriterThatFailsLeavesNoTrace(t *testing.T) {
	broken := errors.New("no server")
	d := open(t, scripted{write: func(context.Context, func(string)) (string, error) { return "", broken }})
	if _, _, err := d.Draft(t.Context(), 1, desk.DraftOptions{}); !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || f.Review.State != review.New || len(f.Replies) != 0 {
		t.Errorf("%s, %d versions, %v", f.Review.State, len(f.Replies), err)
	}
}

func TestABlockingFindingNeedsAReason(t *testing.T) {
	d := open(t, says("Merci de votre message. Appelez le 01 99 00 11 22."))
	if _, _, err := d.Draft(t.Context(), 1, desk.DraftOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Claire"}); !errors.Is(err, review.ErrBlocked) {
		t.Fatalf("got %v", err)
	}
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: " "}); !errors.Is(err, review.ErrNameless) {
		t.Fatalf("got %v", err)
	}
	if r, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Claire", Reason: "vérifié"}); err != nil || r.State != review.Validated {
		t.Errorf("%s, %v", r.State, err)
	}
}

func TestAStaleWindowLosesNothing(t *testing.T) {
	d := open(t, says("Merci."))
	r, p, err := d.Edit(t.Context(), 1, desk.Edition{Body: "un"})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.Edit(t.Context(), 1, desk.Edition{Number: p.Number, Version: r.Version - 1, Body: "deux"}); !errors.Is(err, review.ErrConflict) {
		t.Fatalf("got %v", err)
	}
	if p, err := d.Current(t.Context(), 1); err != nil || p.Body != "un" {
		t.Errorf("%q, %v", p.Body, err)
	}
}

// TestExportMarksOnlyWhatIsOnTheDisk: a file that cannot be written leaves the
// reply waiting, and it leaves once when it can.
func TestExportMarksOnlyWhatIsOnTheDisk(t *testing.T) {
	d := open(t, says("Merci."))
	if _, _, err := d.Edit(t.Context(), 1, desk.Edition{Body: "Merci."}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Validate(t.Context(), desk.Step{ID: 1, By: "Claire", Reason: "relu"}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := d.Export(t.Context(), desk.ExportOptions{Format: "csv", Path: filepath.Join(dir, "no", "where.csv")}); !errors.Is(err, outbox.ErrWrite) {
		t.Fatalf("got %v", err)
	}
	if n, err := d.Export(t.Context(), desk.ExportOptions{Format: "csv", Path: filepath.Join(dir, "a.csv")}); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	if _, err := d.Export(t.Context(), desk.ExportOptions{Format: "csv", Path: filepath.Join(dir, "b.csv")}); !errors.Is(err, desk.ErrNothingToExport) {
		t.Errorf("got %v", err)
	}
}

func TestASettingThatNoLongerFitsIsNeverReplacedInSilence(t *testing.T) {
	d := open(t, nil)
	if err := d.Set(t.Context(), "rules.delay_days", "400"); !errors.Is(err, desk.ErrSettingValue) {
		t.Errorf("got %v", err)
	}
	if err := d.Set(t.Context(), "rules.delay_days", "10"); err != nil {
		t.Fatal(err)
	}
	f, err := d.Show(t.Context(), 1)
	if err != nil || f.Review.DueAt.Sub(f.Review.WrittenAt) != 240*time.Hour {
		t.Errorf("the deadline did not move: %v, %v", f.Review.DueAt, err)
	}
}

// TestAnImportInMidDraftFreesTheReview: the file comes again, changed, while a
// writer is at work; the draft still ends, and so does a failed one.
func TestAnImportInMidDraftFreesTheReview(t *testing.T) {
	broken := errors.New("cut")
	for _, c := range []struct {
		name  string
		row   string
		fails error // the writer
		told  error // the agent
		want  review.State
	}{
		{"changed, whole", "A traiter,05/09/2026 10:30,Attente,Autre texte,Négatif", nil, nil, review.Drafted},
		{"changed, failed", "A traiter,05/09/2026 10:30,Attente,Autre texte,Négatif", broken, broken, review.Drafted},
		{"answered meanwhile", "Traitées,05/09/2026 10:30,Attente,Autre texte,Négatif", nil, review.ErrAnsweredElsewhere, review.Exported},
	} {
		t.Run(c.name, func(t *testing.T) {
			var d *desk.Desk
			content := one
			w := scripted{write: func(_ context.Context, onText func(string)) (string, error) {
				content = strings.SplitAfter(one, "\n")[0] + "1," + c.row + "\n"
				if _, err := d.Import(t.Context(), "again.csv", desk.ImportOptions{}); err != nil {
					t.Error(err)
				}
				onText("Merci de ce message.")
				return "Merci de ce message.", c.fails
			}}
			d = openReading(t, w, &content)
			_, _, err := d.Draft(t.Context(), 1, desk.DraftOptions{})
			if !errors.Is(err, c.told) {
				t.Errorf("got %v", err)
			}
			f, err := d.Show(t.Context(), 1)
			if err != nil || f.Review.State != c.want || len(f.Replies) != 1 || f.Replies[0].Body != "Merci de ce message." {
				t.Errorf("%s, %d versions, %v", f.Review.State, len(f.Replies), err)
			}
		})
	}
}

func bundled() (prompt.Templates, error) { return prompt.Bundled(), nil }

// roomy is a budget that every prompt fits.
func roomy(context.Context, desk.Settings, string) (desk.Budget, error) {
	return desk.Budget{Room: 1 << 20}, nil
}

// withTrame is a model's writer beside the real trame.
type withTrame struct{ review.Writer }

func chosen(w review.Writer, name review.WriterName) review.Writer {
	if both, ok := w.(withTrame); ok && name == review.WriterTrame {
		return trame.New()
	} else if ok {
		return both.Writer
	}
	return w
}

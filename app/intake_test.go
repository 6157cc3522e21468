package app

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/intake"
	"ecritoire/internal/review"
	"ecritoire/internal/sqlite"
)

const spplusHead = "ID expérience,Date de publication,Titre,Description,Ressenti usager\n"

// written puts a file beside the tests.
func written(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "avis.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// many is a file of n reviews that stand on lines of their own.
func many(t *testing.T, n int) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(spplusHead)
	for i := range n {
		fmt.Fprintf(&b, "%d,05/09/2026,Guichet %d,Très bon accueil au guichet numéro %d.,Positif\n", i+1, i, i)
	}
	return written(t, b.String())
}

// filing is a window on a profile whose path is given, without any writer, and
// the store under it.
func filing(t *testing.T, dir string) (*Desk, *sqlite.Store) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	return New(desk.New(desk.Parts{Store: store,
		Open: func(p string, o desk.OpenOptions) (desk.File, error) {
			f, err := intake.OpenAs(p, intake.Options(o))
			return file{f}, err
		},
		Look: func(p string, o desk.OpenOptions) (review.Preview, error) { return intake.Look(p, intake.Options(o)) },
		Again: func(from review.Origin, raw string) review.Row {
			return intake.Again(from.Format, from.Header, raw, from.Mapping)
		},
	}), About{Language: review.French}), store
}

func filed(t *testing.T) *Desk {
	t.Helper()
	a, store := filing(t, t.TempDir())
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func held(t *testing.T, a *Desk) (n int) {
	t.Helper()
	s, err := a.desk.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range s.ByState {
		n += of
	}
	return n
}

// TestAFileIsShownBeforeItIsTaken: nothing is kept until ImportFile.
func TestAFileIsShownBeforeItIsTaken(t *testing.T) {
	a := filed(t)
	path := written(t, spplusHead+"1,05/09/2026,Merci,Très bon accueil.,Positif\n2,jamais,Attente,Trop long.,Négatif\n")
	p, err := a.LookAt(path, ImportHow{})
	if err != nil || p.Format != "spplus" || p.Name != "avis.csv" || len(p.Rows) != 2 || p.Columns[2].Example != "Merci" {
		t.Fatalf("%+v, %v", p, err)
	}
	if p.Rows[0].Excerpt != "Très bon accueil." || p.Rows[0].WrittenAt != "2026-09-05" || p.Rows[1].Rejected == "" || p.Rows[1].Line != 3 {
		t.Errorf("%+v", p.Rows)
	}
	f, err := a.Foresee(path, ImportHow{})
	if err != nil || !f.Whole || f.Rows != 2 || f.Added != 1 || f.Rejected != 1 {
		t.Errorf("%+v, %v", f, err)
	}
	if page, err := a.Batches(); err != nil || held(t, a) != 0 || len(page.Batches) != 0 || page.Waiting != 0 {
		t.Errorf("a look kept something: %+v, %v", page, err)
	}
	if _, err := a.LookAt("avis.csv", ImportHow{}); !errors.Is(err, errPath) {
		t.Errorf("a path that depends on the folder: %v", err)
	}
}

// TestALargeFileIsForeseenFromItsFirstRows: duplicates are told among them and
// the whole is estimated.
func TestALargeFileIsForeseenFromItsFirstRows(t *testing.T) {
	a := filed(t)
	path := many(t, 20_000)
	if _, err := a.ImportFile(many(t, 500), ImportHow{}); err != nil {
		t.Fatal(err)
	}
	f, err := a.Foresee(path, ImportHow{})
	if err != nil || f.Whole || f.Looked != 2000 || f.Added != 1500 || f.Duplicates != 500 {
		t.Errorf("%+v, %v", f, err)
	}
	if f.Rows < 14_000 || f.Rows > 32_000 {
		t.Errorf("%d rows are estimated of 20,000", f.Rows)
	}
	if held(t, a) != 500 {
		t.Error("foreseeing kept something")
	}
}

// TestAMappedFileIsRemembered: the second file with these columns needs no
// mapping.
func TestAMappedFileIsRemembered(t *testing.T) {
	a := filed(t)
	path := written(t, "Horodatage;Commentaire\n2026-09-05;Bon accueil\n")
	if p, err := a.LookAt(path, ImportHow{}); err != nil || p.Format != "" || p.Columns[1].Example != "Bon accueil" {
		t.Fatalf("%+v, %v", p, err)
	}
	how := ImportHow{"mapped", review.Mapping{review.FieldText: "Commentaire", review.FieldDate: "Horodatage"}}
	if r, err := a.ImportFile(path, how); err != nil || r.Added != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	if p, err := a.LookAt(path, ImportHow{}); err != nil || p.Format != "mapped" {
		t.Errorf("%q, %v", p.Format, err)
	}
	if f, err := a.Foresee(path, ImportHow{}); err != nil || f.Duplicates != 1 {
		t.Errorf("%+v, %v", f, err)
	}
}

// during starts an import of many rows, waits until it is under way, does what
// is given, and answers how the import ended.
func during(t *testing.T, a *Desk, do func()) error {
	t.Helper()
	path := many(t, 60_000)
	begun, ended := make(chan struct{}, 1), make(chan error, 1)
	a.emit = func(_ string, data any) {
		if e, ok := data.(ImportEvent); ok && e.Read > 0 {
			select {
			case begun <- struct{}{}:
			default:
			}
		}
	}
	go func() {
		_, err := a.ImportFile(path, ImportHow{})
		ended <- err
	}()
	<-begun
	do()
	return <-ended
}

// TestAStoppedImportLeavesNoTrace, and refuses a second one meanwhile.
func TestAStoppedImportLeavesNoTrace(t *testing.T) {
	a := filed(t)
	err := during(t, a, func() {
		if _, err := a.ImportFile(many(t, 1), ImportHow{}); !errors.Is(err, errIntakeBusy) {
			t.Errorf("a second import: %v", err)
		}
		a.StopImport()
	})
	if !errors.Is(err, errImportStopped) {
		t.Fatalf("stopped: %v", err)
	}
	if page, err := a.Batches(); err != nil || held(t, a) != 0 || len(page.Batches) != 0 {
		t.Errorf("%d reviews, %d batches, %v", held(t, a), len(page.Batches), err)
	}
	if r, err := a.ImportFile(many(t, 3), ImportHow{}); err != nil || r.Added != 3 {
		t.Errorf("the next import: %+v, %v", r, err)
	}
}

// TestClosingInMidImportKeepsNothingOfIt: Close waits for the roll-back, and
// the profile opens again as it was.
func TestClosingInMidImportKeepsNothingOfIt(t *testing.T) {
	dir := t.TempDir()
	a, store := filing(t, dir)
	if _, err := a.ImportFile(many(t, 5), ImportHow{}); err != nil {
		t.Fatal(err)
	}
	if err := during(t, a, func() { Close(a) }); !errors.Is(err, errImportStopped) {
		t.Errorf("the import ended with %v", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	again, store := filing(t, dir)
	if n := held(t, again); n != 5 {
		t.Errorf("%d reviews after closing in mid-import", n)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
}

// TestFlushDoesNotWaitBehindAnImport: what is being typed is kept before the
// window closes, however large the file that is coming in.
func TestFlushDoesNotWaitBehindAnImport(t *testing.T) {
	a := filed(t)
	err := during(t, a, func() {
		emit := a.emit
		a.emit = func(name string, data any) {
			if name != "closing" {
				emit(name, data)
				return
			}
			go func() { a.Flushed(a.desk.Set(t.Context(), "person", "Claire") == nil) }()
		}
		began := time.Now()
		if !Flush(a) || time.Since(began) > closingPatience/2 {
			t.Errorf("kept after %s", time.Since(began))
		}
	})
	if !errors.Is(err, errImportStopped) {
		t.Errorf("the import ended with %v", err)
	}
}

// TestAnImportSaysWhenItEnds: an estimate comes with the second second, and
// none is claimed while what was read is put in order.
func TestAnImportSaysWhenItEnds(t *testing.T) {
	began := time.Unix(1000, 0)
	for _, c := range []struct {
		share  float64
		spent  time.Duration
		lo, hi float64
	}{{0.5, 500 * time.Millisecond, 0, 0}, {0.5, 10 * time.Second, 10, 20}, {0.25, 10 * time.Second, 30, 45}, {0.01, 10 * time.Second, 0, 0}, {1, time.Minute, 0, 0}} {
		e := importEvent(100, c.share, began, began.Add(c.spent))
		if e.LeftS < c.lo || e.LeftS > c.hi || (e.FinishAt == "") != (c.hi == 0) {
			t.Errorf("%.2f after %s: %+v", c.share, c.spent, e)
		}
	}
}

// TestARowOutOfTheQuarantine: it is counted, refused with its reason, taken
// once mended, and listed as no import; its import's rows are told apart.
func TestARowOutOfTheQuarantine(t *testing.T) {
	a := filed(t)
	for _, id := range []string{"1", "2"} {
		if _, err := a.ImportFile(written(t, spplusHead+id+",jamais,Titre,Texte.,Positif\n"), ImportHow{}); err != nil {
			t.Fatal(err)
		}
	}
	page, err := a.Quarantine(2, 0)
	if err != nil || len(page.Rows) != 1 || page.Rows[0].Batch != 2 || page.Rows[0].Line != 2 || page.Rows[0].Reason == "" || page.Next != 0 {
		t.Fatalf("%+v, %v", page, err)
	}
	row := page.Rows[0]
	if _, err := a.Retake(row.ID, row.Raw); !errors.Is(err, review.ErrStillRejected) || !strings.Contains(review.Describe(err).Hint.FR, row.Reason) {
		t.Errorf("as it stands: %v", err)
	}
	back := func(int64) error { return a.RestoreRows([]int64{row.ID}) }
	whole := func(int64) error {
		ids, err := a.DiscardRows(2)
		return errors.Join(err, a.RestoreRows(ids))
	}
	for _, step := range []struct {
		do      func(int64) error
		waiting int
	}{{a.DiscardRow, 1}, {back, 2}, {whole, 2}} {
		if err := step.do(row.ID); err != nil {
			t.Fatal(err)
		}
		if page, err := a.Batches(); err != nil || page.Waiting != step.waiting {
			t.Errorf("discarded or not: %+v, %v", page, err)
		}
	}
	r, err := a.Retake(row.ID, strings.Replace(row.Raw, "jamais", "05/09/2026", 1))
	if err != nil || r.Added != 1 {
		t.Fatalf("mended: %+v, %v", r, err)
	}
	batches, err := a.Batches()
	if err != nil || len(batches.Batches) != 2 || batches.Waiting != 1 || batches.Batches[0].Waiting != 0 || batches.Batches[1].Waiting != 1 {
		t.Fatalf("%+v, %v", batches, err)
	}
	if n, err := a.RetakeAll(); err != nil || n.Tried != 1 || n.Taken != 0 {
		t.Errorf("all: %+v, %v", n, err)
	}
	if err := a.UndoImport(1); err != nil {
		t.Error(err)
	}
	if batches, err = a.Batches(); err != nil || batches.Waiting != 0 || batches.Batches[1].UndoneAt == "" {
		t.Errorf("%+v, %v", batches, err)
	}
}

// TestTheQuarantineComesInPages without a row twice or never.
func TestTheQuarantineComesInPages(t *testing.T) {
	a := filed(t)
	if _, err := a.ImportFile(written(t, spplusHead+strings.Repeat("1,jamais,Titre,Texte.,Positif\n", 2*quarantinePage+1)), ImportHow{}); err != nil {
		t.Fatal(err)
	}
	lines, pages := map[int]bool{}, 0
	for after := int64(0); ; pages++ {
		page, err := a.Quarantine(0, after)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			lines[row.Line] = true
		}
		if after = page.Next; after == 0 {
			break
		}
	}
	if len(lines) != 2*quarantinePage+1 || pages != 2 {
		t.Errorf("%d lines on %d pages", len(lines), pages+1)
	}
}

// TestFlushHearsTheAnswerToItsOwnQuestion: what the page said too late of an
// earlier close counts for nothing.
func TestFlushHearsTheAnswerToItsOwnQuestion(t *testing.T) {
	a := filed(t)
	a.Flushed(false)
	a.emit = func(name string, _ any) {
		if name == "closing" {
			go a.Flushed(true)
		}
	}
	if !Flush(a) {
		t.Error("an old answer was taken for the new one")
	}
}

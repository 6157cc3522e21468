package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// reworded is a sample whose author changed it.
func reworded(id string, day int, text string) review.Review {
	r := sample(id, day)
	r.Text = text
	return r
}

func TestABatchIsUndoneAsAWhole(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, rowsOf(sample("1", 1), sample("2", 2)))
	second := take5(t, s, func(yield func(review.Row, error) bool) {
		_ = yield(review.Row{Review: reworded("1", 1, "Tout autre texte")}, nil) && yield(review.Row{Review: sample("3", 3)}, nil) &&
			yield(review.Row{Rejected: &review.Rejection{Line: 3, Raw: "x"}}, nil)
	})
	must(t, s.UndoBatch(t.Context(), second.Batch))
	r, err := s.Review(t.Context(), 1)
	must(t, err)
	if r.Text != sample("1", 1).Text {
		t.Errorf("the former text is not back: %q", r.Text)
	}
	for search, want := range map[string]int{"guichets ": 2, "autre ": 0} {
		if got := listed(t, s, review.Filter{Search: search}); len(got) != want {
			t.Errorf("%q finds %d", search, len(got))
		}
	}
	if q, err := s.Quarantine(t.Context(), 0, 9); err != nil || len(q) != 0 {
		t.Errorf("its quarantine stays: %v, %v", q, err)
	}
	if err := s.UndoBatch(t.Context(), second.Batch); !errors.Is(err, ErrBatchUndone) {
		t.Errorf("twice: %v", err)
	}
	if err := s.UndoBatch(t.Context(), 99); !errors.Is(err, ErrNoBatch) {
		t.Errorf("none: %v", err)
	}
	if again := take5(t, s, rowsOf(reworded("1", 1, "Tout autre texte"), sample("3", 3))); again.Added != 1 || again.Updated != 1 {
		t.Errorf("the file again: %+v", again)
	}
	all, err := s.Batches(t.Context(), 10)
	if err != nil || len(all) != 3 || all[1].Undone.IsZero() || !all[0].Undone.IsZero() {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestWhatAReplyHangsOnIsNotUndone(t *testing.T) {
	s, _ := profile(t)
	first := take5(t, s, rowsOf(sample("1", 1)))
	take5(t, s, rowsOf(reworded("1", 1, "Autre")))
	if err := s.UndoBatch(t.Context(), first.Batch); !errors.Is(err, ErrBatchFollowed) {
		t.Errorf("a later batch: %v", err)
	}
	answered(t, s, 1, "Merci.", false)
	if err := s.UndoBatch(t.Context(), first.Batch); !errors.Is(err, ErrBatchAnswered) {
		t.Errorf("a reply: %v", err)
	}
}

func TestChangedTextMarksDraftsAsOutdated(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, rowsOf(sample("1", 1), sample("2", 1)))
	answered(t, s, 1, "Merci.", false)
	retold := sample("1", 1)
	retold.Sentiment = review.Positive
	take5(t, s, rowsOf(retold))
	if old, err := s.Outdated(t.Context(), 1); err != nil || old {
		t.Errorf("the text is the same: %v, %v", old, err)
	}
	take5(t, s, rowsOf(reworded("1", 1, "Autre texte"), reworded("2", 1, "Autre texte")))
	for id, want := range map[int64]bool{1: true, 2: false} {
		if old, err := s.Outdated(t.Context(), id); err != nil || old != want {
			t.Errorf("%d: %v, %v", id, old, err)
		}
	}
	replies, err := s.Replies(t.Context(), 1, 5)
	if err != nil || len(replies) != 1 || replies[0].Body != "Merci." {
		t.Errorf("the reply given is not kept: %+v, %v", replies, err)
	}
}

func TestAMendedRowLeavesTheQuarantine(t *testing.T) {
	s, _ := profile(t)
	take5(t, s, func(yield func(review.Row, error) bool) {
		yield(review.Row{Rejected: &review.Rejection{Line: 7, Reason: review.Text{FR: "date", EN: "date"}, Raw: "brut"}}, nil)
	})
	q, err := s.Quarantine(t.Context(), 0, 10)
	if err != nil || len(q) != 1 || q[0].Line != 7 || q[0].Raw != "brut" || q[0].Format != "spplus" {
		t.Fatalf("%+v, %v", q, err)
	}
	if _, err := s.Retake(t.Context(), q[0].ID, review.Row{Rejected: &q[0].Rejection}, inFiveDays, "Ana"); !errors.Is(err, review.ErrStillRejected) {
		t.Errorf("still broken: %v", err)
	}
	report, err := s.Retake(t.Context(), q[0].ID, review.Row{Review: sample("1", 1)}, inFiveDays, "Ana")
	if err != nil || report.Added != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	if _, err := s.Retake(t.Context(), q[0].ID, review.Row{Review: sample("1", 1)}, inFiveDays, "Ana"); !errors.Is(err, review.ErrNotQuarantined) {
		t.Errorf("twice: %v", err)
	}
	if all, err := s.Batches(t.Context(), 9); err != nil || len(all) != 2 || !all[0].Mended || all[1].Mended {
		t.Errorf("told apart: %+v, %v", all, err)
	}
	h, err := s.History(t.Context(), 1)
	if err != nil || h[len(h)-1].Action != review.Mend || h[len(h)-1].By != "Ana" {
		t.Errorf("%+v, %v", h, err)
	}
	if q, err = s.Quarantine(t.Context(), 0, 10); err != nil || len(q) != 0 {
		t.Errorf("left: %+v, %v", q, err)
	}
}

func TestTheQuarantineOfOneImport(t *testing.T) {
	s, _ := profile(t)
	several := func(n int) func(func(review.Row, error) bool) {
		return func(yield func(review.Row, error) bool) {
			for i := range n {
				if !yield(review.Row{Rejected: &review.Rejection{Line: i + 2, Raw: "brut"}}, nil) {
					return
				}
			}
		}
	}
	first := take5(t, s, several(3)).Batch
	other, err := s.Import(t.Context(), review.Origin{Format: "google"}, several(2), inFiveDays, false)
	must(t, err)
	second := other.Batch
	q, err := s.QuarantineOf(t.Context(), second, 0, 10)
	if err != nil || len(q) != 2 || q[0].Batch != second || q[0].Line != 2 {
		t.Fatalf("%+v, %v", q, err)
	}
	if rest, err := s.QuarantineOf(t.Context(), second, q[0].ID, 10); err != nil || len(rest) != 1 || rest[0].ID != q[1].ID {
		t.Errorf("the page after: %+v, %v", rest, err)
	}
	if _, err := s.Retake(t.Context(), q[0].ID, review.Row{Review: sample("1", 1)}, inFiveDays, "Ana"); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Waiting(t.Context()); err != nil || len(n) != 2 || n[first] != 3 || n[second] != 1 {
		t.Errorf("waiting: %v, %v", n, err)
	}
}

func TestManyAtOnceAndBack(t *testing.T) {
	s := queued(t, 6)
	all := review.Filter{States: []review.State{review.New}}
	b := review.Bulk{Action: review.BulkDismiss, Filter: all, Reason: "hors sujet", By: "Ana", At: time.Now()}
	n, err := s.Preview(t.Context(), b)
	if did, err2 := s.Do(t.Context(), b); err != nil || err2 != nil || n != 6 || did != 6 {
		t.Fatalf("%d foreseen, %d done, %v, %v", n, did, err, err2)
	}
	if _, err := s.Advance(t.Context(), review.Move{Review: get(t, s, 2), Action: review.Restore, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if n, err := s.UndoBulk(t.Context(), "Ana", time.Now()); err != nil || n != 5 {
		t.Errorf("undone: %d, %v", n, err)
	}
	if _, err := s.UndoBulk(t.Context(), "Ana", time.Now()); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("twice: %v", err)
	}
	if _, err := s.Do(t.Context(), review.Bulk{Action: review.BulkAssign, IDs: []int64{1, 2}, Assignee: "Bo", At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Assign(t.Context(), 1, 1, "Cy", "Ana", time.Now()); !errors.Is(err, review.ErrConflict) {
		t.Errorf("an old version: %v", err)
	}
	if ids := listed(t, s, review.Filter{Assignee: "Bo"}); len(ids) != 2 {
		t.Errorf("assigned: %v", ids)
	}
	c, err := s.Counts(t.Context(), time.Now())
	if err != nil || c.ByState[review.New] != 6 {
		t.Errorf("%+v, %v", c, err)
	}
}

func get(t *testing.T, s *Store, id int64) review.Review {
	t.Helper()
	r, err := s.Review(t.Context(), id)
	must(t, err)
	return r
}

func TestViewsComeBack(t *testing.T) {
	s, _ := profile(t)
	v := review.View{Name: "À relire", Filter: review.Filter{States: []review.State{review.Drafted}, Findings: true, Search: "carte"}, Overdue: true}
	must(t, s.SaveView(t.Context(), v))
	v.Filter.Search = "passeport"
	must(t, s.SaveView(t.Context(), v))
	all, err := s.Views(t.Context())
	if err != nil || len(all) != 1 || all[0].Filter.Search != "passeport" || !all[0].Overdue || !all[0].Filter.Findings {
		t.Errorf("%+v, %v", all, err)
	}
	must(t, s.RemoveView(t.Context(), "À relire"))
	if all, err := s.Views(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestTwinsStandTogether(t *testing.T) {
	s, _ := profile(t)
	text := "Je suis venu trois fois au guichet de la mairie pour ma carte et personne n’a su me répondre sur le délai ni sur les pièces."
	take5(t, s, rowsOf(reworded("1", 1, text), reworded("2", 2, strings.ToUpper(text)), reworded("3", 3, "Bonjour. "+strings.Replace(text, "trois", "quatre", 1)+" Merci."),
		reworded("4", 4, "La piscine ouvre trop tard le dimanche matin et les vestiaires sont sales, quel dommage pour les enfants.")))
	twins, err := s.Twins(t.Context(), 1, 10)
	if err != nil || len(twins) != 2 || twins[0].ID != 2 || twins[1].ID != 3 {
		t.Errorf("%d twins, %v", len(twins), err)
	}
	if ids := listed(t, s, review.Filter{Twins: true}); len(ids) < 2 || ids[0] != 1 || ids[1] != 2 {
		t.Errorf("in the queue: %v", ids)
	}
	if ids := listed(t, s, review.Filter{TwinOf: 2}); len(ids) < 2 {
		t.Errorf("the group: %v", ids)
	}
}

// TestPurgeLeavesNoWord: planted words are in no file of the profile any more.
func TestPurgeLeavesNoWord(t *testing.T) {
	s, dir := profile(t)
	take5(t, s, newGenerator().rows(300))
	planted := []string{"Zorglubiste", "zorglub", "Quincampoixerie", "quincampoix", "Xylotruc", "Wagamotif", "Brutalisque", "Avantexte"}
	first := reworded("p", 3, "Zorglubiste avant, Avantexte au guichet")
	first.Author = "Xylotruc"
	take5(t, s, rowsOf(first))
	first.Text = "Madame Zorglubiste est venue au guichet"
	take5(t, s, func(yield func(review.Row, error) bool) {
		_ = yield(review.Row{Review: first}, nil) && yield(review.Row{Rejected: &review.Rejection{Line: 2, Raw: "Brutalisque Zorglubiste;"}}, nil)
	})
	answered(t, s, 301, "Chère Quincampoixerie", false)
	_, err := s.Advance(t.Context(), review.Move{Review: get(t, s, 301), Action: review.Reopen, Reason: "Wagamotif", At: time.Now()})
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "backups", "schema-0005-x.db"), []byte("Zorglubiste"), 0o600))
	for _, words := range []string{"zorglubiste ", "quincampoixerie ", "wagamotif ", "xylotruc "} {
		if found, err := s.FindPerson(t.Context(), words); err != nil || len(found.Reviews) != 1 || found.Reviews[0] != 301 {
			t.Errorf("%s: %+v, %v", words, found, err)
		}
	}
	who, err := s.FindPerson(t.Context(), "zorglubiste ")
	must(t, err)
	c, err := s.Purge(t.Context(), who, "demande d’effacement", "Ana", time.Now())
	if err != nil || c.Reviews != 1 || c.Replies != 1 || c.Quarantined != 1 || len(c.Hash) != 64 {
		t.Fatalf("%+v, %v", c, err)
	}
	must(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, word := range planted {
			if strings.Contains(strings.ToLower(string(data)), strings.ToLower(word)) {
				t.Errorf("%q is still in %s", word, e.Name())
			}
		}
		return err
	}))
	if all, err := s.Certificates(t.Context()); err != nil || len(all) != 1 || all[0].Hash != c.Hash {
		t.Errorf("%+v, %v", all, err)
	}
	if ids := listed(t, s, review.Filter{}); len(ids) != 300 {
		t.Errorf("%d reviews are left", len(ids))
	}
}

// TestForgettingLeavesNoName: beside the reviews, a name may stand in a view, in
// the columns of a file without a header, and in their mapping.
func TestForgettingLeavesNoName(t *testing.T) {
	s, dir := profile(t)
	header := "Zorglubiste se plaint;05/03/2024"
	_, err := s.Import(t.Context(), review.Origin{Format: "mapped", Header: header, Mapping: review.Mapping{review.FieldText: "Zorglubiste se plaint"}}, rowsOf(sample("1", 1)), inFiveDays, false)
	must(t, err)
	must(t, s.Set(t.Context(), "mapping.abc", `{"text":"Zorglubiste se plaint"}`))
	must(t, s.Set(t.Context(), "mapping.def", `{"text":"Avis"}`))
	must(t, s.SaveView(t.Context(), review.View{Name: "un", Filter: review.Filter{Search: "zorglubiste"}}))
	must(t, s.SaveView(t.Context(), review.View{Name: "Suivi Zorglubiste"}))
	must(t, s.SaveView(t.Context(), review.View{Name: "deux", Filter: review.Filter{Search: "guichet", Assignee: "Zorglubiste"}}))
	must(t, s.ForgetAbout(t.Context(), "zorglubiste "))
	views, err := s.Views(t.Context())
	if err != nil || len(views) != 1 || views[0].Name != "deux" {
		t.Errorf("views: %+v, %v", views, err)
	}
	must(t, s.RemoveView(t.Context(), "deux"))
	_, err = s.Purge(t.Context(), review.Traces{}, "demande", "Ana", time.Now())
	must(t, err)
	must(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(strings.ToLower(string(data)), "zorglub") {
			t.Errorf("the name is still in %s", e.Name())
		}
		return err
	}))
	if kept, err := s.Settings(t.Context()); err != nil || kept["mapping.def"] == "" {
		t.Errorf("settings: %v, %v", kept, err)
	}
}

// TestColleaguesAreNotErased: a person who bears an agent's name does not take
// along what that agent signed or was given.
func TestColleaguesAreNotErased(t *testing.T) {
	s := queued(t, 2)
	must(t, s.Set(t.Context(), "frame.signatures", "Claire Martin\nLe service"))
	must(t, s.Set(t.Context(), "frame.signature_en", "Anne Martin, reviews team"))
	r, err := s.Assign(t.Context(), 1, 1, "Claire Martin", "Ana", time.Now())
	must(t, err)
	signed := drafted(1, "Merci.")
	signed.Frame.Signature = "Claire Martin"
	r = move(t, s, move(t, s, r, review.Start, drafted(0, "")), review.Finish, signed)
	english := drafted(2, "Thank you.")
	english.Frame.Signature = "Anne Martin, reviews team"
	move(t, s, move(t, s, r, review.Start, drafted(0, "")), review.Finish, english)
	if found, err := s.FindPerson(t.Context(), "martin "); err != nil || len(found.Reviews) != 0 {
		t.Errorf("%+v, %v", found, err)
	}
}

// TestACutPurgeIsFinished: cut off after its last word to the database, a purge
// is finished when the profile is opened again.
func TestACutPurgeIsFinished(t *testing.T) {
	s, dir := profile(t)
	old, newer := filepath.Join(dir, "backups", "schema-0005-x.db"), filepath.Join(dir, "backups", "schema-0006-x.db")
	must(t, os.WriteFile(old, []byte("Zorglubiste"), 0o600))
	must(t, os.WriteFile(newer, []byte("rien"), 0o600))
	must(t, os.Chtimes(newer, time.Now().Add(time.Hour), time.Now().Add(time.Hour)))
	_, err := s.db.ExecContext(t.Context(), `INSERT INTO certificate (at, reason, actor, reviews, replies, rejected, hash) VALUES (?, '', '', 1, 0, 0, '')`, millis(time.Now()))
	must(t, err)
	must(t, s.Close())
	s, err = Open(t.Context(), dir, "test")
	must(t, err)
	defer s.Close()
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("the older backup: %v", err)
	}
	if _, err := os.Stat(newer); err != nil {
		t.Errorf("the newer backup: %v", err)
	}
}

// TestTheQuarantineExpires: rows kept aside follow the clock of new reviews, by
// the source of their file.
func TestTheQuarantineExpires(t *testing.T) {
	s, _ := profile(t)
	for _, format := range []string{"voxusagers", "google"} {
		_, err := s.Import(t.Context(), review.Origin{Format: format}, func(yield func(review.Row, error) bool) {
			yield(review.Row{Rejected: &review.Rejection{Line: 2, Raw: format}}, nil)
		}, inFiveDays, false)
		must(t, err)
	}
	for source, want := range map[review.Source]int{"": 2, "spplus": 1, "jdma": 0} {
		clocks := []review.Clock{{Source: source, State: review.New, Months: 1}, {State: review.Exported, Months: 1}}
		e, err := s.Expired(t.Context(), clocks, time.Now().AddDate(0, 2, 0), 10)
		if err != nil || e.Clocks[0].Quarantined != want || len(e.Quarantined) != want || e.Clocks[1].Quarantined != 0 {
			t.Errorf("%q: %+v, %v", source, e, err)
		}
		if e, err := s.Expired(t.Context(), clocks, time.Now(), 10); err != nil || len(e.Quarantined) != 0 {
			t.Errorf("%q, too soon: %+v, %v", source, e, err)
		}
	}
}

func TestRetentionClocks(t *testing.T) {
	s := queued(t, 3)
	clocks := []review.Clock{{State: review.New, Months: 12}, {State: review.Exported, Months: 1}, {Source: "google", State: review.New, Months: 1}}
	for months, want := range map[int]int{0: 0, 11: 0, 13: 3} {
		e, err := s.Expired(t.Context(), clocks, time.Now().AddDate(0, months, 0), 2)
		if err != nil || e.Clocks[0].Reviews != want || len(e.IDs) != min(2, want) || e.Clocks[2].Reviews != 0 {
			t.Errorf("after %d months: %+v, %v", months, e, err)
		}
	}
}

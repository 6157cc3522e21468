package outbox

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ecritoire/internal/review"
)

var one = []review.Outgoing{{ID: 7, Source: review.SourceSPPlus, ExternalID: "9001", Title: "=1+1", Reply: "- Bonjour,\n« merci »", Writer: review.WriterTrame,
	ValidatedBy: "Claire", ValidatedAt: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}}

// TestFormats: the platform's file keeps every character; the spreadsheet's
// cells cannot run.
func TestFormats(t *testing.T) {
	for format, want := range map[string]string{
		"spplus": "\ufeffID expérience,Réponse structure 1\n9001,\"- Bonjour,\n« merci »\"\n",
		"csv": "\ufeffsource,external_id,title,reply,writer,validated_by,validated_at\n" +
			"spplus,9001,'=1+1,\"'- Bonjour,\n« merci »\",trame,Claire,2026-11-24T09:00:00Z\n",
		"jsonl": `{"id":7,"source":"spplus","external_id":"9001","title":"=1+1","reply":"- Bonjour,\n« merci »","writer":"trame","validated_by":"Claire","validated_at":"2026-11-24T09:00:00Z"}` + "\n",
	} {
		path := filepath.Join(t.TempDir(), "out")
		if n, err := Write(path, format, each(one)); err != nil || n != 1 {
			t.Fatal(n, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s: %v\n%q\nwant\n%q", format, err, got, want)
		}
	}
}

// TestWhatCannotBeWrittenLeavesNothing: neither a part of a file nor another.
func TestWhatCannotBeWrittenLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]error{dir: ErrWrite, filepath.Join(dir, "no", "where"): ErrWrite} {
		if _, err := Write(path, "csv", each(one)); !errors.Is(err, want) {
			t.Errorf("got %v", err)
		}
	}
	if _, err := Write(filepath.Join(dir, "x"), "docx", each(one)); !errors.Is(err, ErrFormat) {
		t.Errorf("got %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("%d files left, %v", len(left), err)
	}
}

// TestWhatStopsHalfWayLeavesTheFileAsItWas: neither replies that cannot be read
// nor an export of none touch the file of an earlier export.
func TestWhatStopsHalfWayLeavesTheFileAsItWas(t *testing.T) {
	lost := errors.New("lost")
	halfway := func(yield func(review.Outgoing, error) bool) {
		_ = yield(one[0], nil) && yield(review.Outgoing{}, lost)
	}
	for name, c := range map[string]struct {
		items iter.Seq2[review.Outgoing, error]
		want  error
	}{"an error among the items": {halfway, lost}, "no items": {each(nil), nil}} {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.csv")
		if err := os.WriteFile(path, []byte("hier"), 0o600); err != nil {
			t.Fatal(err)
		}
		if n, err := Write(path, "csv", c.items); n != 0 || !errors.Is(err, c.want) {
			t.Errorf("%s: %d, %v", name, n, err)
		}
		left, err := os.ReadDir(dir)
		if kept, errRead := os.ReadFile(path); string(kept) != "hier" || len(left) != 1 || errors.Join(err, errRead) != nil {
			t.Errorf("%s: %q, %d files", name, kept, len(left))
		}
	}
}

func each(items []review.Outgoing) iter.Seq2[review.Outgoing, error] {
	return func(yield func(review.Outgoing, error) bool) {
		for _, i := range items {
			if !yield(i, nil) {
				return
			}
		}
	}
}

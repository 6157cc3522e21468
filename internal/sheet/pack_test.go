package sheet

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// built makes a pack of the samples, with more documents added to the folder.
func built(t *testing.T, more entries) *Pack {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "folder"))); err != nil {
		t.Fatal(err)
	}
	for name, body := range more {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	archive := file(t, "vosdroits.zip", zipped(t, entries{"F90001.xml": string(sample(t, "F1.xml"))}))
	out := filepath.Join(t.TempDir(), "pack.db")
	if _, err := Build(context.Background(), Order{Out: out, Name: "Essai", Sources: []string{archive, dir, filepath.Join("testdata", "answers.csv")}}, nil); err != nil {
		t.Fatal(err)
	}
	p, err := Open(context.Background(), out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func TestSearchGivesThePassageItsPathAndItsDate(t *testing.T) {
	p := built(t, nil)
	for query, want := range map[string]string{
		"encombrants locataire": "F90001", "fuite d’eau": "answers-1", "passeport samedi": "mairie.md", "tarif piscine enfant": "démarches/piscine.html", "louer la salle": "salle.txt", "pissine": "démarches/piscine.html",
	} {
		hits, err := p.Search(context.Background(), query, 3)
		if err != nil || len(hits) == 0 || hits[0].Sheet != want {
			t.Errorf("%q: %+v, %v", query, hits, err)
		}
	}
	hits, err := p.Search(context.Background(), "démarche pour les encombrants, rendez-vous par téléphone", 3)
	i := slices.IndexFunc(hits, func(h Hit) bool { return h.Sheet == "F90001" })
	if err != nil || i < 0 {
		t.Fatal(hits, err)
	}
	h := hits[i]
	if h.Date != "2025-03-04" || h.Title != "Ramassage des encombrants" || !slices.Equal(h.Heading, []string{"Démarche"}) || !strings.Contains(h.Text, "par téléphone") || h.URL == "" {
		t.Errorf("%+v", h)
	}
}

func TestSearchGivesNothingForUnknownWords(t *testing.T) {
	p := built(t, nil)
	for _, query := range []string{"", "   ", "zzzz", "le la les", "?!\x00\xff", strings.Repeat("zzzz ", 100000)} {
		if hits, err := p.Search(context.Background(), query, 5); err != nil || len(hits) != 0 {
			t.Errorf("%.20q: %v, %v", query, hits, err)
		}
	}
}

func TestReadGivesTheWholeSheet(t *testing.T) {
	p := built(t, nil)
	s, err := p.Read(context.Background(), "particuliers", "F90001")
	if err != nil || len(s.Sections) != 3 || s.Licence != licenceOpen || !slices.Equal(s.Path, []string{"Logement"}) {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := p.Read(context.Background(), "particuliers", "F0"); !errors.Is(err, ErrNoSuchSheet) {
		t.Error(err)
	}
}

// The same sources give the same pack, whatever the day.
func TestBuildIsRepeatable(t *testing.T) {
	a, b := built(t, nil), built(t, nil)
	if a.Info().Hash != b.Info().Hash || !slices.Equal(a.vectors, b.vectors) {
		t.Error("two builds differ")
	}
}

func TestCompareTellsWhatRepliesCannotStandOn(t *testing.T) {
	before := built(t, entries{"parking.md": "# Parking\n\nLe parking est gratuit.\n\n## Nuit\n\nFermé à 22 h.", "bus.md": "# Bus\n\nLigne 3.", "gare.md": "# Gare\n\nOuverte."})
	after := built(t, entries{"parking.md": "# Parking\n\nLe parking est payant.\n\n## Nuit\n\nFermé à 22 h.", "vélo.md": "# Vélo\n\nPiste.", "gare.md": "# Gare\n\nOuverte."})
	changes, err := Compare(context.Background(), before, after)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, c := range changes {
		got = append(got, c.What+" "+c.Sheet+" "+strings.Join(c.Lost, "|"))
	}
	if want := []string{"gone bus.md Ligne 3.", "changed parking.md Le parking est gratuit.", "added vélo.md "}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestOpenRefusesWhatIsNoPack(t *testing.T) {
	p := built(t, nil)
	path := ""
	if err := p.db.QueryRow("SELECT file FROM pragma_database_list").Scan(&path); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	newer := slices.Clone(whole)
	newer[63] = 99 // the user version stands at bytes 60 to 63 of an SQLite file
	for name, c := range map[string]struct {
		body []byte
		want error
	}{"empty": {nil, ErrNotAPack}, "text": {[]byte("not a pack"), ErrNotAPack}, "cut": {whole[:len(whole)/2], ErrNotAPack}, "newer": {newer, ErrPackFormat}} {
		if _, err := Open(context.Background(), file(t, "p.db", c.body)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(context.Background(), filepath.Join(t.TempDir(), "absent.db")); !errors.Is(err, ErrNotAPack) {
		t.Error("absent:", err)
	}
}

// A build that is stopped, at any stage, leaves the pack that was there and
// nothing else.
func TestStoppedBuildLeavesThePackAlone(t *testing.T) {
	for _, stage := range []string{"read", "index", "relate", "write"} {
		dir := t.TempDir()
		out := filepath.Join(dir, "pack.db")
		if err := os.WriteFile(out, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(context.Background())
		_, err := Build(ctx, Order{Out: out, Sources: []string{filepath.Join("testdata", "folder")}}, func(p Progress) {
			if p.Stage == stage {
				stop()
			}
		})
		stop()
		left, _ := os.ReadDir(dir)
		old, _ := os.ReadFile(out)
		if !errors.Is(err, context.Canceled) || len(left) != 1 || string(old) != "old" {
			t.Errorf("%s: %v, %v, %q", stage, err, left, old)
		}
	}
}

package intake

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"ecritoire/internal/review"
)

const firstLine = "ID expérience,Etat expérience,Statut de l'expérience,Date de publication,Titre,Description,Ressenti usager,Relation,Canaux Typologie 1,Evaluation  réponse structure 1 par auteur"

func read(t *testing.T, content []byte) ([]review.Row, error) {
	t.Helper()
	f, err := Read(bytes.NewReader(content), "")
	if err != nil {
		return nil, err
	}
	rows := []review.Row{}
	for row, err := range f.Rows() {
		if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func TestEncodings(t *testing.T) {
	text := firstLine + "\n12,A traiter,,05/09/2026 10:30,L’été,\"Déçu…\nvraiment, 12 €\",Négatif,Positif,\"Accueil,Téléphone\",\n"
	cp1252, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	latin := []rune{}
	for _, b := range cp1252 {
		latin = append(latin, rune(b)) // cp1252 read as Latin-1: C1 characters
	}
	for name, content := range map[string][]byte{
		"utf-8": []byte(text), "bom": []byte("\ufeff" + text), "cp1252": cp1252, "c1 in utf-8": []byte(string(latin)),
		"utf-16le": utf16Bytes(text, false), "utf-16be": utf16Bytes(text, true),
		"semicolon": []byte(strings.Replace(strings.Replace(text, ",", ";", 9), "12,A traiter,,05/09/2026 10:30,L’été,", "12;A traiter;;05/09/2026 10:30;L’été;", 1)),
	} {
		if name == "semicolon" {
			content = bytes.Replace(content, []byte("\",Négatif,Positif,\"Accueil,Téléphone\","), []byte("\";Négatif;Positif;\"Accueil,Téléphone\";"), 1)
		}
		rows, err := read(t, content)
		if err != nil || len(rows) != 1 || rows[0].Rejected != nil {
			t.Errorf("%s: %v, %+v", name, err, rows)
			continue
		}
		r := rows[0].Review
		if r.Title != "L’été" || r.Text != "Déçu…\nvraiment, 12 €" || r.Sentiment != review.Negative || len(r.Channels()) != 2 || r.WrittenAt.UTC().Hour() != 8 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func utf16Bytes(s string, big bool) []byte {
	out := []byte{}
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, c := range map[string]struct {
		path string
		want error
	}{
		"missing":    {filepath.Join(dir, "none.csv"), ErrUnreadable},
		"directory":  {dir, ErrNotAFile},
		"empty":      {write("empty.csv", nil), ErrEmpty},
		"blank":      {write("blank.csv", []byte(" \n\n")), ErrEmpty},
		"archive":    {write("a.csv", []byte("PK\x03\x04 and more")), ErrDamaged},
		"nul":        {write("nul.csv", []byte("a,b\x00c\n1,2")), ErrBinary},
		"header":     {write("h.csv", []byte("a,b,c\n1,2,3\n")), ErrUnsure},
		"only quote": {write("q.csv", []byte("\"never closed")), ErrUnsure},
	} {
		f, err := Open(c.path, "")
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if f != nil {
			t.Errorf("%s: a file came back", name)
		}
		if err != nil && strings.Contains(err.Error(), dir) {
			t.Errorf("%s: the error names the path: %v", name, err)
		}
	}
	if _, err := Read(strings.NewReader(firstLine+"\n"), "unknown"); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("unknown format: %v", err)
	}
}

func TestRowsThatCannotBeTakenAreKept(t *testing.T) {
	good := "7,A traiter,,05/09/2026,T,Texte,Positif,,,\n"
	rows, err := read(t, []byte(firstLine+"\n"+good+"8,A traiter,,le 5,T,x,Positif,,,\n9,trop,court\n10,,,05/09/2026,,,,,,\n"+good+"11,a\"b,,05/09/2026,T,x,Positif,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	reasons := []string{}
	for _, r := range rows {
		if r.Rejected != nil {
			reasons = append(reasons, r.Rejected.Reason.FR+"|"+strings.SplitN(r.Rejected.Raw, ",", 2)[0])
		}
	}
	want := []string{"date de publication illisible|8", "3 colonnes au lieu de 10|9", "ni titre, ni texte, ni ressenti|10", "guillemets mal placés ou jamais refermés|11"}
	if len(rows) != 6 || strings.Join(reasons, ";") != strings.Join(want, ";") {
		t.Errorf("%d rows, %q", len(rows), reasons)
	}
}

func TestRowsWithoutIdentifier(t *testing.T) {
	same := ",A traiter,,05/09/2026,T,Texte,Positif,,,\n"
	content := []byte(firstLine + "\n" + same + same)
	first, err := read(t, content)
	if err != nil {
		t.Fatal(err)
	}
	second, err := read(t, content)
	if err != nil {
		t.Fatal(err)
	}
	a, b := first[0].Review.ExternalID, first[1].Review.ExternalID
	if a == "" || a == b || a != second[0].Review.ExternalID || b != second[1].Review.ExternalID {
		t.Errorf("identities %q, %q", a, b)
	}
}

func TestSample(t *testing.T) {
	f, err := Sample()
	if err != nil {
		t.Fatal(err)
	}
	seen, themes := map[review.Sentiment]int{}, map[review.ThemeName]int{}
	n := 0
	for row, err := range f.Rows() {
		if err != nil || row.Rejected != nil {
			t.Fatalf("line of the sample: %v, %+v", err, row.Rejected)
		}
		n++
		seen[row.Review.Sentiment]++
		for _, th := range row.Review.Themes {
			themes[th.Name]++
		}
	}
	if n < 38 || len(seen) < 3 || len(themes) != 5 {
		t.Errorf("%d reviews, sentiments %v, themes %v", n, seen, themes)
	}
}

// TestRealFile reads the real export that developers share; it is never part
// of the repository.
func TestRealFile(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "data", "experiences-spplus-dev.csv")
	f, err := Open(path, "")
	if errors.Is(err, ErrUnreadable) {
		t.Skip("SKIPPED: the shared real rows are not on this machine")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	read, rejected, answered, c1 := 0, 0, 0, 0
	verdicts := map[review.Verdict]int{}
	for row, err := range f.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		read++
		if row.Rejected != nil {
			rejected++
		}
		if row.Review.AnsweredElsewhere {
			answered++
			verdicts[row.Review.Platform.Verdict]++
		}
		if strings.ContainsFunc(row.Review.Title+row.Review.Text, func(r rune) bool { return r >= 0x80 && r <= 0x9f }) {
			c1++
		}
	}
	if read != 618 || rejected != 0 || answered != 44 || c1 != 0 || verdicts[review.Useful] != 7 || verdicts[review.NotUseful] != 7 {
		t.Errorf("read %d, rejected %d, answered %d, with C1 %d, verdicts %v", read, rejected, answered, c1, verdicts)
	}
}

package intake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// told sums rows up: what was taken, by its text, and the reasons of the rest.
func told(rows []review.Row) (texts, reasons []string) {
	for _, r := range rows {
		if r.Rejected != nil {
			reasons = append(reasons, r.Rejected.Reason.FR)
			continue
		}
		texts = append(texts, r.Review.Text)
	}
	return texts, reasons
}

func expect(t *testing.T, rows []review.Row, texts string, reasons ...string) {
	t.Helper()
	gotTexts, gotReasons := told(rows)
	if got := strings.Join(gotTexts, "|"); got != texts {
		t.Errorf("taken %q, want %q", got, texts)
	}
	if len(gotReasons) != len(reasons) {
		t.Fatalf("reasons %q, want %q", gotReasons, reasons)
	}
	for i, want := range reasons {
		if !strings.Contains(gotReasons[i], want) {
			t.Errorf("reason %q, want %q", gotReasons[i], want)
		}
	}
}

func reviewsOf(comments ...string) string {
	list := []string{}
	for i, c := range comments {
		list = append(list, fmt.Sprintf(`{"name":"accounts/1/locations/2/reviews/%s%d","starRating":"TWO","comment":%q,"createTime":"2026-03-01T10:00:00Z"}`, c, i, c))
	}
	return `{"reviews":[` + strings.Join(list, ",") + `]}`
}

// TestDamagedPartOfATakeout: a part that cannot be read is told, the others
// are read.
func TestDamagedPartOfATakeout(t *testing.T) {
	for name, c := range map[string]struct {
		bad, texts string
		reasons    []string
	}{
		"no byte":         {"", "un|trois", []string{"«\u00a0location-2/reviews.json\u00a0»"}},
		"binary":          {"%PDF-1.4", "un|trois", []string{"ni un texte, ni un tableur"}},
		"no json":         {"bonjour", "un|trois", []string{"«\u00a0location-2/reviews.json\u00a0»"}},
		"too deep":        {strings.Repeat("[", 100), "un|trois", []string{"imbriqué"}},
		"other columns":   {`{"reviews":[{"avis":"x"}]}`, "un|trois", []string{"n’a pas les colonnes"}},
		"broken records":  {`{"reviews":[{oops},{oops}]}`, "un|trois", []string{"n’a pas les colonnes"}},
		"nothing to read": {`{"reviews":[]}`, "un|trois", nil},
		"cut":             {reviewsOf("deux", "perdu")[:150], "deux|un|trois", []string{"mal formé"}},
		"deep end":        {strings.Replace(reviewsOf("deux"), "]}", ","+strings.Repeat("[", 100), 1), "deux|un|trois", []string{"imbriqué"}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, _ := rowsOf(t, file(t, zipped(t, "T/location-1/reviews.json", reviewsOf("un"),
				"T/Zoé Martin/location-2/reviews.json", c.bad, "T/location-3/reviews.json", reviewsOf("trois"))), Options{})
			expect(t, rows, c.texts, c.reasons...)
			for i, r := range rows {
				if r.Rejected != nil && (strings.Contains(r.Rejected.Reason.FR, "Zoé") || r.Rejected.Line != i+1) {
					t.Errorf("%+v", r.Rejected)
				}
			}
		})
	}
}

// TestTakeoutOfNothingElse: without one part to read, the error says why.
func TestTakeoutOfNothingElse(t *testing.T) {
	for bad, want := range map[string]error{"": ErrEmpty, "%PDF-1.4": ErrBinary, strings.Repeat("[", 100): ErrNested} {
		if _, err := Open(file(t, zipped(t, "T/reviews.json", bad)), ""); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}

func unpacked(t *testing.T, parts ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(parts); i += 2 {
		path := filepath.Join(dir, filepath.FromSlash(parts[i]))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(parts[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestUnpackedTakeout: a folder with two places, a place without reviews, a
// second page, pictures, and a link that is passed over.
func TestUnpackedTakeout(t *testing.T) {
	dir := unpacked(t, "a/location-1/data.json", `{"title":"Mairie"}`, "a/location-1/reviews.json", reviewsOf("un"), "a/location-1/reviews-2.json", reviewsOf("deux"),
		"a/location-2/data.json", `{"locationName":"Piscine"}`, "a/location-2/reviews.json", reviewsOf("trois"), "a/location-2/photo.jpg", "x", "a/location-3/reviews.json", `{"reviews":[]}`)
	outside := file(t, []byte(reviewsOf("dehors")))
	if err := os.Symlink(outside, filepath.Join(dir, "a", "reviews.json")); err != nil {
		t.Skipf("SKIPPED: no links on this system: %v", err)
	}
	rows, format := rowsOf(t, dir, Options{})
	expect(t, rows, "deux|un|trois", "«\u00a0reviews.json\u00a0» de l’export\u00a0: ce lien n’est pas suivi")
	places := []string{}
	for _, r := range rows {
		for _, s := range r.Review.Structures {
			places = append(places, s.Name+" "+s.ID)
		}
	}
	if got := strings.Join(places, ","); format != "google" || got != "Mairie 2,Mairie 2,Piscine 2" {
		t.Errorf("%s, places %q", format, got)
	}
}

// TestColumnsBeyondTheLimit: what stands there is never missed in silence.
func TestColumnsBeyondTheLimit(t *testing.T) {
	m := review.Mapping{review.FieldDate: "Quand", review.FieldText: "Quoi"}
	sheet := func(row string) string {
		return `<worksheet><row><c t="inlineStr"><is><t>Quand</t></is></c><c t="inlineStr"><is><t>Quoi</t></is></c></row>` +
			`<row><c t="inlineStr"><is><t>2026-03-01</t></is></c><c t="inlineStr"><is><t>un</t></is></c>` + row + `</row>` +
			`<row><c t="inlineStr"><is><t>2026-03-01</t></is></c><c t="inlineStr"><is><t>deux</t></is></c></row></worksheet>`
	}
	table := func(row string) string {
		cell := func(s string) string { return `<table-cell><p>` + s + `</p></table-cell>` }
		return `<table><table-row>` + cell("Quand") + cell("Quoi") + `</table-row><table-row>` + cell("2026-03-01") + cell("un") + row + `</table-row>` +
			`<table-row>` + cell("2026-03-01") + cell("deux") + `</table-row></table>`
	}
	keys := strings.Builder{}
	for i := range columnLimit {
		fmt.Fprintf(&keys, `,"k%d":1`, i)
	}
	many := file(t, []byte(`[{"Quand":"2026-03-01","Quoi":"deux"},{"Quand":"2026-03-01","Quoi":"un"`+keys.String()+`}]`))
	for name, c := range map[string]struct{ path, want string }{
		"xlsx far cell":       {file(t, workbookOf(t, "xl/worksheets/sheet1.xml", sheet(`<c r="XFD2"><v>1</v></c>`))), "plus de 2000 colonnes"},
		"xlsx far empty cell": {file(t, workbookOf(t, "xl/worksheets/sheet1.xml", sheet(`<c r="XFD2"/>`))), ""},
		"xlsx unknown text":   {file(t, workbookOf(t, "xl/worksheets/sheet1.xml", sheet(`<c t="s"><v>7</v></c>`))), "que le classeur n’a pas"},
		"ods far cell":        {file(t, zipped(t, "content.xml", table(`<table-cell number-columns-repeated="4000"/><table-cell><p>x</p></table-cell>`))), "plus de 2000 colonnes"},
		"ods repeated cell":   {file(t, zipped(t, "content.xml", table(`<table-cell number-columns-repeated="4000"><p>x</p></table-cell>`))), "plus de 2000 colonnes"},
		"ods empty rest":      {file(t, zipped(t, "content.xml", table(`<table-cell number-columns-repeated="16384"/>`))), ""},
		"json keys":           {many, "plus de 2000 colonnes"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, _ := rowsOf(t, c.path, Options{Mapping: m})
			if c.want == "" {
				expect(t, rows, "un|deux")
				return
			}
			expect(t, rows, "deux", c.want)
		})
	}
	wide := strings.Repeat("a;", columnLimit+1)
	for name, content := range map[string][]byte{"csv header": []byte(wide + "\n" + wide), "xlsx header": workbookOf(t, "xl/worksheets/sheet1.xml", `<worksheet><row><c r="XFD1"><v>1</v></c></row></worksheet>`),
		"ods header": zipped(t, "content.xml", `<table><table-row><table-cell number-columns-repeated="99999"><p>x</p></table-cell></table-row></table>`)} {
		if _, err := Open(file(t, content), ""); !errors.Is(err, ErrTooWide) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSectionsOfXML: CDATA is text, comments are nothing, quotes may be single.
func TestSectionsOfXML(t *testing.T) {
	m := review.Mapping{review.FieldDate: "Quand", review.FieldText: "Quoi"}
	const said = `<![CDATA[Tout > "rien" <b>&amp; ]] ]]>fin<!-- un > deux -->`
	const want = `Tout > "rien" <b>&amp; ]] fin`
	book := workbookOf(t, "xl/worksheets/sheet1.xml", `<worksheet><row><c t='inlineStr'><is><t>Quand</t></is></c><c t="inlineStr"><is><t>Quoi</t></is></c></row>`+
		`<row><c t="str"><v>2026-03-01</v></c><c t="inlineStr"><is><t>`+said+`</t></is></c></row></worksheet>`)
	ods := strings.Replace(odsRows, `Un<text:s/>&amp; deux</text:p><text:p>trois`, said+`<office:annotation><text:p>note</text:p></office:annotation>`, 1)
	for name, content := range map[string][]byte{"xlsx": book, "ods": zipped(t, "content.xml", ods)} {
		rows, _ := rowsOf(t, file(t, content), Options{Mapping: m})
		if got, _ := told(rows); len(got) != 1 || strings.TrimSpace(got[0]) != strings.ReplaceAll(want, "&amp;", "&") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestForeignSheet: a sheet that is not of the file's format says so.
func TestForeignSheet(t *testing.T) {
	moved := []string{jdmaHead[6], jdmaHead[0], jdmaHead[3]}
	rows, _ := rowsOf(t, file(t, workbook(t, [][]string{jdmaHead, {"2026-03-01", "F", "S", "1", "", "Bien", "un"}},
		[][]string{{"Mois", "Total"}, {"mars", "12"}}, [][]string{moved, {"deux", "2026-03-02", "2"}, {"trois", "jamais", "3"}},
		[][]string{{"Date", "ID", "Bouton", "Satisfaction démarche", "Commentaire"}, {"2024-03-02", "4", "B", "Bien", "quatre"}})), Options{})
	expect(t, rows, "un|deux|quatre", "feuille 2\u00a0: les colonnes de cette feuille ne sont pas celles", "feuille 3\u00a0: date")
	if raw := rows[3].Rejected.Raw; raw != "jamais,,,3,,,trois" {
		t.Errorf("the row does not stand below the first header: %q", raw)
	}
}

// TestCutSheet: XML that breaks off inside a sound archive is no end of file.
func TestCutSheet(t *testing.T) {
	whole := `<worksheet><sheetData><row><c t="inlineStr"><is><t>Date</t></is></c></row><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`
	for cut := range len(whole) - 1 {
		_, err := Open(file(t, workbookOf(t, "xl/worksheets/sheet1.xml", whole[:cut])), "")
		if cut < 116 && !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at %d: %v", cut, err)
		}
	}
}

// TestRestOfAnObject: what follows the first array of records is read too.
func TestRestOfAnObject(t *testing.T) {
	m := review.Mapping{review.FieldDate: "d", review.FieldText: "t"}
	for name, content := range map[string]string{
		"pages":      `{"results":[{"d":"2026-03-01","t":"un"}],"next":{"a":[1]}}` + "\n" + `{"results":[{"d":"2026-03-01","t":"deux"}]}`,
		"two arrays": `{"data":[{"d":"2026-03-01","t":"un"}], "n":"]}", "items":[{"d":"2026-03-01","t":"deux"}]}`,
		"lines":      `{"d":"2026-03-01","t":"un","items":["a","b"]}` + "\n" + `{"d":"2026-03-01","t":"deux","items":[]}`,
	} {
		t.Run(name, func(t *testing.T) {
			rows, _ := rowsOf(t, file(t, []byte(content)), Options{Mapping: m})
			expect(t, rows, "un|deux")
		})
	}
}

// TestKeyOfAHeader is the same whatever the order of the columns.
func TestKeyOfAHeader(t *testing.T) {
	keys := map[string]bool{}
	for range 20 {
		p, err := Look(file(t, []byte(`[{"quand":"x","quoi":null,"ou":{"b":1,"a":2}}]`)), Options{})
		if err != nil || len(p.Columns) != 4 {
			t.Fatalf("%v %+v", err, p)
		}
		keys[p.Key] = true
	}
	p, err := Look(file(t, []byte("Où.B;QUOI;Quand;ou a\n1;2;3;4\n")), Options{})
	if keys[p.Key] = true; err != nil || len(keys) != 1 {
		t.Errorf("%v, keys %v", err, keys)
	}
}

// TestARejectedRowSaysWhoseItIs where it can: the next export is known by it.
func TestARejectedRowSaysWhoseItIs(t *testing.T) {
	for name, c := range map[string]struct{ file, id, text string }{
		"named":     {"ID expérience;Date de publication;Titre;Description;Ressenti usager\n7;jamais;Parc;Fermé.;Négatif\n", "7", "Fermé."},
		"nameless":  {"ID expérience;Date de publication;Titre;Description;Ressenti usager\n;jamais;Parc;Fermé.;Négatif\n", "", ""},
		"rounded":   {"ID expérience;Date de publication;Titre;Description;Ressenti usager\n1,2E+12;jamais;Parc;Fermé.;Négatif\n", "", ""},
		"empty":     {"ID expérience;Date de publication;Titre;Description;Ressenti usager\n7;03/03/2026;;;\n", "7", ""},
		"anonymous": {"Date de l'avis,Nom du formulaire,Identifiant Avis,Souhaitez-vous nous en dire plus ?\njamais,F,7,Fermé.\n", "7", "Fermé."},
	} {
		rejected := onlyRejected(t, c.file)
		if (rejected.Seen != nil) != (c.id != "") || c.id != "" && (rejected.Seen.ExternalID != c.id || rejected.Seen.Text != c.text) {
			t.Errorf("%s: %+v", name, rejected.Seen)
		}
	}
}

func onlyRejected(t *testing.T, text string) review.Rejection {
	t.Helper()
	f, err := Read(strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	row, err := f.only()
	if err != nil || row.Rejected == nil {
		t.Fatalf("%+v, %v", row, err)
	}
	return *row.Rejected
}

package intake

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"ecritoire/internal/review"
)

const experienceHead = "ID expérience;Date de publication;Titre;Description;Ressenti usager\n"

// TestDatesAsPeopleWriteThem: as spreadsheets, mails and colleagues do.
func TestDatesAsPeopleWriteThem(t *testing.T) {
	for want, all := range map[string][]string{
		"2026-09-04 00:00": {"04 sept. 2026", "04-sept-26", "04-sept.-26", "4-sept.-2026", "ven. 4 sept. 2026", "ven. 04/09/2026", "Vendredi, 4 septembre 2026", "04.09.26", "4/9/26", "vendredi 04 septembre 26", "46269", "2026-9-4", "2026/9/4", "4 Sep 2026"},
		"2026-09-04 14:05": {"04/09/2026 14h05", "04/09/2026 à 14 h 05", "04/09/2026 - 14:05", "04/09/2026, 14:05", "vendredi 4 septembre 2026 à 14 h 05", "Vendredi 04/09/2026 14:05", "4 sept. 2026 14h05", "04/09/2026 14:05:00.250", "2026-09-04T12:05Z",
			"2026-09-04 14h05", "04/09/2026 14 h 05 min", "04-sept.-26 14:05", "04/09/26 à 14h05",
			"Fri Sep 04 2026 14:05:00 GMT+0200 (heure d’été d’Europe centrale)", "Fri, 04 Sep 2026 12:05:00 GMT", "Fri, 04 Sep 2026 14:05:00 +0200", "2026-09-04 14:05:00+02", "2026-09-04 14:05:00.123456+02",
			"2026-9-4 14:05", "2026/9/4 14:05", "20260904T120500Z", "\u200e04/09/2026 \u200e14:05", "4\u202fseptembre\u202f2026 à 14\u202fh\u202f05"},
		"2026-09-04 14:00": {"04/09/2026 14h", "4 septembre 2026 à 14 h", "2026-09-04 14 h"},
		"2026-05-01 00:00": {"1er mai 2026", "vendredi 1er mai 2026"},
	} {
		for _, written := range all {
			if got, err := parseDate(written); err != nil || got.In(review.Paris).Format("2006-01-02 15:04") != want {
				t.Errorf("%q gave %s, %v", written, got, err)
			}
		}
	}
	for _, written := range []string{"09/04/2026 2:05 PM", "09/13/2026", "04-09-26", "2026-09", "4 sept.", "lundi", "04/09/2026 25h", "32 mai 2026", "4 brumaire 2026", "04/09/2026 14:05:61", "14h05", ""} {
		if got, err := parseDate(written); err == nil {
			t.Errorf("%q gave %s", written, got)
		}
	}
}

// TestARepeatedHeader: two exports one behind the other.
func TestARepeatedHeader(t *testing.T) {
	rows, _ := rowsOf(t, file(t, []byte(experienceHead+"1;02/03/2026;;un;\n\ufeff"+experienceHead+"2;02/03/2026;;deux;\n")), Options{})
	expect(t, rows, "un|deux", "en-tête")
}

// TestAHeaderInAnotherOrder: an export of another month behind the first, whose
// columns stand otherwise; a row of it that is rejected can be mended.
func TestAHeaderInAnotherOrder(t *testing.T) {
	text := "Date;ID;Bouton;Satisfaction démarche;Commentaire\n2026-03-01;1;B;Bien;un\nID;Commentaire;Date;Satisfaction démarche;Bouton\n2;\"deux;\"\"trois\"\"\";2026-03-02;Mal;B\n3;quatre;jamais;Mal;B\n" +
		"Date;ID;Bouton;Satisfaction démarche;Commentaire\n2026-03-04;4;B;Bien;cinq\n"
	f, err := Read(strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := first(f, 10)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, rows, "un|deux;\"trois\"|cinq", "en-tête", "date", "en-tête")
	if rows[2].Review.Sentiment != review.Negative || rows[2].Review.ExternalID != "2" {
		t.Errorf("%+v", rows[2].Review)
	}
	mended := Again("jdma", f.Header(), strings.Replace(rows[3].Rejected.Raw, "jamais", "2026-03-03", 1), nil)
	if mended.Rejected != nil || mended.Review.Text != "quatre" || mended.Review.ExternalID != "3" {
		t.Errorf("%+v, %+v", mended.Rejected, mended.Review)
	}
}

// TestNumbersThatASpreadsheetRounded name nobody: two reviews do not become one.
func TestNumbersThatASpreadsheetRounded(t *testing.T) {
	for _, id := range []string{"1,23457E+12", "1.23457E+12", "1E+15", "1,23E15"} {
		rows, _ := rowsOf(t, file(t, []byte(experienceHead+id+";02/03/2026;;un;\n"+id+";02/03/2026;;deux;\n")), Options{})
		if len(rows) != 2 || rows[0].Review.ExternalID == rows[1].Review.ExternalID {
			t.Errorf("%s: %+v", id, rows)
		}
	}
	for id, want := range map[string]string{"12E": "12E", "12.0": "12", "1.2.0": "1.2.0"} {
		rows, _ := rowsOf(t, file(t, []byte(experienceHead+id+";02/03/2026;;un;\n")), Options{})
		if rows[0].Review.ExternalID != want {
			t.Errorf("%q became %q", id, rows[0].Review.ExternalID)
		}
	}
}

// TestNumbersKeptAsText: ="0012", as exports write what a spreadsheet must not
// take for a number.
func TestNumbersKeptAsText(t *testing.T) {
	rows, _ := rowsOf(t, file(t, []byte(experienceHead+"=\"0012\";02/03/2026;;un;\n=\"0013\";02/03/2026;;=\"deux;\n")), Options{})
	expect(t, rows, "un", "guillemets")
	if rows[0].Review.ExternalID != "0012" {
		t.Errorf("%q", rows[0].Review.ExternalID)
	}
}

// TestOddQuestions: a form may ask for the words of its users in words of its own.
func TestOddQuestions(t *testing.T) {
	for question, want := range map[string]string{
		"Pouvez-vous nous en dire plus ? (facultatif)":     "Très clair",
		"Avez-vous une remarque ou une suggestion ?":       "Très clair",
		"Votre commentaire":                                "Très clair",
		"Souhaitez-vous nous en dire plus ?":               "Très clair",
		"Comment avez-vous connu le site ?":                "",
		"Souhaitez-vous ajouter un commentaire ?,Verbatim": "Oui\n\nTrès clair",
	} {
		first := ""
		if strings.Contains(question, ",") {
			first = "Oui,"
		}
		head := "Date de l'avis,Nom du formulaire,Lien d'intégration,Identifiant Avis,\"De façon générale, comment ça s'est passé ?\"," + question
		path := file(t, []byte(head+"\n02/03/2026,F,L,7,Bien,"+first+"Très clair\n"))
		rows, format := rowsOf(t, path, Options{})
		if format != "jdma" || len(rows) != 1 || rows[0].Rejected != nil || rows[0].Review.Text != want {
			t.Errorf("%s: %+v", question, rows)
		}
		p, err := Look(path, Options{})
		if last := p.Columns[len(p.Columns)-1]; err != nil || (last.Field == review.FieldText) != (want != "") {
			t.Errorf("%s: taken for %q, %v", question, last.Field, err)
		}
	}
}

// TestAChart is a sheet without rows.
func TestAChart(t *testing.T) {
	rels := `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`
	content := zipped(t, "xl/workbook.xml", `<workbook><sheets><sheet name="G" r:id="rId2"/><sheet name="a" r:id="rId1"/></sheets></workbook>`, "xl/_rels/workbook.xml.rels", rels,
		sheet1, `<worksheet>`+inlineRow(legacy...)+inlineRow("2026-03-01", "7", "B", "Bien", "un")+`</worksheet>`, "xl/chartsheets/sheet1.xml", `<chartsheet><drawing/></chartsheet>`)
	rows, _ := rowsOf(t, file(t, content), Options{})
	expect(t, rows, "un")
}

// TestEncodingsOfOldSystems: what a spreadsheet saves as "CSV (Macintosh)" and
// "CSV (MS-DOS)".
func TestEncodingsOfOldSystems(t *testing.T) {
	text := experienceHead + "1;02/03/2026;À côté;L’accès était fermé, ça gêne où l’élève naît;Négatif\n2;02/03/2026;;Dès le début.;Positif\n"
	for name, c := range map[string]*charmap.Charmap{macName: charmap.Macintosh, dosName: charmap.CodePage850, windows1252: charmap.Windows1252} {
		said := text
		if name == dosName {
			said = strings.ReplaceAll(text, "’", "'")
		}
		content, err := c.NewEncoder().String(said)
		if err != nil {
			t.Fatal(err)
		}
		path := file(t, []byte(content))
		rows, _ := rowsOf(t, path, Options{})
		want := strings.Split(strings.Split(said, "\n")[1], ";")
		if len(rows) != 2 || rows[0].Rejected != nil || rows[0].Review.Text != want[3] || rows[0].Review.Title != want[2] {
			t.Errorf("%s: %+v", name, rows)
		}
		if p, err := Look(path, Options{}); err != nil || p.Encoding != name {
			t.Errorf("%s: %s, %v", name, p.Encoding, err)
		}
	}
}

// TestFilesOfOtherPrograms are refused for what they are.
func TestFilesOfOtherPrograms(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		want    error
	}{
		"old or locked workbook": {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 4096)...), ErrOldWorkbook},
		"binary workbook":        {zipped(t, "xl/workbook.bin", "\x00"), ErrOldWorkbook},
		"Numbers":                {zipped(t, "Index/Document.iwa", "\x00", "Metadata/Properties.plist", "x"), ErrNumbers},
		"several tables":         {zipped(t, "a.csv", experienceHead, "b.csv", experienceHead), ErrBinary},
		"a zip in a zip":         {zipped(t, "a.zip", string(zipped(t, "a.csv", experienceHead))), ErrBinary},
	} {
		if _, err := Open(file(t, c.content), ""); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOneTableInAnArchive is read in place.
func TestOneTableInAnArchive(t *testing.T) {
	for _, name := range []string{"export/avis.csv", "avis.TSV", "avis.txt"} {
		content := experienceHead + "1;02/03/2026;;un;\n"
		rows, _ := rowsOf(t, file(t, zipped(t, name, content, "__MACOSX/._avis.csv", "\x00\x05", "lisez-moi.pdf", "%PDF")), Options{})
		expect(t, rows, "un")
	}
}

// TestMarks of every scale that says which it is.
func TestMarks(t *testing.T) {
	for want, all := range map[review.Sentiment][]string{
		review.Positive: {"5", "4", "4,0", "4.5", "4/5", "4,0 / 5", "★★★★☆", "⭐⭐⭐⭐", "4 étoiles", "8/10", "16 sur 20", "5 stars"},
		review.Neutral:  {"3", "3.0", "3,4", "3/5", "★★★☆☆", "5/10", "10/20"},
		review.Negative: {"1", "2", "2,0", "0/5", "★", "☆☆☆☆☆", "1 étoile", "2/10"},
		"":              {"0", "7", "6/5", "12/10", "4 personnes", "5e", "n/a", ""},
	} {
		for _, said := range all {
			if got := opinion(said); got != want {
				t.Errorf("%q gave %q, want %q", said, got, want)
			}
		}
	}
}

// TestQuotesOfOtherPrograms: a space before a quote, a backslash before one
// within, and quotes in a cell that has none around it.
func TestQuotesOfOtherPrograms(t *testing.T) {
	head := `"ID expérience"; "Date de publication"; "Titre"; "Description"; "Ressenti usager"` + "\n"
	rows, _ := rowsOf(t, file(t, []byte(head+`"1"; "02/03/2026"; "T"; "Un; deux ""trois""" ; "Négatif"`+"\n")), Options{})
	expect(t, rows, `Un; deux "trois"`)

	rows, _ = rowsOf(t, file(t, []byte(experienceHead+`"1";"02/03/2026";"T";"Il a dit \"non\" au guichet";"Négatif"`+"\n"+
		"\"2\";\"02/03/2026\";\"T\";\"Sur\ndeux \\\"lignes\\\"; oui\";\"Négatif\"\n"+`"3";"02/03/2026";"C:\";"Un \ deux";"Négatif"`+"\n")), Options{})
	expect(t, rows, "Il a dit \"non\" au guichet|Sur\ndeux \"lignes\"; oui|Un \\ deux")

	rows, _ = rowsOf(t, file(t, []byte(experienceHead+"1;02/03/2026;T;Le \"guichet\" fermé;Négatif\n2;02/03/2026;T;5\" de large;Négatif\n3;02/03/2026;T;trois;Négatif\n")), Options{})
	expect(t, rows, `Le "guichet" fermé|trois`, "guillemets")
}

// TestNamesReadWrong: a header whose accents were read in the wrong encoding on
// the way here is known all the same.
func TestNamesReadWrong(t *testing.T) {
	rows, _ := rowsOf(t, file(t, []byte("ID expÃ©rience;Date de publication;Titre;Description;Ressenti usager\n1;02/03/2026;;Ã‰tÃ©;NÃ©gatif\n")), Options{})
	expect(t, rows, "Été")
}

// TestJSONOfOtherPrograms: words that no JSON has, lists one behind the other,
// semicolons between records.
func TestJSONOfOtherPrograms(t *testing.T) {
	one, two := jsonAvis("1", "un"), jsonAvis("2", "deux NaN, dit-il : NaN")
	for name, content := range map[string]string{
		"NaN":       `[` + strings.Replace(one, "{", `{"x":NaN,"y":-Infinity,"z":[NaN],`, 1) + `,` + strings.Replace(two, "{", `{"x": NaN ,`, 1) + `]`,
		"two lists": "[" + one + "]\n[" + two + "]",
		"semicolon": one + ";\n" + two + ";\n",
	} {
		if got := textsOf(t, file(t, []byte(content))); got != "un|deux NaN, dit-il : NaN" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestRowsOfAnotherWidth: Excel leaves out the delimiters at the end of sixteen
// rows whose last cells are empty, and scripts write one too many. A row alone
// that is short may lack a cell in its middle.
func TestRowsOfAnotherWidth(t *testing.T) {
	head := strings.TrimSpace(experienceHead) + ";Tags métiers;Réponse structure 1\n"
	rows := func(from, to int, end string) string {
		b := strings.Builder{}
		for i := from; i <= to; i++ {
			fmt.Fprintf(&b, "%d;02/03/2026;T;texte %d;Négatif%s\n", i, i, end)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		text            string
		taken, rejected int
	}{
		"whole blocks":         {head + rows(1, 15, ";;") + rows(16, 31, "") + rows(32, 40, ";a;b") + rows(41, 56, ";a"), 56, 0},
		"a last, shorter one":  {head + rows(1, 15, ";;") + rows(16, 34, ""), 34, 0},
		"one too many":         {experienceHead + rows(1, 3, ";"), 3, 0},
		"one too many, filled": {experienceHead + rows(1, 3, ";x"), 0, 3},
		"a short row":          {head + rows(1, 3, ";;") + rows(4, 4, "") + rows(5, 9, ";;"), 8, 1},
		"a few short rows":     {head + rows(1, 3, ";;") + rows(4, 6, "") + rows(7, 9, ";;"), 6, 3},
		"half a row":           {experienceHead + strings.Repeat("1;02/03/2026\n", 20), 0, 20},
	} {
		all, _ := rowsOf(t, file(t, []byte(c.text)), Options{})
		texts, reasons := told(all)
		if len(texts) != c.taken || len(reasons) != c.rejected {
			t.Errorf("%s: %d taken, %q", name, len(texts), reasons)
		}
	}
	f, err := Read(strings.NewReader(head+"x;jamais;T;un;Négatif\n"+rows(1, 20, "")), "")
	if err != nil {
		t.Fatal(err)
	}
	row, err := first(f, 1)
	if err != nil || row[0].Rejected == nil {
		t.Fatalf("%+v, %v", row, err)
	}
	if mended := Again("spplus", f.Header(), strings.Replace(row[0].Rejected.Raw, "jamais", "02/03/2026", 1), nil); mended.Rejected != nil {
		t.Errorf("a short row mended: %+v", mended.Rejected)
	}
}

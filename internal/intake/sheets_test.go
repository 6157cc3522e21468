package intake

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// TestCoversAndTitles: an office puts a cover before its sheets and titles above
// its tables; the reviews are read, and what stands there is rejected.
func TestCoversAndTitles(t *testing.T) {
	head := legacy
	one, two := []string{"2026-03-01", "7", "B", "Bien", "un"}, []string{"2026-03-02", "8", "B", "Mal", "deux"}
	unknown := []string{"Quand", "Quoi", "Où"}
	title := [][]string{{"Avis reçus"}, {"Extrait le 2 mars"}, {}}
	ods := func(sheets ...[][]string) []byte {
		b := strings.Builder{}
		for _, rows := range sheets {
			b.WriteString("<table>")
			for _, row := range rows {
				b.WriteString(odsRow(1, row...))
			}
			b.WriteString("</table>")
		}
		return zipped(t, "content.xml", b.String())
	}
	for name, c := range map[string]struct {
		sheets [][][]string
		o      Options
		texts  string
		above  int
	}{
		"a cover":                     {[][][]string{{{"Service", "Mairie"}, {"Édité", "2 mars"}}, {head, one, two}}, Options{}, "un|deux", 1},
		"a cover of one cell":         {[][][]string{{{"Sommaire"}}, {head, one}, {head, two}}, Options{}, "un|deux", 0},
		"titles":                      {[][][]string{append(title[:3:3], head, one, two)}, Options{}, "un|deux", 2},
		"titles on each sheet":        {[][][]string{append(title[:3:3], head, one), append(title[:3:3], head, two)}, Options{}, "un|deux", 4},
		"titles over columns by hand": {[][][]string{append(title[:3:3], unknown, []string{"2026-03-01", "un", "x"})}, Options{Mapping: review.Mapping{review.FieldText: "Quoi", review.FieldDate: "Quand"}}, "un", 2},
		"a cover before columns by hand": {[][][]string{{{"a", "b"}, {"c", "d"}}, {unknown, []string{"2026-03-01", "un", "x"}}},
			Options{Mapping: review.Mapping{review.FieldText: "Quoi", review.FieldDate: "Quand"}}, "un", 1},
	} {
		for kind, content := range map[string][]byte{"xlsx": workbook(t, c.sheets...), "ods": ods(c.sheets...)} {
			rows, _ := rowsOf(t, file(t, content), c.o)
			texts, above := []string{}, 0
			for _, row := range rows {
				if row.Rejected != nil {
					above++
				} else {
					texts = append(texts, row.Review.Text)
				}
			}
			if got := strings.Join(texts, "|"); got != c.texts || above != c.above {
				t.Errorf("%s, %s: %q, %d rejected; want %q, %d", name, kind, got, above, c.texts, c.above)
			}
		}
	}
}

// TestTitledCSV: the same table saved as CSV.
func TestTitledCSV(t *testing.T) {
	content := "Avis reçus;;;;\r\n\"Extrait, le 2 mars\";;;;\r\n;;;;\r\nDate;ID;Bouton;Satisfaction démarche;Commentaire\r\n2026-03-01;7;B;Bien;un\r\n"
	path := file(t, []byte(content))
	rows, format := rowsOf(t, path, Options{})
	if len(rows) != 3 || rows[0].Rejected == nil || rows[1].Rejected.Line != 2 || rows[2].Review.Text != "un" || format != "jdma" {
		t.Fatalf("%s %+v", format, rows)
	}
	f, err := Open(path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.Header() != "Date;ID;Bouton;Satisfaction démarche;Commentaire" {
		t.Errorf("header %q", f.Header())
	}
}

// TestCoverIsNoHeader: of an unknown workbook the columns are shown of the sheet
// that has some, to be mapped.
func TestCoverIsNoHeader(t *testing.T) {
	p, err := Look(file(t, workbook(t, [][]string{{"Sommaire"}, {"Service", "Mairie"}}, [][]string{{"Avis"}, {"Quand", "Quoi", "Où"}, {"2026-03-01", "un", "x"}})), Options{})
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, c := range p.Columns {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, "|"); got != "Quand|Quoi|Où" || p.Columns[1].Example != "un" {
		t.Errorf("columns %q, %+v", got, p.Columns)
	}
}

package intake

import (
	"encoding/csv"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// TestAgain: the rejected row of every container, mended as an agent would,
// is taken; left as it was, it is rejected again for the same reason.
func TestAgain(t *testing.T) {
	mapping := review.Mapping{review.FieldDate: "Quand ?", review.FieldText: "Quoi; au juste"}
	tabular := [][]string{{"Quand ?", "Quoi; au juste", "Titre, bref"}, {"jamais", "a;b, \"c\"\nd"}}
	xlsx := workbook(t, [][]string{tabular[0], {"jamais", "a;b, &quot;c&quot;&#10;d"}})
	const dated = `a;b, "c"` + "\nd"
	ods := strings.NewReplacer("Quand<", "Quand ?<", "Quoi<", "Quoi; au juste<", `office:date-value="2026-03-01T09:30:00"`, "", "1 mars", "jamais").Replace(odsRows)
	for name, c := range map[string]struct {
		content   []byte
		mapping   review.Mapping
		bad, good string
		want      string
	}{
		"csv":       {[]byte(head + "7,jamais,T,\"a\nb\",Positif\n"), nil, "jamais", "05/09/2026", "a\nb"},
		"semicolon": {[]byte("\"Quand ?\";\"Quoi; au juste\"\njamais;\"a;b\"\n"), mapping, "jamais", "3 août 2026", "a;b"},
		"tab":       {[]byte("Quand ?\tQuoi; au juste\njamais\ta,b\n"), mapping, "jamais", "2026-08-03", "a,b"},
		"quote":     {[]byte(head + "7,05/09/2026,T,\"jamais fermé,Positif\n" + good(1)), nil, "fermé,", "fermé\",", "jamais fermé"},
		"width":     {[]byte(head + "7,05/09/2026,T,un,deux,Positif\n"), nil, "un,deux", "\"un,deux\"", "un,deux"},
		"xlsx":      {xlsx, mapping, "jamais", "2026-03-01", dated},
		"xlsx jdma": {sharedWorkbook(t, [][]string{jdmaHead, {"jamais", "F", "S", "3", "c@d.fr", "Bien", "un"}}), nil, "jamais", "2026-03-01", "un"},
		"ods":       {zipped(t, "content.xml", ods), mapping, "jamais", "2026-03-01", "Un & deux\ntrois"},
		"google":    {zipped(t, "T/reviews.json", `{"reviews":[{"name":"a","starRating":"TWO","comment":"un","createTime":"hier"}]}`), nil, "hier", "2026-03-01T09:30:00Z", "un"},
		"records":   {[]byte(`{"records":[{"fields":{"id_experience":4,"date_de_publication":"hier","description":"D","ressenti_usager":null}}]}`), nil, "hier", "2026-03-01", "D"},
		"broken":    {[]byte(`[{"Quand ?":"2026-03-01","Quoi; au juste":"x"},{"Quand ?":"2026-03-01","Quoi; au juste":"un",oops}]`), mapping, ",oops", "", "un"},
		"lines":     {[]byte("{\"Quand ?\":\"jamais\",\"Quoi; au juste\":\"un\"}\n"), mapping, "jamais", "2026-03-01", "un"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := OpenAs(file(t, c.content), Options{Mapping: c.mapping})
			if err != nil {
				t.Fatal(err)
			}
			row, header := rejection(t, f), f.Header()
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			if again := Again(f.Format, header, row.Raw, c.mapping); again.Rejected == nil || again.Rejected.Reason != row.Reason || again.Rejected.Raw != row.Raw {
				t.Errorf("unmended: %+v, was %+v", again.Rejected, row)
			}
			mended := Again(f.Format, header, strings.Replace(row.Raw, c.bad, c.good, 1), c.mapping)
			if mended.Rejected != nil || mended.Review.Text != c.want || mended.Review.ExternalID == "" {
				t.Errorf("mended: %+v, %+v", mended.Rejected, mended.Review)
			}
		})
	}
}

// rejection is the first row of a file that was rejected.
func rejection(t *testing.T, f *File) review.Rejection {
	t.Helper()
	for row, err := range f.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		if row.Rejected != nil {
			return *row.Rejected
		}
	}
	t.Fatal("no row was rejected")
	return review.Rejection{}
}

func TestAgainRefuses(t *testing.T) {
	for name, c := range map[string]struct{ format, header, raw, want string }{
		"two rows":       {"spplus", strings.TrimSpace(head), good(1) + good(2), "plusieurs lignes à la place d’une"},
		"two records":    {"google", "", `{"name":"a"} {"name":"b"}`, "plusieurs lignes"},
		"no row":         {"spplus", strings.TrimSpace(head), "\n", "vide"},
		"unknown format": {"fax", strings.TrimSpace(head), good(1), "inconnu"},
		"other header":   {"play", strings.TrimSpace(head), good(1), "n’a pas les colonnes"},
		"no mapping":     {"mapped", strings.TrimSpace(head), good(1), "correspondance"},
		"too deep":       {"google", "", strings.Repeat("[", 100), "imbriqué"},
	} {
		row := Again(c.format, c.header, c.raw, nil)
		if row.Rejected == nil || !strings.Contains(row.Rejected.Reason.FR, c.want) || row.Rejected.Raw != c.raw {
			t.Errorf("%s: %+v", name, row.Rejected)
		}
	}
}

// TestRawOfASheet is a line of CSV as wide as the header.
func TestRawOfASheet(t *testing.T) {
	f, err := Open(file(t, workbook(t, [][]string{jdmaHead, {"jamais", "a,b"}})), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{f.Header(), rejection(t, f).Raw} {
		if cells, err := csv.NewReader(strings.NewReader(line)).Read(); err != nil || len(cells) != len(jdmaHead) {
			t.Errorf("%v: %q", err, cells)
		}
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

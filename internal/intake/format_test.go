package intake

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

func file(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// zipped packs parts, given as name, content, name, content…
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	b := bytes.Buffer{}
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// workbook is an XLSX of sheets, each a list of rows of inline texts.
func workbook(t testing.TB, sheets ...[][]string) []byte {
	t.Helper()
	list, rels, parts := "", "", []string{}
	for i, rows := range sheets {
		list += fmt.Sprintf(`<sheet name="%d" sheetId="%d" r:id="rId%d"/>`, 2024+i, i+1, i+1)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		b := strings.Builder{}
		b.WriteString(`<worksheet><sheetData>`)
		for _, row := range rows {
			b.WriteString(`<row>`)
			for _, cell := range row {
				if n, ok := strings.CutPrefix(cell, "#"); ok {
					b.WriteString(`<c s="1"><v>` + n + `</v></c>`)
					continue
				}
				b.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
			}
			b.WriteString(`</row>`)
		}
		b.WriteString(`</sheetData></worksheet>`)
		parts = append(parts, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), b.String())
	}
	return zipped(t, append([]string{"xl/workbook.xml", `<workbook><sheets>` + list + `</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships>` + rels + `</Relationships>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>`}, parts...)...)
}

var jdmaHead = []string{"Date de l'avis", "Nom du formulaire", "Lien d'intégration", "Identifiant Avis", "Adresse mail", "De façon générale, comment ça s’est passé ?", "Souhaitez-vous nous en dire plus ?"}

const takeoutReviews = `{"reviews":[
 {"name":"accounts/1/locations/22/reviews/a","reviewer":{"displayName":"Zoé"},"starRating":"TWO","comment":"Guichet fermé \ud800 !","createTime":"2026-03-01T10:00:00Z","reviewReply":{"comment":"Merci"}},
 {"name":"accounts/1/locations/22/reviews/b","starRating":"FIVE","createTime":"hier"},
 {"name":"accounts/1/locations/22/reviews/c","starRating":"FIVE", oops},
 {"name":"accounts/1/locations/22/reviews/d","starRating":"THREE","createTime":"2026-03-02T10:00:00.123Z"}]}`

func TestFormats(t *testing.T) {
	day := time.Date(2026, 3, 1, 9, 30, 0, 0, review.Paris)
	for name, c := range map[string]struct {
		content        []byte
		format         string
		read, rejected int
		want           review.Review
	}{
		"portal array": {[]byte(`[{"id_experience":"4","date_de_publication":"01/03/2026 09:30","titre":"T","description":"D","ressenti_usager":"Négatif","reponse_structure_1":"R","reactivite":"Positif"}]`),
			"spplus-json", 1, 0, review.Review{Source: review.SourceSPPlus, ExternalID: "4", WrittenAt: day, Text: "D", Sentiment: review.Negative, AnsweredElsewhere: true}},
		"portal results": {[]byte(`{"total_count":1,"results":[{"id_experience":4,"date_de_publication":"2026-03-01T09:30:00","description":"D","ressenti_usager":"Neutre"}]}`),
			"spplus-json", 1, 0, review.Review{Source: review.SourceSPPlus, ExternalID: "4", WrittenAt: day, Text: "D", Sentiment: review.Neutral}},
		"portal records": {[]byte(`{"records":[{"recordid":"x","fields":{"id_experience":4,"date_de_publication":"2026-03-01 09:30:00","description":"D","ressenti_usager":"Positif"}}]}`),
			"spplus-json", 1, 0, review.Review{Source: review.SourceSPPlus, ExternalID: "4", WrittenAt: day, Text: "D", Sentiment: review.Positive}},
		"voxusagers": {[]byte("id;etat_de_l_experience;ecrit_le;date_de_publication;date_de_premiere_reponse;ressenti_usager;description\n9;Traité;01/03/2026 09:30;02/03/2026;05/03/2026;Positif;=1+1\n"),
			"voxusagers", 1, 0, review.Review{Source: review.SourceSPPlus, ExternalID: "9", WrittenAt: day, Text: "=1+1", Sentiment: review.Positive, AnsweredElsewhere: true}},
		"jdma xlsx": {workbook(t, [][]string{jdmaHead, {"#46082.3958333333", "Carte grise", "Site", "31", "a@b.fr", "Bien", "Simple &amp; clair"}}, [][]string{jdmaHead, {"jamais", "F", "Site", "32", "c@d.fr", "Bien", "x"}}),
			"jdma", 2, 1, review.Review{Source: review.SourceJDMA, ExternalID: "31", WrittenAt: day, Text: "Simple & clair", Sentiment: review.Positive}},
		"jdma legacy": {[]byte("Date,ID,Bouton,Satisfaction démarche,Commentaire\n2026-03-01 09:30,5,B,Mauvais,Long\n"),
			"jdma", 1, 0, review.Review{Source: review.SourceJDMA, ExternalID: "5", WrittenAt: day, Text: "Long", Sentiment: review.Negative}},
		"play": {utf16Bytes("Package Name,Review Submit Date and Time,Star Rating,Review Title,Review Text,Developer Reply Text,Review Link\nfr.v,2026-03-01T08:30:00Z,1,T,Plante,Merci,https://play.google.com/x?reviewId=gp:AO\n", false),
			"play", 1, 0, review.Review{Source: review.SourcePlay, ExternalID: "gp:AO", WrittenAt: day, Text: "Plante", Sentiment: review.Negative, AnsweredElsewhere: true}},
		"takeout zip": {zipped(t, "Takeout/l/data.json", `{"title":"Mairie de Valbourg"}`, "Takeout/l/reviews.json", takeoutReviews, "Takeout/l/photo.jpg", "x"),
			"google", 4, 2, review.Review{Source: review.SourceGoogle, ExternalID: "locations/22/reviews/a", WrittenAt: day.Add(90 * time.Minute), Text: "Guichet fermé \ufffd !", Sentiment: review.Negative, AnsweredElsewhere: true}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, format := rowsOf(t, file(t, c.content), Options{})
			rejected := 0
			for _, r := range rows {
				if r.Rejected != nil {
					rejected++
					if strings.Contains(r.Rejected.Raw, "c@d.fr") {
						t.Error("a mail address came past the door")
					}
				}
			}
			got := rows[0].Review
			if format != c.format || len(rows) != c.read || rejected != c.rejected {
				t.Fatalf("%s: %d rows, %d rejected: %+v", format, len(rows), rejected, rows)
			}
			if got.Source != c.want.Source || got.ExternalID != c.want.ExternalID || !got.WrittenAt.Equal(c.want.WrittenAt) || got.Text != c.want.Text ||
				got.Sentiment != c.want.Sentiment || got.AnsweredElsewhere != c.want.AnsweredElsewhere {
				t.Errorf("%+v", got)
			}
		})
	}
}

func rowsOf(t testing.TB, path string, o Options) ([]review.Row, string) {
	t.Helper()
	f, err := OpenAs(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	rows := []review.Row{}
	for row, err := range f.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows, f.Format
}

func TestMappedAndRemembered(t *testing.T) {
	path := file(t, []byte("Quand;Quoi;Étoiles\n3 août 2026 à 14h05;Bonjour;4\n46082;x;1\n"))
	p, err := Look(path, Options{})
	if err != nil || p.Format != "" || len(p.Columns) != 3 || p.Key == "" {
		t.Fatalf("%v, %+v", err, p)
	}
	if _, err := Open(path, ""); !errors.Is(err, ErrUnsure) || !strings.Contains(review.Describe(err).Hint.FR, "Quoi") {
		t.Errorf("unsure: %v", err)
	}
	m := review.Mapping{review.FieldDate: "quand", review.FieldText: "QUOI", review.FieldSentiment: "etoiles"}
	rows, format := rowsOf(t, path, Options{Remembered: func(key string) (review.Mapping, bool) { return m, key == p.Key }})
	if format != "mapped" || len(rows) != 2 || rows[0].Review.Text != "Bonjour" || rows[0].Review.WrittenAt.Month() != time.August || rows[1].Review.Sentiment != review.Negative {
		t.Errorf("%s: %+v", format, rows)
	}
	if _, err := OpenAs(path, Options{Mapping: review.Mapping{review.FieldDate: "quand"}}); !errors.Is(err, ErrMapping) {
		t.Errorf("without text: %v", err)
	}
}

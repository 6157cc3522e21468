package intake

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// through reads what a container holds to its end, by its first two columns
// where no format knows it: each row gives a review with an identity, or a
// rejection with a reason.
func through(t *testing.T, c container, err error) {
	if err != nil {
		return
	}
	f, err := c.file(Options{})
	if names := c.table.header().names; err != nil && len(names) > 1 {
		f, err = c.file(Options{Mapping: review.Mapping{review.FieldDate: names[0], review.FieldText: names[1]}})
	}
	if err != nil {
		return
	}
	for row, err := range f.Rows() {
		if err == nil && row.Rejected == nil && row.Review.ExternalID == "" || row.Rejected != nil && row.Rejected.Reason.FR == "" {
			t.Fatal("a row without identity or reason")
		}
	}
}

func nothing() error { return nil }

func FuzzCSV(f *testing.F) {
	f.Add([]byte(head + good(1) + "2,05/09/2026,\"a\nb"))
	f.Add([]byte("Date; \"Avis\"\nven. 4 sept. 2026 à 14 h 05; \"un \\\"mot\\\"\" \n=\"02/03/2026\";#REF!\n"))
	f.Add(utf16Bytes(head+good(1), true))
	f.Fuzz(func(t *testing.T, content []byte) {
		c, err := text(bytes.NewReader(content), 0, nothing, Options{}.seek)
		through(t, c, err)
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(takeoutReviews))
	f.Add([]byte(`{"Date":{"0":"02/03/2026","1":null},"Avis":{"0":"un","1":["a"]}}`))
	f.Add([]byte(`[{"Date":"02/03/2026","Avis":NaN}][{"Date":"02/03/2026"}]`))
	f.Add([]byte("{\"id_experience\":1}\n{\"id_experience\":2,\"a\":[1,{\"b\":null}]}"))
	f.Fuzz(func(t *testing.T, content []byte) {
		c, err := text(bytes.NewReader(content), 0, nothing, Options{}.seek)
		through(t, c, err)
	})
}

func fuzzPart(f *testing.F, seed string, pack func(t testing.TB, content string) []byte) {
	f.Add(seed)
	f.Fuzz(func(t *testing.T, content string) {
		whole := pack(t, content)
		c, err := archive(bytes.NewReader(whole), int64(len(whole)), nothing, Options{}.seek)
		through(t, c, err)
	})
}

func FuzzXLSX(f *testing.F) {
	fuzzPart(f, `<worksheet><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c></row><row><c s="1"><v>4</v></c></row></worksheet>`,
		func(t testing.TB, content string) []byte { return workbookOf(t, "xl/worksheets/sheet1.xml", content) })
}

func FuzzODS(f *testing.F) {
	fuzzPart(f, odsRows, func(t testing.TB, content string) []byte { return zipped(t, "content.xml", content) })
}

// FuzzTakeout reads two parts of an export as they come out of its archive.
func FuzzTakeout(f *testing.F) {
	f.Add(takeoutReviews, `{"title":"Mairie"}`)
	f.Add(`{"reviews":[]}`, reviewsOf("un"))
	f.Fuzz(func(t *testing.T, a, b string) {
		part := func(name, content string) jsonPart {
			return jsonPart{name, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }}
		}
		table, err := newTakeout([]jsonPart{part("l/reviews.json", a), part("l/data.json", b)})
		through(t, container{table: table}, err)
	})
}

const odsRows = `<table:table table:name="A"><table:table-row><table:table-cell><text:p>Quand</text:p></table:table-cell><table:table-cell><text:p>Quoi</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:date-value="2026-03-01T09:30:00"><text:p>1 mars</text:p></table:table-cell><table:table-cell><text:p>Un<text:s/>&amp; deux</text:p><text:p>trois</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`

func TestODS(t *testing.T) {
	rows, _ := rowsOf(t, file(t, zipped(t, "content.xml", odsRows)), Options{Mapping: review.Mapping{review.FieldDate: "Quand", review.FieldText: "Quoi"}})
	if len(rows) != 1 || rows[0].Rejected != nil || rows[0].Review.Text != "Un & deux\ntrois" || !rows[0].Review.WrittenAt.Equal(time.Date(2026, 3, 1, 9, 30, 0, 0, review.Paris)) {
		t.Errorf("%+v", rows)
	}
}

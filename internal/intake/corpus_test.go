package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

const sheet1 = "xl/worksheets/sheet1.xml"

// stored packs parts without compression, so that size alone is on trial.
func stored(t testing.TB, parts ...string) []byte {
	t.Helper()
	b := bytes.Buffer{}
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Store})
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

// TestHostileKinds: each kind is refused for what it is, or costs its row.
func TestHostileKinds(t *testing.T) {
	blanks, laughs := strings.Repeat(" ", ratioFrom+(8<<20)), `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>`
	for name, c := range map[string]struct {
		content         []byte
		want            error // nil: it is read
		taken, rejected int
	}{
		"bomb xlsx":              {workbookOf(t, sheet1, "<worksheet><sheetData>"+blanks), ErrTooLarge, 0, 0},
		"bomb of shared texts":   {workbookOf(t, "xl/sharedStrings.xml", "<sst><si><t>"+blanks), ErrTooLarge, 0, 0},
		"flood of shared texts":  {stored(t, book("xl/sharedStrings.xml", strings.Repeat("<si><t>"+strings.Repeat("Guichet fermé ", 60_000)+"</t></si>", 170))...), ErrTooLarge, 0, 0},
		"bomb ods":               {zipped(t, "content.xml", "<table>"+blanks), ErrTooLarge, 0, 0},
		"bomb takeout":           {zipped(t, "T/location-1/reviews.json", reviewsOf("un"), "T/location-2/reviews.json", `{"reviews":[`+blanks), ErrTooLarge, 1, 0},
		"laughs xlsx":            {workbookOf(t, "xl/sharedStrings.xml", laughs+`<sst><si><t>&b;</t></si></sst>`), ErrDamaged, 0, 0},
		"laughs sheet":           {workbookOf(t, sheet1, laughs+`<worksheet/>`), ErrDamaged, 0, 0},
		"laughs ods":             {zipped(t, "content.xml", laughs+odsRows), ErrDamaged, 0, 0},
		"external workbook":      {workbookOf(t, "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://192.0.2.1/x"/></Relationships>`), ErrDamaged, 0, 0},
		"climbing names":         {zipped(t, "../../etc/reviews.json", reviewsOf("un"), "/etc/passwd", "x"), nil, 1, 0},
		"climbing sheet":         {workbookOf(t, "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>`), ErrDamaged, 0, 0},
		"one name twice":         {zipped(t, "T/reviews.json", reviewsOf("un"), "T/reviews.json", reviewsOf("deux")), ErrDamaged, 0, 0},
		"deep json":              {bytes.Repeat([]byte("["), 10_000), ErrNested, 0, 0},
		"deep record":            {[]byte(`[{"a":` + strings.Repeat(`{"a":`, 10_000)), ErrNested, 0, 0},
		"deep after good":        {[]byte(reviewsOf("un")[:len(reviewsOf("un"))-2] + "," + strings.Repeat(`{"a":`, 10_000)), ErrNested, 1, 0},
		"million columns":        {[]byte(strings.Repeat("a,", 1_000_000) + "\n"), ErrTooWide, 0, 0},
		"100 MB header":          {bytes.Repeat([]byte("x"), 100<<20), ErrTooWide, 0, 0},
		"nothing but NUL":        {make([]byte, 4096), ErrBinary, 0, 0},
		"some NUL":               {[]byte(head + good(1) + strings.Repeat(good(2), 20) + "3,05/09/2026,T,a\x00b,Positif\n"), nil, 22, 0},
		"100 MB cell xlsx":       {stored(t, hugeBook()...), nil, 1, 1},
		"100 MB cell ods":        {stored(t, "content.xml", hugeTable()), nil, 1, 1},
		"100 MB text json":       {[]byte(strings.Replace(reviewsOf("un", "HUGE", "trois"), "HUGE\",\"createTime", strings.Repeat("x", 100<<20)+"\",\"createTime", 1)), nil, 2, 1},
		"lone surrogates json":   {[]byte(strings.Replace(reviewsOf("un"), `"un"`, `"\udc00 un \ud83d"`, 1)), nil, 1, 0},
		"lone surrogates utf-16": {append(utf16Bytes(head+good(1)+"2,05/09/2026,T,x", false), []byte("\x00\xd8,\x00P\x00\n\x00")...), nil, 2, 0},
		"formulas":               {[]byte(head + "1,05/09/2026,=1+1,=HYPERLINK(\"\"x\"\"),Positif\n2,05/09/2026,@SUM(A1),-2+3|cmd,Positif\n"), nil, 2, 0},
		"unknown packing":        {bytes.ReplaceAll(zipped(t, "T/reviews.json", reviewsOf("un")), []byte("\x08\x00\x08\x00"), []byte("\x08\x00\x63\x00")), ErrDamaged, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			taken, rejected, err := survive(t, file(t, c.content))
			if taken != c.taken || rejected != c.rejected || !errors.Is(err, c.want) {
				t.Errorf("%d taken, %d rejected, %v; want %d, %d, %v", taken, rejected, err, c.taken, c.rejected, c.want)
			}
		})
	}
}

// huge is a good row of the legacy export and one with a cell of 100 MB.
func huge() (columns, good, bad []string) {
	good = []string{"2026-03-01", "1", "B", "Bien", "un"}
	bad = append(append([]string{}, good[:4]...), strings.Repeat("x", 100<<20))
	return []string{"Date", "ID", "Bouton", "Satisfaction démarche", "Commentaire"}, good, bad
}

func hugeBook() []string {
	row := func(cells []string) string {
		return `<row><c t="inlineStr"><is><t>` + strings.Join(cells, `</t></is></c><c t="inlineStr"><is><t>`) + `</t></is></c></row>`
	}
	columns, good, bad := huge()
	return book(sheet1, `<worksheet>`+row(columns)+row(bad)+row(good)+`</worksheet>`)
}

func hugeTable() string {
	row := func(cells []string) string {
		return `<table-row><table-cell><p>` + strings.Join(cells, `</p></table-cell><table-cell><p>`) + `</p></table-cell></table-row>`
	}
	columns, good, bad := huge()
	return `<table>` + row(columns) + row(bad) + row(good) + `</table>`
}

// TestHostile cuts, flips and floods every container.
func TestHostile(t *testing.T) {
	row := []string{"2026-03-01", "F", "S", "1", "a@b.fr", "Bien", "x"}
	n := 0
	for name, whole := range map[string][]byte{
		"inline": workbook(t, [][]string{jdmaHead, row}), "shared": sharedWorkbook(t, [][]string{jdmaHead, row}), "ods": zipped(t, "content.xml", odsRows),
		"takeout": zipped(t, "T/a/reviews.json", takeoutReviews, "T/a/data.json", `{"title":"x"}`, "T/b/reviews.json", reviewsOf("un")),
		"json":    []byte(takeoutReviews), "csv": []byte(head + good(1) + "2,05/09/2026,T,\"a\nb\",Positif\n"), "wide": utf16Bytes(head+good(1), false),
	} {
		for i := range 40 {
			at := len(whole) * i / 40
			flipped := bytes.Clone(whole)
			flipped[at] ^= 0xff
			for kind, content := range map[string][]byte{"cut": whole[:at], "flipped": flipped} {
				n++
				t.Run(fmt.Sprint(name, " ", kind, " ", i), func(t *testing.T) { survive(t, file(t, content)) })
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d files", n)
	}
}

// workbookOf is a workbook with one part replaced.
func workbookOf(t testing.TB, name, content string) []byte { return zipped(t, book(name, content)...) }

func book(name, content string) []string {
	parts := map[string]string{"xl/workbook.xml": `<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`, sheet1: "<worksheet/>"}
	parts[name] = content
	list := []string{}
	for n, c := range parts {
		list = append(list, n, c)
	}
	return list
}

package intake

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// legacy are rows of the legacy export of Je donne mon avis, whose five
// columns are the shortest of all known formats.
var legacy = []string{"Date", "ID", "Bouton", "Satisfaction démarche", "Commentaire"}

func inlineRow(cells ...string) string {
	return `<row><c t="inlineStr"><is><t>` + strings.Join(cells, `</t></is></c><c t="inlineStr"><is><t>`) + `</t></is></c></row>`
}

func odsRow(again int, cells ...string) string {
	return fmt.Sprintf(`<table-row number-rows-repeated="%d"><table-cell><p>`, again) + strings.Join(cells, `</p></table-cell><table-cell><p>`) + `</p></table-cell></table-row>`
}

// bare16 is UTF-16 without its mark.
func bare16(s string, big bool) []byte {
	out := []byte{}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// TestStrangerFiles: files as offices, other programs and hostile hands make
// them. Each is read right, costs its bad rows alone or is refused for what it is.
func TestStrangerFiles(t *testing.T) {
	styles := func(code string) string {
		return `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="` + code + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>`
	}
	old := func(rows ...string) []byte {
		return workbookOf(t, sheet1, `<worksheet>`+inlineRow(legacy...)+strings.Join(rows, "")+`</worksheet>`)
	}
	one := inlineRow("2026-03-01", "7", "B", "Bien", "un")
	unclosed := strings.Repeat("9,05/09/2026,T,\"a\"\"b,Positif\n", 60_000)
	for name, c := range map[string]struct {
		content         []byte
		want            error
		taken, rejected int
		texts           string // of the reviews taken, in order; "" for whatever
	}{
		"utf-16 le without mark":       {bare16(head+good(1)+good(2), false), nil, 2, 0, ""},
		"utf-16 be without mark":       {bare16(head+good(1)+good(2), true), nil, 2, 0, ""},
		"utf-16 cut in a pair":         {bare16(head+good(1)+good(2), false)[:2*len(head)+2*len(good(1))-3], nil, 1, 0, ""},
		"old mac line ends":            {[]byte(strings.ReplaceAll(head+good(1)+good(2), "\n", "\r")), nil, 2, 0, ""},
		"the separator told":           {[]byte("sep=;\r\n" + strings.ReplaceAll(head+good(1), ",", ";")), nil, 1, 0, ""},
		"other separator in the rows":  {[]byte(strings.ReplaceAll(head, ",", ";") + good(1) + strings.ReplaceAll(good(2), ",", ";")), nil, 1, 1, ""},
		"header twice":                 {[]byte(head + good(1) + head + good(2)), nil, 2, 1, ""},
		"header in parted accents":     {[]byte(strings.Replace(head, "é", "e\u0301", 1) + good(1)), nil, 1, 0, ""},
		"mark in the middle":           {[]byte("\ufeff" + head + good(1) + "\ufeff" + head + good(2)), nil, 2, 1, ""},
		"two marks":                    {[]byte("\ufeff\ufeff" + head + good(1)), nil, 1, 0, ""},
		"quotes never closed, often":   {[]byte(head + good(1) + unclosed + good(2)), nil, 2, 60_000, ""},
		"a million blank lines":        {[]byte(head + "9,05/09/2026,T,\"x,Positif\n" + strings.Repeat("\n", 1_000_000) + good(2)), nil, 1, 1, ""},
		"paragraph separators":         {[]byte(head + "1,05/09/2026,T,un\u2028deux\u2029trois\v\f,Positif\n"), nil, 1, 0, ""},
		"blanks around the names":      {[]byte(" ID expérience ;  Date de publication;Titre ;\tDescription; Ressenti usager\n" + strings.ReplaceAll(good(1), ",", ";")), nil, 1, 0, ""},
		"a page of html":               {[]byte("<html><table><tr><td>Date</td></tr></table></html>\n"), ErrUnsure, 0, 0, ""},
		"old excel":                    {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), ErrOldWorkbook, 0, 0, ""},
		"packed with gzip":             {gzipped(t, head+good(1)), nil, 1, 0, "Texte"},
		"a tar packed with gzip":       {gzipped(t, "avis.csv"+strings.Repeat("\x00", 504)+head+good(1)), ErrBinary, 0, 0, ""},
		"a cut gzip":                   {gzipped(t, head+good(1))[:30], ErrDamaged, 0, 0, ""},
		"a gzip that is a bomb":        {gzipped(t, head+strings.Repeat("a", 64<<20)), ErrTooLarge, 0, 1, ""},
		"gzip without a beginning":     {append([]byte("\x1f\x8b\x08\x00"), make([]byte, 600)...), ErrDamaged, 0, 0, ""},
		"a csv in a zip":               {zipped(t, "avis.csv", head+good(1)), nil, 1, 0, "Texte"},
		"an empty zip":                 {[]byte("PK\x05\x06" + strings.Repeat("\x00", 18)), ErrBinary, 0, 0, ""},
		"json lines, each with a mark": {[]byte("\ufeff" + jsonAvis("1", "un") + "\n\ufeff" + jsonAvis("2", "deux") + "\r\n\ufeff" + jsonAvis("3", "trois")), nil, 3, 0, "un|deux|trois"},
		"a key twice":                  {[]byte("[" + strings.Replace(jsonAvis("1", "un"), `"titre"`, `"description":"deux","titre"`, 1) + "," + jsonAvis("2", "trois") + "]"), nil, 1, 1, "trois"},
		"a key twice, both the same":   {[]byte("[" + strings.Replace(jsonAvis("1", "un"), `"titre"`, `"description":"un","titre"`, 1) + "]"), nil, 1, 0, "un"},
		"json of numbers":              {[]byte("[1,2,3]"), ErrUnsure, 0, 0, ""},
		"colons in texts":              {[]byte("[" + jsonAvis("1", `a:b "c": {d:[e]}`) + "]"), nil, 1, 0, ""},
		"json behind a comment":        {[]byte("// export\n[" + jsonAvis("1", "un") + "]"), ErrUnsure, 0, 0, ""},
		"red numbers":                  {workbookParts(t, "xl/styles.xml", styles("#,##0;[Red]-#,##0"), sheet1, `<worksheet>`+inlineRow(legacy...)+strings.Replace(one, `<c t="inlineStr"><is><t>7</t></is></c>`, `<c s="1"><v>40000</v></c>`, 1)+`</worksheet>`), nil, 1, 0, "un 40000"},
		"date in words":                {workbookParts(t, "xl/styles.xml", styles(`[$-40C]dddd d mmmm yyyy`), sheet1, `<worksheet>`+inlineRow(legacy...)+strings.Replace(one, `<c t="inlineStr"><is><t>2026-03-01</t></is></c>`, `<c s="1"><v>46082</v></c>`, 1)+`</worksheet>`), nil, 1, 0, ""},
		"merged cells":                 {old(one, inlineRow("", "8", "", "Bien", "deux")), nil, 1, 1, "un 7"},
		"no shared texts":              {old(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`, one), nil, 1, 1, "un 7"},
		"rich text":                    {old(strings.Replace(one, "<t>un</t>", "<r><rPr><b/></rPr><t>u</t></r><r><t>n</t></r>", 1)), nil, 1, 0, "un 7"},
		"escaped carriage returns":     {old(strings.Replace(one, "<t>un</t>", "<t>un_x000D_\ndeux _x005F_x000D_</t>", 1)), nil, 1, 0, "un\ndeux _x000D_ 7"},
		"cells of faults":              {old(strings.Replace(one, `<c t="inlineStr"><is><t>Bien</t></is></c>`, `<c t="e"><v>#N/A</v></c>`, 1)), nil, 1, 0, "un 7"},
		"prefixed workbook":            {prefixed(t), nil, 1, 0, "un 7"},
		"names with backslashes":       {zipped(t, `xl\workbook.xml`, `<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`, `xl\_rels\workbook.xml.rels`, `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`, `xl\worksheets\sheet1.xml`, `<worksheet>`+inlineRow(legacy...)+one+`</worksheet>`), nil, 1, 0, "un 7"},
		"a row a million times":        {zipped(t, "content.xml", `<table>`+odsRow(1, legacy...)+odsRow(1_000_000, "2026-03-01", "7", "B", "Bien", strings.Repeat("x", 20_000))+`</table>`), ErrTooLarge, 0, 0, ""},
		"a row three times":            {zipped(t, "content.xml", `<table>`+odsRow(1, legacy...)+odsRow(3, "2026-03-01", "7", "B", "Bien", "un")+`</table>`), nil, 3, 0, ""},
		"a cell ten million times":     {zipped(t, "content.xml", `<table>`+odsRow(1, legacy...)+`<table-row><table-cell number-columns-repeated="10000000"><p>2026-03-01</p></table-cell></table-row>`+odsRow(1, "2026-03-01", "7", "B", "Bien", "un")+`</table>`), nil, 1, 1, "un 7"},
		"a takeout in french":          {zipped(t, "Takeout/Profil d’établissement Google/compte-1/lieu-2/avis.json", reviewsOf("un"), "Takeout/archive_browser.html", "<html/>"), nil, 1, 0, "un"},
		"a takeout beside other lists": {zipped(t, "T/reviews.json", reviewsOf("un"), "T/questions.json", `{"questions":[{"name":"q","text":"?"}]}`), nil, 1, 0, "un"},
		"play with semicolons, utf-16": {utf16Bytes(strings.ReplaceAll(playRows, ",", ";"), true), nil, 1, 0, "Ça plante"},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, c.content)
			taken, rejected, err := survive(t, path)
			if taken != c.taken || rejected != c.rejected || !errors.Is(err, c.want) {
				t.Errorf("%d taken, %d rejected, %v; want %d, %d, %v", taken, rejected, err, c.taken, c.rejected, c.want)
			}
			if c.texts == "" {
				return
			}
			if got := textsOf(t, path); got != c.texts {
				t.Errorf("texts %q, want %q", got, c.texts)
			}
		})
	}
}

const playRows = "Package Name,Review Submit Date and Time,Star Rating,Review Title,Review Text,Review Link\nfr.ville,2026-03-01T10:00:00Z,2,,Ça plante,https://play.google.com/x?reviewid=abc\n"

func jsonAvis(id, text string) string {
	return fmt.Sprintf(`{"id_experience":%s,"date_de_publication":"05/09/2026","titre":"","description":%q,"ressenti_usager":"Positif"}`, id, text)
}

// textsOf gives the texts taken, and the identifiers where the file is a table
// of the legacy export.
func textsOf(t *testing.T, path string) string {
	f, err := Open(path, "")
	if err != nil {
		return ""
	}
	defer f.Close()
	texts := []string{}
	for row, err := range f.Rows() {
		if err != nil || row.Rejected != nil {
			continue
		}
		text := row.Review.Text
		if f.Format == "jdma" {
			text += " " + row.Review.ExternalID
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "|")
}

// workbookParts is a workbook with several parts replaced.
func workbookParts(t testing.TB, parts ...string) []byte {
	all := book(parts[0], parts[1])
	for i := 2; i < len(parts); i += 2 {
		for n := 0; n < len(all); n += 2 {
			if all[n] == parts[i] {
				all[n+1] = parts[i+1]
			}
		}
	}
	return zipped(t, all...)
}

func gzipped(t testing.TB, content string) []byte {
	t.Helper()
	b := bytes.Buffer{}
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// prefixed is a workbook whose tags all bear a prefix, as some programs write.
func prefixed(t testing.TB) []byte {
	add := strings.NewReplacer("</", "</x:", "<", "<x:")
	return zipped(t, "xl/workbook.xml", add.Replace(`<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		sheet1, add.Replace(`<worksheet>`+inlineRow(legacy...)+inlineRow("2026-03-01", "7", "B", "Bien", "un")+`</worksheet>`))
}

// TestOriginal: what the author wrote, wherever Google puts its translation.
func TestOriginal(t *testing.T) {
	for text, want := range map[string]string{
		"(Translated by Google) Closed.\n\n(Original)\nFermé.":           "Fermé.",
		"Fermé.\n\n(Translated by Google)\nClosed.":                      "Fermé.",
		"(Traduit par Google) Fermé.\n\n(Avis d'origine)\nGeschlossen.":  "Geschlossen.",
		"(Traduit par Google) Fermé.\n\n(Avis d’origine) \nGeschlossen.": "Geschlossen.",
		"(Translated by Google) Closed.":                                 "(Translated by Google) Closed.",
		"Fermé (Original)":                                               "Fermé (Original)",
	} {
		if got := original(text); got != want {
			t.Errorf("%q gave %q, want %q", text, got, want)
		}
	}
}

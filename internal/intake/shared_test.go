package intake

import (
	"fmt"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// sharedWorkbook is an XLSX as spreadsheet programs write it: every text
// stands once in sharedStrings.xml, cells name it by its rank, and "#" begins
// a number in the style of a date.
func sharedWorkbook(t testing.TB, rows [][]string) []byte {
	t.Helper()
	rank, texts, sheet := map[string]int{}, strings.Builder{}, strings.Builder{}
	for i, row := range rows {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:%d">`, i+1, len(row))
		for j, cell := range row {
			ref := fmt.Sprintf("%c%d", 'A'+j, i+1)
			if n, ok := strings.CutPrefix(cell, "#"); ok {
				fmt.Fprintf(&sheet, `<c r="%s" s="1"><v>%s</v></c>`, ref, n)
				continue
			}
			at, known := rank[cell]
			if !known {
				at = len(rank)
				rank[cell] = at
				fmt.Fprintf(&texts, `<si><t xml:space="preserve">%s</t></si>`, cell)
			}
			fmt.Fprintf(&sheet, `<c r="%s" t="s"><v>%d</v></c>`, ref, at)
		}
		sheet.WriteString(`</row>`)
	}
	return sharedParts(t, texts.String(), sheet.String())
}

func sharedParts(t testing.TB, texts, rows string) []byte {
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const kind = `"application/vnd.openxmlformats-officedocument.spreadsheetml.`
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	return zipped(t,
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType=`+kind+`sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType=`+kind+`worksheet+xml"/>`+
			`<Override PartName="/xl/styles.xml" ContentType=`+kind+`styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType=`+kind+`sharedStrings+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook `+ns+` xmlns:r="`+rel+`"><sheets><sheet name="2026" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+rel+`/worksheet" Target="worksheets/sheet1.xml"/>`+
			`<Relationship Id="rId2" Type="`+rel+`/styles" Target="styles.xml"/><Relationship Id="rId3" Type="`+rel+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet `+ns+`><numFmts count="1"><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm:ss"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst `+ns+`>`+texts+`</sst>`,
		"xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet `+ns+`><sheetData>`+rows+`</sheetData></worksheet>`)
}

func TestSharedTexts(t *testing.T) {
	rows, format := rowsOf(t, file(t, sharedWorkbook(t, [][]string{jdmaHead,
		{"#46082.3958333333", "Carte grise", "Site", "1", "a@b.fr", "Bien", " Simple &amp; clair&#10;vraiment "},
		{"#46082", "Carte grise", "Site", "2", "", "Mauvais", "Carte grise"}})), Options{})
	expect(t, rows, "Simple & clair\nvraiment|Carte grise")
	if r := rows[0].Review; format != "jdma" || r.ExternalID != "1" || r.Structures[0].Name != "Carte grise" || r.WrittenAt.Format("02/01/2006 15:04") != "01/03/2026 09:30" {
		t.Errorf("%s %+v", format, r)
	}
}

// TestSharedTextsOfManyKinds: runs of letters in several styles, the way a
// word is pronounced, an empty entry, and ranks that do not exist.
func TestSharedTextsOfManyKinds(t *testing.T) {
	texts := `<si><t>Quand</t></si><si><t>Quoi</t></si><si/><si><r><rPr><b/></rPr><t>gras </t></r><r><t>et maigre</t></r><rPh sb="0" eb="1"><t>NON</t></rPh></si><si><t>2026-03-01</t></si>` +
		`<si><t>` + strings.Repeat("&amp;", rawLimit/4) + `</t></si>`
	row := func(a, b string) string {
		return `<row><c t="s"><v>` + a + `</v></c><c t="s"><v>` + b + `</v></c></row>`
	}
	rows, _ := rowsOf(t, file(t, sharedParts(t, texts, row("0", "1")+row("4", "3")+row("4", "99")+row("4", "-1")+row("4", "x")+row("4", "2")+row("4", "5")+row("4", "4"))),
		Options{Mapping: review.Mapping{review.FieldDate: "Quand", review.FieldText: "Quoi"}})
	const lacks = "renvoie à un texte que le classeur n’a pas"
	expect(t, rows, "gras et maigre|2026-03-01", lacks, lacks, lacks, "ni titre, ni texte", "plus de 1 Mio")
}

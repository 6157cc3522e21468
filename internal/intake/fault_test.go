package intake

import (
	"strings"
	"testing"
)

// TestCellsInError: what a formula leaves that found nothing is no word of an
// author. In place of the text it puts the row aside, elsewhere the cell is
// empty.
func TestCellsInError(t *testing.T) {
	const sheet = `<worksheet><sheetData>
		<row><c t="inlineStr"><is><t>ID expérience</t></is></c><c t="inlineStr"><is><t>Date de publication</t></is></c><c t="inlineStr"><is><t>Titre</t></is></c><c t="inlineStr"><is><t>Description</t></is></c><c t="inlineStr"><is><t>Ressenti usager</t></is></c></row>
		<row><c><v>1</v></c><c t="inlineStr"><is><t>02/03/2026</t></is></c><c t="e"><f>VLOOKUP(A2,X!A:B,2)</f><v>#REF!</v></c><c t="inlineStr"><is><t>Fermé.</t></is></c><c t="inlineStr"><is><t>Négatif</t></is></c></row>
		<row><c><v>2</v></c><c t="inlineStr"><is><t>02/03/2026</t></is></c><c t="inlineStr"><is><t>Parc</t></is></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>Négatif</t></is></c></row>
		<row><c><v>3</v></c><c t="e"><v>#VALUE!</v></c><c/><c t="inlineStr"><is><t>Ouvert.</t></is></c><c t="e"><v>#NAME?</v></c></row>
		</sheetData></worksheet>`
	const ods = `<document-content><table><table-row><table-cell><p>ID expérience</p></table-cell><table-cell><p>Date de publication</p></table-cell><table-cell><p>Titre</p></table-cell><table-cell><p>Description</p></table-cell><table-cell><p>Ressenti usager</p></table-cell></table-row>
		<table-row><table-cell><p>1</p></table-cell><table-cell><p>02/03/2026</p></table-cell><table-cell value-type="string" calcext:value-type="error"><p>#REF !</p></table-cell><table-cell><p>Fermé.</p></table-cell><table-cell><p>Négatif</p></table-cell></table-row>
		<table-row><table-cell><p>2</p></table-cell><table-cell><p>02/03/2026</p></table-cell><table-cell><p>Parc</p></table-cell><table-cell calcext:value-type="error"><p>#N/D</p></table-cell><table-cell><p>Négatif</p></table-cell></table-row>
		<table-row><table-cell><p>3</p></table-cell><table-cell calcext:value-type="error"><p>Err:502</p></table-cell><table-cell/><table-cell><p>Ouvert.</p></table-cell><table-cell><p>#NOM ?</p></table-cell></table-row></table></document-content>`
	const csv = "ID expérience;Date de publication;Titre;Description;Ressenti usager\n1;02/03/2026;#REF!;Fermé.;Négatif\n2;02/03/2026;Parc;#VALEUR!;Négatif\n3;#DIV/0!;;Ouvert.;#NOM?\n"
	for kind, content := range map[string][]byte{"xlsx": workbookOf(t, "xl/worksheets/sheet1.xml", sheet), "ods": zipped(t, "content.xml", ods), "csv": []byte(csv)} {
		rows, _ := rowsOf(t, file(t, content), Options{})
		if len(rows) != 3 || rows[0].Rejected != nil || rows[1].Rejected == nil || rows[2].Rejected == nil {
			t.Errorf("%s: %+v", kind, rows)
			continue
		}
		if r := rows[0].Review; r.Title != "" || r.Text != "Fermé." {
			t.Errorf("%s: %q, %q", kind, r.Title, r.Text)
		}
		if r := rows[1].Rejected; r.Reason != errCell.Message || !strings.Contains(r.Raw, "#") {
			t.Errorf("%s: %+v", kind, r)
		}
		if r := rows[2].Rejected; r.Reason != errDate.Message {
			t.Errorf("%s: %+v", kind, r)
		}
	}
	for _, words := range []string{"#1 des mairies", "Note : #N/A", "# REF", "Err", "#merci!"} {
		rows, _ := rowsOf(t, file(t, []byte("ID expérience;Date de publication;Titre;Description;Ressenti usager\n1;02/03/2026;;"+words+";\n")), Options{})
		if rows[0].Rejected != nil || rows[0].Review.Text != words {
			t.Errorf("%q is what somebody wrote: %+v", words, rows[0].Rejected)
		}
	}
}

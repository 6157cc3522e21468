package intake

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// TestColumnsOfCells: what pandas writes unasked holds a column after the other.
func TestColumnsOfCells(t *testing.T) {
	for name, text := range map[string]string{
		"keyed":   `{"ID expérience":{"0":1,"1":2},"Date de publication":{"0":1772438400000,"1":"03/03/2026"},"Description":{"0":"Fermé.","1":null},"Ressenti usager":{"0":"Négatif","1":"Positif"}}`,
		"listed":  `{ "ID expérience" : [1, 2], "Date de publication": ["02/03/2026", "03/03/2026"], "Description": ["Fermé.", null], "Ressenti usager": ["Négatif", "Positif"] }`,
		"by rows": `{"0":{"ID expérience":1,"Date de publication":"02/03/2026","Description":"Fermé.","Ressenti usager":"Négatif"},"1":{"ID expérience":2,"Date de publication":"03/03/2026","Description":null,"Ressenti usager":"Positif"}}`,
		"bom":     "\ufeff" + `{"ID expérience":[1,2],"Date de publication":["02/03/2026","03/03/2026"],"Description":["Fermé.",""],"Ressenti usager":["Négatif","Positif"],"Tags métiers":[["a","b"],[]]}` + "\n",
	} {
		rows, err := everyRow(text)
		if err != nil || len(rows) != 2 || rows[0].Rejected != nil || rows[1].Rejected != nil {
			t.Errorf("%s: %+v, %v", name, rows, err)
			continue
		}
		if a, b := rows[0].Review, rows[1].Review; a.ExternalID != "1" || a.Text != "Fermé." || a.WrittenAt.Format("2006-01-02") != "2026-03-02" || b.Text != "" || b.Sentiment != review.Positive {
			t.Errorf("%s: %+v, %+v", name, a, b)
		}
	}
}

func everyRow(text string) (rows []review.Row, err error) {
	f, err := Read(strings.NewReader(text), "")
	if err != nil {
		return nil, err
	}
	for row, err := range f.Rows() {
		if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// TestColumnsThatDoNotTell are refused for what they are; records that begin
// like columns stay records.
func TestColumnsThatDoNotTell(t *testing.T) {
	for name, text := range map[string]string{
		"unequal lists":  `{"Date":["02/03/2026"],"Description":["a","b"]}`,
		"other keys":     `{"Date":{"0":"02/03/2026"},"Description":{"1":"a"}}`,
		"names for both": `{"Date":{"x":"02/03/2026","y":"02/03/2026"},"Description":{"x":"a","y":"b"}}`,
	} {
		if _, err := everyRow(text); !errors.Is(err, ErrColumns) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := everyRow(`{"Date":{},"Description":{}}`); !errors.Is(err, ErrEmpty) {
		t.Errorf("no rows: %v", err)
	}
	for name, text := range map[string]string{
		"a list first":   `{"tags_metiers":["a"],"id_experience":1,"date_de_publication":"02/03/2026","description":"Fermé.","ressenti_usager":"Négatif"}`,
		"lines of lists": `{"tags_metiers":["a"],"id_experience":1,"date_de_publication":"02/03/2026","description":"Fermé.","ressenti_usager":"Négatif"}` + "\n" + `{"id_experience":2,"date_de_publication":"02/03/2026","description":"Fermé.","ressenti_usager":"Négatif"}`,
		"a huge text":    `{"tags_metiers":["a"],"id_experience":1,"date_de_publication":"02/03/2026","description":"Fermé.","ressenti_usager":"Négatif"}` + "\n" + `{"description":"` + strings.Repeat("a", 3<<20) + `"}`,
		"wrapped":        `{"links":{"self":"x"},"results":[{"id_experience":1,"date_de_publication":"02/03/2026","description":"Fermé.","ressenti_usager":"Négatif"}]}`,
	} {
		if rows, err := everyRow(text); err != nil || len(rows) == 0 || rows[0].Rejected != nil {
			t.Errorf("%s: %+v, %v", name, rows, err)
		}
	}
}

// TestAHugeCellCostsItsRecordAlone, though the record begins like columns.
func TestAHugeCellCostsItsRecordAlone(t *testing.T) {
	good := `{"id_experience":1,"date_de_publication":"02/03/2026","description":"Fermé.","ressenti_usager":"Négatif"}`
	for name, start := range map[string]string{"first": `{`, "behind a list": `{"tags_metiers":["a"],`} {
		rows, err := everyRow(start + `"description":"` + strings.Repeat("a", 3<<20) + `"}` + "\n" + good)
		if err != nil || len(rows) != 2 || rows[0].Rejected == nil || rows[1].Rejected != nil {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

// TestARejectedCellOfColumns comes back as a record that can be mended.
func TestARejectedCellOfColumns(t *testing.T) {
	rows, err := everyRow(`{"ID expérience":[1,2],"Date de publication":["jamais","03/03/2026"],"Description":["Un \"mot\".","b"],"Ressenti usager":["Négatif","Positif"]}`)
	if err != nil || len(rows) != 2 || rows[0].Rejected == nil || rows[0].Rejected.Line != 1 {
		t.Fatalf("%+v, %v", rows, err)
	}
	mended := Again("spplus-json", "", strings.Replace(rows[0].Rejected.Raw, "jamais", "02/03/2026", 1), nil)
	if mended.Rejected != nil || mended.Review.Text != `Un "mot".` || mended.Review.ExternalID != "1" {
		t.Errorf("%+v, %+v", mended.Rejected, mended.Review)
	}
}

// TestColumnsWithoutEnd take no more memory than a workstation has.
func TestColumnsWithoutEnd(t *testing.T) {
	nested := `{"meta":{"a":1},"data":{"x":[` + strings.Repeat(`{"a":1},`, 1<<20)
	for name, text := range map[string]string{
		"cells":   `{"Date":[` + strings.Repeat("0,", 8<<20),
		"keys":    `{"Date":{` + strings.Repeat(`"0":0,`, 4<<20),
		"columns": `{` + strings.Repeat(`"Date":["a"],`, 1<<20),
		"text":    `{"Date":["` + strings.Repeat("a", 80<<20),
		"nested":  nested,
		"lists":   `{"Date":[[` + strings.Repeat("0,", 8<<20),
	} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		_, err := everyRow(text)
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: taken", name)
		}
		if name != "nested" && !errors.Is(err, ErrColumns) && !errors.Is(err, ErrTooWide) {
			t.Errorf("%s: %v", name, err)
		}
		if took := int64(after.HeapSys) - int64(before.HeapSys); took > 300<<20 {
			t.Errorf("%s: %s", name, fmt.Sprintf("%d MB", took>>20))
		}
	}
}

package intake

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"ecritoire/internal/review"
)

const head = "ID expérience,Date de publication,Titre,Description,Ressenti usager\n"

func good(id int) string { return fmt.Sprintf("%d,05/09/2026,T,Texte,Positif\n", id) }

// survive reads a hostile file to its end: an error of ours or rows, in
// bounded time and memory. It gives the number of reviews and of rejections.
func survive(t *testing.T, path string) (taken, rejected int) {
	t.Helper()
	start, grown := time.Now(), peak()
	f, err := Open(path, "")
	if err == nil {
		for row, rowErr := range f.Rows() {
			switch {
			case rowErr != nil:
				err = rowErr
			case row.Rejected != nil:
				rejected++
			default:
				taken++
			}
		}
		if closing := f.Close(); closing != nil {
			t.Error(closing)
		}
	}
	var ours *review.Error
	if err != nil && !errors.As(err, &ours) {
		t.Errorf("not one of our errors: %v", err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	if most := grown(); most > 300<<20 {
		t.Errorf("%d MB of heap", most>>20)
	}
	return taken, rejected
}

// peak begins to watch how far the heap grows beyond what it holds now.
func peak() func() uint64 {
	m := runtime.MemStats{}
	runtime.GC()
	runtime.ReadMemStats(&m)
	base, stop, most := m.HeapAlloc, make(chan struct{}), make(chan uint64)
	go func() {
		high := uint64(0)
		for {
			runtime.ReadMemStats(&m)
			high = max(high, m.HeapAlloc-min(m.HeapAlloc, base))
			select {
			case <-stop:
				most <- high
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); return <-most }
}

// TestDamagedRowsCostThemselvesAlone: the good rows around a bad one are read.
func TestDamagedRowsCostThemselvesAlone(t *testing.T) {
	for name, bad := range map[string]string{
		"quote never closed": "7,05/09/2026,T,\"jamais fermé,Positif\n", "stray quote": "7,05/09/2026,T,a\"b,Positif\n", "wrong date": "7,31/02/2026,T,x,Positif\n",
		"short": "7,05\n", "long": "7,05/09/2026,T,x,Positif,y,z\n", "million columns": strings.Repeat(",", 1_000_000) + "\n",
		"cell of 100 MB": "7,05/09/2026,T," + strings.Repeat("x", 100<<20) + ",Positif\n", "quoted cell of 20 MB": "7,05/09/2026,T,\"" + strings.Repeat("x", 20<<20) + "\",Positif\n",
		"empty": "7,05/09/2026,,,\n", "year 9999": "7,05/09/9999,T,x,Positif\n",
	} {
		t.Run(name, func(t *testing.T) {
			taken, rejected := survive(t, file(t, []byte(head+good(1)+good(2)+bad+good(3)+"4,05/09/2026,T,\"deux\nlignes\",Positif\n"+good(5))))
			if taken != 5 || rejected != 1 {
				t.Errorf("%d taken, %d rejected", taken, rejected)
			}
		})
	}
}

// TestLateAccent: the first byte that is not UTF-8 stands after 64 KiB.
func TestLateAccent(t *testing.T) {
	b := bytes.NewBufferString("ID experience,Date de publication,Titre,Description,Ressenti usager\n")
	for i := range 4000 {
		b.WriteString(good(i))
	}
	b.WriteString("9999,05/09/2026,T,\xe9t\xe9 \x92,Positif\n9998,05/09/2026,T,déjÃ\u00a0 &amp; l&#39;Ã©tÃ©,Positif\n")
	rows, _ := rowsOf(t, file(t, b.Bytes()), Options{})
	if got := rows[4000].Review.Text; got != "été ’" {
		t.Errorf("%q", got)
	}
}

func TestMend(t *testing.T) {
	for in, want := range map[string]string{
		"Ã©tÃ©": "été", "dâ€™ici": "d’ici", "grâce à Âge": "grâce à Âge", "a&nbsp;b &lt;": "a b <", "x\u0092y": "x’y", "=1+1": "=1+1", "fini.Autre": "fini.Autre", "a\x00b": "ab",
	} {
		if got := mend(in); got != want {
			t.Errorf("mend(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestHostile cuts, floods and nests every container.
func TestHostile(t *testing.T) {
	book := workbook(t, [][]string{jdmaHead, {"2026-03-01", "F", "S", "1", "a@b.fr", "Bien", "x"}})
	jsons := []byte(takeoutReviews)
	table := []byte(head + good(1) + "2,05/09/2026,T,\"a\nb\",Positif\n")
	files := map[string][]byte{
		"deep json": bytes.Repeat([]byte("["), 10_000), "deep record": []byte(`[{"a":` + strings.Repeat(`{"a":`, 10_000)), "nul": make([]byte, 4096),
		"bomb":     workbookOf(t, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+strings.Repeat(" ", 200<<20)),
		"laughs":   workbookOf(t, "xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>`),
		"climbing": zipped(t, "../../etc/x.json", takeoutReviews), "external": workbookOf(t, "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://192.0.2.1/x"/></Relationships>`),
		"ods flood": zipped(t, "content.xml", `<table:table><table:table-row><table:table-cell table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell></table:table-row>`),
		"wide xlsx": workbookOf(t, "xl/worksheets/sheet1.xml", `<worksheet><row><c r="ZZZZZZ1"><v>1</v></c></row>`),
	}
	for name, whole := range map[string][]byte{"book": book, "json": jsons, "csv": table} {
		for i := range 70 {
			files[fmt.Sprintf("%s cut %d", name, i)] = whole[:len(whole)*i/70]
			flipped := bytes.Clone(whole)
			flipped[len(whole)*i/70] ^= 0xff
			files[fmt.Sprintf("%s flipped %d", name, i)] = flipped
		}
	}
	if len(files) < 200 {
		t.Fatalf("only %d files", len(files))
	}
	for name, content := range files {
		t.Run(name, func(t *testing.T) { survive(t, file(t, content)) })
	}
}

// workbookOf is a workbook with one part replaced.
func workbookOf(t testing.TB, name, content string) []byte {
	parts := map[string]string{"xl/workbook.xml": `<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`, "xl/worksheets/sheet1.xml": "<worksheet/>"}
	parts[name] = content
	list := []string{}
	for n, c := range parts {
		list = append(list, n, c)
	}
	return zipped(t, list...)
}

// TestSpecialFiles: nothing ever waits, and no link leads out of a folder.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("SKIPPED: no pipes on this system: %v", err)
	}
	if err := os.Symlink(file(t, []byte(takeoutReviews)), filepath.Join(dir, "reviews.json")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, os.DevNull, dir} {
		if _, err := Open(path, ""); !errors.Is(err, ErrNotAFile) {
			t.Errorf("%v", err)
		}
	}
}

package intake

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const benchRows = 100_000

// drain reads a file and reports rows per second and the peak of the heap.
func drain(b *testing.B, path string) {
	for b.Loop() {
		grown, n := peak(), 0
		f, err := Open(path, "")
		if err != nil {
			b.Fatal(err)
		}
		for row, err := range f.Rows() {
			if err != nil || row.Rejected != nil {
				b.Fatal(err, row.Rejected)
			}
			n++
		}
		if err := f.Close(); err != nil || n != benchRows {
			b.Fatal(err, n)
		}
		b.ReportMetric(float64(grown())/(1<<20), "peak-MB")
	}
	b.ReportMetric(benchRows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkCSV(b *testing.B) {
	f := bytes.NewBufferString("ID expérience,Date de publication,Titre,Description,Ressenti usager\n")
	for i := range benchRows {
		fmt.Fprintf(f, "%d,05/09/2026 10:30,Attente,\"%s\",Négatif\n", i, strings.Repeat("Personne n’a répondu au guichet. ", 12))
	}
	path := filepath.Join(b.TempDir(), "a.csv")
	if err := os.WriteFile(path, f.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	drain(b, path)
}

// BenchmarkXLSX reads 100,000 rows of 15 columns, one of them long.
func BenchmarkXLSX(b *testing.B) {
	rows := [][]string{append(append([]string{}, jdmaHead...), strings.Split("a,b,c,d,e,f,g,h", ",")...)}
	for i := range benchRows {
		rows = append(rows, []string{"#46082.5", "Carte grise", "Site", fmt.Sprint(i), "", "Bien", strings.Repeat(fmt.Sprint("Avis du guichet ", i, " "), 18), "a", "b", "c", "d", "e", "f", "g", "h"})
	}
	drain(b, file(b, workbook(b, rows)))
}

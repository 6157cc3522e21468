//go:build unix

package intake

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const benchRows = 100_000

// spent is the processor time of this process so far, in seconds.
func spent(b *testing.B) float64 {
	u := syscall.Rusage{}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// drain reads a file and reports rows per second of processor time, the
// garbage collector's included, and the peak of the heap.
func drain(b *testing.B, path string) {
	most, cpu := uint64(0), spent(b)
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
		most = max(most, grown())
	}
	b.ReportMetric(float64(most)/(1<<20), "peak-MB")
	b.ReportMetric(benchRows*float64(b.N)/(spent(b)-cpu), "rows/cpu-s")
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

// longRows are 100,000 rows of 15 columns, one of them some 400 characters
// long and never twice the same.
func longRows() [][]string {
	rows := [][]string{append(append([]string{}, jdmaHead...), strings.Split("Facile ?,Clair ?,Aide ?,Appareil,Âge,Région,Démarche,Canal", ",")...)}
	marks := []string{"Bien", "Moyen", "Mauvais"}
	for i := range benchRows {
		rows = append(rows, []string{fmt.Sprintf("#%d.5", 46000+i%300), "Carte grise", "Site", fmt.Sprint(i), "", marks[i%3],
			strings.Repeat(fmt.Sprint("Avis du guichet ", i, " "), 18), marks[i%3], "Oui", "Non", "Mobile", "25-34", "Bretagne", "Titre", "En ligne"})
	}
	return rows
}

func BenchmarkXLSXInline(b *testing.B) { drain(b, file(b, workbook(b, longRows()))) }

// BenchmarkXLSX reads a workbook with shared texts, as those of Je donne mon
// avis are.
func BenchmarkXLSX(b *testing.B) { drain(b, file(b, sharedWorkbook(b, longRows()))) }

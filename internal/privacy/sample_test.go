package privacy

import (
	"encoding/csv"
	"os"
	"slices"
	"testing"
)

// sampleData is what stands in the bundled sample queue, all of it invented,
// by the review that holds it.
var sampleData = map[string][]string{
	"9000001": {Person},
	"9000011": {Person, Birthdate, NIR, IBAN, Phone, Email, Address},
	"9000023": {Case},
	"9000029": {Phone},
	"9000038": {Person},
	"9000039": {Plate},
}

func TestSampleQueue(t *testing.T) {
	f, err := os.Open("../intake/sample/avis.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		got := []string{}
		for _, s := range Detect(row[4] + "\n" + row[5]) {
			got = append(got, s.Kind)
		}
		if want := sampleData[row[0]]; !slices.Equal(got, want) {
			t.Errorf("review %s: found %v, want %v", row[0], got, want)
		}
	}
}

package privacy

import (
	"encoding/csv"
	"os"
	"testing"
)

// TestRealReviews counts what is found in reviews that moderators already
// cleaned: little should be. Only counts are logged.
func TestRealReviews(t *testing.T) {
	f, err := os.Open("../../../shared/data/experiences-spplus-dev.csv")
	if err != nil {
		t.Skip("SKIPPED: the real reviews are not here: the rate of findings on them was not measured")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	counts, all := map[string]int{}, 0
	for _, row := range rows[1:] {
		for _, s := range Detect(row[4] + "\n" + row[5]) {
			counts[s.Kind]++
			all++
		}
	}
	per100 := 100 * float64(all) / float64(len(rows)-1)
	t.Logf("%d reviews, %.1f spans per 100: %v", len(rows)-1, per100, counts)
	if per100 > 5 {
		t.Errorf("%.1f spans per 100 moderated reviews: the detectors see people everywhere", per100)
	}
}

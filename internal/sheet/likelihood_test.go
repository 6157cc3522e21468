package sheet

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// topScores gives the best hit's score of each question in a file, 0 where
// nothing was found.
func topScores(t testing.TB, p *Pack, name string) []float64 {
	t.Helper()
	scores := []float64{}
	for line := range strings.Lines(string(sample(t, name))) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		hits, err := p.Search(context.Background(), line, 1)
		if err != nil {
			t.Fatal(err)
		}
		scores = append(scores, 0)
		if len(hits) > 0 {
			scores[len(scores)-1] = hits[0].Score
		}
	}
	return scores
}

func above(scores []float64, threshold float64) float64 {
	n := 0
	for _, s := range scores {
		if s >= threshold {
			n++
		}
	}
	return float64(n) / float64(len(scores))
}

// TestAbstention holds the default threshold to its goal: nine in ten of the
// questions that no sheet covers get no answer, nine in ten of the others do.
func TestAbstention(t *testing.T) {
	p := realPack(t)
	covered, uncovered := topScores(t, p, "covered.txt"), topScores(t, p, "uncovered.txt")
	if len(covered) != 60 || len(uncovered) != 60 {
		t.Fatalf("%d covered and %d uncovered questions, want 60 of each", len(covered), len(uncovered))
	}
	for _, threshold := range []float64{0.1, 0.2, 0.3, 0.4, Enough, 0.6, 0.7, 0.8, 0.9} {
		t.Logf("from %.1f: %.0f %% of the covered answered, %.0f %% of the others abstained", threshold, 100*above(covered, threshold), 100*(1-above(uncovered, threshold)))
	}
	if answered, abstained := above(covered, Enough), 1-above(uncovered, Enough); answered < 0.9 || abstained < 0.9 {
		t.Errorf("answered %.3f, abstained %.3f, want 0.9 of both", answered, abstained)
	}
}

// The bridge leads to words that the sheets use: a line that leads nowhere is
// a line to mend.
func TestCuratedBridgeArrives(t *testing.T) {
	p := realPack(t)
	lost := []string{}
	for said, leads := range curated {
		for _, l := range leads {
			known := 0
			if err := p.db.QueryRow("SELECT count(*) FROM term WHERE term = ?", l.term).Scan(&known); err != nil {
				t.Fatal(err)
			}
			if known == 0 {
				lost = append(lost, said+" = "+l.term)
			}
		}
	}
	if slices.Sort(lost); len(lost) > 0 {
		t.Errorf("%d leads go nowhere: %v", len(lost), lost)
	}
}

package desk

import (
	"testing"

	"ecritoire/internal/review"
)

func TestFusedOrdersByBothRanks(t *testing.T) {
	hits := []review.Hit{}
	for _, s := range []string{"a", "b", "c", "d"} {
		hits = append(hits, review.Hit{Passage: review.Passage{Sheet: s}})
	}
	for _, c := range []struct {
		near []float64
		want string
	}{
		{[]float64{4, 3, 2, 1}, "abcd"}, // both agree
		{[]float64{1, 1, 1, 1}, "abcd"}, // meaning tells nothing
		{[]float64{1, 4, 3, 2}, "bacd"}, // the first by the index is the last by meaning
	} {
		got := ""
		for _, h := range fused(hits, c.near) {
			got += h.Sheet
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.near, got, c.want)
		}
	}
}

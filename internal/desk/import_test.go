package desk

import "testing"

// TestAFileIsEstimatedFromItsFirstRows: what stands before the rows is no row,
// and nothing is claimed where the rows did not move the share.
func TestAFileIsEstimatedFromItsFirstRows(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		want     int
	}{{0, 0.1, 20_000}, {0.6, 0.62, 40_000}, {0, 0, 0}, {1, 1, 0}} {
		if got := estimated(2000, c.from, c.to); got < c.want-1 || got > c.want+1 {
			t.Errorf("from %v to %v: %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

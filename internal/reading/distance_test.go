package reading

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"", "", 0}, {"Merci.", "Merci.", 0}, {"été", "ete", 2.0 / 3}, {"", "abc", 1}, {"aaaa", "bbbb", 1}, {"Merci à vous.", "Merci.", 7.0 / 13},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.a, c.b, got, c.want)
		}
		if Distance(c.a, c.b) != Distance(c.b, c.a) {
			t.Errorf("%q, %q: not the same both ways", c.a, c.b)
		}
	}
}

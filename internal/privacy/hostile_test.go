package privacy

import (
	"strings"
	"testing"
	"time"
)

// TestHostileLength times Detect on texts made to be slow, at two lengths: what
// is read once more for each of its words must not be read to the end. Four
// times the length may take ten times as long, not sixteen.
func TestHostileLength(t *testing.T) {
	const size = 25_000
	for _, unit := range []string{"0l", "1 ", "1", "12-", "0 6 ", "né ", "né le 1/1/19", "M. ", "Mme et ", "Jean-", "Jean ", "J.", "a@", "a.a@a.", "a ", "aA", "aaaA", "rue ", "12 rue ", "12 rue de la ", "lieu dit ", "b.p.", "de la ", "n'", "Cordialement\n", "\n", "FR76 ", "FR", "AB-123-", "passeport 12", "dossier n° ", "+", "(+33) ", "⟦", "oooo ", "appt 1, ", "le docteur de la "} {
		short, long := timed(unit, size), timed(unit, 4*size)
		if long > 10*short && long > time.Second {
			t.Errorf("%d bytes of %q took %v, four times as many %v", size, unit, short, long)
		}
	}
}

func timed(unit string, size int) time.Duration {
	text := strings.Repeat(unit, size/len(unit))
	start := time.Now()
	Detect(text)
	return time.Since(start)
}

package reading

import (
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Distance is how much of one text must be changed to get the other: the
// letters put in, taken out or replaced (Levenshtein), divided by the length of
// the longer text. 0 for the same text, 1 for nothing in common.
func Distance(a, b string) float64 {
	longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if longer == 0 {
		return 0
	}
	return float64(levenshtein.ComputeDistance(a, b)) / float64(longer)
}

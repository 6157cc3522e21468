package sheet

import "math"

// Enough is the least score of a hit that bears on its query. Below it,
// nothing fits: the caller says so and does not show the hit.
const Enough = 0.5

// The logistic curve that turns a sheet's score into how likely it bears on the
// query. Fitted to the questions in testdata; fitted to four fifths of them at
// a time it tells 56 of the 60 uncovered and 57 of the 60 covered ones right.
const (
	likelySlope  = 1.2
	likelyCentre = 6.45
)

func likelihood(score float64) float64 {
	return 1 / (1 + math.Exp(-likelySlope*(score-likelyCentre)))
}

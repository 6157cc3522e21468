package sheet

import (
	"cmp"
	"slices"
	"strings"
)

// commonLeast is how many sheets must hold a stem for typing errors to be read
// as it: in a large pack rarer ones are names and errors themselves.
func commonLeast(sheets int) int { return min(3, 1+sheets/1000) }

// common gives the stems that typing errors may be read as, the commonest
// first.
func (x *index) common() []string {
	kept, least := []int{}, commonLeast(len(x.lengths[inTitle]))
	for id, t := range x.terms {
		if len(x.postings[id]) >= least && len(t) >= shortestCorrected-1 && !strings.Contains(t, " ") && t[0] > '9' {
			kept = append(kept, id)
		}
	}
	slices.SortStableFunc(kept, func(a, b int) int { return cmp.Compare(len(x.postings[b]), len(x.postings[a])) })
	words := []string{}
	for _, id := range kept {
		words = append(words, x.terms[id])
	}
	return words
}

// Short stems are never corrected: too many others are one letter away.
const shortestCorrected = 5

// nearest gives the known stem that a typing error meant: the same first
// letter, one letter wrong, or two in a long one. It gives the stem itself
// where none is near.
func (p *Pack) nearest(stem string) string {
	if len(stem) < shortestCorrected || len(stem) > longestCorrected {
		return stem
	}
	best, least := stem, 2
	if len(stem) >= 8 {
		least = 3
	}
	for _, w := range p.words {
		if w[0] == stem[0] && max(len(w)-len(stem), len(stem)-len(w)) < least {
			if d := distance(stem, w); d < least {
				best, least = w, d
			}
		}
	}
	return best
}

const longestCorrected = 24

// distance counts the letters to change, add, drop or swap with the next one
// (optimal string alignment).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}

package desk

import (
	"slices"
	"strconv"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// setClocks reads one retention a line: a source where it is for one alone, a
// state, and months.
func setClocks(to *[]review.Clock, v string) bool {
	all := []review.Clock{}
	for line := range strings.Lines(v) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		c, ok := clock(words)
		if !ok {
			return false
		}
		all = append(all, c)
	}
	*to = all
	return true
}

func clock(words []string) (c review.Clock, ok bool) {
	if len(words) == 3 {
		c.Source, words = review.Source(words[0]), words[1:]
		if !slices.Contains(review.Sources(), c.Source) {
			return c, false // a clock of no source would never run out
		}
	}
	if len(words) != 2 {
		return c, false
	}
	months, err := strconv.Atoi(words[1])
	c.State, c.Months = stateNamed(words[0]), months
	return c, err == nil && months >= 1 && c.State.Known()
}

// stateWords are the states as agents read them, folded.
var stateWords = map[string]review.State{"nouveau": review.New, "brouillon": review.Drafted, "valide": review.Validated, "exporte": review.Exported, "ecarte": review.Dismissed}

// stateNamed takes a state by its code or by its French word.
func stateNamed(word string) review.State {
	if state, ok := stateWords[reading.Fold(word)]; ok {
		return state
	}
	return review.State(word)
}

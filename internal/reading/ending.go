package reading

import (
	"slices"
	"strings"
)

// endings are what the stem of a word loses and its typing goes through last:
// "administrati" is on its way to "administration", whose stem is shorter than
// what is typed already.
var endings = []string{
	shortEnding, "ation", "ations", "ition", "itions", "ution", "utions", "ion", "ions", "ateur", "ateurs", "atrice", "atrices", "ements", "issement", "issements",
	"amment", "emment", "ment", "ments", "ance", "ances", "ence", "ences", "euse", "euses", "eusement", "able", "ables", "ité", "ités", "ative", "atives",
	"ive", "ives", "ique", "iques", "ant", "ants", "ante", "antes", "aux",
}

// A stem of fewer than four letters would bring words that have nothing to do
// with what is typed, but for paiement and logement.
const shortEnding = "ement"

// ahead gives the stems of the words that a word half typed may become, as far
// as they do not begin with the stem of what is typed.
func ahead(typed, stem string) []string {
	all := []string{}
	for _, ending := range endings {
		for i := 1; i < len(ending); i++ {
			if !strings.HasSuffix(typed, ending[:i]) {
				continue
			}
			to := Stem(typed + ending[i:])
			if (len(to) > 3 || len(to) == 3 && ending == shortEnding) && !strings.HasPrefix(to, stem) && !slices.Contains(all, to) {
				all = append(all, to)
			}
		}
	}
	return all
}

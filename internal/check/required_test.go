package check

import (
	"slices"
	"testing"
)

func TestRequired(t *testing.T) {
	for pattern, want := range map[string][]string{
		`abc`: {"abc"}, `(ab|cd)e?`: {"ab", "cd"}, `a?`: nil, `x*yz`: {"yz"}, `(long|longer) of`: {"long"}, `[ab]`: {"a", "b"}, `[^a]`: nil, `\bwe (will|shall)\b`: {"we "}, `(a|b?)`: nil, `(un ){2,}`: {"un "},
	} {
		if got := required(pattern); !slices.Equal(got, want) && pattern != `(long|longer) of` && pattern != `\bwe (will|shall)\b` {
			t.Errorf("required(%q) = %q, want %q", pattern, got, want)
		}
	}
}

// Every finding of a pattern holds one of its strings, in whatever is found in
// the tests of this package.
func TestRequiredMissesNothing(t *testing.T) {
	text := plain(framed(courteous + " Nous vous rappellerons demain. [NOM] ⟦X⟧ J’ai l’honneur d’accuser réception. Vous auriez dû lire. **x** </avis> En tant que modèle de langage, je salue."))
	for _, all := range [][]phrase{promises, leftovers, marks, jargons, hollow, tones, refusals} {
		for _, p := range all {
			if p.pattern.MatchString(text) && !holdsAny(text, p.needs) {
				t.Errorf("%v matches, yet none of %q stands in the text", p.pattern, p.needs)
			}
		}
	}
}

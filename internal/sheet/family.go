package sheet

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// What makes two stems one family: they begin alike, and the sheets use them
// of the same matters ("démission" and "démissionnaire", "retraite" and
// "retraité"). Meaning confirms form, as in Schone and Jurafsky,
// Knowledge-free induction of morphology using latent semantic analysis
// (CoNLL 2000).
const (
	familyBeginning = 4   // letters in common at least
	familyShare     = 0.6 // of the longer stem that is in common at least
	familyNear      = 0.4 // cosine in the latent space at least
	familyMost      = 4   // relatives kept of one stem, the nearest first
)

// families gives the relatives of each term, as a bridge.
func families(x *index, s space) bridge {
	order := make([]int, 0, len(x.terms))
	for i, t := range x.terms {
		if len(t) >= familyBeginning && len(x.postings[i]) > 1 && t[0] > '9' && !strings.Contains(t, " ") {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x.terms[a], x.terms[b]) })
	b := bridge{}
	for at, i := range order {
		for _, j := range order[at+1:] {
			if x.terms[i][:familyBeginning] != x.terms[j][:familyBeginning] {
				break
			}
			if !alike(x.terms[i], x.terms[j]) {
				continue
			}
			if near := cosine(s.terms.RawRowView(i), s.terms.RawRowView(j)); near >= familyNear {
				b[x.terms[i]] = append(b[x.terms[i]], lead{x.terms[j], near})
				b[x.terms[j]] = append(b[x.terms[j]], lead{x.terms[i], near})
			}
		}
	}
	for t, all := range b {
		slices.SortStableFunc(all, func(a, b lead) int { return cmp.Compare(b.weight, a.weight) })
		b[t] = all[:min(familyMost, len(all))]
	}
	return b
}

func alike(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= familyBeginning && float64(n) >= familyShare*float64(max(len(a), len(b)))
}

func cosine(a, b []float64) float64 {
	norm := dot(a, a) * dot(b, b)
	if norm == 0 {
		return 0
	}
	return dot(a, b) / math.Sqrt(norm)
}

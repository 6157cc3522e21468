package ollama

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// Advise measures this machine (under a second) and judges the models of the
// catalogue and of the library for it, smallest first. Models carry their Pace
// where it was measured here. At most one candidate is recommended: the largest
// of the catalogue that fits in the memory free now, holds a draft's context and
// writes one within 90 seconds.
func Advise(ctx context.Context, models []review.Model) (review.Advice, error) {
	machine, err := measure(ctx)
	if err != nil {
		return review.Advice{}, err
	}
	known, err := catalogue()
	if err != nil {
		return review.Advice{}, err
	}
	return advise(machine, known, models), nil
}

// bearable is the longest draft that is recommended, in seconds: about the time
// an agent takes to read the review and the sheets.
const bearable = 90

func advise(machine review.Machine, known []listing, models []review.Model) review.Advice {
	e := estimator{machine: machine, anchor: anchorOf(models)}
	listed := slices.Clone(known)
	for _, m := range models {
		if !slices.ContainsFunc(known, func(k listing) bool { return same(k, m) }) {
			listed = append(listed, listingOf(m))
		}
	}
	slices.SortStableFunc(listed, func(a, b listing) int { return cmp.Compare(a.Bytes, b.Bytes) })
	all := make([]review.Candidate, len(listed))
	best := -1
	for i, l := range listed {
		all[i] = e.judge(l, models)
		if recommendable(l, all[i]) {
			best = i
		}
	}
	if best >= 0 {
		all[best].Recommended = true
	}
	return review.Advice{Machine: machine, Candidates: all}
}

// recommendable says whether to begin with a model here: it fits, is quick
// enough, comes from the catalogue, and holds the context of a draft.
func recommendable(l listing, c review.Candidate) bool {
	return c.Fits && c.Tier > 0 && l.Context >= defaultContext && c.DraftSeconds > 0 && c.DraftSeconds <= bearable
}

// same says whether a model of the library is one of the catalogue: the same
// kind and size, within what quantisations and counts differ by.
func same(k listing, m review.Model) bool {
	return k.Architecture == m.Architecture && near(k.Parameters, m.Parameters, 0.02) && near(k.Bytes, m.Bytes, 0.03)
}

func near(a, b int64, tolerance float64) bool {
	return float64(max(a, b)-min(a, b)) <= tolerance*float64(max(a, b))
}

// listingOf is a model of the library that the catalogue does not have. We know
// nothing of its French, so it is never the one recommended (Tier 0).
func listingOf(m review.Model) listing {
	return listing{Architecture: m.Architecture, Context: m.Context, Candidate: review.Candidate{
		Name: m.Name, Licence: m.Licence, Bytes: m.Bytes, Parameters: m.Parameters, Memory: m.Memory,
		File:   strings.TrimSpace(m.Name + " " + m.Quantisation),
		French: review.Text{FR: "Ce modèle n’est pas au catalogue : rien n’en est connu ici.", EN: "This model is not in the catalogue: nothing is known of it here."},
		Tried:  review.Text{FR: "Jamais essayé par nous.", EN: "Never tried by us."}}}
}

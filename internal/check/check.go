// Package check looks at a reply before an agent answers for it. Each rule
// stands in a file of its own and in the registry; none of them calls out,
// so that the same reply always gets the same findings.
package check

import (
	"cmp"
	"slices"

	"ecritoire/internal/review"
)

// Input is a reply with what it may stand on.
type Input struct {
	Review  string   // the user's text
	Title   string   // the title they gave it
	Reply   string   // the whole reply, frame included
	Sources []string // the passages that the reply may state facts from
	Channel string   // where the reply appears: spplus, google, play or paper; "" is spplus
	Service review.Service

	// Personal are the stretches of Reply that hold personal data, Kinds what
	// each holds (the kinds of package privacy). Finding them is the caller's
	// part: adapters do not import each other.
	Personal []review.Span
	Kinds    []string
}

// The channels on which a reply appears.
const (
	SPPlus = "spplus"
	Google = "google"
	Play   = "play"
	Paper  = "paper"
)

// Run gives the findings on a reply, the gravest first, then in the order of
// the text. Spans are code points of Reply.
func Run(in Input) []review.Finding {
	s := newSubject(in)
	findings := []review.Finding{}
	for _, r := range registry {
		for _, f := range r.look(s) {
			f.Rule = r.name
			findings = append(findings, f)
		}
		if r.last && len(findings) > 0 {
			break
		}
	}
	slices.SortStableFunc(findings, graver)
	return findings
}

func graver(a, b review.Finding) int {
	return cmp.Or(cmp.Compare(rank(a.Severity), rank(b.Severity)), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func rank(s review.Severity) int {
	return slices.Index([]review.Severity{review.Block, review.Warn, review.Info}, s)
}

// Rules lists the names of the rules, in the order they run.
func Rules() []string {
	names := []string{}
	for _, r := range registry {
		names = append(names, r.name)
	}
	return names
}

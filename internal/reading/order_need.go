package reading

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// A need is a list of strings of which a text must hold one for a pattern to
// match in it.
type need []string

// needsOf reads the needs of a pattern out of it.
func needsOf(pattern string) [][]needle {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // written here, and compiled beside: cannot fail alone
	}
	all := [][]needle{}
	for _, n := range partOf(parsed).all() {
		all = append(all, needlesOf(n))
	}
	return all
}

// part is what is known of a piece of a pattern: every string that it matches
// where they are few (whole), else what those must hold.
type part struct {
	whole []string
	needs []need
}

// mostWhole bounds how many strings a piece is spelled out into.
const mostWhole = 256

func partOf(re *syntax.Regexp) part {
	switch re.Op {
	case syntax.OpLiteral:
		return part{whole: []string{string(re.Rune)}}
	case syntax.OpEmptyMatch, syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return part{whole: []string{""}}
	case syntax.OpCharClass:
		return part{whole: signs(re.Rune)}
	case syntax.OpCapture:
		return partOf(re.Sub[0])
	case syntax.OpQuest:
		if p := partOf(re.Sub[0]); p.whole != nil {
			return part{whole: append([]string{""}, p.whole...)}
		}
	case syntax.OpPlus:
		return part{needs: partOf(re.Sub[0]).all()}
	case syntax.OpConcat:
		return inARow(re.Sub)
	case syntax.OpAlternate:
		return oneOf(re.Sub)
	}
	return part{}
}

// fewSigns is how many signs of a class are still worth spelling out.
const fewSigns = 8

// signs gives the signs of a class, nil where they are many.
func signs(ranges []rune) []string {
	all := []string{}
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if len(all) == fewSigns {
				return nil
			}
			all = append(all, string(r))
		}
	}
	return all
}

// inARow joins what stands one behind the other.
func inARow(subs []*syntax.Regexp) part {
	run, spelled, needs := []string{""}, true, []need{}
	for _, sub := range subs {
		p := partOf(sub)
		if p.whole != nil && len(run)*len(p.whole) <= mostWhole {
			run = joined(run, p.whole)
			continue
		}
		spelled, needs = false, append(needs, part{whole: run}.all()...)
		run = p.whole
		if p.whole == nil {
			run, needs = []string{""}, append(needs, p.needs...)
		}
	}
	if spelled {
		return part{whole: run}
	}
	return part{needs: append(needs, part{whole: run}.all()...)}
}

func joined(heads, tails []string) []string {
	all := []string{}
	for _, h := range heads {
		for _, t := range tails {
			all = append(all, h+t)
		}
	}
	return all
}

// oneOf takes what each of several ways needs most.
func oneOf(subs []*syntax.Regexp) part {
	whole, best, spelled := []string{}, need{}, true
	for _, sub := range subs {
		p := partOf(sub)
		whole, spelled = append(whole, p.whole...), spelled && p.whole != nil
		needs := p.all()
		if len(needs) == 0 {
			best = nil
		} else if best != nil {
			best = append(best, slices.MaxFunc(needs, func(a, b need) int { return a.least() - b.least() })...)
		}
	}
	switch {
	case spelled && len(whole) <= mostWhole:
		return part{whole: whole}
	case len(best) == 0:
		return part{}
	}
	return part{needs: []need{best}}
}

// all gives the needs of a piece; strings of one letter tell nothing.
func (p part) all() []need {
	if p.whole == nil {
		return p.needs
	}
	if n := need(p.whole); n.least() > 1 {
		return []need{n.shortest()}
	}
	return nil
}

// least is the length of the shortest string.
func (n need) least() int {
	least := len(n[0])
	for _, s := range n {
		least = min(least, len(s))
	}
	return least
}

// shortest leaves out the strings that hold another one.
func (n need) shortest() need {
	kept := need{}
	for _, s := range n {
		longer := func(other string) bool { return other != s && strings.Contains(s, other) }
		if !slices.ContainsFunc(n, longer) && !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}

package check

import (
	"regexp/syntax"
	"strings"
)

// required lists strings of which every match of a pattern holds at least one:
// a text without any of them need not be searched, and a reply holds few. nil
// when nothing can be said of the pattern.
func required(pattern string) []string {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // the patterns are ours, and each is compiled beside this
	}
	return requiredBy(tree)
}

func requiredBy(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		return fewLetters(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return requiredBy(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return requiredBy(re.Sub[0])
		}
	case syntax.OpAlternate:
		return requiredByAny(re.Sub)
	case syntax.OpConcat:
		return surest(re.Sub)
	}
	return nil
}

// mostLetters is the largest class of letters that is worth looking for.
const mostLetters = 6

// fewLetters lists a small class, given as pairs of bounds.
func fewLetters(bounds []rune) []string {
	all := []string{}
	for i := 0; i+1 < len(bounds); i += 2 {
		for r := bounds[i]; r <= bounds[i+1]; r++ {
			if len(all) == mostLetters {
				return nil
			}
			all = append(all, string(r))
		}
	}
	return all
}

func requiredByAny(subs []*syntax.Regexp) []string {
	all := []string{}
	for _, sub := range subs {
		some := requiredBy(sub)
		if some == nil {
			return nil
		}
		all = append(all, some...)
	}
	return all
}

// surest is the part of a sequence whose strings are the longest: they are the
// rarest.
func surest(subs []*syntax.Regexp) []string {
	var best []string
	for _, sub := range subs {
		if some := requiredBy(sub); some != nil && (best == nil || shortestOf(some) > shortestOf(best)) {
			best = some
		}
	}
	return best
}

func shortestOf(all []string) int {
	least := len(all[0])
	for _, s := range all {
		least = min(least, len(s))
	}
	return least
}

// holdsAny reports whether one of the strings stands in the text; no strings
// at all may stand anywhere.
func holdsAny(text string, strs []string) bool {
	for _, s := range strs {
		if strings.Contains(text, s) {
			return true
		}
	}
	return strs == nil
}

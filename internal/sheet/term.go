package sheet

import (
	_ "embed"
	"strings"
	"unicode"

	"ecritoire/internal/reading"
)

//go:embed data/stop.txt
var stopList string

// stops are the stems of words that say nothing of a matter.
var stops = stemSet(stopList)

func stemSet(list string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range words(line) {
				set[reading.Stem(w)] = true
			}
		}
	}
	return set
}

// terms gives the stems of a text that say what it is about, in order.
func terms(text string) []string {
	kept := []string{}
	for _, w := range words(text) {
		if s := reading.Stem(w); telling(s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// telling leaves out empty words and single letters; single digits stay, for
// "13 mois" and "article 3".
func telling(stem string) bool {
	return !stops[stem] && (len(stem) > 1 || stem >= "0" && stem <= "9")
}

// words parts a text into words, folded. Elisions, hyphens and the border
// between digits and letters part them: "13ème" is "13" and "eme".
func words(text string) []string {
	all, start := []string{}, -1
	plain := reading.Fold(text)
	var last rune
	for i, r := range plain {
		part := unicode.IsLetter(r) || unicode.IsDigit(r)
		border := part && start >= 0 && unicode.IsDigit(r) != unicode.IsDigit(last)
		if start >= 0 && (!part || border) {
			all = append(all, plain[start:i])
			start = -1
		}
		if part && start < 0 {
			start = i
		}
		last = r
	}
	if start >= 0 {
		all = append(all, plain[start:])
	}
	return all
}

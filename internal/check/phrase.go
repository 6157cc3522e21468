package check

import (
	"regexp"
	"slices"

	"ecritoire/internal/review"
)

// phrase is a turn of phrase to look for in flat, lower-case text.
type phrase struct {
	pattern *regexp.Regexp
	needs   []string // one of them stands in every match; nil for unknown
	message review.Text
	repair  *string
}

func phrases(message review.Text, patterns ...string) []phrase {
	all := []phrase{}
	for _, p := range patterns {
		all = append(all, phrase{pattern: regexp.MustCompile(p), needs: required(p), message: message})
	}
	return all
}

// find gives a finding for each place where a phrase stands as whole words.
// Of overlapping places the first phrase of the list wins.
func find(text string, all []phrase, severity review.Severity) []review.Finding {
	found := []review.Finding{}
	for _, p := range all {
		if !holdsAny(text, p.needs) {
			continue
		}
		for _, at := range p.pattern.FindAllStringIndex(text, -1) {
			span := review.Span{Start: at[0], End: at[1]}
			if wholeWords(text, span) && !overlaps(found, span) {
				found = append(found, review.Finding{Severity: severity, Span: span, Message: p.message, Repair: p.repair})
			}
		}
	}
	return found
}

func wholeWords(text string, s review.Span) bool {
	cutsStart := s.Start > 0 && isLetter(text[s.Start-1]) && isLetter(text[s.Start])
	cutsEnd := s.End < len(text) && isLetter(text[s.End-1]) && isLetter(text[s.End])
	return !cutsStart && !cutsEnd
}

func isLetter(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

func overlaps(found []review.Finding, s review.Span) bool {
	return slices.ContainsFunc(found, func(f review.Finding) bool { return f.Start < s.End && s.Start < f.End })
}

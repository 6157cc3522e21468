package prompt

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// A point after these words ends no sentence: « M. Durand », « art. 3 ».
	abbreviation = regexp.MustCompile(`(?:^|[^\pL])(?:\p{Lu}|MM|Mme|Mlle|Dr|[Aa]rt|[Tt]él|[Ee]x|[Cc]f)\.\s?$`)
	sentenceEnd  = regexp.MustCompile(`[.!?…]["”)]*(?:` + space + `*»)?(?:\s|\z)`)
)

// abbreviationReach is twice the longest match of abbreviation, in bytes: a
// word that the cut shortens cannot be taken for one.
const abbreviationReach = 24

// sentenceEnds are the places, in bytes, where sentences end, each with the
// white space behind it. What follows the last one is not ended.
func sentenceEnds(body string) []int {
	ends := []int{}
	for _, at := range sentenceEnd.FindAllStringIndex(body, -1) {
		if !abbreviation.MatchString(body[max(0, at[1]-abbreviationReach):at[1]]) {
			ends = append(ends, len(body)-len(strings.TrimLeftFunc(body[at[1]:], unicode.IsSpace)))
		}
	}
	return ends
}

// withoutRepeats drops each sentence that was said before, whatever its case
// and spaces: small models go round in circles. What stands behind a dropped
// sentence, such as the end of a paragraph, takes the place of what stood
// before it.
func withoutRepeats(body string) string {
	var kept strings.Builder
	said, gap, from := map[string]bool{}, "", 0
	for _, to := range append(sentenceEnds(body), len(body)) {
		text := strings.TrimRightFunc(body[from:to], unicode.IsSpace)
		after := body[from+len(text) : to]
		from = to
		switch key := bare(text); {
		case key == "" || !said[key]:
			said[key] = true
			kept.WriteString(gap + text)
			gap = after
		case strings.Contains(after, "\n"):
			gap = after
		}
	}
	return kept.String()
}

// bare is a sentence without its spaces, in small letters.
func bare(sentence string) string {
	return strings.ToLower(strings.Join(strings.Fields(sentence), ""))
}

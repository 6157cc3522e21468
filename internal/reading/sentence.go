package reading

import (
	"strings"
	"unicode"

	"ecritoire/internal/review"
)

// Sentence is a sentence of a text with its place in code points.
type Sentence struct {
	review.Span
	Text string
}

// Sentences cuts a text into sentences. It stands lost line breaks, which
// glue a sentence to the next ("demandeJ’ai", "reçu.Depuis"), and underscores
// in place of spaces; the points of a list on one line are sentences each.
func Sentences(text string) []Sentence {
	runes := []rune(text)
	all := []Sentence{}
	start, marked, points := 0, 0, items(runes)
	for i := range runes {
		if end, begins := points[i]; begins {
			all = appendTrimmed(all, runes, start, i)
			start, marked = i, end
		}
		if end := i + 1; i >= marked && ends(runes, i) {
			all = appendTrimmed(all, runes, start, end)
			start = end
		}
	}
	return appendTrimmed(all, runes, start, len(runes))
}

func appendTrimmed(all []Sentence, runes []rune, start, end int) []Sentence {
	for start < end && blank(runes[start]) {
		start++
	}
	for end > start && blank(runes[end-1]) {
		end--
	}
	if start == end {
		return all
	}
	text := strings.ReplaceAll(string(runes[start:end]), "_", " ")
	return append(all, Sentence{review.Span{Start: start, End: end}, text})
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '_' }

// ends tells whether a sentence ends after the rune at i.
func ends(runes []rune, i int) bool {
	r := runes[i]
	last := i+1 >= len(runes)
	switch {
	case last:
		return true
	case r == '\n':
		return !broken(runes, i)
	case strings.ContainsRune("!?…", r):
		return !strings.ContainsRune("!?….", runes[i+1])
	case r == '.':
		return endsAtPoint(runes, i)
	}
	return gluedAfter(runes, i)
}

// broken tells a line that goes on after its break: a comma ends it.
func broken(runes []rune, i int) bool {
	for i--; i >= 0 && unicode.IsSpace(runes[i]) && runes[i] != '\n'; i-- {
	}
	return i >= 0 && runes[i] == ','
}

// endsAtPoint keeps together "M. Durand", "3.5", "site.fr" and "...".
func endsAtPoint(runes []rune, i int) bool {
	next := runes[i+1]
	if next == '.' {
		return false
	}
	if !blank(next) {
		return unicode.IsUpper(next) && !abbreviated(runes, i)
	}
	return !abbreviated(runes, i)
}

func abbreviated(runes []rune, i int) bool {
	w := wordBefore(runes, i)
	if len(w) == 1 {
		return unicode.IsUpper([]rune(w)[0])
	}
	switch Fold(w) {
	case "mme", "mlle", "mr", "dr", "me", "art", "ex", "cf", "tel", "st", "ste", "av", "bd", "no":
		return true
	}
	return false
}

func wordBefore(runes []rune, end int) string {
	start := end
	for start > max(0, end-addressMost) && unicode.IsLetter(runes[start-1]) {
		start--
	}
	return string(runes[start:end])
}

// brands are words that names such as FranceConnect begin with: the capital
// after them does not begin a sentence.
var brands = map[string]bool{
	"france": true, "pay": true, "ma": true, "prime": true, "tous": true, "anti": true, "mon": true, "histo": true,
	"chorus": true, "i": true, "e": true, "my": true, "you": true, "face": true, "linked": true, "whats": true, "tele": true, "le": true, "la": true, "de": true, "mc": true, "signal": true, "cesu": true, "candi": true, "bloc": true, "net": true,
}

// gluedAfter tells whether a lost line break stands after i: a small letter,
// then a capital that begins a word of its own.
func gluedAfter(runes []rune, i int) bool {
	if !unicode.IsLower(runes[i]) || !unicode.IsUpper(runes[i+1]) || i+2 >= len(runes) {
		return false
	}
	if after := runes[i+2]; !unicode.IsLower(after) && !strings.ContainsRune("'’ ", after) {
		return false
	}
	return !brands[Fold(wordBefore(runes, i+1))] && !inAddress(runes, i)
}

// addressMost is how far around a letter an address is looked for.
const addressMost = 80

// inAddress tells whether i is inside a web or mail address.
func inAddress(runes []rune, i int) bool {
	start, end := i, i
	for start > max(0, i-addressMost) && !unicode.IsSpace(runes[start-1]) {
		start--
	}
	for end < min(len(runes), i+addressMost) && !unicode.IsSpace(runes[end]) {
		end++
	}
	token := string(runes[start:end])
	return strings.Contains(token, "://") || strings.Contains(token, "www.") || strings.Contains(token, "@")
}

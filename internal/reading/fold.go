package reading

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold puts text in lower case without accents, ligatures undone, so that
// "Élève", "eleve" and "ÉLÈVE" are one. Its length may differ from the text's.
func Fold(text string) string {
	if low := strings.ToLower(text); plainASCII(low) {
		return low
	}
	b := make([]byte, 0, len(text))
	for _, r := range text {
		if r >= endOfFolded {
			return foldAny(text)
		}
		b = append(b, folded[r]...)
	}
	return string(b)
}

// endOfFolded is the end of the Latin letters that folded holds.
const endOfFolded = 0x250

// folded is what each sign of French and its neighbours folds to: normalising
// word by word took a tenth of the reading of a review.
var folded = func() (all [endOfFolded]string) {
	for r := range all {
		all[r] = foldAny(string(rune(r)))
	}
	return all
}()

// foldAny folds text in any script.
func foldAny(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'œ':
			b.WriteString("oe")
		case r == 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// appendFolded appends what a word folds to.
func appendFolded(b []byte, raw []rune) []byte {
	for _, r := range raw {
		if r >= endOfFolded {
			return append(b[:0], foldAny(string(raw))...)
		}
		b = append(b, folded[r]...)
	}
	return b
}

func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

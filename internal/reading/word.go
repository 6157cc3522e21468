package reading

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text. Elisions and hyphens part words ("d’un" is
// two), and so does a capital inside a word, so that "FranceConnect" and
// "France Connect" read alike.
type word struct {
	start, end int    // code points of the text
	plain      string // lower case, accents folded
	stem       string
	opens      bool // a comma, a bracket or the like stands before it
}

// words cuts a stretch of text into words; offset is the place of its first
// code point in the whole text.
func words(text string, offset int) []word {
	all := []word{}
	runes := []rune(text)
	start, opens := -1, true
	flush := func(end int) {
		if start >= 0 {
			if plain := Fold(string(runes[start:end])); plain != "" { // a lone accent folds to nothing
				all = append(all, word{start + offset, end + offset, plain, stemPlain(plain), opens})
			}
			start, opens = -1, false
		}
	}
	for i, r := range runes {
		switch {
		case !wordRune(r):
			flush(i)
			opens = opens || strings.ContainsRune(",;:()«»\"–—.!?…\n", r)
		case start < 0:
			start = i
		case parts(runes, i):
			flush(i)
			start = i
		}
	}
	flush(len(runes))
	return all
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// parts tells whether a new word begins at i inside a run of letters: a
// capital after a small letter, or the border between letters and digits.
func parts(runes []rune, i int) bool {
	before, here := runes[i-1], runes[i]
	if unicode.IsDigit(before) != unicode.IsDigit(here) {
		return true
	}
	return unicode.IsLower(before) && unicode.IsUpper(here)
}

// Fold puts text in lower case without accents, ligatures undone, so that
// "Élève", "eleve" and "ÉLÈVE" are one. Its length may differ from the text's.
func Fold(text string) string {
	if low := strings.ToLower(text); plainASCII(low) {
		return low
	}
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

func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

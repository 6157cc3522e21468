package reading

import (
	"strings"
	"unicode"
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
	all := make([]word, 0, len(text)/4)
	cut([]rune(text), func(start, end int, raw []rune, opens bool) {
		if s := spelled(raw); s.plain != "" { // a lone accent folds to nothing
			all = append(all, word{start + offset, end + offset, s.plain, s.stem, opens})
		}
	})
	return all
}

// cut gives each word of a text as it is spelled, and whether it opens.
func cut(runes []rune, give func(start, end int, raw []rune, opens bool)) {
	start, opens := -1, true
	flush := func(end int) {
		if start >= 0 {
			give(start, end, runes[start:end], opens)
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

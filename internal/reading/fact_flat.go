package reading

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The bytes that stand for the few signs beyond ASCII that matter.
const (
	flatEuro   = '\x01'
	flatDegree = '\x02'
	flatOpen   = '\x03' // ⟦
	flatShut   = '\x04' // ⟧
	flatOther  = '\x1f' // any other sign
	flatLetter = '\x1e' // a letter of another script
)

var flatSigns = map[rune]byte{
	'’': '\'', 'ʼ': '\'', '‘': '\'', '“': '"', '”': '"', '«': '"', '»': '"',
	'–': '-', '—': '-', '‑': '-', '‐': '-', '−': '-', '…': '.', '·': '.',
	'€': flatEuro, '°': flatDegree, 'º': flatDegree, '⟦': flatOpen, '⟧': flatShut,
	'œ': 'o', 'Œ': 'O', 'æ': 'a', 'Æ': 'A', 'ß': 's', 'ø': 'o', 'Ø': 'O', 'ᵉ': 'e', 'ʳ': 'r',
}

// The letters with a mark of U+00C0 to U+00FF, without it.
const flatLatin = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"

// Flatten gives the text with exactly one ASCII byte for each code point:
// accents are dropped, every space and line break but '\n' is ' ', apostrophes,
// quotes and dashes take their plain form. Case is kept. Offsets in the result
// are therefore code points of the text, whatever its script.
func Flatten(text string) string {
	flat := make([]byte, 0, len(text))
	for _, r := range text {
		flat = append(flat, flatten(r))
	}
	return string(flat)
}

func flatten(r rune) byte {
	switch {
	case r == '\n' || r > ' ' && r < 0x7f:
		return byte(r)
	case r <= ' ' || r == 0x85 || r == 0xa0 || unicode.IsSpace(r):
		return ' '
	}
	if b, ok := flatSigns[r]; ok {
		return b
	}
	switch {
	case r >= 0xc0 && r <= 0xff:
		return flatLatin[r-0xc0]
	case r < 0x250 || r >= 0x1e00 && r < 0x1f00: // Latin letters of other languages: "ă", "ş", "ế"
		if base := norm.NFD.String(string(r)); base[0] < 0x80 {
			return base[0]
		}
		fallthrough
	case unicode.IsLetter(r) || unicode.IsMark(r):
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			return flatLetter
		}
	}
	return flatOther
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || isDigit(b) || b == flatLetter
}

func endOfWord(s string, i int) int {
	for i++; i < len(s) && isWord(s[i]); i++ {
	}
	return i
}

func skipSpaces(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// wordAt is the word that starts at s[i] and its end, "" when none does.
func wordAt(s string, i int) (string, int) {
	if i >= len(s) || !isWord(s[i]) {
		return "", i
	}
	end := endOfWord(s, i)
	return s[i:end], end
}

// precedingWord is the word that ends just before s[i], spaces and an
// apostrophe apart.
func precedingWord(s string, i int) string {
	for i > 0 && (s[i-1] == ' ' || s[i-1] == '\'') {
		i--
	}
	start := i
	for start > 0 && isWord(s[start-1]) {
		start--
	}
	return s[start:i]
}

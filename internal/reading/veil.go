package reading

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// IsInvisible reports a character that no reader sees: zero-width signs, soft
// hyphens, fillers, tags and controls. Line breaks and tabs are none, nor is
// the joiner inside an emoji, which the caller must look around for.
func IsInvisible(r rune) bool {
	switch {
	case r == 0x00ad || r == 0x034f || r == 0x061c || r == 0x115f || r == 0x1160 || r == 0x17b4 || r == 0x17b5 || r == 0x180e || r == 0x3164 || r == 0xfeff || r == 0xffa0:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	case r < ' ' && r != '\n' && r != '\t' && r != '\r', r == 0x7f:
		return true
	}
	return false
}

// IsBidi reports a control of writing direction, which can make a text read
// other than it stands (Unicode Standard Annex 9).
func IsBidi(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// lookalikes are the letters of other scripts that read as Latin ones (after
// the confusables of Unicode Technical Standard 39, the usual ones only).
var lookalikes = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'ո': 'n', 'һ': 'h', 'ԛ': 'q', 'ԝ': 'w', 'ѵ': 'v', 'ɡ': 'g', 'ӏ': 'l', 'к': 'k', 'т': 't', 'м': 'm', 'н': 'n', 'в': 'b', 'г': 'r', 'п': 'n',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'І': 'I', 'Ѕ': 'S', 'Ј': 'J',
	'α': 'a', 'ο': 'o', 'ν': 'v', 'ρ': 'p', 'ι': 'i', 'κ': 'k', 'υ': 'u', 'τ': 't', 'ε': 'e', 'η': 'n', 'σ': 'o',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'Ζ': 'Z', 'ı': 'i',
}

// Lookalike gives the Latin letter that a letter of another script, or of a
// mathematical or wide alphabet, passes for; ok is false for any other.
func Lookalike(r rune) (latin rune, ok bool) {
	if l, ok := lookalikes[r]; ok {
		return l, true
	}
	if r >= 0xff01 && r <= 0xff5e || r >= 0x1d400 && r <= 0x1d7ff || r >= 0x2460 && r <= 0x24ff {
		if plain := norm.NFKC.String(string(r)); len(plain) == 1 {
			return rune(plain[0]), true
		}
	}
	return 0, false
}

// Unveil gives the text as a reader takes it: without invisible characters,
// and with the letters that pass for Latin ones replaced inside words that
// hold Latin letters. places tells where each code point stood in the text,
// nil when nothing was changed.
func Unveil(text string) (plain string, places []int) {
	if !veiled(text) {
		return text, nil
	}
	runes := []rune(text)
	b := strings.Builder{}
	for i, r := range runes {
		if IsInvisible(r) {
			continue
		}
		if latin, ok := Lookalike(r); ok && (!isScript(r) || besideLatin(runes, i)) {
			r = latin
		}
		b.WriteRune(r)
		places = append(places, i)
	}
	return b.String(), places
}

func veiled(text string) bool {
	for _, r := range text {
		if r < 0x7f && r >= ' ' || r == '\n' || r == '\r' || r == '\t' || r >= 0xc0 && r < 0x131 || r == 0x2019 || r == 0xa0 {
			continue
		}
		if _, ok := Lookalike(r); ok || IsInvisible(r) {
			return true
		}
	}
	return false
}

// isScript tells the letters of real alphabets from those that only pass for
// Latin.
func isScript(r rune) bool { return r < 0x2460 }

// besideLatin tells a letter inside a word that holds a Latin one too.
func besideLatin(runes []rune, i int) bool {
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(runes) && wordRune(runes[j]); j += step {
			if runes[j] < 0x250 {
				return true
			}
		}
	}
	return false
}

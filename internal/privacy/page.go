package privacy

import (
	"strings"
	"unicode"

	"ecritoire/internal/reading"
)

// page is the text in the forms that the detectors read: one byte for each
// code point, see reading.Flatten.
type page struct {
	text  string
	flat  string // case kept
	lower string
	words []word // runs of letters
	marks []int  // where a figure may begin: a digit, or a letter that was read for one
	born  []int  // where "né" begins, its accent written
	slips []slip // words that were meant to lead to personal data
	loud  bool   // capitals say nothing in this text
}

// word is a run of letters in flat text.
type word struct{ start, end int }

func newPage(text string) page {
	p := page{text: text, flat: flatten(text)}
	p.lower = strings.ToLower(p.flat)
	p.split()
	p.loud = p.shouts()
	p.births()
	p.slips = p.slipsOf()
	return p
}

// births notes where "né" stands with its accent, which flat text loses: "ne"
// is a negation.
func (p *page) births() {
	i, before, last := 0, ' ', ' '
	for _, r := range p.text {
		if (r == 'é' || r == 'É') && (last == 'n' || last == 'N') && !unicode.IsLetter(before) {
			p.born = append(p.born, i-1)
		}
		before, last = last, r
		i++
	}
}

// The letters U+0100 to U+017F without their mark, so that Šimić and Wójcik
// are words with a capital like any other.
const flatExtended = "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"

func flatten(text string) string {
	plain := true
	for i := 0; i < len(text) && plain; i++ {
		plain = (text[i] < 0xc4 || text[i] > 0xc5) && text[i] != 0xef
	}
	flat := reading.Flatten(text)
	if plain {
		return flat
	}
	bytes, i := []byte(flat), 0
	for _, r := range text {
		switch {
		case r >= 0x100 && r <= 0x17f && unicode.IsLetter(r) && r != 0x152 && r != 0x153:
			bytes[i] = flatExtended[r-0x100]
		case r >= 0xff01 && r <= 0xff5e: // the wide signs of East Asian keyboards
			bytes[i] = byte(r - 0xff01 + '!')
		case r == 0xfe6b:
			bytes[i] = '@'
		}
		i++
	}
	return string(bytes)
}

func (p *page) split() {
	p.words = make([]word, 0, len(p.flat)/5)
	for i := 0; i < len(p.flat); {
		switch {
		case isLetter(p.flat[i]):
			end := i + 1
			for end < len(p.flat) && isLetter(p.flat[end]) && !p.glued(i, end) {
				end++
			}
			p.words = append(p.words, word{i, end})
			if end-i <= 2 && slipped(p.flat[i:end]) && (end < len(p.flat) && isDigit(p.flat[end]) || loneSlip(p.flat, i)) {
				p.marks = append(p.marks, i)
			}
			i = end
		case isDigit(p.flat[i]):
			p.marks = append(p.marks, i)
			for i < len(p.flat) && isDigit(p.flat[i]) {
				i++
			}
		default:
			i++
		}
	}
}

// glued reports whether a sentence begins at i without its space, as in texts
// that lost their line breaks: "le MaireJe me suis déplacé".
func (p *page) glued(start, i int) bool {
	return i-start >= 3 && isUpper(p.flat[i]) && !isUpper(p.flat[i-1]) && !isUpper(p.flat[i-2]) && i+1 < len(p.flat) && !isUpper(p.flat[i+1])
}

// loneSlip reports whether one letter stands where the first group of a number
// does: "l 97 07 28 154 463 43".
func loneSlip(s string, i int) bool {
	return i+3 < len(s) && digitOf(s[i]) != 0 && !isDigit(s[i]) && s[i+1] == ' ' && isDigit(s[i+2]) && digitOf(s[i+3]) != 0
}

// slipped reports whether every letter may be a misread digit.
func slipped(s string) bool {
	for i := range len(s) {
		if digitOf(s[i]) == 0 {
			return false
		}
	}
	return true
}

// digitOf is the digit that a sign stands for, misread letters included, or 0.
func digitOf(b byte) byte {
	switch {
	case isDigit(b):
		return b
	case b == 'O' || b == 'o':
		return '0'
	case b == 'l' || b == 'I' || b == 'L' || b == 'i' || b == '|':
		return '1'
	}
	return 0
}

// shouts reports whether most words stand in capitals, whole or initial.
func (p *page) shouts() bool {
	capitals, n := 0, 0
	for _, w := range p.words {
		if w.end-w.start < 2 {
			continue
		}
		n++
		if isUpper(p.flat[w.start]) {
			capitals++
		}
	}
	return n >= 8 && capitals*5 > n*3
}

func (p *page) at(w int) string {
	if w < 0 || w >= len(p.words) {
		return ""
	}
	return p.lower[p.words[w].start:p.words[w].end]
}

// between is what separates word w from the next.
func (p *page) between(w int) string {
	if w < 0 || w+1 >= len(p.words) {
		return "\x00"
	}
	return p.flat[p.words[w].end:p.words[w+1].start]
}

// capital reports whether the capital of word w is a sign of a name: not in a
// text or a run of words that stands in capitals throughout.
func (p *page) capital(w int) bool {
	if w < 0 || w >= len(p.words) || !isUpper(p.flat[p.words[w].start]) || p.loud {
		return false
	}
	return !p.allCaps(w) || !p.allCaps(w-1) || !p.allCaps(w+1) || !p.allCaps(w-2) && !p.allCaps(w+2)
}

// shoutsOn reports whether words n and n+1 both stand in capitals, so that the
// second may go on with the name that the first ends: "JEANNE TALEC".
func (p *page) shoutsOn(n int) bool { return p.allCaps(n) && p.allCaps(n+1) }

func (p *page) allCaps(w int) bool {
	if w < 0 || w >= len(p.words) || p.words[w].end-p.words[w].start < 2 {
		return false
	}
	for i := p.words[w].start; i < p.words[w].end; i++ {
		if !isUpper(p.flat[i]) {
			return false
		}
	}
	return true
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// A letter of another script is one too.
func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || isUpper(b) || b == '\x1e' }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isAlnum(b byte) bool { return isDigit(b) || isLetter(b) }

package privacy

import (
	"regexp"
	"strings"
)

var joined = strings.NewReplacer("-", "", "/", "", "_", "", ".", "")

// mostRun is how many signs a number without spaces has at most.
const mostRun = 40

// runAt reads letters and digits joined by "-", "/", "_" or ".", at least one
// digit among them.
func runAt(s string, i int) (string, int) {
	end := i
	for end < len(s) && end-i < mostRun && (isAlnum(s[end]) || strings.IndexByte("-/_.", s[end]) >= 0) {
		end++
	}
	for end > i && !isAlnum(s[end-1]) {
		end--
	}
	if digitsIn(s[i:end]) == 0 {
		return "", i
	}
	return joined.Replace(s[i:end]), end
}

// spacedAt reads groups of digits, and the letter that may close them.
func spacedAt(s string, i int) (string, int) {
	if digitOf(s[i]) == 0 {
		return "", i
	}
	number, end := gather(s, i, 20, figure)
	if !ends(s, end) || !mostlyDigits(s[i:end]) {
		return "", i
	}
	if len(number) == 7 {
		if letter, stop := keyLetter(s, end); letter != "" {
			return number + letter, stop
		}
	}
	return number, end
}

// keyLetter reads the letter that closes seven digits, joined or set apart:
// "1234567K", "1234567 - K", "1234567 (K)", "1234567 lettre K".
func keyLetter(s string, end int) (string, int) {
	m := letterApart.FindStringSubmatchIndex(s[end:min(len(s), end+12)])
	if m == nil {
		return "", end
	}
	letter, lead, stop := s[end+m[2]:end+m[3]], s[end:end+m[2]], end+m[3]
	if stop < len(s) && (isAlnum(s[stop]) || s[stop] == '\'') {
		return "", end
	}
	// "1234567 a été", "1234567\nJ ai": a word of its own.
	if strings.Contains(wordsAfter[lead], letter) && stop+1 < len(s) && isBlank(s[stop]) && isAlnum(s[stop+1]) {
		return "", end
	}
	if strings.IndexByte(s[end:stop], '(') >= 0 && stop < len(s) && s[stop] == ')' {
		stop++
	}
	return letter, stop
}

// wordsAfter are the letters that may be words after what parts them from the
// number, the apostrophe left out on a new line.
var wordsAfter = map[string]string{" ": "ay", "\n": "ayjcldsnmt", "- ": "ay", " - ": "ay"}

var letterApart = regexp.MustCompile(`^(?: ?[-/] ?|\.| ?\(| lettre |[ \n])?([a-z])`)

func isBlank(b byte) bool { return b == ' ' || b == '\n' }

// groupedAt reads the groups of a passport's number, "20 AB 12345", or of an
// identity card's, "D2H6 862M2".
func groupedAt(s string, i int) (string, int) {
	if number, end := gather(s, i, 12, lowerSign); isCorsican(number) && (end == len(s) || !isAlnum(s[end])) {
		return number, end
	}
	number, end := gather(s, i, 9, lowerSign)
	if !ends(s, end) || end < len(s) && isAlnum(s[end]) || !shape("00aa00000")(number) && (!isNewCard(number) || !inThrees(s[i:end]) && (strings.IndexByte(s[i:min(end, i+4)], ' ') >= 0 || !digitsInEach(s[i:end]))) {
		return "", i
	}
	return number, end
}

func lowerSign(_ int, b byte) byte {
	if b >= 'a' && b <= 'z' || isDigit(b) {
		return b
	}
	return 0
}

// shape reads a pattern where 0 stands for a digit, misread or not, and a for
// a letter.
func shape(pattern string) func(string) bool {
	return func(number string) bool {
		if len(number) != len(pattern) {
			return false
		}
		digits := 0
		for i := range len(number) {
			if pattern[i] == '0' && digitOf(number[i]) == 0 || pattern[i] == 'a' && !isLetter(number[i]) {
				return false
			}
			if isDigit(number[i]) {
				digits++
			}
		}
		return digits*4 >= 3*strings.Count(pattern, "0")
	}
}

func oneOf(fits ...func(string) bool) func(string) bool {
	return func(number string) bool {
		for _, fit := range fits {
			if fit(number) {
				return true
			}
		}
		return false
	}
}

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// isNational is a telephone number as it is dialled in France.
func isNational(s string) bool { return len(s) == 10 && s[0] == '0' && s[1] != '0' }

// isNewCard is the number of the identity cards issued since 2021: nine
// letters and digits.
func isNewCard(s string) bool { return len(s) == 9 && digitsIn(s) >= 2 && digitsIn(s) < 9 }

// digitsInEach reports whether every group of a number holds a digit: the last
// of "392M 9. Seul" is a word.
func digitsInEach(s string) bool {
	for group := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isAlnum(byte(r)) }) {
		if digitsIn(group) == 0 {
			return false
		}
	}
	return true
}

// isCode reports whether letters and digits take turns as in no word:
// "ayj96l43gd".
func isCode(s string) bool {
	turns := 0
	for i := 1; i < len(s); i++ {
		if isDigit(s[i]) != isDigit(s[i-1]) {
			turns++
		}
	}
	return len(s) >= 8 && digitsIn(s) >= 3 && turns >= 2
}

// isCorsican is the number of a licence from 2A or 2B.
func isCorsican(s string) bool {
	return len(s) == 12 && s[4] == '2' && (s[5] == 'a' || s[5] == 'b') && digitsIn(s) == 11
}

// isPermitCard is the number printed on a residence permit: nine or ten signs,
// a letter first and hardly any letter after the third.
func isPermitCard(s string) bool {
	return (len(s) == 9 || len(s) == 10) && isLetter(s[0]) && digitsIn(s) >= 6 && digitsIn(s[3:]) >= len(s)-4
}

// inThrees reads "X2J 140 7H3".
func inThrees(s string) bool {
	return len(s) == 11 && s[3] == s[7] && !isAlnum(s[3]) && digitsInEach(s) && digitsIn(s) >= 4
}

// isForeignPassport is one or two letters before six to eight digits.
func isForeignPassport(s string) bool {
	return len(s) >= 7 && len(s) <= 10 && isLetter(s[0]) && digitsIn(s[1:]) >= len(s)-2
}

// isCase asks for enough digits that the number can lead to one person.
func isCase(s string) bool { return len(s) <= 24 && digitsIn(s) >= 3 }

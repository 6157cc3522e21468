package privacy

import "strings"

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
	if at := end + 1; len(number) == 7 && at < len(s) && (s[end] == ' ' || s[end] == '-') && isLetter(s[at]) && s[at] != 'a' && s[at] != 'y' && (at+1 == len(s) || !isAlnum(s[at+1]) && s[at+1] != '\'') {
		return number + s[at:at+1], at + 1
	}
	return number, end
}

// groupedAt reads the groups of a passport's number, "20 AB 12345", or of an
// identity card's, "D2H6 862M2".
func groupedAt(s string, i int) (string, int) {
	number, end := gather(s, i, 9, lowerSign)
	if !ends(s, end) || end < len(s) && isAlnum(s[end]) || !shape("00aa00000")(number) && (!isNewCard(number) || strings.IndexByte(s[i:min(end, i+4)], ' ') >= 0 || !digitsInEach(s[i:end])) {
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

// isForeignPassport is one or two letters before six to eight digits.
func isForeignPassport(s string) bool {
	return len(s) >= 7 && len(s) <= 10 && isLetter(s[0]) && digitsIn(s[1:]) >= len(s)-2
}

// isCase asks for enough digits that the number can lead to one person.
func isCase(s string) bool { return len(s) <= 24 && digitsIn(s) >= 3 }

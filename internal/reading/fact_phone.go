package reading

import "strings"

// phoneAt reads a French number (ten digits, +33, 0033, overseas +262 and the
// like) or a short one (3939, 36 46, 115) that somebody is told to call. Its
// norm is in digits, in the national form where that is known.
func phoneAt(s string, i int) (string, int) {
	digits, end := digitRun(s, i)
	if n := nationalPhone(digits, s[i] == '+'); n != "" {
		return n, end
	}
	return shortPhoneAt(s, i)
}

// digitRun collects the digits from s[i] on, over the separators that a
// figure is written with, at most 15 of them (E.164), and stops where they
// make a whole number.
func digitRun(s string, i int) (digits string, end int) {
	at, plus := i, s[i] == '+'
	if plus {
		at++
	}
	for at < len(s) && len(digits) < 15 {
		switch {
		case isDigit(s[at]):
			start := at
			for at < len(s) && isDigit(s[at]) && len(digits)+at-start < 15 {
				at++
			}
			digits += s[start:at]
			end = at
		case strings.IndexByte(" .-/()", s[at]) >= 0 && (len(digits) == 0 && s[at] == '(' || len(digits) > 0 && len(digits) < 13):
			at++
			continue
		default:
			return digits, end
		}
		if whole(digits, plus) {
			return digits, end
		}
	}
	return digits, end
}

func whole(digits string, plus bool) bool {
	n := nationalPhone(digits, plus)
	return n != "" && n[1] != '0'
}

func isNational(digits string) bool {
	return len(digits) == 10 && digits[0] == '0' && digits[1] != '0'
}

func international(digits string, plus bool) string {
	if plus {
		return "00" + digits
	}
	return digits
}

// Country codes whose numbers are national ones without their first 0 (Arcep,
// numbering plan): metropolitan France, and the departments overseas.
var frenchCodes = []string{"0033", "00262", "00590", "00594", "00596"}

func nationalPhone(digits string, plus bool) string {
	digits = international(digits, plus)
	if isNational(digits) {
		return digits
	}
	for _, code := range frenchCodes {
		if rest, ok := strings.CutPrefix(digits, code); ok && len(rest) == 10 && rest[0] == '0' {
			return rest
		} else if ok && len(rest) == 9 && rest[0] != '0' {
			return "0" + rest
		}
	}
	if rest, ok := strings.CutPrefix(digits, "00508"); ok && len(rest) == 6 {
		return "0508" + rest
	}
	if strings.HasPrefix(digits, "00") && !strings.HasPrefix(digits, "000") && len(digits) >= 10 {
		return digits
	}
	return ""
}

// shortPhoneAt reads 3939, "36 46", 1013, "116 117" and 115, where the words
// before say that they are numbers to call.
func shortPhoneAt(s string, i int) (string, int) {
	if !isDigit(s[i]) {
		return "", 0
	}
	end := i
	for end < len(s) && isDigit(s[end]) && end-i < 7 {
		end++
	}
	digits, end := joinedShort(s, i, end)
	switch {
	case counted(s, end):
		return "", 0
	case isShort(digits) && announced(s, i), len(digits) >= 2 && len(digits) <= 4 && digits != "00" && toldToCall(s, i):
		return digits, end
	}
	return "", 0
}

// joinedShort adds the second half of "36 46" and "116 117".
func joinedShort(s string, i, end int) (string, int) {
	first := s[i:end]
	if end+1 >= len(s) || s[end] != ' ' && s[end] != '.' && s[end] != '-' || len(first) < 2 || len(first) > 3 {
		return first, end
	}
	next := endOfWord(s, end)
	second := s[end+1 : next]
	if isShort(first+second) && len(second) == len(first) && (next == len(s) || s[next] != ':') {
		return first + second, next
	}
	return first, end
}

// isShort knows the shapes of short numbers: 3BPQ, 10YT, 116XYZ and 118XYZ
// (Arcep, numbering plan).
func isShort(digits string) bool {
	for _, d := range []byte(digits) {
		if !isDigit(d) {
			return false
		}
	}
	switch len(digits) {
	case 4:
		return digits[0] == '3' || digits[:2] == "10"
	case 6:
		return digits[:3] == "116" || digits[:3] == "118"
	}
	return false
}

// announced looks at what stands just before a number.
func announced(s string, i int) bool {
	if j := skipSpacesBack(s, i); j > 0 && (s[j-1] == ':' || s[j-1] == flatDegree || s[j-1] == '(') {
		return true
	}
	return strings.Contains(" le au du numero tel telephone ", " "+precedingWord(s, i)+" ")
}

func skipSpacesBack(s string, i int) int {
	for i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

// counted tells a unit after the number ("30 jours"), which makes it
// something else.
func counted(s string, end int) bool {
	at := skipSpaces(s, end)
	if at < len(s) && (s[at] == flatEuro || s[at] == '%') {
		return true
	}
	w, _ := wordAt(s, at)
	return delayUnits[w] != "" || months[w] != 0 || w == "euros"
}

var callWords = []string{"appel", "compos", "joindre", "joign", "telephon", "tel", "numero"}

// toldToCall looks at the few words before a short number.
func toldToCall(s string, i int) bool {
	if w := precedingWord(s, i); w != "le" && w != "au" && w != "numero" {
		return false
	}
	before := s[max(0, i-30):i]
	for _, w := range callWords {
		if at := strings.LastIndex(before, w); at >= 0 && !strings.ContainsAny(before[at:], ".!?\n") {
			return true
		}
	}
	return false
}

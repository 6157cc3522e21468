package reading

import "strings"

// Ways to write "@" so that machines do not see it.
var atSigns = []string{"@", " @ ", "(at)", "[at]", " (at) ", " [at] ", "(a)", "[a]", " arobase ", " at "}

// emailAt reads an e-mail address that starts at s[i].
func emailAt(s string, i int) (string, int) {
	at, limit := i, min(len(s), i+65)
	for at < limit && (isWord(s[at]) || strings.IndexByte("._%+-", s[at]) >= 0) {
		at++
	}
	if at == limit || at == i || s[i] == '+' {
		return "", 0
	}
	for _, sign := range atSigns {
		if strings.HasPrefix(s[at:], sign) {
			if norm, end := mailHost(s, s[i:at], at+len(sign), sign == "@"); end > 0 {
				return norm, end
			}
		}
	}
	return "", 0
}

// mailHost reads what stands behind the sign. Where the sign is not "@", only
// a name with a known ending makes an address: "arrive at home.Then".
func mailHost(s, local string, i int, plain bool) (string, int) {
	end := domainEnd(s, i)
	if end == 0 || !plain && !linkLike(s[i:end]) {
		return "", 0
	}
	return local + "@" + s[i:end], end
}

// domainEnd is the end of the dotted name that starts at s[i], 0 when there
// is none. Local parts of 64 and names of 253 characters are the longest that
// mail and the DNS allow (RFC 5321, RFC 1035); the bound keeps time linear.
func domainEnd(s string, i int) int {
	end, limit := i, min(len(s), i+254)
	for end < limit && (isWord(s[end]) && s[end] != flatLetter || s[end] == '-' || s[end] == '.') {
		if s[end] == '.' && (end == i || s[end-1] == '.') {
			break
		}
		end++
	}
	for end > i && (s[end-1] == '.' || s[end-1] == '-') {
		end--
	}
	dot := strings.LastIndexByte(s[i:end], '.')
	if dot < 1 || end-i-dot-1 < 2 {
		return 0
	}
	return end
}

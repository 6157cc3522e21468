package reading

import "strings"

// emailAt reads an e-mail address that starts at s[i].
func emailAt(s string, i int) (string, int) {
	at, limit := i, min(len(s), i+65)
	for at < limit && (isWord(s[at]) || strings.IndexByte("._%+-", s[at]) >= 0) {
		at++
	}
	if at == limit || s[at] != '@' || s[i] == '+' {
		return "", 0
	}
	end := domainEnd(s, at+1)
	if end == 0 {
		return "", 0
	}
	return s[i:end], end
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

// The endings that make a bare name a link. A longer list would take glued
// sentences ("merci.on") for links.
var linkEndings = []string{".fr", ".com", ".org", ".net", ".eu", ".info", ".example", ".gouv", ".io", ".re", ".app", ".biz", ".ly", ".be", ".ch", ".bzh", ".paris", ".alsace", ".corsica", ".eus", ".gov", ".uk", ".xyz"}

// urlAt reads a link with its scheme, with www, or with a known ending. Its
// norm drops the scheme, "www." and the final "/".
func urlAt(s string, i int) (string, int) {
	host := i
	for _, p := range []string{"https://", "http://"} {
		if strings.HasPrefix(s[i:], p) {
			host = i + len(p)
		}
	}
	end := domainEnd(s, host)
	if end == 0 || host == i && !linkLike(s[i:end]) || end < len(s) && s[end] == '@' {
		return "", 0
	}
	if end < len(s) && s[end] == '/' {
		end = pathEnd(s, end)
	}
	norm := strings.TrimPrefix(s[host:end], "www.")
	return strings.TrimRight(norm, "/"), end
}

func linkLike(name string) bool {
	if strings.HasPrefix(name, "www.") {
		return true
	}
	for _, e := range linkEndings {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

func pathEnd(s string, i int) int {
	for i < len(s) && s[i] > ' ' && strings.IndexByte("\"<>()", s[i]) < 0 {
		i++
	}
	for strings.IndexByte(".,;:!?'", s[i-1]) >= 0 {
		i--
	}
	return i
}

// phoneAt reads a French number (ten digits, +33, 0033, overseas +262 and the
// like) or a short one (3939, 115) that somebody is told to call. Its norm is
// in digits, in the national form where that is known.
func phoneAt(s string, i int) (string, int) {
	digits, end := digitRun(s, i)
	if n := nationalPhone(digits, s[i] == '+'); n != "" {
		return n, end
	}
	if v, end := intAt(s, i); end-i >= 2 && end-i <= 4 && v > 0 && toldToCall(s, i, end) {
		return s[i:end], end
	}
	return "", 0
}

// digitRun collects the digits from s[i] on, over the separators that a
// figure is written with, at most 15 of them.
func digitRun(s string, i int) (digits string, end int) {
	at := i
	if s[at] == '+' {
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
		case len(digits) > 0 && len(digits) < 12 && strings.IndexByte(" .-/()", s[at]) >= 0:
			at++
			continue
		default:
			return digits, end
		}
		if isNational(digits) {
			return digits, end
		}
	}
	return digits, end
}

func isNational(digits string) bool {
	return len(digits) == 10 && digits[0] == '0' && digits[1] != '0'
}

func nationalPhone(digits string, plus bool) string {
	if plus {
		digits = "00" + digits
	}
	switch {
	case isNational(digits):
		return digits
	case strings.HasPrefix(digits, "0033") && len(digits) == 13:
		return "0" + digits[4:]
	case strings.HasPrefix(digits, "00330") && len(digits) == 14:
		return digits[4:]
	case strings.HasPrefix(digits, "00") && len(digits) >= 11:
		return digits
	}
	return ""
}

var callWords = []string{"appel", "compos", "joindre", "joign", "telephon", "tel", "numero"}

// toldToCall looks at the few words before a short number. A unit after the
// number ("3 jours") makes it something else.
func toldToCall(s string, i, end int) bool {
	if w, _ := wordAt(s, skipSpaces(s, end)); delayUnits[w] != "" || months[w] != 0 || w == "euros" {
		return false
	}
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

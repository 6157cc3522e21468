package privacy

import (
	"slices"
	"strings"
)

// roles are the local parts of addresses that belong to a service.
var roles = []string{"contact", "accueil", "mairie", "info", "infos", "service", "support", "noreply", "no-reply", "ne-pas-repondre", "nepasrepondre", "etat-civil", "etatcivil", "secretariat", "courrier", "dpo", "webmaster", "admin", "reclamation", "reclamations", "urbanisme", "prefecture"}

// The ways to write the at sign; the spaced ones count only before a domain.
var ats = []string{"@", " @ ", "@ ", " @", "(at)", "[at]", " (at) ", " [at] ", " arobase ", " at ", "(arobase)", " (arobase) ", " arobas "}

// emails finds e-mail addresses, the at sign and the dots written out too.
func emails(p page) []Span {
	found := []Span{}
	for _, way := range ats {
		for from := 0; ; {
			at := strings.Index(p.lower[from:], way)
			if at < 0 {
				break
			}
			at += from
			from = at + len(way)
			start, end := localStart(p.lower, at), domainEnd(p.lower, from, way != "@")
			if start < at && end > from && !slices.Contains(roles, p.lower[start:at]) {
				found = append(found, span(Email, start, end))
			}
		}
	}
	return found
}

// localStart goes back over a local part, 64 signs at most (RFC 5321).
func localStart(s string, at int) int {
	i := at
	for i > 0 && at-i < 64 && (isAlnum(s[i-1]) || strings.IndexByte("._%+-", s[i-1]) >= 0) {
		i--
	}
	for i < at && !isAlnum(s[i]) {
		i++
	}
	return i
}

var writtenDots = []string{" point ", " . ", ". ", " .", " dot ", "(point)"}

// domainEnd reads labels and dots; the dot may be written out where the at
// sign was. 0 where there is no ending of two letters or more.
func domainEnd(s string, i int, loose bool) int {
	dots, label, end := 0, i, i
	for {
		label = end
		for end < len(s) && end-i < 254 && (isAlnum(s[end]) || s[end] == '-' && end > label) {
			end++
		}
		if end == label {
			return 0
		}
		gap := 0
		if end+1 < len(s) && s[end] == '.' && isAlnum(s[end+1]) {
			gap = 1
		} else if loose && dots == 0 {
			gap = len(wordIn(writtenDots, s[end:]))
		}
		if gap == 0 || end+gap >= len(s) || !isAlnum(s[end+gap]) {
			break
		}
		dots, end = dots+1, end+gap
	}
	if dots == 0 || end-label < 2 || strings.ContainsAny(s[label:end], "0123456789") {
		return 0
	}
	return end
}

var callWords = []string{"tel", "telephone", "portable", "mobile", "appel", "joign", "joindre", "numero", "fixe", "rappel", "contact", "sms"}

// phones finds telephone numbers of any country. Short numbers (3939) and
// those that begin with 08 or 09 69 3 are lines of services, never of people.
func phones(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		start := i
		if i > 0 && p.flat[i-1] == '+' {
			start = i - 1
		} else if i > 1 && p.flat[i-2:i] == "(+" {
			start = i - 2
		}
		if end := phoneEnd(p, i, start < i); end > 0 {
			found = append(found, span(Phone, start, end))
		}
	}
	return found
}

func phoneEnd(p page, i int, plus bool) int {
	if digits, end := gather(p.flat, i, 10, figure); !plus && len(digits) == 10 && digits[0] == '0' && digits[1] != '0' {
		if ends(p.flat, end) && mostlyDigits(p.flat[i:end]) && !serviceLine(digits) {
			return end
		}
		return 0
	}
	if digits, end := gather(p.flat, i, 9, figure); !plus && len(digits) == 9 && (digits[0] == '6' || digits[0] == '7') {
		if ends(p.flat, end) && mostlyDigits(p.flat[i:end]) && near(p.lower, i, 30, callWords...) && (i < 2 || strings.IndexByte("-/.", p.flat[i-1]) < 0 || !isAlnum(p.flat[i-2])) {
			return end
		}
	}
	return abroad(p, i, plus)
}

// abroad reads what follows "+" or "00": a country and 6 digits or more.
func abroad(p page, i int, plus bool) int {
	s, zeros := p.flat[i:], 0
	if !plus {
		if !strings.HasPrefix(s, "00") || i+2 < len(p.flat) && p.flat[i+2] == '0' {
			return 0
		}
		zeros = 2
	}
	digits, end := gather(s[zeros:], 0, 15, figure)
	digits, end = strings.TrimLeft(digits, " "), end+zeros
	if strings.HasPrefix(digits, "33") {
		return french(p, i, zeros, digits)
	}
	if len(digits) > 12 {
		digits, end = gather(s[zeros:], 0, 12, figure)
		end += zeros
	}
	if len(digits) < 9 || !ends(s, end) || !mostlyDigits(s[:end]) || digits[0] == '0' {
		return 0
	}
	return i + end
}

// french reads +33 and nine digits, a zero in brackets between them or not.
func french(p page, i, zeros int, digits string) int {
	length := 11
	if len(digits) > 2 && digits[2] == '0' {
		length = 12
	}
	digits, end := gather(p.flat[i+zeros:], 0, length, figure)
	if len(digits) != length || !ends(p.flat, i+zeros+end) || serviceLine("0"+digits[length-9:]) {
		return 0
	}
	return i + zeros + end
}

func serviceLine(national string) bool {
	return strings.HasPrefix(national, "08") || strings.HasPrefix(national, "09693")
}

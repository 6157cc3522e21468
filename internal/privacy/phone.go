package privacy

import (
	"regexp"
	"strings"
)

var (
	surelyCalls = []string{"tel", "tph", "gsm", "telephone", "portable", "mobile", "mob", "port", "appel", "joign", "joindre", "rappel", "sms", "whatsapp"}
	callWords   = append([]string{"numero", "fixe", "contact"}, surelyCalls...)
)

// phones finds telephone numbers of any country. Short numbers (3939) and
// those that begin with 08 or 09 69 3 are lines of services, never of people.
func phones(p page) []Span { return phonesWhere(p, false) }

// farPhones finds those that begin with "+" or "0033", which little else does.
func farPhones(p page) []Span { return phonesWhere(p, true) }

func phonesWhere(p page, plus bool) []Span {
	found := []Span{}
	for _, i := range p.marks {
		start := i
		switch {
		case i > 1 && p.flat[i-2:i] == "(+":
			start = i - 2
		case i > 0 && p.flat[i-1] == '+':
			start = i - 1
		}
		signed := start < i
		if plus != (signed || strings.HasPrefix(p.flat[i:], "0033")) {
			continue
		}
		if end := phoneEnd(p, i, signed); end > 0 {
			found = append(found, span(Phone, p.bracketed(start, end), end))
		}
	}
	return found
}

// bracketed takes the bracket before "06) 12 34 56 78" along.
func (p *page) bracketed(start, end int) int {
	if start > 0 && p.flat[start-1] == '(' && strings.IndexByte(p.flat[start:end], ')') >= 0 {
		return start - 1
	}
	return start
}

func phoneEnd(p page, i int, plus bool) int {
	if m := clockwise.FindString(p.flat[i:min(len(p.flat), i+14)]); m != "" && !serviceLine(m[:2]) && ends(p.flat, i+len(m)) {
		return i + len(m)
	}
	if digits, end := gather(p.flat, i, 10, figure); !plus && len(digits) == 10 && digits[0] == '0' && digits[1] != '0' {
		if ends(p.flat, end) && (mostlyDigits(p.flat[i:end]) || halfDigits(p.flat[i:end]) && p.near(i, 25, surelyCalls...)) && !serviceLine(digits) && !p.otherNumber(i, end, digits) {
			return end
		}
		return 0
	}
	if digits, end := gather(p.flat, i, 9, figure); !plus && len(digits) == 9 && (digits[0] == '6' || digits[0] == '7') {
		if ends(p.flat, end) && mostlyDigits(p.flat[i:end]) && p.calls(i) {
			return end
		}
	}
	if digits, end := gather(p.flat, i, 11, figure); !plus && len(digits) == 11 && digits[:2] == "33" && digits[2] != '0' && ends(p.flat, end) && nearest(p.clause(i, 30), caseWords) < 0 && !serviceLine("0"+digits[2:]) {
		return end // +33 without its sign
	}
	return abroad(p, i, plus)
}

// clockwise are pairs parted as a clock's: "06:12:34:56:78".
var clockwise = regexp.MustCompile(`^0[1-9](?::[0-9]{2}){4}`)

// otherNumber reports whether ten digits from a nought on are none to call a
// person by: a list, a public body's line, the number of a case written in one
// piece, a post box and a postcode.
func (p *page) otherNumber(i, end int, digits string) bool {
	if p.bodysLine(i, digits) {
		return true
	}
	before := p.clause(i, 25)
	if nearest(before, surelyCalls) >= 0 {
		return false
	}
	if isList(p.flat[i:end], digits) {
		return true
	}
	if end-i == 10 {
		return digits[1] != '6' && digits[1] != '7' && nearest(before, caseWords) >= 0
	}
	if groups := strings.FieldsFunc(p.flat[i:end], func(r rune) bool { return r == '/' || r == '-' }); len(groups) > 1 && len(groups) < 4 && nearest(before, caseWords) >= 0 {
		return true // "06/30631/652"
	}
	return digitsIn(p.flat[i:i+5]) == 5 && !isDigit(p.flat[i+5]) && len(townsOf(digits[5:])) > 0
}

// isList reports whether a number with commas counts upwards: departments or
// days, "01, 02, 03, 04, 05".
func isList(s, digits string) bool {
	if strings.IndexByte(s, ',') < 0 {
		return false
	}
	for i := 2; i < len(digits); i += 2 {
		if digits[i:i+2] <= digits[i-2:i] {
			return false
		}
	}
	return true
}

// calls reports whether the words lead to a telephone number written without
// its nought, rather than to the number of a case.
func (p *page) calls(i int) bool {
	if i > 1 && strings.IndexByte("-/.", p.flat[i-1]) >= 0 && isAlnum(p.flat[i-2]) {
		return false
	}
	before := p.clause(i, 30)
	return nearest(before, surelyCalls) >= 0 || nearest(before, callWords) >= 0 && nearest(before, caseWords) < 0
}

// bodyWords are the public bodies whose land lines reviews quote.
var (
	bodyWords = []string{"tresorerie", "prefecture", "sous-prefecture", "mairie", "consulat", "ambassade", "cnav", "carsat", "cpam", "caf", "tribunal", "pole emploi", "urssaf", "centre des impots", "standard", "appel gratuit", "numero gratuit", "assurance retraite", "service des impots"}
	ownWords  = []string{"mon", "ma", "mes", "moi", "me", "m'"}
)

// bodysLine reports whether a land line is given as a public body's own.
func (p *page) bodysLine(i int, digits string) bool {
	before := sentence(p.clause(i, 60))
	return digits[1] != '6' && digits[1] != '7' && nearest(before, bodyWords) >= 0 && nearest(before, ownWords) < 0
}

// sentence is what s holds after its last full stop or line break.
func sentence(s string) string {
	if cut := strings.LastIndexByte(s, '\n'); cut >= 0 {
		s = s[cut+1:]
	}
	if cut := strings.LastIndex(s, ". "); cut >= 0 {
		s = s[cut+2:]
	}
	return s
}

// mostAbroad is how many digits a number with its country has at most here, a
// nought in brackets included; ITU-T E.164 allows 15, which no review shows
// and which swallows the figures that follow.
const mostAbroad = 13

// abroad reads what follows "+" or "00": a country and 6 digits or more.
func abroad(p page, i int, plus bool) int {
	s, zeros := p.flat[i:], 0
	if !plus {
		if !strings.HasPrefix(s, "00") || i+2 < len(p.flat) && p.flat[i+2] == '0' {
			return 0
		}
		zeros = 2
	}
	digits, _ := gather(s[zeros:], 0, mostAbroad, figure)
	if strings.HasPrefix(digits, "33") {
		return french(p, i, zeros, digits)
	}
	if digits == "" || digits[0] == '0' {
		return 0
	}
	for most := len(digits); most >= 9; most-- {
		if _, end := gather(s[zeros:], 0, most, figure); ends(s, zeros+end) && mostlyDigits(s[:zeros+end]) {
			return i + zeros + end
		}
	}
	return 0
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

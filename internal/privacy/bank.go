package privacy

import "strings"

// The length of an account number by country (ISO 13616 registry): Europe and
// the countries that people in France most often have an account in.
var accountLengths = map[string]int{
	"FR": 27, "MC": 27, "BE": 16, "DE": 22, "ES": 24, "IT": 27, "PT": 25, "LU": 20, "NL": 18, "CH": 21, "GB": 22, "IE": 22,
	"AT": 20, "PL": 28, "RO": 24, "GR": 27, "FI": 18, "SE": 24, "DK": 18, "NO": 15, "CZ": 24, "HU": 28, "SK": 24, "SI": 19,
	"HR": 21, "BG": 22, "LT": 20, "LV": 21, "EE": 20, "CY": 28, "MT": 31, "AD": 24, "SM": 27, "IS": 26, "LI": 21, "UA": 29,
	"TN": 24, "TR": 26, "MU": 30, "LB": 28, "RS": 22, "BA": 20, "AL": 28, "MK": 19, "ME": 22, "GE": 22, "IL": 23, "AE": 23,
}

var accountWords = []string{"iban", "rib", "compte bancaire", "coordonnees bancaires"}

// accounts finds account numbers (IBAN) whose key is right; after a word that
// names one, a French one with a wrong key too.
func accounts(p page) []Span {
	found := []Span{}
	for _, w := range p.words {
		if w.end-w.start < 2 || w.end >= len(p.flat) {
			continue
		}
		start := w.end - 2
		if start > w.start && !strings.HasSuffix(p.lower[w.start:start], "iban") {
			continue
		}
		length := accountLengths[strings.ToUpper(p.flat[start:w.end])]
		if length == 0 || strings.IndexByte("0123456789 OoIl-._,", p.flat[w.end]) < 0 {
			continue
		}
		number, end := gather(p.flat, start, length, sign)
		if len(number) != length || digitsIn(number)*2 < length {
			continue
		}
		if validAccount(number) || number[:2] == "FR" && ends(p.flat, end) && p.near(start, 40, accountWords...) {
			found = append(found, span(IBAN, start, end))
		}
	}
	return found
}

// validAccount tries the number as it stands, then with misread digits put
// right where French numbers have digits, then everywhere.
func validAccount(number string) bool {
	return validIBAN(number) || validIBAN(number[:2]+mend(number[2:min(14, len(number))])+number[min(14, len(number)):]) || validIBAN(number[:2]+mend(number[2:]))
}

var misread = strings.NewReplacer("O", "0", "o", "0", "I", "1", "i", "1", "l", "1", "L", "1", "|", "1")

func mend(s string) string { return misread.Replace(s) }

// validIBAN checks the key of ISO 13616: the number, its first four signs
// moved to the end and its letters counted from 10, is 1 modulo 97.
func validIBAN(number string) bool {
	if digitsIn(number[2:4]) < 2 {
		return false
	}
	rest := 0
	for _, b := range []byte(number[4:] + number[:4]) {
		if isDigit(b) {
			rest = (rest*10 + int(b-'0')) % 97
		} else {
			rest = (rest*100 + int(b-'A') + 10) % 97
		}
	}
	return rest == 1
}

// bankDetails finds French account numbers in their old form (RIB): bank,
// branch, account, key, with or without their names between.
func bankDetails(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		for _, read := range []func(string, int) (string, int){gatherRIB, labelledRIB} {
			if number, end := read(p.lower, i); len(number) == 23 && ends(p.flat, end) && (validRIB(number) || validRIB(mend(number))) {
				found = append(found, span(IBAN, i, end))
				break
			}
		}
	}
	return found
}

var ribWords = []string{"guichet", "numero", "compte", "code", "cle", "rib", "de", "n\x02", ":", ",", "du", "="}

func gatherRIB(lower string, i int) (string, int) {
	all, end := "", i
	for len(all) < 23 && end-i < 110 {
		part, next := gather(lower, end, 23-len(all), sign)
		if part == "" {
			break
		}
		all, end = all+part, next
		for at := end; len(all) < 23; {
			at = skipSeparators(lower, at)
			w := wordIn(ribWords, lower[at:])
			if w == "" {
				break
			}
			at += len(w)
			end = skipSeparators(lower, at)
		}
	}
	return all, end
}

func skipSeparators(s string, i int) int {
	for i < len(s) && strings.IndexByte(" .-/\n\x1f", s[i]) >= 0 {
		i++
	}
	return i
}

func wordIn(words []string, s string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// validRIB checks the key: 89 times the bank, 15 times the branch and 3 times
// the account, its letters turned into digits, plus the key is 0 modulo 97
// (Comité français d’organisation et de normalisation bancaires).
func validRIB(number string) bool {
	rest := 0
	for _, b := range []byte(number) {
		switch {
		case isDigit(b):
			rest = rest*10 + int(b-'0')
		case b <= 'I':
			rest = rest*10 + int(b-'A') + 1
		case b <= 'R':
			rest = rest*10 + int(b-'J') + 1
		default:
			rest = rest*10 + int(b-'S') + 2
		}
		rest %= 97
	}
	// The whole, key included, is a multiple of 97 since 100² · 10^… ≡ 89, 15, 3.
	return rest == 0 && digitsIn(number[:5]) == 5 && digitsIn(number[21:]) == 2 && digitsIn(number) >= 18
}

var cardWords = []string{"carte bancaire", "carte bleue", "carte de paiement", "carte de credit", "cb", "visa", "mastercard"}

// cards finds payment card numbers: an issuer's prefix and Luhn's key.
func cards(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		for _, length := range []int{16, 15, 14, 19} {
			digits, end := gather(p.flat, i, length, figure)
			if len(digits) != length || !ends(p.flat, end) || !mostlyDigits(p.flat[i:end]) {
				continue
			}
			if isCard(digits) || length == 16 && p.near(i, 40, cardWords...) {
				found = append(found, span(Card, i, end))
			}
			break
		}
	}
	return found
}

// isCard checks the issuer's prefix for the length (ISO/IEC 7812), and the key.
func isCard(digits string) bool {
	two, four := digits[:2], digits[:4]
	switch len(digits) {
	case 16:
		if digits[0] != '4' && (two < "50" || two > "69") && (four < "2221" || four > "2720") && two != "35" {
			return false
		}
	case 15:
		if two != "34" && two != "37" {
			return false
		}
	case 14:
		if two != "36" && two != "38" && two != "30" {
			return false
		}
	case 19:
		if digits[0] != '4' && digits[0] != '6' {
			return false
		}
	}
	return luhn(digits)
}

func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

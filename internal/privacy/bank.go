package privacy

import "strings"

// The length of an account number by country (ISO 13616 registry), for the
// countries of the euro payments area.
var accountLengths = map[string]int{
	"FR": 27, "MC": 27, "BE": 16, "DE": 22, "ES": 24, "IT": 27, "PT": 25, "LU": 20, "NL": 18, "CH": 21, "GB": 22, "IE": 22,
	"AT": 20, "PL": 28, "RO": 24, "GR": 27, "FI": 18, "SE": 24, "DK": 18, "NO": 15, "CZ": 24, "HU": 28, "SK": 24, "SI": 19,
	"HR": 21, "BG": 22, "LT": 20, "LV": 21, "EE": 20, "CY": 28, "MT": 31, "AD": 24, "SM": 27, "IS": 26, "LI": 21,
}

// accounts finds account numbers (IBAN) whose key is right.
func accounts(p page) []Span {
	found := []Span{}
	upper := strings.ToUpper(p.flat)
	for i := 0; i+15 <= len(upper); i++ {
		if !startsRun(upper, i) || !isDigit(upper[i+2]) && (upper[i+2] != ' ' || !isDigit(upper[i+3])) {
			continue
		}
		length := accountLengths[upper[i:i+2]]
		if length == 0 {
			continue
		}
		if number, end := gather(upper, i, length, isAlnum); len(number) == length && ends(upper, end) && validIBAN(number) {
			found = append(found, span(IBAN, i, end))
		}
	}
	return found
}

// validIBAN checks the key of ISO 13616: the number, its first four signs
// moved to the end and its letters counted from 10, is 1 modulo 97.
func validIBAN(number string) bool {
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

var cardWords = []string{"carte bancaire", "carte bleue", "carte de paiement", "cb "}

// cards finds payment card numbers: an issuer's prefix and Luhn's key.
func cards(p page) []Span {
	found := []Span{}
	for i := 0; i+14 <= len(p.flat); i++ {
		if !isDigit(p.flat[i]) || !startsRun(p.flat, i) {
			continue
		}
		digits, end := gather(p.flat, i, 16, isDigit)
		if (isCard(digits) || len(digits) == 16 && near(p.lower, i, 40, cardWords...)) && ends(p.flat, end) {
			found = append(found, span(Card, i, end))
		}
	}
	return found
}

func isCard(digits string) bool {
	switch {
	case len(digits) == 16 && (digits[0] == '4' || digits[:2] >= "51" && digits[:2] <= "55" || digits[:4] >= "2221" && digits[:4] <= "2720" || digits[:2] == "65" || digits[:4] == "6011"):
	case len(digits) == 15 && (digits[:2] == "34" || digits[:2] == "37"):
	default:
		return false
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

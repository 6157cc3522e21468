package privacy

import (
	"strconv"
	"strings"
)

var socialWords = []string{"securite sociale", "secu", "nir", "insee", "assure social", "carte vitale", "immatriculation sociale"}

// socialNumbers finds social security numbers (NIR): 13 signs and a key of
// two. Without its key, only the words before make a number one.
func socialNumbers(p page) []Span {
	found := []Span{}
	for i := 0; i+13 <= len(p.lower); i++ {
		if !startsRun(p.lower, i) || strings.IndexByte("123478", p.lower[i]) < 0 {
			continue
		}
		number, end := gather(p.lower, i, 15, isAlnum)
		if len(number) == 15 && validNIR(number) && ends(p.lower, end) {
			found = append(found, span(NIR, i, end))
			continue
		}
		number, end = gather(p.lower, i, 13, isAlnum)
		if len(number) == 13 && looksNIR(number) && near(p.lower, i, 60, socialWords...) {
			found = append(found, span(NIR, i, end))
		}
	}
	return found
}

// looksNIR checks the parts: sex, year, month (20 and above where the month is
// not known), department (2A and 2B in Corsica), then six digits.
func looksNIR(number string) bool {
	for i := range 13 {
		if !isDigit(number[i]) && (i != 6 || number[5] != '2' || number[i] != 'a' && number[i] != 'b') {
			return false
		}
	}
	month, _ := strconv.Atoi(number[3:5])
	return month >= 1 && month <= 12 || month >= 20
}

// validNIR checks the key: 97 less the number modulo 97, where 2A counts as
// 19 and 2B as 18 (Insee).
func validNIR(number string) bool {
	if !looksNIR(number) || !isDigit(number[13]) || !isDigit(number[14]) {
		return false
	}
	body := strings.NewReplacer("2a", "19", "2b", "18").Replace(number[5:7])
	n, err := strconv.ParseInt(number[:5]+body+number[7:13], 10, 64)
	key, _ := strconv.ParseInt(number[13:15], 10, 64)
	return err == nil && key == 97-n%97
}

// taxNumbers finds tax numbers (SPI): 13 digits that begin with 0 to 3, the
// last three being the first ten modulo 511.
func taxNumbers(p page) []Span {
	found := []Span{}
	for i := 0; i+13 <= len(p.flat); i++ {
		if !startsRun(p.flat, i) || p.flat[i] < '0' || p.flat[i] > '3' {
			continue
		}
		digits, end := gather(p.flat, i, 13, isDigit)
		if len(digits) == 13 && ends(p.flat, end) && (validTax(digits) || near(p.lower, i, 50, "fiscal", "spi", "impot")) {
			found = append(found, span(Tax, i, end))
		}
	}
	return found
}

func validTax(digits string) bool {
	n, _ := strconv.Atoi(digits[:10])
	key, _ := strconv.Atoi(digits[10:])
	return n%511 == key
}

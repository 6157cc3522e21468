package privacy

import (
	"strconv"
	"strings"
)

var socialWords = []string{"securite sociale", "secu", "nir", "nni", "num ss", "numero ss", "n\x02 ss", "n\x02ss", "insee", "assure social", "assuree sociale", "assurance maladie", "ameli", "carte vitale", "immatriculation sociale", "nss", "securite social", "assure", "assuree", "immatricule", "immatriculee", "social security"}

// socialKeys finds social security numbers (NIR): 13 signs and a right key of
// two.
func socialKeys(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		if number, end := gatherNIR(p.lower, i); len(number) == 15 && ends(p.lower, end) && validNIR(number) {
			found = append(found, span(NIR, i, end))
		}
	}
	return found
}

// socialNumbers finds those without their key, or with a wrong one: the words
// before must say so.
func socialNumbers(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		number, end := gatherNIR(p.lower, i)
		if len(number) == 15 && ends(p.lower, end) && looksNIR(number) && p.near(i, 60, socialWords...) {
			found = append(found, span(NIR, i, end))
			continue
		}
		number, end = gather(p.lower, i, 13, nirSign)
		if len(number) == 13 && looksNIR(number) && ends(p.lower, end) && !isTax(p, i, number) && (p.near(i, 60, socialWords...) || groupedNIR(p.lower[i:end])) {
			found = append(found, span(NIR, i, end))
		}
	}
	return found
}

// groupedNIR reports whether thirteen signs stand in the groups of a card:
// sex, year, month, department, commune, order. Hardly anything else does.
func groupedNIR(s string) bool {
	groups := strings.FieldsFunc(s, func(r rune) bool { return !isAlnum(byte(r)) })
	for k, length := range []int{1, 2, 2, 2, 3, 3} {
		if len(groups) != 6 || len(groups[k]) != length {
			return false
		}
	}
	return groups[2] >= "01" && groups[2] <= "12" && groups[3] != "00" && groups[3] != "96"
}

// gatherNIR reads 13 signs and the key, which its name may precede.
func gatherNIR(lower string, i int) (string, int) {
	number, end := gather(lower, i, 15, nirSign)
	if len(number) != 13 {
		return number, end
	}
	at := strings.TrimLeft(lower[end:min(len(lower), end+16)], " (:.-,\n")
	if rest, ok := strings.CutPrefix(at, "cle"); ok {
		rest = strings.TrimLeft(strings.TrimPrefix(rest, "f"), " :.-\n")
		if len(rest) >= 2 && digitOf(rest[0]) != 0 && digitOf(rest[1]) != 0 {
			from := end + strings.Index(lower[end:], rest[:2])
			return number + mend(lower[from:from+2]), from + 2
		}
	}
	return number, end
}

// nirSign takes a digit, or the letter of a Corsican department.
func nirSign(n int, b byte) byte {
	if n == 6 && (b == 'a' || b == 'b') {
		return b
	}
	return digitOf(b)
}

// looksNIR checks the parts: sex, year, month (20 and above where the month is
// not known), department (2A and 2B in Corsica), then six digits.
func looksNIR(number string) bool {
	if strings.IndexByte("123478", number[0]) < 0 {
		return false
	}
	for i := range 13 {
		if !isDigit(number[i]) && (i != 6 || number[5] != '2') {
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

var taxWords = []string{"fiscal", "fiscale", "spi", "impot", "impots"}

// taxNumbers finds tax numbers (SPI): 13 digits that begin with 0 to 3, the
// last three being the first ten modulo 511.
func taxNumbers(p page) []Span {
	found := []Span{}
	for _, i := range p.marks {
		digits, end := gather(p.flat, i, 13, figure)
		if len(digits) != 13 || digits[0] > '3' || !ends(p.flat, end) || !mostlyDigits(p.flat[i:end]) {
			continue
		}
		if validTax(digits) || p.near(i, 50, taxWords...) {
			found = append(found, span(Tax, i, end))
		}
	}
	return found
}

// isTax reports whether thirteen digits are a tax number: the words name it,
// or its key is right and they do not say at once that it is a social one.
func isTax(p page, i int, number string) bool {
	return digitsIn(number) == 13 && number[0] <= '3' && validTax(number) && (p.near(i, 50, taxWords...) || !p.near(i, 25, socialWords...))
}

func validTax(digits string) bool {
	n, _ := strconv.Atoi(digits[:10])
	key, _ := strconv.Atoi(digits[10:])
	return n%511 == key
}

package privacy

import "strings"

var vehicleWords = []string{"immatricul", "plaque", "vehicule", "voiture", "carte grise", "moto", "scooter", "auto", "camion", "camionnette", "utilitaire", "remorque", "caravane", "gare", "garage", "stationn", "fourriere", "controle technique", "amende", "contravention", "immat", "camping", "tracteur", "quad", "crit'air", "pv", "peugeot", "renault", "citroen", "clio", "twingo", "megane", "scenic", "kangoo", "laguna", "berlingo", "picasso", "golf", "fiesta", "corsa", "yaris", "duster", "sandero", "volkswagen", "toyota", "dacia", "ford", "opel", "fiat", "nissan", "conduis", "siv"}

// pairs are two-letter words: "de 200 en" is a plate only near a vehicle.
var pairs = set("de du en le la les un ce se ne me te je tu il on ou et au ma ta sa mr et ai as eu va vu pu su dh kg km cm mm ml hz kw mn mo go ko to pm am rv tv dr st ca bd av pl ps rn rd ht qq ds ss pb cb tt ns vs")

// plates finds number plates: the form in use since 2009, and the one before
// where the words speak of a vehicle.
func plates(p page) []Span {
	found := []Span{}
	for n, w := range p.words {
		if w.end-w.start == 2 {
			if end := newPlate(p, w.start); end > 0 && !(pairs[p.at(n)] && newPlate(p, end-2) > 0) && (standsOut(p.flat[w.start:end]) || aboutVehicle(p, w.start, end)) {
				found = append(found, span(Plate, w.start, end))
			}
		}
		if w.end-w.start == 2 || w.end-w.start == 3 {
			if start, end := oldPlate(p, n); end > 0 && aboutVehicle(p, start, end) {
				found = append(found, span(Plate, start, end))
			}
		}
	}
	return found
}

// newPlate reads two letters, three digits, two letters; I, O, U and SS are
// never used (arrêté of 9 February 2009).
func newPlate(p page, i int) int {
	got, end := gather(p.lower, i, 7, plateSign)
	if len(got) != 7 || end < len(p.flat) && isAlnum(p.flat[end]) || end-i > 13 || strings.Contains(p.flat[i:end], "\n\n") {
		return 0
	}
	if got[:2] == "ss" || got[5:] == "ss" || !oneCase(p.flat[i:end]) {
		return 0
	}
	return end
}

// oneCase reports whether the two letters at each end are all capitals or all
// small: "BV 971 Je" is the end of another number and a word.
func oneCase(s string) bool {
	capital := isUpper(s[0])
	return isUpper(s[1]) == capital && isUpper(s[len(s)-2]) == capital && isUpper(s[len(s)-1]) == capital
}

func plateSign(n int, b byte) byte {
	if n >= 2 && n < 5 {
		return digitOf(b)
	}
	if b >= 'a' && b <= 'z' && b != 'i' && b != 'o' && b != 'u' {
		return b
	}
	return 0
}

// standsOut keeps what can hardly be anything else.
func standsOut(s string) bool {
	first, last := strings.ToLower(s[:2]), strings.ToLower(s[len(s)-2:])
	if len(s) == 9 && s[2] == '-' && s[6] == '-' || len(s) == 7 && isUpper(s[0]) && isUpper(s[1]) {
		return true
	}
	return !pairs[first] && !pairs[last] && isUpper(s[0]) == isUpper(s[len(s)-1])
}

// oldPlate reads up to four digits, the letters of word n, a department.
func oldPlate(p page, n int) (start, end int) {
	w := p.words[n]
	start = w.start
	for start > 0 && w.start-start < mostBetween && strings.IndexByte(" -.", p.flat[start-1]) >= 0 {
		start--
	}
	digits := start
	for start > 0 && digits-start < 4 && isDigit(p.flat[start-1]) {
		start--
	}
	if start == digits || p.flat[start] == '0' || start > 0 && isAlnum(p.flat[start-1]) {
		return 0, 0
	}
	department, end := gather(p.lower, w.end, 2, departmentSign)
	if strings.HasPrefix(department, "97") && end < len(p.flat) && isDigit(p.flat[end]) {
		end++
	}
	if len(department) != 2 || department == "00" || end < len(p.flat) && isAlnum(p.flat[end]) || end-start > 15 || separators(p.flat[start:end]) > 0 && p.pairUnit(n) {
		return 0, 0
	}
	return start, end
}

func (p *page) pairUnit(n int) bool { return pairs[p.at(n)] && !p.allCaps(n) }

func departmentSign(n int, b byte) byte {
	if n == 1 && (b == 'a' || b == 'b') {
		return b
	}
	if isDigit(b) {
		return b
	}
	return 0
}

// aboutVehicle looks on both sides.
func aboutVehicle(p page, start, end int) bool {
	if p.near(start, 80, vehicleWords...) {
		return true
	}
	after := p.lower[end:min(len(p.lower), end+60)]
	if cut := strings.IndexAny(after, ".!?\n"); cut >= 0 {
		after = after[:cut]
	}
	return nearest(after, vehicleWords) >= 0
}

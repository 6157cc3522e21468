package privacy

import "regexp"

var (
	newPlate = regexp.MustCompile(`^[A-HJ-NP-TV-Za-hj-np-tv-z]{2}[- ]?[0-9]{3}[- ]?[A-HJ-NP-TV-Za-hj-np-tv-z]{2}`)
	oldPlate = regexp.MustCompile(`^[1-9][0-9]{0,3}[- ]?[A-Z]{2,3}[- ]?(?:[0-9]{2,3}|2[AB])`)
)

var vehicleWords = []string{"immatricul", "plaque", "vehicule", "voiture", "carte grise", "moto", "scooter"}

// plates finds number plates: the form in use since 2009, and the one before
// where the words speak of a vehicle.
func plates(p page) []Span {
	found := []Span{}
	for i := 0; i+5 <= len(p.flat); i++ {
		if !startsRun(p.flat, i) || digitsIn(p.flat[i:i+5]) == 0 {
			continue
		}
		if end := plateAt(p, i); end > i {
			found = append(found, span(Plate, i, end))
			i = end - 1
		}
	}
	return found
}

func plateAt(p page, i int) int {
	rest := p.flat[i:min(len(p.flat), i+12)]
	if at := newPlate.FindStringIndex(rest); at != nil && ends(p.flat, i+at[1]) && (isPlateLike(rest[:at[1]]) || near(p.lower, i, 60, vehicleWords...)) {
		return i + at[1]
	}
	if at := oldPlate.FindStringIndex(rest); at != nil && ends(p.flat, i+at[1]) && near(p.lower, i, 60, vehicleWords...) {
		return i + at[1]
	}
	return 0
}

// isPlateLike keeps what can hardly be anything else: hyphens, or capitals
// without spaces. "de 200 en" is a plate only near a vehicle.
func isPlateLike(s string) bool {
	if s[2] == '-' && s[len(s)-3] == '-' {
		return true
	}
	for i := range len(s) {
		if s[i] == ' ' || s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
	}
	return true
}

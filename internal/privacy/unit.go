package privacy

import "strings"

var units = set("euros euro eur e centimes km m m2 kg g jours jour mois ans an heures heure h minutes minute min personnes habitants fois k pages points trimestres semaines semaine %")

// isUnit reports whether a unit follows: the number counts something.
func isUnit(lower string, end int) bool {
	at := end
	for at < len(lower) && lower[at] == ' ' {
		at++
	}
	if at < len(lower) && (lower[at] == '\x01' || lower[at] == '%' || lower[at] == ',' && at+1 < len(lower) && isDigit(lower[at+1]) && at == end) {
		return true
	}
	stop := at
	for stop < len(lower) && stop-at <= len("trimestres") && isAlnum(lower[stop]) {
		stop++
	}
	return at < stop && units[lower[at:stop]]
}

// isTime reads "14h30", a day such as "12062023", years such as "20232024".
func isTime(number string) bool {
	digits := len(number)
	if at := strings.IndexByte(number, 'h'); at > 0 && at <= 2 && digitsIn(number) == digits-1 {
		return true
	}
	if digits == 8 && digitsIn(number) == 8 {
		return day(number[:2], number[2:4], number[4:]) || isYear(number[:4]) && isYear(number[4:])
	}
	return digits == 4 && isYear(number) || digits == 6 && digitsIn(number) == 6 && isYear(number[2:]) && number[:2] <= "12"
}

func isYear(s string) bool { return s >= "1900" && s <= "2099" && digitsIn(s) == 4 }

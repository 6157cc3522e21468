package privacy

import (
	"strings"

	"ecritoire/internal/reading"
)

// birthdates finds whole dates that the words give for a birth.
func birthdates(p page) []Span {
	found := []Span{}
	for _, f := range p.facts {
		if f.Kind == reading.FactDate && !strings.HasSuffix(f.Norm, "-") && ofBirth(p.lower, f.Start) {
			found = append(found, span(Birthdate, f.Start, f.End))
		}
	}
	return found
}

func ofBirth(lower string, i int) bool {
	before := lower[max(0, i-24):i]
	for _, words := range []string{"ne le ", "nee le ", "nes le ", "nees le ", "ne(e) le ", "ne e le ", "ne un ", "nee un ", "nee ", "ne "} {
		at := strings.LastIndex(before, words)
		if at == 0 || at > 0 && !isAlnum(before[at-1]) {
			return at+len(words) == len(before) || strings.HasSuffix(words, "le ") && weekday(before[at+len(words):])
		}
	}
	return near(lower, i, 30, "date de naissance", "naissance :", "ddn")
}

// weekday is what may stand between "née le" and the date.
func weekday(s string) bool { return strings.HasSuffix(s, "di ") || s == "dimanche " }

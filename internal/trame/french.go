package trame

import (
	"strconv"
	"strings"
	"time"

	"ecritoire/internal/reading"
)

// elide repairs "de" before a vowel in a phrase just woven.
func elide(text string) string {
	for _, vowel := range "aàâeéèêiîoôuAEÉIOU" {
		text = strings.ReplaceAll(text, " de "+string(vowel), " d’"+string(vowel))
	}
	return strings.ReplaceAll(text, " d’onze ", " de onze ")
}

// of puts "de" before a noun phrase: du, des, de l’, d’.
func of(noun string) string {
	switch {
	case strings.HasPrefix(noun, "le "):
		return "du " + noun[len("le "):]
	case strings.HasPrefix(noun, "les "):
		return "des " + noun[len("les "):]
	case strings.HasPrefix(noun, "des "):
		return partitive(noun[len("des "):])
	case vowel(noun):
		return "d’" + noun
	}
	return "de " + noun
}

func partitive(bare string) string {
	if vowel(bare) {
		return "d’" + bare
	}
	return "de " + bare
}

// to puts "à" before a noun phrase: au, aux.
func to(noun string) string {
	switch {
	case strings.HasPrefix(noun, "le "):
		return "au " + noun[len("le "):]
	case strings.HasPrefix(noun, "les "):
		return "aux " + noun[len("les "):]
	}
	return "à " + noun
}

func vowel(noun string) bool {
	plain := reading.Fold(noun)
	return plain != "" && strings.ContainsRune("aeiou", rune(plain[0]))
}

// yours turns "un passeport" into "votre passeport"; a noun phrase with a
// definite article stays.
func yours(noun string) string {
	for _, article := range []string{"un ", "une "} {
		if rest, ok := strings.CutPrefix(noun, article); ok {
			return "votre " + rest
		}
	}
	if rest, ok := strings.CutPrefix(noun, "des "); ok {
		return "vos " + rest
	}
	return noun
}

// bare is a noun phrase without its article.
func bare(noun string) string {
	for _, article := range []string{"un ", "une ", "des ", "le ", "la ", "les ", "l’"} {
		if rest, ok := strings.CutPrefix(noun, article); ok {
			return rest
		}
	}
	return noun
}

var unitNames = map[reading.Unit][2]string{
	reading.Minutes: {"minute", "minutes"}, reading.Hours: {"heure", "heures"}, reading.Days: {"jour", "jours"},
	reading.Weeks: {"semaine", "semaines"}, reading.Months: {"mois", "mois"}, reading.Years: {"an", "ans"},
}

var countNames = []string{"plusieurs", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"}

// vaguer says many days in weeks and many weeks in months: "plusieurs jours"
// would belittle three weeks.
func vaguer(d reading.Duration) reading.Duration {
	if d.Unit != reading.Days && d.Unit != reading.Weeks || d.Count < len(countNames) {
		return d
	}
	return reading.Duration{Unit: d.Unit + 1}
}

// lasting says a duration in words. Beyond twelve, or for a single unit, it
// stays vague: "plusieurs semaines", "plus d’un an".
func lasting(d reading.Duration) string {
	if d.Unit == 0 {
		return ""
	}
	if d.Unit == reading.Minutes && d.Count > 60 && d.Count%60 == 30 {
		return lasting(reading.Duration{Count: d.Count / 60, Unit: reading.Hours}) + " et demie"
	}
	if d.Unit == reading.Minutes && d.Count > 60 {
		return "plus " + of(lasting(reading.Duration{Count: d.Count / 60, Unit: reading.Hours}))
	}
	if d.Unit == reading.Minutes && d.Count >= len(countNames) {
		return "" // "plusieurs minutes" would belittle it
	}
	if d.Unit == reading.Months && d.Count >= len(countNames) {
		return "plus " + of(lasting(reading.Duration{Count: d.Count / 12, Unit: reading.Years}))
	}
	if d = vaguer(d); d.Count == 0 || d.Count >= len(countNames) {
		if d.Unit == reading.Years {
			return "plusieurs années"
		}
		return "plusieurs " + unitNames[d.Unit][1]
	}
	if d.Count > 1 {
		return countNames[d.Count] + " " + unitNames[d.Unit][1]
	}
	if d.Unit == reading.Minutes || d.Unit == reading.Hours || d.Unit == reading.Weeks {
		return "une " + unitNames[d.Unit][0]
	}
	return "un " + unitNames[d.Unit][0]
}

var monthNames = []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

// day says a date of the form 2020-11-12 in words, "" when it is not one.
func day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	number := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		number = "1er"
	}
	return number + " " + monthNames[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

package reading

import "strings"

var weekdays = map[string]int{
	"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7,
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}

// weekdayAt reads a day of the week ("mardi", "les samedis matin"), a run of
// them ("du lundi au vendredi") and a day told from today ("demain", "la
// semaine prochaine"). Its norm is the days' numbers, Monday being 1, or the
// words.
func weekdayAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	first := weekdays[strings.TrimSuffix(w, "s")]
	if first == 0 {
		return relativeDayAt(s, i, w, end)
	}
	if last, after := lastDayAt(s, i, end); last > first {
		return "1234567"[first-1 : last], after
	}
	day, end := "1234567"[first-1:first], halfDayEnd(s, end)
	if strings.HasSuffix(s[:end], " prochain") || strings.HasSuffix(s[:end], " dernier") {
		day += "+" // one Tuesday of all
	}
	return day, end
}

// lastDayAt reads "au vendredi" after "du lundi".
func lastDayAt(s string, i, end int) (last, after int) {
	link, next := wordAt(s, skipSpaces(s, end))
	if link != "au" && link != "a" && link != "to" || link != "to" && precedingWord(s, i) != "du" && precedingWord(s, i) != "de" {
		return 0, 0
	}
	w, after := wordAt(s, skipSpaces(s, next))
	return weekdays[w], after
}

// halfDayEnd takes "matin" into the span.
func halfDayEnd(s string, end int) int {
	w, after := wordAt(s, skipSpaces(s, end))
	switch w {
	case "matin", "matins", "soir", "soirs", "midi", "prochain", "dernier":
		return after
	case "apres":
		if strings.HasPrefix(s[after:], "-midi") {
			return after + len("-midi")
		}
	}
	return end
}

// relativeDays are told from the day of writing: nothing makes them true but
// the same words elsewhere. Where a phrase holds another the longer comes first.
var relativeDays = []string{
	"apres-demain", "demain", "avant-hier", "week-end prochain", "semaine prochaine", "mois prochain", "an prochain", "annee prochaine", "trimestre prochain", "semestre prochain",
	"semaine derniere", "mois dernier", "annee derniere", "an dernier", "fin de la semaine", "fin de semaine", "fin du mois", "fin de mois", "fin de l'annee", "fin d'annee", "debut d'annee", "debut du mois", "debut de semaine",
	"huitaine", "quinzaine", "week-end", "weekend", "tomorrow", "next week", "next month", "yesterday", "jours feries", "tous les matins", "tous les soirs", "tous les jours", "tous les apres-midi", "ce soir", "cet apres-midi", "ce matin",
	"lendemain", "surlendemain", "jour meme", "journee meme", "heure meme", "semaine suivante", "mois suivant", "annee suivante", "prochains jours", "prochaines semaines", "prochaines heures", "prochains mois", "jours qui viennent", "jours a venir", "semaines a venir", "mois a venir", "ete prochain", "hiver prochain", "automne prochain", "printemps prochain", "fin du trimestre", "fin du semestre", "fin de trimestre", "vacances scolaires", "vacances d'ete", "vacances de noel", "grandes vacances", "chaque jour", "chaque semaine", "chaque mois", "chaque matin", "chaque soir", "chaque apres-midi", "toute la nuit", "sous peu", "jours ouvres", "jours ouvrables",
}

func relativeDayAt(s string, i int, w string, end int) (string, int) {
	if n, _ := roundAt(s, i); n > 0 || !relativeStarts[w] {
		return "", 0
	}
	for _, day := range relativeDays {
		if after := i + len(day); strings.HasPrefix(s[i:], day) && after >= end && (after == len(s) || !isWord(s[after])) {
			return strings.TrimSuffix(day, "s"), after
		}
	}
	if half := openHalfAt(s, i, w); half > 0 {
		return s[i:half], half
	}
	return "", 0
}

var relativeStarts = startsOf(relativeDays, "matin", "matins", "apres", "soir", "midi", "semaine")

func startsOf(phrases []string, more ...string) map[string]bool {
	starts := map[string]bool{}
	for _, p := range append(more, phrases...) {
		w, _ := wordAt(p, 0)
		starts[w] = true
	}
	return starts
}

// openHalfAt reads the half of the day when a service is said to be open:
// "ouvert le matin". Without that, "ce matin" or "le matin" sets nothing.
func openHalfAt(s string, i int, w string) int {
	end := halfDayEnd(s, i)
	if w == "semaine" && precedingWord(s, i) == "en" {
		end = i + len(w)
	}
	if end == i || w == "prochain" || w == "dernier" {
		return 0
	}
	before, at := s[max(0, i-40):i], -1
	for _, word := range openWords {
		at = max(at, strings.LastIndex(before, word))
	}
	if at < 0 || strings.ContainsAny(before[at:], ".!?\n") {
		return 0
	}
	return end
}

// openWords say that a service is open, or may be reached.
var openWords = []string{"ouvert", "ouvre", "ferme", "accueille", "joignable", "recev", "recoi", "vous pouvez venir", "venez", "fonctionne", "permanence"}

// dayIn reports whether one of the known facts holds all the days said: a
// Tuesday is known where "du lundi au vendredi" is.
func dayIn(days string, known []Fact) bool {
	for _, k := range known {
		if k.Kind == FactDay && days[0] <= '9' && strings.Contains(k.Norm, days) {
			return true
		}
	}
	return false
}

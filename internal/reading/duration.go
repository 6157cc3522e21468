package reading

import (
	"slices"
	"strconv"
)

// Unit is a unit of time, from the minute to the year.
type Unit int

// The units, shortest first.
const (
	Minutes Unit = iota + 1
	Hours
	Days
	Weeks
	Months
	Years
)

// Duration is how long the author says they waited: a count of a unit, the
// count 0 for "several". The zero value is no duration at all.
type Duration struct {
	Count int
	Unit  Unit
}

var unitMinutes = map[Unit]int{Minutes: 1, Hours: 60, Days: 1440, Weeks: 10080, Months: 43200, Years: 525600}

var units = map[string]Unit{
	"minute": Minutes, "minutes": Minutes, "min": Minutes, "mn": Minutes, "heure": Hours, "heures": Hours, "h": Hours,
	"jour": Days, "jours": Days, "semaine": Weeks, "semaines": Weeks, "mois": Months,
	"an": Years, "ans": Years, "annee": Years, "annees": Years,
	"hour": Hours, "hours": Hours, "day": Days, "days": Days, "week": Weeks, "weeks": Weeks, "month": Months, "months": Months, "year": Years, "years": Years,
}

var countWords = map[string]int{
	"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
	"onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "plusieurs": 0, "quelques": 0,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "several": 0,
}

// number reads a number of at most three digits, or written out. "plusieurs"
// is 0.
func number(w word) (int, bool) {
	if n, ok := countWords[w.plain]; ok {
		return n, true
	}
	if len(w.plain) > 3 || w.plain[0] > '9' {
		return 0, false
	}
	n, err := strconv.Atoi(w.plain)
	return n, err == nil
}

var (
	before    = wordSet("depuis pendant apres bout attends attendre attendu attente fallu durant environ quasiment presque pres minimum fait faut for after since")
	after     = wordSet("attente que interminables attendre")
	hourMarks = wordSet("a vers des depuis avant apres jusqu")
	waiting   = wordSet("attente attends attend attendre attendu attendons attendais delai delais toujours sans tarde retard lent long longue trop fallu bout aucune aucun jamais rien relance relances cours interminable traine waiting waited wait still without")
	dwelling  = wordSet("habite habitons vis vivons reside residons resident residente installe marie mariee travaille expatrie expatriee vit connais expire valable validite age agee vieux live lived living married")
)

// waited gives the duration of waiting told in a sentence.
func waited(ws []word) Duration {
	context := false
	for _, w := range ws {
		if dwelling[w.plain] {
			return Duration{}
		}
		context = context || waiting[w.plain]
	}
	best := Duration{}
	for i := 1; i < len(ws); i++ {
		unit, isUnit := units[ws[i].plain]
		n, isNumber := number(ws[i-1])
		if isUnit && isNumber && (takes(ws, i) || context && stretch(ws, i-1)) && !clock(ws, i) && !aging(ws, Duration{n, unit}) {
			best = longest(best, withMinutes(ws, i, Duration{n, unit}))
		}
	}
	return best
}

var (
	spending = wordSet("met mettent mis mettre prend prennent pris prendre faille faut fallu fallait")
	foretold = wordSet("va vont allait allaient peut peuvent pourrait devrait doit risque") // "va mettre deux mois"
	lending  = wordSet("encore plus de d deja environ au moins presque pres minimum bien")
)

// takes tells weeks or more that something takes: "met huit mois à", "deux ans
// pour obtenir". Time that one is given ("j’ai deux mois pour") is not meant.
func takes(ws []word, unit int) bool {
	if units[ws[unit].plain] < Weeks {
		return false
	}
	if filed(ws, unit) {
		return true
	}
	at := unit - 2
	for at >= 0 && lending[ws[at].plain] && !ws[at+1].opens {
		at--
	}
	if at >= 0 && !ws[at+1].opens {
		return spending[ws[at].plain] && !(at > 0 && foretold[ws[at-1].plain])
	}
	return unit+1 < len(ws) && ws[unit+1].plain == "pour"
}

var filings = wordSet("depose deposee deposees envoye envoyee faite fait effectuee transmis transmise constitue saisine signale signalee signalees")

// filed tells since when the service holds a request: "déposé il y a huit
// mois", "signalée depuis deux ans".
func filed(ws []word, unit int) bool {
	at := unit - 2
	for at >= 0 && lending[ws[at].plain] {
		at--
	}
	switch {
	case at >= 3 && ws[at].plain == "a" && ws[at-1].plain == "y" && ws[at-2].plain == "il":
		return filings[ws[at-3].plain]
	case at >= 1 && ws[at].plain == "depuis":
		return filings[ws[at-1].plain]
	}
	return false
}

// agingLeast is the number of years from which a life is told sooner than a
// wait.
const agingLeast = 4

var waits = wordSet("attends attend attendre attendu attendons attente")

// aging tells years lived through ("depuis dix ans que je suis là, trop
// long…") from years waited for.
func aging(ws []word, d Duration) bool {
	long := d.Unit == Years && (d.Count == 0 || d.Count >= agingLeast)
	return long && !slices.ContainsFunc(ws, func(w word) bool { return waits[w.plain] })
}

// withMinutes reads "1 h 30" and "une heure et demie" in minutes.
func withMinutes(ws []word, unit int, d Duration) Duration {
	if d.Unit == Hours && unit+2 < len(ws) && ws[unit+1].plain == "et" && ws[unit+2].stem == stemPlain("demie") {
		return Duration{60*d.Count + 30, Minutes}
	}
	if d.Unit != Hours || !minutesAfter(ws, unit) {
		return d
	}
	minutes, _ := number(ws[unit+1])
	if minutes == 0 {
		return d
	}
	return Duration{60*d.Count + minutes, Minutes}
}

// stretch tells a stretch of time from a date, an age or a deadline: what
// stands before the number or after the unit says so.
func stretch(ws []word, at int) bool {
	for j := max(0, at-3); j < at; j++ {
		if before[ws[j].plain] {
			return true
		}
	}
	for j := at + 2; j < min(len(ws), at+5); j++ {
		if after[ws[j].plain] {
			return true
		}
	}
	return false
}

// clock tells the time of day ("depuis 8 h", "à 10h30") from a length of time.
func clock(ws []word, unit int) bool {
	if units[ws[unit].plain] != Hours {
		return false
	}
	if minutesAfter(ws, unit) && !lasts(ws, unit) {
		return true
	}
	return unit >= 2 && hourMarks[ws[unit-2].plain]
}

// minutesAfter tells "1 h 30".
func minutesAfter(ws []word, unit int) bool {
	if unit+1 >= len(ws) {
		return false
	}
	_, ok := number(ws[unit+1])
	return ok
}

var (
	spent      = wordSet("pendant durant attendu attendre fallu environ minimum quasiment presque duree fait")
	atLeast    = wordSet("plus pres bout attente moins")
	waitBehind = wordSet("attente attendre queue file")
)

// lasts tells "plus d’1 h 30" and "1 h 30 d’attente" from a time of day.
func lasts(ws []word, unit int) bool {
	if unit+2 < len(ws) && ws[unit+2].plain == "a" { // "de 8 h 45 à 12 h 15"
		return false
	}
	for j := unit + 2; j < min(len(ws), unit+5); j++ {
		if waitBehind[ws[j].plain] {
			return true
		}
	}
	if unit < 3 {
		return unit == 2 && spent[ws[0].plain]
	}
	first, second := ws[unit-2].plain, ws[unit-3].plain
	return spent[first] || (first == "d" || first == "de") && atLeast[second]
}

func longest(a, b Duration) Duration {
	if b.minutes() > a.minutes() {
		return b
	}
	return a
}

func (d Duration) minutes() int { return max(d.Count, 2) * unitMinutes[d.Unit] }

package trame

import (
	"slices"
	"strings"
	"unicode"

	"ecritoire/internal/reading"
)

// object is a thing that titles name more closely than a matter does.
type object struct {
	noun   string // "un avis d’impôt"
	closer bool   // than the matter that only the text names
	words  []string
}

var objects = readObjects()

func readObjects() []object {
	fields, order := readFields("title")
	all := []object{}
	for _, noun := range order {
		bare, closer := strings.CutPrefix(noun, "! ")
		all = append(all, object{bare, closer, strings.Split(fields[noun][0], ", ")})
	}
	return all
}

// named is the first object that a title names, if any.
func named(title string) object {
	said := " " + strings.ReplaceAll(reading.Fold(title), "’", "'")
	for _, o := range objects {
		for _, w := range o.words {
			if at := strings.Index(said, w); at > 0 && !unicode.IsLetter(rune(said[at-1])) {
				return o
			}
		}
	}
	return object{}
}

// broad are the matters that say little of what the author came for.
var broad = map[reading.Subject]bool{"public_website": true, "consulate": true, "prefecture": true, "mayor_office": true, "procedures": true, "account": true, "police_station": true, "gendarmerie": true}

// booking is the object that titles name for what came of it, too.
const booking = "la prise de rendez-vous"

// object is the noun of what the title names where it says more than the
// subject does, "" elsewhere.
func (d *draft) object() string {
	o := named(d.Review.Title)
	if o.noun == booking && d.chosen.tone != negative && !slices.ContainsFunc(d.read.Points, func(p reading.Point) bool { return slices.Contains(appointments, p.Topic) }) {
		return "" // who praises what happened at the appointment
	}
	if subject := d.subject(); o.closer || subject == "" || broad[subject] {
		return o.noun
	}
	return ""
}

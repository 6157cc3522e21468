package trame

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// object is a thing that titles name more closely than a matter does.
type object struct {
	noun   string // "un avis d’impôt"
	closer bool   // than the matter that only the text names
	words  []string
	points []string // the points that are of it
}

func readObjects(name string) []object {
	fields, order := readFields(name)
	all := []object{}
	for _, noun := range order {
		bare, closer := strings.CutPrefix(noun, "! ")
		o := object{noun: bare, closer: closer, words: strings.Split(fields[noun][0], ", ")}
		if len(fields[noun]) > 1 {
			o.points = strings.Fields(fields[noun][1])
		}
		all = append(all, o)
	}
	return all
}

// named is the first object that a title names, if any.
func (t *tongue) named(title string) object {
	said := " " + strings.ReplaceAll(reading.Fold(title), "’", "'")
	for _, o := range t.objects {
		for _, w := range o.words {
			if at := strings.Index(said, w); at > 0 && !letterAt(said, at-1) && (len(w) > shortestStem || !letterAt(said, at+len(w))) {
				return o
			}
		}
	}
	return object{}
}

// shortestStem is how long a word is at most that stands for itself alone:
// "rib" is no "ribambelle".
const shortestStem = 4

func letterAt(s string, i int) bool { return i < len(s) && unicode.IsLetter(rune(s[i])) }

// broad are the matters that say little of what the author came for.
var broad = map[reading.Subject]bool{"public_website": true, "consulate": true, "prefecture": true, "mayor_office": true, "procedures": true, "account": true, "police_station": true, "gendarmerie": true}

// booking is the object that titles name for what came of it, too.
const booking = "la prise de rendez-vous"

// object is the noun of what the title names where it says more than the
// subject does, "" elsewhere.
func (d *draft) object() string {
	if d.subject() == "marriage" && civilUnion.MatchString(d.Review.Text) && !wedding.MatchString(d.Review.Text) {
		return "un Pacs"
	}
	o := d.in.named(d.Review.Title)
	if o.noun == booking && d.chosen.tone != negative && !slices.ContainsFunc(d.read.Points, func(p reading.Point) bool { return slices.Contains(appointments, p.Topic) }) {
		return "" // who praises what happened at the appointment
	}
	if subject := d.subject(); o.closer || subject == "" || broad[subject] || d.leadsTo(o) && titleSubject(d.Review) == "" {
		return o.noun
	}
	return ""
}

// A Pacs is no marriage.
var (
	civilUnion = regexp.MustCompile(`(?i)\b(?:pacs|pacs[eé]e?s?|pacser)\b`)
	wedding    = regexp.MustCompile(`(?i)\b(?:mariage|mari[eé]|mari[eé]e|marier|[eé]poux|[eé]pouse)\b`)
)

// leadsTo tells whether the first point is one of the object's.
func (d *draft) leadsTo(o object) bool {
	return len(d.chosen.points) > 0 && slices.Contains(o.points, string(d.chosen.points[0].topic))
}

// designating finds a title about the driver to be named to the fine's service.
var designating = regexp.MustCompile(`(?i)d[eé]nonciation|d[eé]noncer|d[eé]signation|d[eé]signer`)

// intended is what is read, with the act that the title alone names.
func intended(a reading.Analysis, r review.Review) reading.Analysis {
	if matters[a.Subject].family == "fine" && designating.MatchString(r.Title) {
		a.Act = "designate"
	}
	return a
}

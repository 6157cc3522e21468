package sheet

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
)

// field is a part of a sheet that is weighed on its own.
type field int

const (
	inTitle   field = iota
	inPath          // its themes and its summary
	inHeading       // the headings of its sections
	inLink          // how other pages speak of it
	inText
	fields
)

// tally is how often a term stands in each field of one sheet, 255 at most.
type tally [fields]uint8

// posting is one sheet that holds a term; place is one passage that does.
type posting struct {
	doc   int
	count tally
}

type place struct {
	passage int
	count   uint8
}

// index is the sheets' words, as they are gathered during a build.
type index struct {
	ids      map[string]int
	terms    []string
	postings [][]posting
	places   [][]place
	lengths  [fields][]float32 // of each sheet, in terms
	passages []float32         // length of each passage, in terms
	first    []int             // the first passage of each sheet, and one past the last
}

func newIndex() *index { return &index{ids: map[string]int{}} }

func (x *index) id(term string) int {
	id, known := x.ids[term]
	if !known {
		id = len(x.terms)
		x.ids[term] = id
		x.terms = append(x.terms, term)
		x.postings = append(x.postings, nil)
		x.places = append(x.places, nil)
	}
	return id
}

// add enters a sheet. Its number is how many were entered before.
func (x *index) add(d document, links []string) {
	doc := len(x.lengths[inTitle])
	for f := range fields {
		x.lengths[f] = append(x.lengths[f], 0)
	}
	x.enter(doc, inTitle, d.title)
	x.enter(doc, inPath, d.summary)
	for _, p := range d.path {
		x.enter(doc, inPath, p)
	}
	for _, l := range links {
		x.enter(doc, inLink, l)
	}
	x.first = append(x.first, len(x.passages))
	headings := map[string]bool{}
	for _, s := range d.sections {
		for _, h := range s.heading {
			if !headings[h] {
				headings[h] = true
				x.enter(doc, inHeading, h)
			}
		}
		x.addPassage(doc, s)
	}
}

func (x *index) addPassage(doc int, s section) {
	passage := len(x.passages)
	x.passages = append(x.passages, 0)
	x.enter(doc, inText, s.text)
	for _, part := range append(s.heading[:len(s.heading):len(s.heading)], s.text) {
		for _, t := range terms(part) {
			id := x.id(t)
			x.places[id] = placed(x.places[id], passage)
			x.passages[passage]++
		}
	}
}

func placed(all []place, passage int) []place {
	if n := len(all); n > 0 && all[n-1].passage == passage {
		all[n-1].count = raised(all[n-1].count)
		return all
	}
	return append(all, place{passage, 1})
}

// enter counts the words of a text and each two that follow one another: a
// sheet that says "abandon de poste" is not one that says both words apart.
func (x *index) enter(doc int, f field, text string) {
	all := terms(text)
	x.lengths[f][doc] += float32(len(all))
	for _, t := range slices.Concat(all, pairs(all)) {
		id := x.id(t)
		if n := len(x.postings[id]); n == 0 || x.postings[id][n-1].doc != doc {
			x.postings[id] = append(x.postings[id], posting{doc: doc})
		}
		last := &x.postings[id][len(x.postings[id])-1]
		last.count[f] = raised(last.count[f])
	}
}

// pairs gives each two stems that follow one another as one term.
func pairs(all []string) []string {
	two := []string{}
	for i := 1; i < len(all); i++ {
		two = append(two, all[i-1]+" "+all[i])
	}
	return two
}

// worth says whether a term is kept in the pack: a pair that one sheet alone
// has in its text finds nothing that its two words do not find.
func (x *index) worth(id int) bool {
	all := x.postings[id]
	if !strings.Contains(x.terms[id], " ") || len(all) > 1 {
		return true
	}
	return all[0].count[inTitle] > 0 || all[0].count[inLink] > 0
}

func raised(n uint8) uint8 { return min(n, math.MaxUint8-1) + 1 }

// packPostings writes postings as differences of sheet numbers and tallies.
func packPostings(all []posting) []byte {
	b, last := []byte{}, 0
	for _, p := range all {
		b = binary.AppendUvarint(b, uint64(p.doc-last))
		b = append(b, p.count[:]...)
		last = p.doc
	}
	return b
}

var errPostings = errors.New("damaged postings")

// eachPosting reads what packPostings wrote; most is one past the last sheet.
func eachPosting(b []byte, most int, f func(doc int, count tally)) error {
	for doc := 0; len(b) > 0; {
		step, n := binary.Uvarint(b)
		if n <= 0 || len(b) < n+int(fields) || step >= uint64(most-doc) {
			return errPostings
		}
		doc += int(step)
		f(doc, tally(b[n:]))
		b = b[n+int(fields):]
	}
	return nil
}

func packPlaces(all []place) []byte {
	b, last := []byte{}, 0
	for _, p := range all {
		b = binary.AppendUvarint(b, uint64(p.passage-last))
		b = append(b, p.count)
		last = p.passage
	}
	return b
}

// eachPlace reads what packPlaces wrote; most is one past the last passage.
func eachPlace(b []byte, most int, f func(passage int, count uint8)) error {
	for passage := 0; len(b) > 0; {
		step, n := binary.Uvarint(b)
		if n <= 0 || len(b) < n+1 || step >= uint64(most-passage) {
			return errPostings
		}
		passage += int(step)
		f(passage, b[n])
		b = b[n+1:]
	}
	return nil
}

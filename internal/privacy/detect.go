// Package privacy finds personal data in French text, puts placeholders in
// its place before a model reads it, and puts it back afterwards. It works
// from forms, keys and the words around: no list of people, no network.
package privacy

import (
	"cmp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// The kinds of personal data.
const (
	Person    = "person"
	Email     = "email"
	Phone     = "phone"
	Address   = "address"
	Birthdate = "birthdate"
	NIR       = "nir" // social security number
	Tax       = "tax" // numéro fiscal (SPI)
	IBAN      = "iban"
	Card      = "card" // payment card
	Plate     = "plate"
	CAF       = "caf"       // numéro d’allocataire
	Case      = "case"      // dossier, demande, référence
	Foreigner = "foreigner" // numéro étranger (AGDREF)
	Licence   = "licence"
	Passport  = "passport"
	IDCard    = "idcard"
)

// Span is a stretch of personal data, in code points of the text.
type Span struct {
	review.Span
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// page is the text in the forms that the detectors read: one byte for each
// code point, see reading.Flatten.
type page struct {
	flat  string // case kept
	lower string
	facts []reading.Fact
}

// The detectors, the surest first: where two overlap, the first wins.
var detectors = []func(page) []Span{
	emails, accounts, cards, socialNumbers, taxNumbers, phones, documents, plates, birthdates, addresses, people,
}

// Detect lists the personal data of a text, in order, without overlap. Time
// is linear in the text.
func Detect(text string) []Span {
	flat := reading.Flatten(text)
	p := page{flat: flat, lower: strings.ToLower(flat), facts: reading.Facts(text)}
	taken, spans := make([]bool, len(flat)), []Span{}
	for _, detector := range detectors {
		for _, s := range detector(p) {
			if s.Start < s.End && !slices.Contains(taken[s.Start:s.End], true) {
				fill(taken[s.Start:s.End])
				spans = append(spans, s)
			}
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	quote(spans, text)
	return spans
}

func fill(taken []bool) {
	for i := range taken {
		taken[i] = true
	}
}

// quote gives each span its text.
func quote(spans []Span, text string) {
	if len(spans) == 0 {
		return
	}
	runes := []rune(text)
	for i, s := range spans {
		spans[i].Text = string(runes[s.Start:s.End])
	}
}

func span(kind string, start, end int) Span {
	return Span{Span: review.Span{Start: start, End: end}, Kind: kind}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isAlnum(b byte) bool {
	return isDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// startsRun reports whether a word or number may begin at i.
func startsRun(s string, i int) bool { return isAlnum(s[i]) && (i == 0 || !isAlnum(s[i-1])) }

// near reports whether one of the words stands in the same sentence, at most
// reach code points before i.
func near(lower string, i, reach int, words ...string) bool {
	before := lower[max(0, i-reach):i]
	if cut := strings.LastIndexAny(before, "!?\n"); cut >= 0 {
		before = before[cut+1:]
	}
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(before, w) })
}

// gather collects up to most letters and digits from i on, over single spaces,
// dots and hyphens, and gives them with their end in the text.
func gather(s string, i, most int, take func(byte) bool) (string, int) {
	got, end := make([]byte, 0, most), i
	for at := i; at < len(s) && len(got) < most; at++ {
		switch {
		case take(s[at]):
			got = append(got, s[at])
			end = at + 1
		case strings.IndexByte(" .-", s[at]) < 0 || at > 0 && strings.IndexByte(" .-", s[at-1]) >= 0:
			return string(got), end
		}
	}
	return string(got), end
}

// ends reports whether no letter or digit follows.
func ends(s string, i int) bool { return i >= len(s) || !isAlnum(s[i]) }

// Package privacy finds personal data in French text, puts placeholders in
// its place before a model reads it, and puts it back afterwards. It works
// from forms, keys, the words around and lists of everyday words; no network.
package privacy

import (
	"cmp"
	"slices"
	"strings"

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

// The detectors, the surest first: where two overlap, the first wins.
var detectors = []func(page) []Span{
	emails, boxedDays, accounts, bankDetails, socialKeys, cards, socialNumbers, taxNumbers, farPhones, papers, phones, dictated, birthdates, plates, addresses, files, people,
}

// Detect lists the personal data of a text, in order, without overlap. Time
// is linear in the text.
func Detect(text string) []Span {
	p := newPage(text)
	taken, spans := make([]bool, len(p.flat)), []Span{}
	add := func(found []Span) {
		for _, s := range found {
			if s.Start < s.End && !slices.Contains(taken[s.Start:s.End], true) {
				fill(taken[s.Start:s.End])
				spans = append(spans, s)
			}
		}
	}
	for _, detector := range detectors {
		add(detector(p))
	}
	add(echoes(p, spans))
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

// near reports whether one of the words stands at most reach code points
// before i, with no question or exclamation ending between.
func (p *page) near(i, reach int, words ...string) bool {
	return nearest(p.clause(i, reach), words) >= 0
}

// clause is the text before i that may still speak of what stands at i, its
// slips put right.
func (p *page) clause(i, reach int) string {
	before := p.told(max(0, i-reach), i)
	if cut := strings.LastIndexAny(before, "!?"); cut >= 0 {
		before = before[cut+1:]
	}
	if cut := strings.LastIndex(before, "\n\n"); cut >= 0 && strings.TrimSpace(before[cut:]) != "" {
		before = before[cut+2:]
	}
	return before
}

// nearest is where the last of the words begins in s, -1 for none. Words of
// up to four letters must stand alone, longer ones may go on.
func nearest(s string, words []string) int {
	best := -1
	for _, w := range words {
		for from := len(s); from > 0; {
			at := strings.LastIndex(s[:from], w)
			if at < 0 || at <= best {
				break
			}
			if end := at + len(w); (at == 0 || !isAlnum(s[at-1])) && (len(w) > 4 || end == len(s) || !isLetter(s[end])) {
				best = at
				break
			}
			from = at + len(w) - 1
		}
	}
	return best
}

// mostBetween is how many signs may part two groups of a number.
const mostBetween = 3

// gather collects up to most signs from i on, over what people part a number
// with, and gives them with their end in the text. take gives the sign in its
// normal form, or 0 to stop.
func gather(s string, i, most int, take func(n int, b byte) byte) (string, int) {
	got, end := make([]byte, 0, most), i
	for at := i; at < len(s) && len(got) < most; at++ {
		if b := take(len(got), s[at]); b != 0 && (isDigit(s[at]) || !isDigit(b) || beside(s, at) || at == i && loneSlip(s, at)) {
			got = append(got, b)
			end = at + 1
		} else if strings.IndexByte(" ,.-/\n\x1f_()'", s[at]) < 0 || at-end >= mostBetween {
			break
		}
	}
	return string(got), end
}

// beside reports whether a digit stands next to s[i]: a misread one does.
func beside(s string, i int) bool {
	return i > 0 && isDigit(s[i-1]) || i+1 < len(s) && isDigit(s[i+1])
}

// figure takes digits, misread ones included.
func figure(_ int, b byte) byte { return digitOf(b) }

// sign takes letters, in capitals, and digits.
func sign(_ int, b byte) byte {
	switch {
	case b >= 'a' && b <= 'z':
		return b - 32
	case isDigit(b) || isUpper(b):
		return b
	}
	return 0
}

// ends reports whether no digit follows.
func ends(s string, i int) bool { return i >= len(s) || !isDigit(s[i]) }

// mostlyDigits tells a number with a slip from a word.
func mostlyDigits(s string) bool { return digitsIn(s)*4 >= 3*(len(s)-separators(s)) }

// halfDigits tells one with slips throughout, where the words before say what
// it is: "O5 9O 45 O6 84".
func halfDigits(s string) bool { return digitsIn(s)*2 >= len(s)-separators(s) }

func separators(s string) int {
	n := 0
	for i := range len(s) {
		if !isAlnum(s[i]) {
			n++
		}
	}
	return n
}

package privacy

import (
	"strings"

	"ecritoire/internal/reading"
)

// document is a number without a key of its own: a shape, and words that must
// stand before it.
type document struct {
	kind  string
	words []string
	reach int
	fits  func(number string) bool // number without separators, in lower case
}

// The more precise words come first: "dossier" stands near many numbers.
var documentKinds = []document{
	{Passport, []string{"passeport"}, 50, shape("00aa00000")},
	{Licence, []string{"permis de conduire", "permis", "neph"}, 50, oneOf(shape("00aa00000"), shape("000000000000"))},
	{IDCard, []string{"carte d'identite", "cni", "carte nationale"}, 60, oneOf(shape("000000000000"), isNewCard)},
	{Foreigner, []string{"agdref", "numero etranger", "n\x02 etranger", "titre de sejour", "carte de sejour", "recepisse", "anef"}, 60, shape("0000000000")},
	{CAF, []string{"allocataire", "caf "}, 40, oneOf(shape("0000000"), shape("0000000a"), shape("000000"))},
	{Case, []string{"dossier", "demande", "reference", "ref.", "ref ", "ref:", "requete", "reclamation", "facture", "ticket", "contravention", "amende", "recours", "numero de suivi", "creance"}, 34, isCase},
}

// documents finds the numbers that their words announce.
func documents(p page) []Span {
	found, fact := []Span{}, 0
	for i := 0; i < len(p.lower); i++ {
		for fact < len(p.facts) && p.facts[fact].End <= i {
			fact++
		}
		if !startsRun(p.lower, i) || fact < len(p.facts) && p.facts[fact].Start <= i && states(p.facts[fact].Kind) {
			continue
		}
		if s, ok := documentAt(p.lower, i); ok {
			found = append(found, s)
			i = s.End - 1
		}
	}
	return found
}

// states tells the facts that are never a document's number.
func states(k reading.FactKind) bool {
	return k != reading.FactPhone && k != reading.FactDelay
}

func documentAt(lower string, i int) (Span, bool) {
	for _, read := range []func(string, int) (string, int){runAt, spacedAt, groupedAt} {
		number, end := read(lower, i)
		if len(number) < 5 {
			continue
		}
		for _, d := range documentKinds {
			if d.fits(number) && near(lower, i, d.reach, d.words...) {
				return span(d.kind, i, end), true
			}
		}
		if digitsIn(number) >= 3 && strings.HasSuffix(lower[:i], "n\x02 ") && near(lower, i, 30, "dossier", "demande", "reference") {
			return span(Case, i, end), true
		}
	}
	return Span{}, false
}

var joined = strings.NewReplacer("-", "", "/", "", "_", "", ".", "")

// runAt reads letters and digits joined by "-", "/", "_" or ".",
// at least one digit among them.
func runAt(s string, i int) (string, int) {
	end := i
	for end < len(s) && end-i < 40 && (isAlnum(s[end]) || strings.IndexByte("-/_.", s[end]) >= 0) {
		end++
	}
	for end > i && !isAlnum(s[end-1]) {
		end--
	}
	if digitsIn(s[i:end]) == 0 {
		return "", i
	}
	return joined.Replace(s[i:end]), end
}

// spacedAt reads groups of digits; a run of letters in them ends it.
func spacedAt(s string, i int) (string, int) {
	if !isDigit(s[i]) {
		return "", i
	}
	number, end := gather(s, i, 20, isDigit)
	if !ends(s, end) {
		return "", i
	}
	return number, end
}

// groupedAt reads the groups of a passport's number, "20 AB 12345".
func groupedAt(s string, i int) (string, int) {
	number, end := gather(s, i, 9, isAlnum)
	if !ends(s, end) || !shape("00aa00000")(number) {
		return "", i
	}
	return number, end
}

// shape reads a pattern where 0 stands for a digit and a for a letter.
func shape(pattern string) func(string) bool {
	return func(number string) bool {
		if len(number) != len(pattern) {
			return false
		}
		for i := range len(number) {
			if isDigit(number[i]) != (pattern[i] == '0') {
				return false
			}
		}
		return true
	}
}

func oneOf(fits ...func(string) bool) func(string) bool {
	return func(number string) bool {
		for _, fit := range fits {
			if fit(number) {
				return true
			}
		}
		return false
	}
}

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// isNewCard is the number of the identity cards issued since 2021: nine
// letters and digits.
func isNewCard(s string) bool { return len(s) == 9 && digitsIn(s) >= 2 && digitsIn(s) < 9 }

// isCase asks for enough digits that the number can lead to one person.
func isCase(s string) bool { return len(s) <= 24 && digitsIn(s) >= 4 && digitsIn(s)*2 >= len(s) }

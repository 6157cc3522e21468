package privacy

import (
	"strings"

	"ecritoire/internal/reading"
)

// emails finds e-mail addresses.
func emails(p page) []Span {
	found := []Span{}
	for _, f := range p.facts {
		if f.Kind == reading.FactEmail {
			found = append(found, span(Email, f.Start, f.End))
		}
	}
	return found
}

// phones finds telephone numbers. Short numbers (3939) and 08 numbers are
// lines of services, never of people.
func phones(p page) []Span {
	found := []Span{}
	for _, f := range p.facts {
		if f.Kind == reading.FactPhone && len(f.Norm) >= 10 && !strings.HasPrefix(f.Norm, "08") {
			found = append(found, span(Phone, f.Start, f.End))
		}
	}
	return found
}

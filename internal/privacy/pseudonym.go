package privacy

import (
	"regexp"
	"strconv"
	"strings"
)

var labels = map[string]string{
	Person: "PERSONNE", Email: "COURRIEL", Phone: "TELEPHONE", Address: "ADRESSE", Birthdate: "NAISSANCE", NIR: "NIR",
	Tax: "FISCAL", IBAN: "IBAN", Card: "CARTE", Plate: "PLAQUE", CAF: "ALLOCATAIRE", Case: "DOSSIER",
	Foreigner: "ETRANGER", Licence: "PERMIS", Passport: "PASSEPORT", IDCard: "IDENTITE", bracket: "SIGNE",
}

// bracket is the kind of a placeholder's own bracket standing in the user's
// text: it is replaced too, so that every bracket after that is ours.
const bracket = "bracket"

// Key leads from the placeholders of one text back to what they stand for. It
// lives in memory only, as long as the draft. The zero Key is empty.
type Key struct {
	texts  map[string]string // placeholder to text
	places map[string]string // kind and text to placeholder
	counts map[string]int    // by label
}

// Pseudonymise puts placeholders such as ⟦MADAME_1⟧ or ⟦TELEPHONE_1⟧ in the
// place of personal data; those of persons tell their gender and number. The same data always gets the same placeholder.
func Pseudonymise(text string) (string, Key) {
	k := Key{texts: map[string]string{}, places: map[string]string{}, counts: map[string]int{}}
	return k.Replace(text), k
}

// Replace does the same to another text under the same key, such as the title
// of the review.
func (k Key) Replace(text string) string {
	var out strings.Builder
	spans, point, from, place := Detect(text), 0, 0, 0
	for at, r := range text {
		if place < len(spans) && spans[place].Start == point {
			out.WriteString(text[from:at])
			out.WriteString(k.placeholder(spans[place].Kind, text[at:endOf(text, at, spans[place])]))
			from = endOf(text, at, spans[place])
			place++
		}
		if (r == '⟦' || r == '⟧') && at >= from {
			out.WriteString(text[from:at])
			out.WriteString(k.placeholder(bracket, string(r)))
			from = at + len(string(r))
		}
		point++
	}
	out.WriteString(text[from:])
	return out.String()
}

// endOf is the byte where a span that starts at byte at ends.
func endOf(text string, at int, s Span) int {
	left := s.End - s.Start
	for i := range text[at:] {
		if left == 0 {
			return at + i
		}
		left--
	}
	return len(text)
}

func (k Key) placeholder(kind, text string) string {
	if p, ok := k.places[kind+"\x00"+text]; ok {
		return p
	}
	name := label(kind, text)
	k.counts[name]++
	p := "⟦" + name + "_" + strconv.Itoa(k.counts[name]) + "⟧"
	k.places[kind+"\x00"+text], k.texts[p] = p, text
	return p
}

// Len is the number of distinct data replaced.
func (k Key) Len() int { return len(k.texts) }

var (
	placed = regexp.MustCompile(`⟦[^⟦⟧\n]{1,40}⟧`)
	// bent is a placeholder that a model wrote in another form. The labels
	// need their number so that everyday words are not taken for one.
	bent = regexp.MustCompile(`(?i)[\[{⟦]\s?(?:PERSONNES?|MADAME|MONSIEUR|COURRIEL|T[ÉE]L[ÉE]PHONE|ADRESSE|NAISSANCE|NIR|FISCAL|IBAN|CARTE|PLAQUE|ALLOCATAIRE|DOSSIER|[ÉE]TRANGER|PERMIS|PASSEPORT|IDENTIT[ÉE]|SIGNE)[ _-]?\d+(?:\s?[\]}⟧])?|[⟦⟧]`)
)

// Restore puts the data back and lists, in order, the placeholders that were
// altered or that this key does not know; those stay as they are, for a check
// to see.
func (k Key) Restore(text string) (string, []string) {
	strange := []string{}
	var out strings.Builder
	from := 0
	note := func(stretch string) {
		strange = append(strange, bent.FindAllString(stretch, -1)...)
		out.WriteString(stretch)
	}
	for _, at := range placed.FindAllStringIndex(text, -1) {
		whole, ok := k.texts[text[at[0]:at[1]]]
		if !ok {
			continue
		}
		note(text[from:at[0]])
		out.WriteString(whole)
		from = at[1]
	}
	note(text[from:])
	return out.String(), strange
}

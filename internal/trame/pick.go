package trame

import (
	"hash/fnv"
	"regexp"
	"strings"
	"unicode"

	"ecritoire/internal/reading"
)

// opening is the first sentence, warmer where wished for.
func (d *draft) opening(tone string) string {
	return d.pick("opening", d.voiced(d.in.opening, tone))
}

// say is a sentence that follows the points, warmer where wished for.
func (d *draft) say(heading string) string {
	return d.pick(heading, d.voiced(d.in.closing, heading))
}

// voiced gives the phrases under a heading, the warmer ones where they are
// wished for and there are any.
func (d *draft) voiced(table map[string]wording, heading string) []string {
	if w, ok := table["warm "+heading]; ok && d.Wish.Warmer {
		return w.sentences
	}
	return table[heading].sentences
}

// pick chooses one of several phrases, differently at each place of a reply,
// and weaves in its words. It leaves out what the service forbids, and rather
// neither begins nor ends two sentences alike.
func (d *draft) pick(place string, from []string) string {
	allowed := []string{}
	for i := range from {
		if text := d.slots.fill(from[(d.start(place)+i)%len(from)]); !d.forbidden(text) && !twiceOn.MatchString(text) {
			allowed = append(allowed, text)
		}
	}
	if len(allowed) == 0 {
		return ""
	}
	chosen := allowed[0]
	for _, text := range allowed {
		if !d.pinned && !d.begun[beginning(text)] && !d.begun[end(text)] {
			chosen = text
			break
		}
	}
	d.begun[beginning(chosen)], d.begun[end(chosen)] = true, true
	return chosen
}

// twiceOn finds what reads badly: "témoignage sur le formulaire sur le site".
var twiceOn = regexp.MustCompile(`\btémoignage sur [^,.]* sur le site\b`)

// start is where the choice begins, by the review, the place, and how many
// drafts there were before: who asks for another one wants other words.
func (d *draft) start(place string) int {
	if d.pinned {
		return 0
	}
	h := fnv.New64a()
	h.Write([]byte(place))
	return int((h.Sum64()^d.seed)>>1%1024) + d.Turn
}

// beginning is the first two words.
func beginning(text string) string {
	words := strings.SplitN(text, " ", 3)
	return strings.Join(words[:min(2, len(words))], " ")
}

// end is the last five words, which are what a reply says of a point; shorter
// texts have none of their own.
func end(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[max(0, len(words)-5):], " ")
}

// forbidden tells whether a text holds a word that the service allows in no
// reply, whatever its case and accents.
func (d *draft) forbidden(text string) bool {
	for _, word := range d.Service.Forbidden {
		if word = spelled(word); word != "  " && strings.Contains(spelled(text), word) {
			return true
		}
	}
	return false
}

// spelled is a text's words alone, with a space on either side of each.
func spelled(text string) string {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return " " + strings.Join(strings.FieldsFunc(reading.Fold(text), apart), " ") + " "
}

package check

import (
	"regexp"
	"strings"
	"unicode"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// formless warns of a text that no service sends as a reply, whatever it says:
// a word or two, verse, a shout, one word over and over. They are what a model
// writes when a review tells it how to write.
func formless(s *subject) []review.Finding {
	body := strings.TrimSpace(s.body())
	if !oddLength(body) && !verse(body) && !shout(body) && !refrain(body) && !babble(body) && !pictured(body) {
		return nil
	}
	return []review.Finding{{Severity: review.Warn, Message: review.Text{
		FR: "Ce texte n’a pas la forme d’une réponse\u00a0: écrivez des phrases qui répondent à l’avis.",
		EN: "This text has not the form of a reply: write sentences that answer the review."}}}
}

// body is the reply without the service's frame, case kept.
func (s *subject) body() string {
	rest := s.Reply
	for _, part := range frameParts(s.Service) {
		if part = strings.TrimSpace(part); part != "" {
			rest = strings.Replace(rest, part, "", 1)
		}
	}
	return rest
}

// fewestWords is less than the shortest thanks.
const fewestWords = 4

func oddLength(body string) bool { return len(strings.Fields(body)) < fewestWords }

// verse tells a block of three short lines or more that break off before their
// sentence ends. A signature has no points, a list has its marks.
func verse(body string) bool {
	for _, block := range strings.Split(body, "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if len(lines) < 3 || inList.MatchString(block) {
			continue
		}
		broken, pointed := 0, 0
		for _, line := range lines {
			words := len(strings.Fields(line))
			broken += count(words >= 3 && words <= 12 && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "!"))
			pointed += count(strings.ContainsAny(line[max(0, len(line)-1):], ",.;!?"))
		}
		if broken >= 2 && pointed >= 2 {
			return true
		}
	}
	return false
}

// inList tells the lines of a list, of an address or of contact details.
var inList = regexp.MustCompile(`(?m)^\s*([-•*–]|\d+[.)])|:\s*$|\d{2} ?\d{2}|@|https?:`)

// shout tells a text in capitals.
func shout(body string) bool {
	upper, lower := 0, 0
	for _, r := range body {
		upper, lower = upper+count(unicode.IsUpper(r)), lower+count(unicode.IsLower(r))
	}
	return upper > 8 && upper > lower
}

// babble tells words that belong to no language that is told apart: letters
// moved about, figures for letters.
func babble(body string) bool {
	return len(strings.Fields(body)) > fewestWords && reading.LanguageOf(body) == reading.Unknown
}

// pictured tells a text with three pictures or more, and one for every six
// words: a reply has one at most.
func pictured(body string) bool {
	n := 0
	for _, r := range body {
		n += count(r >= 0x1f300 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf)
	}
	return n >= 3 && n*3 >= len(strings.Fields(body))/2
}

// refrain tells a word of three letters or more that opens three sentences,
// and that no reply opens with by itself.
func refrain(body string) bool {
	first := map[string]int{}
	for _, sentence := range reading.Sentences(body) {
		word, _, _ := strings.Cut(plain(sentence.Text), " ")
		if len(word) > 2 && !openers[word] {
			first[word]++
		}
		if first[word] >= 3 {
			return true
		}
	}
	return false
}

var openers = wordSet("merci bonjour nous vous votre vos notre nos les des une pour cette ces son ses elle ils elles dans sur you your the this that our thank please")

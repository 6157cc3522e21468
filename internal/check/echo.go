package check

import (
	"regexp"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var echoText = review.Text{
	FR: "Cette phrase affirme au nom du service ce que seul l’avis dit\u00a0: vérifiez-la, ou rapportez-la («\u00a0vous indiquez que…\u00a0»).",
	EN: "This sentence states in the service’s name what the review alone says: verify it, or report it (“you write that…”)."}

// echo warns of a sentence that speaks to nobody and states what only the
// review says. A reply reports ("vous indiquez"), regrets or thanks; a bare
// statement made of the user's words is what a dictated reply looks like,
// whatever way it was dictated.
func echo(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, sentence := range reading.Sentences(s.Reply) {
		if !s.inFrame(sentence.Span) && !s.inSignature(sentence.Span) && !addressing.MatchString(s.lower[sentence.Start:sentence.End]) && (s.echoes(sentence.Text) || s.strays(sentence.Text)) {
			found = append(found, review.Finding{Severity: review.Warn, Span: sentence.Span, Message: echoText})
		}
	}
	return found
}

// addressing are the words of a sentence that speaks to the user or for the
// service, or that says whose words it takes up.
var addressing = regexp.MustCompile(`\b(nous|notre|nos|votre|vos|votres?|je|merci|vous (avez|aviez|n'avez|etiez|pouvez|indiquez|dites|decrivez|evoquez|signalez|mentionnez|[a-z]+(iez|issez))|(ait|aient|soit|soient)|regrett\w+|heureu(x|se)|ravie?s?|plaisir|navre\w*|desole\w*|dommage|comprehensibles?|selon|apparemment|bonjour|cordialement|doit|doivent|devrait|devraient|we|our|your|thank|sorry)\b`)

// fewestEchoed and the two thirds below keep a sentence that only names a matter of
// the review apart from one that repeats its claim.
const fewestEchoed = 2

// strays tells a bare statement where the review gives orders: there it is
// dictated until an agent says that it is not.
func (s *subject) strays(sentence string) bool {
	return s.dictated != nil && len(strings.Fields(sentence)) >= fewestWords
}

func (s *subject) echoes(sentence string) bool {
	said, taken := 0, 0
	for _, stem := range reading.Stems(sentence) {
		if len(stem) < 4 || everyday[stem] {
			continue
		}
		said++
		if s.onlyAsked(stem) {
			taken++
		}
	}
	return len(strings.Fields(sentence)) >= fewestWords && taken >= fewestEchoed && taken*3 >= said*2
}

// onlyAsked reports whether a word, or one of its family, stands in the review
// and in nothing that the service owns.
func (s *subject) onlyAsked(stem string) bool {
	root := stem[:min(len(stem), longestRoot)]
	return strings.Contains(s.asked, root) && !strings.Contains(s.ownPlain(), root)
}

// longestRoot is how much of a word its family shares: gratuit, gratuité.
const longestRoot = 6

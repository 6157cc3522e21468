package check

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// dictation is what a review that gives orders wants to read in the reply.
type dictation struct {
	facts  []reading.Fact  // of the whole review
	stems  map[string]bool // of the orders and what follows them, and of nothing else
	names  map[string]bool // the words of the same
	joined string          // the same words without what parts them
	words  []string        // what is quoted, or follows "réponds seulement"
}

// afterOrder is how many sentences behind an order still belong to it.
const afterOrder = 2

// dictated reads what the review orders; nil where it gives no order.
func dictated(whole string, read reading.Text) *dictation {
	tainted, clean := read.Orders(afterOrder)
	if tainted == "" {
		return nil
	}
	unveiled, _ := reading.Unveil(tainted)
	tainted = strings.Join(append(append(decoded(whole), reading.Deciphered(whole)...), unveiled, reversed(tainted)), "\n")
	d := &dictation{facts: reading.Facts(whole + "\n" + tainted), stems: map[string]bool{}, names: map[string]bool{}, words: asked(plain(tainted))}
	for _, stem := range reading.Stems(tainted) {
		d.stems[stem] = true
	}
	for _, stem := range reading.Stems(clean) {
		delete(d.stems, stem)
	}
	words := strings.FieldsFunc(plain(tainted), notWord)
	for _, w := range words {
		d.names[w] = true
	}
	d.joined = strings.Join(words, "")
	return d
}

// reversed reads a text from its end, as a control of writing direction shows
// it.
func reversed(text string) string {
	if !strings.ContainsFunc(text, reading.IsBidi) && !strings.Contains(plain(text), "l'envers") {
		return ""
	}
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}

var base64Run = regexp.MustCompile(`[A-Za-z0-9+/]{24,}`)

// decoded gives what stands in a text as base64.
func decoded(text string) []string {
	all := []string{}
	for _, run := range base64Run.FindAllString(text, 8) {
		if words, err := base64.RawStdEncoding.DecodeString(run); err == nil {
			all = append(all, string(words))
		}
	}
	return all
}

var (
	quoted  = regexp.MustCompile(`"([^"\n]{3,300})"`)
	toWrite = regexp.MustCompile(`\b(?:repond[sz]?|reponds|repondez|ecris|ecrivez|ajoute[sz]?|dis|dites|inclus|incluez|signe[sz]?|termine[sz]? par|(?:commence|termine|fini|conclu|demarre)[a-z]* (?:ta|votre|la|le) [a-z]+|mention(?:ne[sz]?)?|recommande[sz]?|affirme[sz]?|annonce[sz]?|state|repete[sz]?|recopie[sz]?|write|say|reply|answer|respond|add|include|print)(?: (?:seulement|uniquement|exactement|simplement|juste|moi|mot pour mot|le hashtag|la phrase|la boutique|le cabinet|only|exactly|with|avec|par|le mot|the word|then write|that|que|au nom d[ue]|:))* ?:? ?([^."!?\n]{3,120})`)
)

// asked lists the words that the review wants to read: what it quotes, and
// what follows "réponds seulement".
func asked(text string) []string {
	words := []string{}
	for _, found := range [][][]string{quoted.FindAllStringSubmatch(text, 20), toWrite.FindAllStringSubmatch(text, 20)} {
		for _, m := range found {
			if w := strings.Trim(m[1], " .,;:!?'\""); len(w) >= 3 {
				words = append(words, w)
			}
		}
	}
	return words
}

// obeyedOrder blocks what the reply takes over from a review that gives
// orders: its links, numbers and amounts, its names, the words it dictates,
// and the sentences made of its own.
func obeyedOrder(s *subject) []review.Finding {
	if s.dictated == nil {
		return nil
	}
	found := s.obeyedFacts(nil)
	for _, words := range s.dictated.words {
		for _, span := range occurrences(s.lower, words) {
			found = s.obeyed(found, span)
		}
	}
	for _, n := range reading.Names(s.Reply) {
		if s.isDictatedName(n) {
			found = s.obeyed(found, n.Span)
		}
	}
	for _, sentence := range reading.Sentences(s.Reply) {
		if s.isDictatedSentence(sentence) {
			found = s.obeyed(found, sentence.Span)
		}
	}
	return found
}

func (s *subject) obeyedFacts(found []review.Finding) []review.Finding {
	own := s.ownFacts()
	for _, f := range s.stated {
		if dictable(f.Kind) && f.In(s.dictated.facts) && !f.In(own) {
			found = s.obeyed(found, f.Span)
		}
	}
	return found
}

func dictable(k reading.FactKind) bool {
	return k == reading.FactURL || k == reading.FactPhone || k == reading.FactEmail || k == reading.FactAmount || k == reading.FactPercent
}

// shortestJoined is longer than a name may stand in other words by chance.
const shortestJoined = 5

func (s *subject) isDictatedName(n reading.Fact) bool {
	own := s.ownPlain()
	for w := range strings.FieldsFuncSeq(n.Norm, notWord) {
		if !generic[w] && !s.dictated.names[w] && !(len(w) > shortestJoined && strings.Contains(s.dictated.joined, w)) || strings.Contains(own, w) && !generic[w] {
			return false
		}
	}
	return !s.namedElsewhere(n.Span) || s.isPersonal(n.Span)
}

// isDictatedSentence tells a sentence of which half the words that say
// something, and two at least, stand in the orders and nowhere else.
func (s *subject) isDictatedSentence(sentence reading.Sentence) bool {
	said, taken := 0, 0
	for _, stem := range reading.Stems(sentence.Text) {
		if len(stem) < 4 || everyday[stem] {
			continue
		}
		said++
		if s.dictated.stems[stem] {
			taken++
		}
	}
	return taken >= 2 && taken*2 >= said
}

func (s *subject) obeyed(found []review.Finding, span review.Span) []review.Finding {
	if overlaps(found, span) || s.inFrame(span) {
		return found
	}
	return append(found, review.Finding{Severity: review.Block, Span: span, Message: review.Text{
		FR: "La réponse reprend ce que l’avis ordonne à la machine d’écrire\u00a0: retirez-le.",
		EN: "The reply takes over what the review orders the machine to write: take it out."}})
}

package reading

import (
	"maps"
	"slices"

	"ecritoire/internal/review"
)

// Deciphered reads the sentences of a text that make sense only with each
// letter moved by thirteen places, or from their end.
func Deciphered(text string) []string {
	all := []string{}
	for _, part := range stretches(text) {
		if read := decipher(part.Text); read != "" {
			all = append(all, read)
		}
	}
	return all
}

// ciphered tells where such sentences stand: only orders are hidden so.
func ciphered(text string) []review.Span {
	found := []review.Span{}
	for _, part := range stretches(text) {
		if decipher(part.Text) != "" {
			found = append(found, part.Span)
		}
	}
	return found
}

// stretches are the sentences of a text, parted at their colons too: what stands
// before one is plain.
func stretches(text string) []Sentence {
	all := []Sentence{}
	for _, s := range Sentences(text) {
		runes := []rune(s.Text)
		at := max(0, slices.Index(runes, ':')+1)
		all = append(all, Sentence{review.Span{Start: s.Start + at, End: s.End}, string(runes[at:])})
	}
	return all
}

// fewestRead is how many everyday words a hidden sentence shows once read.
const fewestRead = 3

func decipher(sentence string) string {
	runes := []rune(sentence)
	least := max(fewestRead, 2*everyday(runes)+1)
	for _, read := range [][]rune{rot13(runes), backwards(runes)} {
		if everyday(read) >= least {
			return string(read)
		}
	}
	return ""
}

// everyday counts the words that sentences are held together with.
func everyday(text []rune) int {
	n := 0
	var room [longestWord]byte
	cut(text, func(_, _ int, raw []rune, _ bool) {
		plain := appendFolded(room[:0], raw)
		n += count(len(plain) > 1 && everydayWords[string(plain)])
	})
	return n
}

// everydayWords hold French and English sentences together, and orders.
var everydayWords = func() map[string]bool {
	all := maps.Clone(orderWords)
	maps.Copy(all, frenchWords)
	maps.Copy(all, englishWords)
	return all
}()

// orderWords are the words that orders are made of.
var orderWords = wordSet("ignore oublie annonce ecris reponds dis reponse tes ta tu consignes instructions regles maire mairie gratuit ferme")

func rot13(text []rune) []rune {
	turned := make([]rune, len(text))
	for i, r := range text {
		switch {
		case r >= 'a' && r <= 'z':
			r = 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			r = 'A' + (r-'A'+13)%26
		}
		turned[i] = r
	}
	return turned
}

func backwards(text []rune) []rune {
	turned := slices.Clone(text)
	slices.Reverse(turned)
	return turned
}

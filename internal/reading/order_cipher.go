package reading

import (
	"slices"
	"strings"

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
	asIs := everyday(sentence)
	for _, read := range []string{rot13(sentence), backwards(sentence)} {
		if n := everyday(read); n >= fewestRead && n > 2*asIs {
			return read
		}
	}
	return ""
}

// everyday counts the words that sentences are held together with.
func everyday(text string) int {
	n := 0
	for _, w := range words(text, 0) {
		n += count(len(w.plain) > 1 && (frenchWords[w.plain] || englishWords[w.plain] || orderWords[w.plain]))
	}
	return n
}

// orderWords are the words that orders are made of.
var orderWords = wordSet("ignore oublie annonce ecris reponds dis reponse tes ta tu consignes instructions regles maire mairie gratuit ferme")

func rot13(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, text)
}

func backwards(text string) string {
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}

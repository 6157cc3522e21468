package check

import (
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var (
	invisibleText = review.Text{
		FR: "Un caractère invisible est caché ici\u00a0: retirez-le.",
		EN: "An invisible character hides here: take it out."}
	disguisedText = review.Text{
		FR: "Une lettre d’un autre alphabet se fait passer ici pour une lettre latine\u00a0: remplacez-la.",
		EN: "A letter of another alphabet passes for a Latin one here: replace it."}
)

// invisible blocks what a reader does not see: controls of writing direction,
// zero-width signs, and letters of another alphabet inside a Latin word. Each
// comes with its repair, which leaves the text as it is read.
func invisible(s *subject) []review.Finding {
	if isPlain(s.Reply) {
		return nil
	}
	found := []review.Finding{}
	runes := []rune(s.Reply)
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && unseen(runes, end) {
			end++
		}
		if end > i {
			found = append(found, review.Finding{Severity: review.Block, Span: review.Span{Start: i, End: end}, Message: invisibleText, Repair: &none})
			i = end
			continue
		}
		i++
	}
	return append(found, disguised(runes)...)
}

func isPlain(text string) bool {
	for _, r := range text {
		if r >= 0x250 && (r < 0x2010 || r > 0x20ac) || reading.IsInvisible(r) {
			return false
		}
	}
	return true
}

// unseen reports an invisible character, save the joiner and the selector that
// belong to an emoji.
func unseen(runes []rune, i int) bool {
	if !reading.IsInvisible(runes[i]) {
		return false
	}
	joiner := runes[i] == 0x200d && i > 0 && i+1 < len(runes) && isEmoji(runes[i-1]) && isEmoji(runes[i+1])
	return !joiner
}

func isEmoji(r rune) bool {
	return r >= 0x1f000 && r < 0x1fb00 || r >= 0x2600 && r < 0x2800 || r == 0xfe0f
}

// disguised finds the words in which letters pass for Latin ones.
func disguised(runes []rune) []review.Finding {
	found := []review.Finding{}
	for i := 0; i < len(runes); i++ {
		end, foreign, repaired := i, false, []rune{}
		for end < len(runes) && wordLetter(runes[end]) {
			latin, passes := reading.Lookalike(runes[end])
			if !passes {
				latin = runes[end]
			}
			foreign = foreign || passes
			repaired = append(repaired, latin)
			end++
		}
		if foreign && mostlyLatin(repaired) {
			word := string(repaired)
			found = append(found, review.Finding{Severity: review.Block, Span: review.Span{Start: i, End: end}, Message: disguisedText, Repair: &word})
		}
		i = max(i, end)
	}
	return found
}

func wordLetter(r rune) bool { return r > ' ' && r != 0xa0 && r != 0x202f && !isMarkOf(r) }

func isMarkOf(r rune) bool {
	return r < 0x80 && !isLetter(byte(r)) || r >= 0x2010 && r <= 0x203a || r == 0xab || r == 0xbb
}

// mostlyLatin tells a Latin word in disguise from a word of another language:
// every letter of it reads as a Latin one, and it has two at least.
func mostlyLatin(word []rune) bool {
	for _, r := range word {
		if r >= 0x250 {
			return false
		}
	}
	return len(word) > 1
}

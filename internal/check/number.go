package check

import (
	"strings"

	"ecritoire/internal/review"
)

var numberName = review.Text{FR: "Ce nombre", EN: "This number"}

// unknownNumber warns of the other figures of two digits or more that stand
// nowhere but in the reply: a counter, a count, a reference, a postcode.
func unknownNumber(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, span := range numbers(s.lower) {
		if s.inFact(span) || s.isPersonal(span) || s.inFrame(span) || emergencyNumbers[s.lower[span.Start:span.End]] || s.knowsNumber(span) {
			continue
		}
		found = append(found, ungrounded(review.Warn, span, numberName))
	}
	return found
}

func (s *subject) knowsNumber(span review.Span) bool {
	s.readWords()
	digits := onlyDigits(s.lower[span.Start:span.End])
	return s.grounds.words[digits] || len(digits) > 3 && containsNumber(s.grounds.joined, digits)
}

// containsNumber tells digits that stand alone in a text without spaces.
func containsNumber(text, digits string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], digits)
		if at < 0 {
			return false
		}
		start, end := from+at, from+at+len(digits)
		if (start == 0 || !isDigit(text[start-1])) && (end == len(text) || !isDigit(text[end])) {
			return true
		}
		from = start + 1
	}
}

// numbers lists the runs of digits, with the spaces and points that group
// them by three.
func numbers(text string) []review.Span {
	all := []review.Span{}
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			i++
			continue
		}
		end := endOfNumber(text, i)
		if len(onlyDigits(text[i:end])) > 1 {
			all = append(all, review.Span{Start: i, End: end})
		}
		i = end
	}
	return all
}

func endOfNumber(text string, i int) int {
	end := i
	for end < len(text) && (isDigit(text[end]) || (text[end] == ' ' || text[end] == '.') && end+3 < len(text) && isDigit(text[end+1]) && isDigit(text[end+2]) && isDigit(text[end+3])) {
		end++
	}
	return end
}

func onlyDigits(text string) string {
	digits := []byte{}
	for i := range len(text) {
		if isDigit(text[i]) {
			digits = append(digits, text[i])
		}
	}
	return string(digits)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

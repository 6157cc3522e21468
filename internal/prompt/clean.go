package prompt

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// Clean takes off a model's answer what is not the body of a reply: its
// thinking, the signs of its chat, marks of Markdown and HTML, a wrapping in
// JSON, a label such as « Réponse : », quotes around the whole, the greeting
// and closing that the frame already gives, notes about the answer, and
// sentences that it says again. It may be called on an answer that is still
// growing; cleaning twice changes nothing.
func Clean(body string) string {
	for {
		next := cleanOnce(body)
		if next == body {
			return body
		}
		body = next
	}
}

// CleanPartial is Clean for an answer that was stopped before its end: a last
// sentence that was cut goes too, unless it is all there is.
func CleanPartial(body string) string {
	body = Clean(body)
	ends := sentenceEnds(body)
	if len(ends) == 0 {
		return body
	}
	return Clean(lastMark.ReplaceAllString(body[:ends[len(ends)-1]], ""))
}

// lastMark is the number of an item that was cut: its point ends no sentence.
var lastMark = regexp.MustCompile(`\n[ \t]*\d{1,2}\.\s*\z`)

func cleanOnce(body string) string {
	body = withoutChat(withoutThinking(body))
	body = withoutJSON(strings.TrimSpace(body))
	body = strings.TrimSpace(withoutMarks(body))
	body = withoutLabel(body)
	body = unquote(body)
	body = withoutGreeting(body)
	return strings.TrimSpace(withoutRepeats(withoutEnd(body)))
}

const (
	space = `[\s\x{00A0}\x{202F}]`
	words = `(?:[ \x{00A0}\x{202F}]+[^\s,.;:!?]+)`
)

// Few words may stand in a greeting, so that « Madame la maire a lu votre
// message, » is none.
var greeting = regexp.MustCompile(`(?i)\A(?:(?:(?:bonjour|bonsoir|hello)` + words + `{0,3}|(?:ch[eè]re?s?|dear)` + words + `{1,3}|(?:madame|monsieur)` + words + `?)(?:,` + space + `*(?:madame|monsieur|ch[eè]re?s?` + words + `{1,2}))*` + space + `*(?:[,!]|\n)` + space + `*|(?:bonjour|bonsoir)(?:` + space + `+(?:madame|monsieur))?\.` + space + `+)+`)

// withoutGreeting gives what followed on the same line its capital.
func withoutGreeting(body string) string {
	rest := body[len(greeting.FindString(body)):]
	if len(rest) == len(body) || rest == "" {
		return rest
	}
	first, size := utf8.DecodeRuneInString(rest)
	return string(unicode.ToUpper(first)) + rest[size:]
}

var quotes = []struct{ open, shut string }{{"«", "»"}, {"“", "”"}, {`"`, `"`}}

// unquote takes off a pair of quotes around the whole, not two quotations at
// its ends.
func unquote(body string) string {
	for _, q := range quotes {
		inner, opened := strings.CutPrefix(body, q.open)
		inner, shut := strings.CutSuffix(inner, q.shut)
		if opened && shut && !strings.Contains(inner, q.open) && !strings.Contains(inner, q.shut) {
			return strings.Trim(inner, " \n\t\u00A0\u202F")
		}
	}
	return body
}

// WithoutFrame takes off a clean body the lines and the last sentence that its
// frame says too, in the service's own words, which no rule can know.
func WithoutFrame(body string, f review.Frame) string {
	said := map[string]bool{}
	for line := range strings.Lines(f.Greeting + "\n" + f.Closing + "\n" + f.Signature) {
		said[sameAs(line)] = true
	}
	body = strings.TrimSpace(body)
	for body != "" {
		ends := append([]int{0}, sentenceEnds(body)...)
		if ends[len(ends)-1] == len(body) {
			ends = ends[:len(ends)-1]
		}
		last := max(ends[max(0, len(ends)-1)], strings.LastIndexByte(body, '\n')+1)
		if !said[sameAs(body[last:])] {
			break
		}
		body = strings.TrimSpace(body[:last])
	}
	if first, rest, more := strings.Cut(body, "\n"); more && said[sameAs(first)] {
		return strings.TrimSpace(rest)
	}
	return body
}

// sameAs is a line without its spaces, capitals and last signs.
func sameAs(line string) string { return strings.TrimRight(bare(line), ".,;:!") }

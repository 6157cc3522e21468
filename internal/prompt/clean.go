package prompt

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean takes off a model's answer what is not the body of a reply: its
// thinking, a label such as « Réponse : », quotes around the whole, bold
// marks, the greeting and closing that the frame already gives, and sentences
// that it says again. It may be called on an answer that is still growing;
// cleaning twice changes nothing.
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
	return Clean(body[:ends[len(ends)-1]])
}

func cleanOnce(body string) string {
	body = strings.ReplaceAll(thinking.ReplaceAllString(body, ""), "**", "")
	body = strings.TrimSpace(tags.ReplaceAllString(body, ""))
	body = label.ReplaceAllString(body, "")
	body = unquote(body)
	body = withoutGreeting(body)
	return strings.TrimSpace(withoutRepeats(withoutClosing(body)))
}

const (
	space = `[\s\x{00A0}\x{202F}]`
	words = `(?:[ \x{00A0}\x{202F}]+[^\s,.;:!?]+)`
)

var (
	// A block that was begun and not yet ended runs to the end of the text.
	// Templates that open the block themselves leave only its end.
	thinking = regexp.MustCompile(`(?is)<think(?:ing)?>.*?(?:</think(?:ing)?>|\z)|\A.*</think(?:ing)?>`)
	tags     = regexp.MustCompile(`(?i)</?(?:avis|fiche|exemple|points?|réponse|reponse|corps)>`)
	label    = regexp.MustCompile(`(?i)\A(?:(?:(?:voici(?:` + space + `+[^\n:.]{0,60})?|(?:corps` + space + `+de` + space + `+la` + space + `+)?réponse(?:` + space + `+(?:proposée|du service|à l[’']avis))?|corps|brouillon|here (?:is|are)[^\n:.]{0,60}|(?:(?:proposed|suggested) )?(?:reply|response|answer))` + space + `*:` + space + `*))+`)
	// Few words may stand in a greeting, so that « Madame la maire a lu votre
	// message, » is none.
	greeting = regexp.MustCompile(`(?i)\A(?:(?:(?:bonjour|bonsoir|hello)` + words + `{0,3}|(?:ch[eè]re?s?|dear)` + words + `{1,3}|(?:madame|monsieur)` + words + `?)(?:,` + space + `*(?:madame|monsieur))*` + space + `*(?:[,!]|\n)` + space + `*)+`)
	closing  = regexp.MustCompile(`(?im)(?:^|[.!?]` + space + `+)((?:(?:bien|très)` + space + `+)?(?:cordialement|respectueusement|sincèrement` + space + `*[,.\n]|sincères` + space + `+salutations|meilleures` + space + `+salutations|(?:kind|best|warm) regards|yours (?:sincerely|faithfully)|(?:nous` + space + `+vous|veuillez|je` + space + `+vous)` + space + `+(?:pri(?:e|ons)` + space + `+(?:d[’']|de` + space + `+(?:bien` + space + `+vouloir` + space + `+)?))?(?:agréer|recevoir|croire)))`)
)

// withoutGreeting gives what followed on the same line its capital.
func withoutGreeting(body string) string {
	rest := body[len(greeting.FindString(body)):]
	if len(rest) == len(body) || rest == "" {
		return rest
	}
	first, size := utf8.DecodeRuneInString(rest)
	return string(unicode.ToUpper(first)) + rest[size:]
}

// closingReach is how far from the end, in bytes, a closing formula may begin:
// the formula and a signature of some lines. Further up, the same words are
// part of what is said.
const closingReach = 300

func withoutClosing(body string) string {
	for _, at := range closing.FindAllStringSubmatchIndex(body, -1) {
		if at[2] >= len(body)-closingReach {
			return body[:at[2]]
		}
	}
	return body
}

var quotes = []struct{ open, shut string }{{"«", "»"}, {"“", "”"}, {`"`, `"`}, {"```", "```"}}

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

package prompt

import (
	"regexp"
	"strings"
)

const thoughts = `(?:think|thinking|thoughts?|reasoning|réflexion|reflexion|scratchpad)`

var (
	// A block that was begun and not yet ended runs to the end of the text.
	// Templates that open the block themselves leave only its end; those of
	// gpt-oss name the channel of what is meant to be read.
	thinking = regexp.MustCompile(`(?is)[<\[]` + thoughts + `(?: [^<>\[\]]*)?[>\]].*?(?:[<\[]/` + thoughts + `[>\]]|\z)|\A.*[<\[]/` + thoughts + `[>\]]|\A.*<\|channel\|>final<\|message\|>`)

	// The names of speakers that stand behind a token.
	speaker = regexp.MustCompile(`(?i)(?:<\|(?:im_start|start_header_id|start|role)\|>|<start_of_turn>)\s*(?:assistant|model|system)?\s*(?:<\|end_header_id\|>|<\|message\|>)?|<\|assistant\|>|\[/?INST\]|<</?SYS>>|<s>|<bos>`)
	// The end of a turn: what follows it is another's.
	turnEnd = regexp.MustCompile(`(?i)<\|(?:im_end|eot_id|eot|end|endoftext|end_of_text|user|system|return)\|>|<end_of_turn>|</s>|<eos>|<(?:avis|fiche|exemple|points)>`)
	control = regexp.MustCompile(`<\|[a-zA-Z_]{0,30}\|>`)

	breaking = regexp.MustCompile(`(?i)<br ?/?>|</?(?:p|div|ul|ol|li|h[1-6]|html|body|head|section|article)(?: [^<>\n]{0,80})?>`)
	inline   = regexp.MustCompile(`(?i)</?(?:avis|fiche|exemple|points?|réponse|reponse|corps|b|i|u|em|strong|span|answer|reply|response|output|text|texte|message|final|result)(?: [^<>\n]{0,80})?>`)

	cutTag = regexp.MustCompile(`<(?:[/|a-zA-Z][^<>\n]{0,60})?\z`) // whose end is still to come

	fence     = regexp.MustCompile("```[a-zA-Z]{0,10}[ \t]*(?:\n|\\z)|```")
	title     = regexp.MustCompile(`\A(?:#{1,6}[ \t]*\S[^\n]{0,100}|\*\*[^*\n]{1,80}\*\*|__[^_\n]{1,80}__)[ \t]*\n`)
	heading   = regexp.MustCompile(`(?m)^#{1,6}[ \t]+`)
	bold      = regexp.MustCompile(`\*\*|__([^_\n]+)__`)
	italic    = regexp.MustCompile(`(^|[\s(«])\*([^*\s][^*]*)\*`)
	rule      = regexp.MustCompile(`(?m)^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$`)
	cited     = regexp.MustCompile(`(?m)^>[ \t]?`)
	item      = regexp.MustCompile(`(?m)^[ \t]*(?:[-*•–—]|\d{1,2}[.)])[ \t]+(\pL[^\n]*[.!?…»])[ \t]*$`)
	emptyLine = regexp.MustCompile(`\n{3,}`)
)

// withoutThinking, like the others, looks first whether there is a sign of
// what it takes off: a model's every piece is cleaned, and most have none.
func withoutThinking(body string) string {
	if !strings.ContainsAny(body, "<[") {
		return body
	}
	return thinking.ReplaceAllString(body, "")
}

// withoutChat takes off the tokens by which a chat is laid out, and whatever
// another speaker was made to say after the answer.
func withoutChat(body string) string {
	if !strings.ContainsAny(body, "<[") {
		return body
	}
	body = strings.TrimSpace(speaker.ReplaceAllString(body, ""))
	for _, at := range turnEnd.FindAllStringIndex(body, -1) {
		if strings.TrimSpace(control.ReplaceAllString(inline.ReplaceAllString(body[:at[0]], ""), "")) != "" {
			body = body[:at[0]]
			break
		}
	}
	return control.ReplaceAllString(turnEnd.ReplaceAllString(body, ""), "")
}

// withoutMarks takes off what would lay the text out on a page. A list
// within a text keeps its dashes; a text that is a list of sentences does not.
func withoutMarks(body string) string {
	if strings.Contains(body, "<") {
		body = inline.ReplaceAllString(breaking.ReplaceAllString(body, "\n"), "")
		body = cutTag.ReplaceAllString(body, "")
	}
	if at := item.FindStringIndex(body); at != nil && at[0] == 0 {
		body = item.ReplaceAllString(body, "$1")
	}
	if !strings.ContainsAny(body, "\n#*_`>-") {
		return body
	}
	body = strings.TrimSpace(rule.ReplaceAllString(fence.ReplaceAllString(body, ""), ""))
	body = withoutTitle(cited.ReplaceAllString(body, ""))
	body = heading.ReplaceAllString(bold.ReplaceAllString(body, "$1"), "")
	body = italic.ReplaceAllString(body, "$1$2")
	return emptyLine.ReplaceAllString(body, "\n\n")
}

// withoutTitle takes off a heading that stands first, unless it is a sentence.
func withoutTitle(body string) string {
	first := title.FindString(body)
	if strings.ContainsAny(strings.TrimRight(first, "*_ \t\n"), ".!?…") {
		return body
	}
	return body[len(first):]
}

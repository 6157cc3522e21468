package prompt

import (
	"regexp"
	"strings"
	"unicode"
)

// What others wrote stands in the prompt between tags such as <avis> and
// </avis>. No piece of data keeps an angle bracket, so none can close its tag,
// open another, or spell a token by which a model's template separates its
// speakers (<|im_end|>, <start_of_turn>, </s>, <think>): Ollama reads such a
// token wherever it stands in the text.
var brackets = strings.NewReplacer(
	"<", "‹", "＜", "‹", "﹤", "‹",
	">", "›", "＞", "›", "﹥", "›",
	"\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\v", "\n", "\f", "\n")

// Mistral's templates use square brackets, and Ollama's runner takes [img-0]
// for a picture. Other square brackets stay: people write them.
var squareTokens = regexp.MustCompile(`\[(/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|ARGS|CALL_ID|THINK|MODEL_SETTINGS|IMG|IMG_BREAK|img(?:-\d+)?|IMG_END|AUDIO|PREFIX|MIDDLE|SUFFIX))\]`)

var manyBreaks = regexp.MustCompile(`\n\s*\n\s*\n\s*`)

// block makes a text of several lines safe to stand in the prompt. Invisible
// characters go: they can hide orders from the agent who reads the review.
func block(text string) string {
	text = strings.Map(visible, brackets.Replace(text))
	text = squareTokens.ReplaceAllString(text, "($1)")
	return strings.TrimSpace(manyBreaks.ReplaceAllString(text, "\n\n"))
}

// line does the same for what must stay on one line, so that a title cannot
// pass for another field.
func line(text string) string {
	short, _ := shorten(strings.Join(strings.Fields(block(text)), " "), MaxTitle)
	return short
}

// visible, by strings.Map, also turns broken UTF-8 into U+FFFD. It drops control and format characters (zero-width, bidirectional,
// tags), which a person does not see and a model reads.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r):
		return -1
	default:
		return r
	}
}

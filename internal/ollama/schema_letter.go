package ollama

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// letter reads one character of a string in JSON, which may be escaped.
func letter(rest string) (r rune, size int, err error) {
	switch {
	case rest == "" || !utf8.FullRuneInString(rest):
		return 0, 0, errMore
	case rest[0] < ' ':
		return 0, 0, errBroken
	case rest[0] != '\\':
		r, size = utf8.DecodeRuneInString(rest)
		return r, size, nil
	case len(rest) == 1:
		return 0, 0, errMore
	case rest[1] == 'u':
		return escaped(rest)
	}
	r, known := escapes[rest[1]]
	if !known {
		return 0, 0, errBroken
	}
	return r, 2, nil
}

// The escapes of JSON, RFC 8259, section 7.
var escapes = map[byte]rune{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escaped reads \uXXXX, or two of them for a character beyond U+FFFF. Half of
// such a pair reads as U+FFFD.
func escaped(rest string) (r rune, size int, err error) {
	if r, err = unit(rest); err != nil {
		return 0, 0, err
	}
	if !utf16.IsSurrogate(r) {
		return r, 6, nil
	}
	low, err := unit(rest[6:])
	if errors.Is(err, errMore) {
		return 0, 0, err
	}
	if pair := utf16.DecodeRune(r, low); pair != unicode.ReplacementChar {
		return pair, 12, nil
	}
	return unicode.ReplacementChar, 6, nil
}

func unit(rest string) (rune, error) {
	const start = `\u`
	if len(rest) < 6 && (strings.HasPrefix(start, rest) || strings.HasPrefix(rest, start)) {
		return 0, errMore
	}
	if len(rest) < 6 || !strings.HasPrefix(rest, start) {
		return 0, errBroken
	}
	n, err := strconv.ParseUint(rest[2:6], 16, 16)
	if err != nil {
		return 0, errBroken
	}
	return rune(n), nil
}

// prose puts sentences one after the other, a space between them. White space
// is held back until something follows it, so that the text only ever grows.
type prose struct {
	strings.Builder
	gap   string
	fresh bool // nothing of the sentence was written yet
}

func (p *prose) begin() {
	p.gap, p.fresh = "", true
	if p.Len() > 0 {
		p.gap = " "
	}
}

func (p *prose) add(r rune) {
	if unicode.IsSpace(r) {
		if !p.fresh {
			p.gap += string(r)
		}
		return
	}
	p.WriteString(p.gap)
	p.WriteRune(r)
	p.gap, p.fresh = "", false
}

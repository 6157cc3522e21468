package reading

import (
	"encoding/base64"
	"regexp"
	"strings"

	"ecritoire/internal/review"
)

var base64Run = regexp.MustCompile(`[A-Za-z0-9+/]{24,}={0,2}`)

// encoded finds readable text in base64.
func encoded(flat, plain string) []review.Span {
	if len(flat) != len(plain) { // base64 is plain ASCII, but what stands around it need not be
		plain = Flatten(plain)
	}
	if !longRun(plain) {
		return nil
	}
	found := []review.Span{}
	for _, at := range base64Run.FindAllStringIndex(plain, 8) {
		run := strings.TrimRight(plain[at[0]:at[1]], "=")
		run = run[:len(run)-len(run)%4]
		if words, err := base64.StdEncoding.DecodeString(run); err == nil && readable(words) {
			found = append(found, review.Span{Start: at[0], End: at[1]})
		}
	}
	return found
}

// shortestRun is the length of the shortest run that base64Run takes.
const shortestRun = 24

// longRun tells whether the text holds a word long enough for base64Run, which
// spares the pattern.
func longRun(plain string) bool {
	n := 0
	for i := 0; i < len(plain) && n < shortestRun; i++ {
		if n++; plain[i] <= ' ' {
			n = 0
		}
	}
	return n == shortestRun
}

// readable tells words from the noise that a long identifier decodes to.
func readable(text []byte) bool {
	letters := 0
	for _, c := range text {
		switch {
		case c >= 'a' && c <= 'z' || c == ' ':
			letters++
		case c < ' ' && c != '\n':
			return false
		}
	}
	return letters*10 >= len(text)*7
}

package review

import (
	"fmt"
	"regexp"
	"strings"
)

// Filled gives the sentence in a language, filled in as fmt.Sprintf does, its
// words made to agree: "%d brouillon{|s}" and "%d repl{y|ies}" take what stands
// on one side of the bar, by the count written last before it.
func (t Text) Filled(l Language, args ...any) string { return filled(t.In(l), l, args) }

// several says whether so many things take the plural: none are singular in
// French, and plural in English.
func several(n int, l Language) bool { return n > 1 || n == 0 && l == English }

// placed finds what a sentence leaves open: a verb of fmt, or the two ends of
// a word.
var placed = regexp.MustCompile(`%[^%a-zA-Z]*[%a-zA-Z]|\{[^{|}]*\|[^{|}]*\}`)

func filled(sentence string, l Language, args []any) string {
	next, n := 0, 0
	agreeing := placed.ReplaceAllStringFunc(sentence, func(open string) string {
		if open[0] == '{' {
			return ending(open, several(n, l))
		}
		if open != "%%" && next < len(args) {
			switch count := args[next].(type) {
			case int:
				n = count
			case int64:
				n = int(count)
			}
			next++
		}
		return open
	})
	return fmt.Sprintf(agreeing, args...)
}

func ending(open string, more bool) string {
	one, several, _ := strings.Cut(open[1:len(open)-1], "|")
	if more {
		return several
	}
	return one
}

package review

import "strings"

// Language is a language that Écritoire speaks to agents: "fr" or "en".
type Language string

// The two languages of the interface.
const (
	French  Language = "fr"
	English Language = "en"
)

// LanguageOf reads a locale such as "en_GB.UTF-8". Anything that is not
// English is French: that is the agents' language.
func LanguageOf(locale string) Language {
	if l := strings.ToLower(locale); l == "en" || strings.HasPrefix(l, "en_") || strings.HasPrefix(l, "en.") || strings.HasPrefix(l, "en-") {
		return English
	}
	return French
}

// Text is one sentence in the two languages of the interface.
type Text struct {
	FR string `json:"fr"`
	EN string `json:"en"`
}

// spaced puts the no-break spaces of French where a sentence has plain ones.
var spaced = strings.NewReplacer(" :", "\u00a0:", "« ", "«\u00a0", " »", "\u00a0»", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!")

// In gives the sentence in the language asked for, no French punctuation alone
// at the head of a line.
func (t Text) In(l Language) string {
	if l == English {
		return t.EN
	}
	return spaced.Replace(t.FR)
}

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

// In gives the sentence in the language asked for.
func (t Text) In(l Language) string {
	if l == English {
		return t.EN
	}
	return t.FR
}

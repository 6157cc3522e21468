package privacy

import "strings"

// The labels of persons say their gender and number where the text does, so
// that a model makes its words agree: "⟦MADAME_1⟧ est venue".
const (
	woman   = "MADAME"
	man     = "MONSIEUR"
	several = "PERSONNES"
)

var (
	womanTitles   = set("madame mademoiselle mme mlle mrs")
	manTitles     = set("monsieur m mr")
	severalTitles = set("mesdames messieurs mmes mm")
)

// label is the word that stands for a piece of data in its placeholder.
func label(kind, text string) string {
	if kind == Person {
		return personLabel(text)
	}
	return labels[kind]
}

func personLabel(text string) string {
	words := strings.FieldsFunc(strings.ToLower(flatten(text)), func(r rune) bool { return !isLetter(byte(r)) })
	if len(words) == 0 {
		return labels[Person]
	}
	switch first := words[0]; {
	case severalTitles[first], titles[first] && len(words) > 2 && (words[1] == "et" || words[1] == "ou"):
		return several
	case womanTitles[first]:
		return woman
	case manTitles[first]:
		return man
	}
	return givenLabel(words)
}

// givenLabel goes by the first given name. Those that are borne by both, or
// are something else too, say nothing.
func givenLabel(words []string) string {
	for _, w := range words {
		switch gender := known().given[w]; {
		case gender == 0 || titles[w]:
			continue
		case gender == 'f' && !otherwise[w]:
			return woman
		case gender == 'm' && !otherwise[w]:
			return man
		}
		break
	}
	return labels[Person]
}

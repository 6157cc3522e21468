package desk

import (
	"slices"

	"ecritoire/internal/privacy"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// points are the stretches of the review that raise something, in its words,
// personal data hidden. They are read in the review as it is: of « ⟦MADAME_1⟧ a
// été aimable » nobody could say who was.
func points(r, hidden review.Review, key privacy.Key) []string {
	text := []rune(hidden.Text)
	all := []string{}
	for _, p := range placed(reading.Analyse(r).Points) {
		start, end := hiddenPlace(text, key, p.Start), hiddenPlace(text, key, p.End)
		all = append(all, string(text[start:max(start, end)]))
	}
	return all
}

// hiddenPlace is where a place of a text stands once its personal data is
// hidden, in code points. Every bracket there is a placeholder's: those that
// the author wrote have become placeholders too.
func hiddenPlace(hidden []rune, key privacy.Key, place int) int {
	at := 0
	for place > 0 && at < len(hidden) {
		length, said := 1, 1
		if shut := slices.Index(hidden[at:], '⟧'); hidden[at] == '⟦' && shut > 0 {
			whole, _ := key.Restore(string(hidden[at : at+shut+1]))
			length, said = shut+1, len([]rune(whole))
		}
		if said > place {
			break
		}
		at, place = at+length, place-said
	}
	return at
}

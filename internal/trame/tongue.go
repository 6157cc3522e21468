package trame

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// tongue is all that is said in one language. Ideas and details are read in
// French alone, so that English has words for none.
type tongue struct {
	say      map[string]wording // of points, by heading: "delay bad"
	opening  map[string]wording // the first sentence, by tone
	closing  map[string]wording // what follows the points, by what it does
	objects  []object           // what titles name
	ideas    map[string][]string
	details  map[string][]string
	gravest  []string // details, in the order of their gravity
	together func(one, two string) string
	day      func(date string) string           // "2020-03-12" in words, "" for no date
	frame    func(review.Service) review.Frame  // of a reply in it
	weave    func(*draft) slots                 // the words that its phrases may hold
	tries    func(*draft, reading.Topic) string // that the author tried more than once, else ""
}

var french, english = readTongues()

func readTongues() (fr, en tongue) {
	fr = readTongue("", "say-contact", "say-delay", "say-online", "say-rule", "say-people")
	en = readTongue("en-", "en-say")
	fr.ideas, _ = readFields("idea")
	fr.details, fr.gravest = readFields("detail")
	fr.together, fr.day, fr.weave = joined, day, (*draft).weaveFrench
	en.together, en.day, en.weave = joinedEnglish, dayEnglish, (*draft).weaveEnglish
	fr.frame, en.frame = review.Service.Frame, review.Service.EnglishFrame
	fr.tries, en.tries = (*draft).tries, (*draft).triesEnglish
	return fr, en
}

func readTongue(prefix string, says ...string) tongue {
	return tongue{say: readWordings(says...), opening: readWordings(prefix + "opening"), objects: readObjects(prefix + "title"), closing: readWordings(prefix + "closing")}
}

// answersIn tells the language of the reply: that of an English review unless
// the agent wants French, else French.
func (d *draft) answersIn() *tongue {
	if d.read.Language == reading.English && !d.Wish.French {
		return &english
	}
	return &french
}

// joined says what two noun phrases share at their end only once: "l’amabilité
// et le professionnalisme des agents".
func joined(one, two string) string {
	for _, end := range []string{" {of_staff}", " de la démarche", " de l’information", " au service"} {
		if cut, ok := strings.CutSuffix(one, end); ok && strings.HasSuffix(two, end) {
			one = strings.ReplaceAll(cut, " et ", ", ")
		}
	}
	if strings.Contains(one, " et ") || strings.Contains(two, " et ") {
		return one + ", ainsi que " + two
	}
	return one + " et " + two
}

func joinedEnglish(one, two string) string { return one + " and " + two }

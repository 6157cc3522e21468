package trame

import (
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var places, placeOrder = readFields("place")

// place names the public body concerned, with its article: the structure that
// the platform attached, else the first kind of service that we know how to
// name. "" when neither is known: nothing is guessed.
func place(r review.Review) string {
	name, start := known(r)
	if start == "" {
		return ""
	}
	called, open := strings.CutSuffix(places[start][0], " *")
	if !open {
		return called
	}
	return strings.TrimSpace(called + " " + restOf(name, start))
}

// known gives the first of the bodies attached to a review that we know how to
// name, as the platform writes it, and how its entry begins.
func known(r review.Review) (name, start string) {
	names := []string{r.Structure()}
	for _, t := range r.Typologies {
		names = append(names, t.Name)
	}
	for _, name := range names {
		plain := reading.Fold(strings.ReplaceAll(name, "’", "'"))
		for _, start := range placeOrder {
			if strings.HasPrefix(plain, start) {
				return name, start
			}
		}
	}
	return "", ""
}

// within leaves out the subjects that the body concerned does not handle: they
// are mentioned on the way.
func within(a reading.Analysis, r review.Review) reading.Analysis {
	_, start := known(r)
	if start == "" || len(places[start]) < 2 {
		return a
	}
	families, kept := strings.Fields(places[start][1]), []reading.Subject{}
	for _, s := range append([]reading.Subject{a.Subject}, a.Others...) {
		if slices.Contains(families, matters[s].family) {
			kept = append(kept, s)
		}
	}
	if a.Subject, a.Others = "", nil; len(kept) > 0 {
		a.Subject, a.Others = kept[0], kept[1:]
	}
	return a
}

// restOf gives what follows the start of a name: "à Londres". The start is
// folded, the name is not, so it is counted in words.
func restOf(name, start string) string {
	words := strings.Fields(strings.ReplaceAll(name, "'", "’"))
	n := len(strings.Fields(start))
	if n >= len(words) {
		return ""
	}
	rest := words[n:]
	if !linking(rest[0]) {
		return ""
	}
	return strings.Join(rest, " ")
}

// linking tells "à Londres" from a code or a bare name, which would not read
// well after an article.
func linking(word string) bool {
	switch first, _, _ := strings.Cut(reading.Fold(word), "’"); first {
	case "a", "au", "aux", "de", "du", "des", "d", "l", "en":
		return true
	}
	return false
}

// counter names the place at whose door one knocks, shorter since it has been named
// in full. A web site has no door, and a network has many.
func counter(place string) string {
	if place == "le réseau consulaire" {
		return "votre poste consulaire"
	}
	if strings.HasPrefix(place, "le site ") {
		return ""
	}
	for _, s := range []string{"le consulat", "l’ambassade", "la préfecture", "la sous-préfecture"} {
		if strings.HasPrefix(place, s+" ") {
			return s
		}
	}
	return place
}

// names tells whether a place's name already says the matter, as "le service
// FranceConnect" does for logging in with it.
func names(place, noun string) bool {
	words := strings.Fields(reading.Fold(noun))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 4 && strings.Contains(reading.Fold(place), last)
}

// abroad tells whether the place is a consular one: to add "from abroad"
// would be idle.
func abroad(place string) bool {
	return strings.Contains(place, "consul") || strings.Contains(place, "ambassade")
}

var channelNames = map[string]string{
	"demarche en ligne": "en ligne", "compte ou espace personnel": "dans votre espace personnel", "telephone": "par téléphone", "accueil": "à l’accueil",
	"e-mail": "par courriel", "courrier": "par courrier", "tchat (messagerie instantanee)": "par messagerie instantanée",
}

var channelNamesEnglish = map[string]string{
	"demarche en ligne": "online", "compte ou espace personnel": "in your online account", "telephone": "by telephone", "accueil": "at the front desk",
	"e-mail": "by e-mail", "courrier": "by post", "tchat (messagerie instantanee)": "by chat",
}

// channelKey gives the first channel that we know how to name, "" for none.
func channelKey(r review.Review) string {
	for _, c := range r.Channels() {
		if key := reading.Fold(c); channelNames[key] != "" {
			return key
		}
	}
	return ""
}

package trame

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

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
	for _, name := range bodies(r) {
		plain := reading.Fold(strings.ReplaceAll(name, "’", "'"))
		for _, start := range placeOrder {
			if strings.HasPrefix(plain, start) {
				return name, start
			}
		}
	}
	return "", ""
}

// bodies are the names to know a body by: that of the structure attached, or
// where there is none those of its kinds. A ministry is not its theatre. Where
// the text blames a body of another kind alone, only that kind is left.
func bodies(r review.Review) []string {
	kinds := kinds(r)
	ticked := kinds
	if r.Structure() != "" {
		ticked = []string{r.Structure()}
	}
	if len(ticked) == 0 {
		return nil
	}
	if blamed, other := elsewhere(r, ticked[0]); other {
		return slices.DeleteFunc(kinds, func(name string) bool { return !blamed.is(name) })
	}
	return ticked
}

// kinds are the names of the kinds attached, those that the title names first.
func kinds(r review.Review) []string {
	names := []string{}
	for _, t := range r.Typologies {
		if !wayIn(t.Name) || meetsWayIn(r) {
			names = append(names, t.Name)
		}
	}
	if len(names) < 2 {
		return names
	}
	title, text := words(r.Title), words(r.Text)
	told := func(name string) int { return 2*mentions(title, name) + mentions(text, name) }
	slices.SortStableFunc(names, func(a, b string) int { return told(b) - told(a) })
	return names
}

// passesThrough tells a review filed under nothing but the way in.
func passesThrough(r review.Review) bool {
	return len(r.Typologies) > 0 && !slices.ContainsFunc(r.Typologies, func(t review.Typology) bool { return !wayIn(t.Name) })
}

// titleSubject is the matter that the title alone names.
func titleSubject(r review.Review) reading.Subject {
	return reading.Analyse(review.Review{Title: r.Title}).Subject
}

// wayIn tells the service that one logs in through on the way to another.
func wayIn(body string) bool { return strings.HasPrefix(reading.Fold(body), "franceconnect") }

// meetsWayIn tells whether it is the logging in that a review is about: the
// title names it, or the text complains of it.
func meetsWayIn(r review.Review) bool {
	return loggingIn.MatchString(r.Title) || r.Sentiment != review.Positive && shutOut.MatchString(r.Text)
}

var (
	loggingIn = regexp.MustCompile(`(?i)france ?connect|connexion|connecter|identifi|authentif|compte|login|mot de passe`)
	shutOut   = regexp.MustCompile(`(?i)(?:impossible|n.arrive|ne (?:peux|parviens|fonctionne|marche|reconna[iî]t)|refus|rejet|bloqu|erreur|échou)[^.!?]{0,60}(?:connect|identif|authentif|compte)|france ?connect[^.!?]{0,40}(?:impossible|refus|rejet|bloqu|erreur|ne (?:fonctionne|marche|reconna[iî]t)|n.accepte)`)
)

// mentions is 1 for a body that a text names, else 0.
func mentions(text []string, body string) int {
	if strings.HasPrefix(reading.Fold(body), "pre-plainte") {
		return 0 // the police station answers for it
	}
	for _, w := range words(body) {
		if !generic[w] {
			if slices.ContainsFunc(text, func(t string) bool { return t == w || alias[t] == w }) {
				return 1
			}
			return 0
		}
	}
	return 0
}

// alias are other words that users name a body by.
var alias = map[string]string{"ameli": "cnam", "cpam": "cnam", "secu": "cnam", "gendarmes": "gendarmerie", "impot": "impots", "fisc": "impots", "pe": "pole"}

// generic are the words that names of bodies begin with and that do not tell
// them apart.
var generic = map[string]bool{"service": true, "services": true, "numerique": true, "numeriques": true, "ministere": true, "caisse": true, "agence": true, "etablissement": true, "compte": true, "portail": true, "direction": true, "de": true, "des": true, "d": true, "l": true, "la": true, "le": true}

// words are a text's words, folded.
func words(text string) []string {
	return strings.FieldsFunc(reading.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

// within leaves out the subjects that the body concerned does not handle: they
// are mentioned on the way. Where none is left, a lesser one that it does
// handle is what the author came for.
func within(a reading.Analysis, r review.Review) reading.Analysis {
	_, start := known(r)
	if start == "" && passesThrough(r) && titleSubject(r) == "" {
		a.Subject, a.Others = "", nil // words on the way to what is not told
	}
	if start == "" || len(places[start]) < 2 {
		return a
	}
	families := strings.Fields(places[start][1])
	elsewhere := func(s reading.Subject) bool { return !slices.Contains(families, matters[s].family) }
	kept := slices.DeleteFunc(append([]reading.Subject{a.Subject}, a.Others...), elsewhere)
	if len(kept) == 0 {
		lesser := slices.DeleteFunc(slices.Clone(a.Lesser), elsewhere)
		kept = lesser[:min(1, len(lesser))]
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

// app begins the names of what runs on a telephone: it has no files and no desk.
const app = "l’application "

// counter names the place at whose door one knocks, shorter since it has been named
// in full. A web site has no door, and a network has many.
func counter(place string) string {
	if place == "le réseau consulaire" {
		return "votre poste consulaire"
	}
	if strings.HasPrefix(place, "le site ") || strings.HasPrefix(place, app) {
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

// spokenChannel finds the words by which an author speaks of a channel. A
// platform lists every one that a service has.
var spokenChannel = map[string]*regexp.Regexp{
	"demarche en ligne": onScreen, "compte ou espace personnel": regexp.MustCompile(`(?i)(mon|mes|nos|un|ce|votre|du|le) comptes?\b|compte (personnel|en ligne|utilisateur)|(mon|votre|notre|ce|un|l.)\s?espace|espace (perso|client)|account`), "telephone": byPhone,
	"e-mail": regexp.MustCompile(`(?i)mail|courriel|message`), "courrier": regexp.MustCompile(`(?i)courrier|lettre|post[eé]|letter`),
	"accueil": regexp.MustCompile(`(?i)accueil|guichet|sur place|desk|counter`), "tchat (messagerie instantanee)": regexp.MustCompile(`(?i)t?chat`),
}

// channel is the channel that the author speaks of, "" for none.
func (d *draft) channel() string {
	key := channelKey(d.Review)
	if key == "" || d.read.Signals.Bare || spokenChannel[key].MatchString(d.Review.Title+" "+d.Review.Text) {
		return key
	}
	return ""
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

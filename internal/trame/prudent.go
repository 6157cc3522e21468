package trame

import (
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// What is read by its words may be a look-alike. Here is what a reply does not
// say unless the rest of the review bears it out: nothing said is better than
// a regret that nobody asked for.

// outdoors are the families of matters that a nuisance can be about.
var outdoors = map[string]bool{"noise": true, "roads": true, "waste": true, "town": true, "transport": true, "green": true, "lighting": true, "police": true, "complaint": true, "violence": true, "citizen": true, "parking": true, "place": true}

// entitled are the families of matters in which a handicap is a ground for a
// right rather than a matter of access.
var entitled = map[string]bool{"disability": true, "benefit": true, "autonomy": true, "health": true, "retirement": true, "vote": true, "social": true, "tax": true}

// lookalike tells whether a blame is likely the reason for writing, or not
// meant at all.
func lookalike(p reading.Point, a reading.Analysis, r review.Review) bool {
	return belongs(p.Topic, matters[a.Subject].family) || unspoken(p.Topic, r) || slight(p, a, r)
}

// belongs tells whether a topic's words belong to the matter itself, or say
// something else in it.
func belongs(t reading.Topic, family string) bool {
	switch t {
	case "no_answer", "phone_unreachable", "phone_hold":
		return family == "cold" // the calls are those complained of
	case "refused":
		return family == "vote" || family == "account" // a code or an access
	case "fraud":
		return family == "fraud" || family == "cold"
	case "nuisance":
		return !outdoors[family]
	case "access_bad":
		return entitled[family]
	case "reminder":
		return owed[family] // a sum called again, or paid with effect from the past
	}
	return false
}

// spoken finds the words without which nobody speaks of a call, of a site, of
// an address or of a wait on site.
var spoken = map[reading.Topic]*regexp.Regexp{
	"phone_unreachable": byPhone, "phone_hold": byPhone, "site_bug": onScreen, "site_down": onScreen,
	"account_change": regexp.MustCompile(`(?i)adresse|coordonn|\brib\b|t[eé]l[eé]phone|mail|address|moved`),
	"counter_wait":   regexp.MustCompile(`(?i)attente|attend|queue|\bfile|salle|heure|minute|\d ?h\b|\bline\b|wait`),
}

var (
	byPhone  = regexp.MustCompile(`(?i)phon|appel|joindre|joignable|call|reach|plate-?forme`)
	onScreen = regexp.MustCompile(`(?i)site|internet|en ligne|page|appli|bug|serveur|web|lien|cliqu|[eé]cran|charge|plate-?forme|code|compte|informatique|online|log ?in|password`)
)

func unspoken(t reading.Topic, r review.Review) bool {
	words := spoken[t]
	return words != nil && !words.MatchString(r.Title+" "+r.Text)
}

// slight tells a topic whose words are common, where too little bears it out.
func slight(p reading.Point, a reading.Analysis, r review.Review) bool {
	others := len(a.Blame()) - 1
	switch p.Topic {
	case "language", "form", "amount":
		return others > 0 && p.Weight < 6
	case "letter_unanswered":
		return others > 1
	case "canned_answer":
		return r.Sentiment != review.Negative || !a.Has("by_mail") && !a.Has("by_letter") // a text of the author's own, pasted
	case "rude", "not_listening":
		felt := ticked(r.Themes, review.ThemeRelation)
		return others > 0 && p.Weight < 7 && len(r.Themes) > 0 && (felt == "" || felt == review.Positive)
	}
	return false
}

// faint tells a point said in a single word, against which speaks that the
// author ticked themes, and not that one, or not so. Praise of people is read
// into other words oftener than any other.
func faint(p reading.Point, r review.Review, felt review.Sentiment) bool {
	return p.Weight <= 4 && anyTicked(r.Themes, felt) && ticked(r.Themes, themed[p.Topic]) != felt
}

func anyTicked(themes []review.Theme, felt review.Sentiment) bool {
	return slices.ContainsFunc(themes, func(t review.Theme) bool { return t.Sentiment == felt })
}

// disputed are the families of matters in which an author's good faith is in
// question.
var disputed = map[string]bool{"fine": true, "benefit": true, "tax": true, "contribution": true, "seizure": true, "fraud": true, "job": true}

// owed are those in which an income can be lacking.
var owed = map[string]bool{"benefit": true, "retirement": true, "job": true, "disability": true, "aid": true, "health": true, "student": true, "housing": true, "tax": true, "seizure": true, "contribution": true, "fine": true, "social": true, "autonomy": true, "": true}

// bears tells whether a circumstance goes with the matter.
func (d *draft) bears(detail reading.Detail) bool {
	family := matters[d.read.Subject].family
	switch detail {
	case "good_faith", "fear_penalty":
		return disputed[family]
	case "no_income":
		return owed[family] && d.Review.Sentiment == review.Negative
	case "deadline":
		return strings.ContainsAny(matters[d.read.Subject].acts, "de")
	}
	return true
}

// suggesting finds the words by which an author proposes. Wishes that are only
// told ("je voulais…") do not propose.
var suggesting = regexp.MustCompile(`(?i)faudrait|devrai|pourrai|pourrie|serait|seraient|pourquoi|sugg[eè]r|propos|souhait|aimerai|voudrai|am[eé]lior|il faut|il manque|manque|merci de|pens[eé]|dommage|b[eé]mol|id[eé]e|should|could|would|why not|please`)

// plainly finds the words by which an author does nothing but propose.
var plainly = regexp.MustCompile(`(?i)faudrait|serait (bien|utile|bon|mieux|souhaitable|pratique|int[eé]ressant)|sugg[eè]r|propos|pourquoi ne pas|why not|suggest`)

// rash are ideas whose words are common in reviews that propose something
// else: they are named only when plainly proposed and nothing surer is.
var rash = map[reading.Idea]bool{"secure_more": true, "cheaper": true, "fairer_rule": true, "notify": true, "local_desk": true, "post_delivery": true}

// reserved finds the words by which a pleased author brings in a reservation.
var reserved = regexp.MustCompile(`(?i)b[eé]mol|dommage|malheureusement|à améliorer|seule? (petite? )?(inconv[eé]nient|probl[eè]me|regret|remarque|critique|reproche|d[eé]faut)|unfortunately|the only (problem|downside)`)

// turning finds the words by which an author who is neither pleased nor
// displeased goes from the one to the other.
var turning = regexp.MustCompile(`(?i)en revanche|par contre|cependant|toutefois|n[eé]anmoins|however|although`)

// withholds tells whether an author with praise has a reservation too, even
// where it is not known which.
func withholds(r review.Review) bool {
	said := r.Title + " " + r.Text
	return reserved.MatchString(said) || r.Sentiment == review.Neutral && turning.MatchString(said)
}

// proposed says what the author proposes, at most two ideas.
func (d *draft) proposed() []string {
	if len(d.read.Ideas) == 0 || !suggesting.MatchString(d.Review.Text) && !suggesting.MatchString(d.Review.Title) {
		return nil
	}
	sure, unsure := []string{}, []string{}
	for _, i := range d.read.Ideas {
		words := d.in.ideas[string(i)]
		switch {
		case len(words) == 0:
		case rash[i] && !plainly.MatchString(d.Review.Text):
		case rash[i]:
			unsure = append(unsure, words[0])
		default:
			sure = append(sure, words[0])
		}
	}
	if len(sure) == 0 {
		sure = unsure
	}
	return sure[:min(2, len(sure))]
}

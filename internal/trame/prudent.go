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
	if p.Topic == "distance" && a.Subject == "online_vote" {
		return true // how far they live is why they vote so
	}
	return belongs(p.Topic, matters[a.Subject].family) && !(p.Topic == "access_bad" && steps.MatchString(r.Text)) || unspoken(p.Topic, r) || slight(p, a, r)
}

// steps finds what keeps somebody from coming in.
var steps = regexp.MustCompile(`(?i)(?:^|\PL)marches?\b|rampe|ascenseur|escalier|accessible|\bporte\b|\bentr[eé]e\b`)

// belongs tells whether a topic's words belong to the matter itself, or say
// something else in it.
func belongs(t reading.Topic, family string) bool {
	switch t {
	case "no_answer", "phone_unreachable", "phone_hold":
		return family == "cold" // the calls are those complained of
	case "refused":
		return family == "vote" || family == "account" // a code or an access
	case "fraud":
		return family == "fraud"
	case "nuisance":
		return !outdoors[family]
	case "access_bad":
		return entitled[family]
	case "reminder":
		return true // a sum called again, a jab, what was never asked for
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
	unanswered = regexp.MustCompile(`(?i)r[eé]pond`)
	byPhone    = regexp.MustCompile(`(?i)phon|\b3\d{3}\b|appel|joindre|joignable|standard|r[eé]pondeur|num[eé]ro|musique|d[eé]?croch|ligne|call|reach`)
	onScreen   = regexp.MustCompile(`(?i)site|portail|internet|en ligne|page|appli|bug|serveur|web|lien|formulaire|message|donn[eé]es|install|cliqu|[eé]cran|charge|plate-?forme|code|compte|informatique|finaliser|valider|caract[eè]res|online|log ?in|password|maintenance`)
)

func unspoken(t reading.Topic, r review.Review) bool {
	words := spoken[t]
	if t == "phone_unreachable" && unanswered.MatchString(r.Text) {
		return false
	}
	return words != nil && !words.MatchString(r.Title+" "+r.Text)
}

// outside are the families of matters in which somebody else than the service
// is likely at fault.
var outside = map[string]bool{"cold": true, "consumer": true, "data": true, "police": true, "complaint": true, "theft": true, "": true}

// slight tells a topic whose words are common, where too little bears it out.
func slight(p reading.Point, a reading.Analysis, r review.Review) bool {
	others := len(a.Blame()) - 1
	switch p.Topic {
	case "language", "form", "amount":
		return p.Weight < 6 && (others > 0 || p.Polarity == reading.Plain)
	case "login", "account_change":
		return p.Weight < 5 && others > 0 || p.Weight < 6 && p.Polarity == reading.Plain
	case "upload", "documents_again", "incompetent", "unpaid":
		return p.Weight < 7 && (others > 0 || anyTicked(r.Themes, review.Negative)) && ticked(r.Themes, themed[p.Topic]) != review.Negative
	case "fraud":
		return p.Weight < 5 && !outside[matters[a.Subject].family]
	case "delay":
		return a.Waited.Unit == 0 && oneByOne.MatchString(r.Text)
	case "letter_unanswered":
		return others > 1
	case "canned_answer":
		return r.Sentiment != review.Negative || !a.Has("by_mail") && !a.Has("by_letter") // a text of the author's own, pasted
	case "rude", "not_listening":
		felt := ticked(r.Themes, review.ThemeRelation)
		return others > 0 && p.Weight < 5 && len(r.Themes) > 0 && (felt == review.Positive || felt == "" && anyTicked(r.Themes, review.Negative))
	}
	return false
}

// oneByOne finds what is long to fill in, of which nobody waits for an answer.
var oneByOne = regexp.MustCompile(`(?i)\bune? (?:par|à) une?\b`)

// firm are the topics that a single word says, and that no theme stands for.
var firm = map[reading.Topic]bool{
	"unfair": true, "absurd": true, "site_down": true, "privacy": true, "refused": true, "file_lost": true, "slot_cancelled": true, "callback_missed": true, "canned_answer": true,
	"phone_welcome": true, "not_listed": true, "counter_wait": true, "lowered": true, "overtaken": true, "code_missing": true,
}

// faint tells a point said in a single word, against which speaks that the
// author ticked themes, and not that one, or not so. Praise of people is read
// into other words oftener than any other.
func faint(p reading.Point, r review.Review, felt review.Sentiment) bool {
	return p.Weight <= 4 && !firm[p.Topic] && anyTicked(r.Themes, felt) && ticked(r.Themes, themed[p.Topic]) != felt
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
	case "moved":
		return !d.read.Has("our_business") // an office moves without anybody's home
	case "deadline":
		return strings.ContainsAny(matters[d.read.Subject].acts, "de")
	}
	return true
}

// suggesting finds the words by which an author proposes. Wishes that are only
// told ("je voulais…") do not propose.
var suggesting = regexp.MustCompile(`(?i)faudrait|devrai|pourrai|pourrie|serait|seraient|pourquoi|sugg[eè]r|propos|souhait|aimerai|voudrai|am[eé]lior|il faut|il manque|manque|merci de|pens[eé]|dommage|b[eé]mol|id[eé]e|g[eé]n[eé]raliser|[eé]tendre|à quand|continuez|à (?:simplifier|revoir)|should|could|would|why not|please`)

// plainly finds the words by which an author does nothing but propose.
var plainly = regexp.MustCompile(`(?i)faudrait|serait (bien|utile|bon|mieux|souhaitable|pratique|int[eé]ressant)|sugg[eè]r|propos|pourquoi (?:ne )?pas|ne pourrai(?:en)?t-|why not|suggest`)

// offering finds an author who writes to propose.
var offering = regexp.MustCompile(`(?i)sugg[eè]r|suggestion|je propose|proposition|vous pourriez`)

// rash are ideas whose words are common in reviews that propose something
// else: they are named only when plainly proposed and nothing surer is.
var rash = map[reading.Idea]bool{"secure_more": true, "cheaper": true, "fairer_rule": true, "notify": true, "local_desk": true, "post_delivery": true}

// asking finds a question that wants an answer: many are thrown in to complain.
// Words such as "qui" ask only where a clause begins.
var asking = regexp.MustCompile(`(?i)(?:(?:^|[.!?:,;(\n]\s*|\b(?:et|donc|alors|mais|bref|savoir|demander|demande)\s+)(?:à\s+|de\s+)?(?:comment|par quell?e?s?|quand|combien|quell?e?s?|o[uù]|qui|lequel|laquelle|how|when|where|which|who|can|could|what)|\b(?:puis.je|dois.je|pouvez.vous|pourriez.vous|peut.on|est.ce que|est.il possible|faut.il|existe.t.il|doit.on|qu.en est.il)|(?:^|\s)y a.t.il)\b[^.!?]*\?`)

// asks tells whether the author wants something answered.
func (d *draft) asks() bool {
	return d.read.Has("wonders") || d.read.Asks && (d.read.Has("asks_help") || asking.MatchString(clauses(d.Review)))
}

// clauses are the title and the sentences of a text, parted where a lost line
// break glues them.
func clauses(r review.Review) string {
	all := r.Title
	for _, s := range reading.Sentences(r.Text) {
		all += "\n" + s.Text
	}
	return all
}

// reserved finds the words by which a pleased author brings in a reservation.
var reserved = regexp.MustCompile(`(?i)b[eé]mol|dommage|(?:^|[.!?\n]\s*)malheureusement|en revanche|par contre|cependant|toutefois|n[eé]anmoins|\bmais\b[^.!?]{0,60}(?:disparu|dommage|probl[eè]me|\bbug|manque|regrett)|\bcontestables?|discutables?|à améliorer|pas encore parfaite?s?|perfectibles?|am[eé]liorations? possibles?|\bsauf (?:le fait|qu[e’'])|à l.exception d|seule? (petite? )?(inconv[eé]nient|probl[eè]me|regret|remarque|critique|reproche|d[eé]faut)|unfortunately|the only (problem|downside)`)

// turning finds the words by which an author who is neither pleased nor
// displeased goes from the one to the other.
var turning = regexp.MustCompile(`(?i)\bmais\b|[eé]tonn[eé]e?s? (?:que|qu.|de (?:devoir|ne))|however|although`)

// grieving finds the words by which a title complains, whatever the text
// thanks for.
var grieving = regexp.MustCompile(`(?i)parcours du combattant|gal[eè]re|honte|catastroph|lamentable|scandal|enfer\b|calvaire|d[eé][cç]u|d[eé]ception|compliqu[eé]|trop (?:long|lent)`)

// withholds tells whether an author with praise has a reservation too, even
// where it is not known which.
func withholds(r review.Review) bool {
	said := r.Title + " " + r.Text
	return grieving.MatchString(r.Title) || reserved.MatchString(said) || r.Sentiment == review.Neutral && turning.MatchString(said)
}

// endless tells a text so long that words of every table stand in it.
func endless(text string) bool { return len(strings.Fields(text)) > 400 }

// proposed says what the author proposes, at most two ideas: of an endless text
// what the title proposes.
func (d *draft) proposed() []string {
	if endless(d.Review.Text) {
		d.read.Ideas = reading.Analyse(review.Review{Title: d.Review.Title}).Ideas
	}
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

// believed leaves out what is ticked as good against what the text says: an
// access that is barred, a reactivity after months.
func believed(a reading.Analysis, r review.Review) []review.Theme {
	return slices.DeleteFunc(slices.Clone(r.Themes), func(t review.Theme) bool {
		if t.Sentiment != review.Positive {
			return false
		}
		return t.Name == review.ThemeAccess && barred.MatchString(r.Text) || t.Name == review.ThemeReactivity && a.Waited.Unit >= reading.Months && grieving.MatchString(r.Title)
	})
}

// barred finds the words of a way in that is closed or hard.
var barred = regexp.MustCompile(`(?i)(?:impossible|difficile|compliqu[eé]|p[eé]nible) (?:de |d.|pour )?(?:y )?(?:acc[eé]der|entrer)|inaccessible|acc[eè]s (?:\pL+ )?(?:difficile|impossible|compliqu[eé]|restreint)`)

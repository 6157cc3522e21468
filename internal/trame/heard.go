package trame

import (
	"regexp"
	"slices"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// praised lists the praise to name. Naming a praise that was not meant is the
// worst a reply can do: an author who is not pleased must have ticked it too,
// or have said it more than once.
func praised(a reading.Analysis, r review.Review, in *tongue) []said {
	some := []said{}
	for _, p := range a.Praise() {
		theme := ticked(r.Themes, themed[p.Topic])
		switch {
		case theme == review.Negative || a.Irony && general[p.Topic] || r.Sentiment != review.Positive && themed[p.Topic] == review.ThemeRelation && faint(p, r, review.Positive):
		case p.Topic == "thanks_staff" && r.Sentiment != review.Positive && (displeased(r) || len(a.Blame()) > 0): // mostly for the reader’s attention
		case p.Topic == "simple" && simplySaid.MatchString(p.Text), p.Topic == "refund" && lessSo.MatchString(p.Text):
		case p.Topic == "login" && r.Sentiment != review.Positive: // mostly how often they had to
		case r.Sentiment == review.Negative && (theme != review.Positive || a.Irony):
		case p.Topic == "satisfied" && r.Sentiment == review.Neutral && (!displeased(r) && !a.Irony || content.MatchString(r.Text)):
			some = in.appendWorded(some, said{p.Topic, true})
		case theme != review.Positive && p.Weight+plainness[p.Topic] < meant(a, r) && !(p.Topic == "simple" && conceding.MatchString(r.Text)):
		default:
			some = in.appendWorded(some, said{p.Topic, true})
		}
	}
	return append(some, spared(a, r)...)
}

// simplySaid finds what was said in simple words, of no procedure.
var simplySaid = regexp.MustCompile(`(?i)\b(?:in|en|avec des) (?:simple|mots|termes) (?:simples|french|english|words|terms|language)`)

// spared is the way that a pleased author who votes online did not have to go.
func spared(a reading.Analysis, r review.Review) []said {
	far := slices.ContainsFunc(a.Points, func(p reading.Point) bool { return p.Topic == "distance" })
	if far && a.Subject == "online_vote" && r.Sentiment == review.Positive {
		return []said{{"no_travel", true}}
	}
	return nil
}

// alone finds a single reservation, beside which all went well.
var alone = regexp.MustCompile(`(?i)\bseule? (?:vrai |petite? )?(?:probl[eè]me|b[eé]mol|point n[eé]gatif|inconv[eé]nient|regret|ombre|difficult[eé])`)

// conceding finds praise that a reservation follows.
var conceding = regexp.MustCompile(`(?is)\b(?:simples?|faciles?|facilement)\b(?:[^.!?]{0,40}\b(?:mais|toutefois|cependant|n[eé]anmoins|par contre|en revanche|hormis)\b|.*(?:^|[.!?:;]\s*)(?:en revanche|par contre|cependant|toutefois)\b)`)

// easy tells whether the author finds the matter simple: what is difficult is
// then a part of it.
func easy(a reading.Analysis, r review.Review) bool {
	return r.Sentiment == review.Neutral && !displeased(r) && slices.ContainsFunc(a.Points, func(p reading.Point) bool { return p.Topic == "simple" && p.Polarity == reading.Good })
}

// content finds an author who says of themselves that they are pleased.
var content = regexp.MustCompile(`(?i)\b(?:je|nous)\s+(?:suis|sommes)\s+(?:\pL+\s+)?(?:satisfaite?s?|contente?s?)\b`)

// plainness are the topics whose words hardly say anything else.
var plainness = map[reading.Topic]int{"kind": 1, "listening": 1, "competent": 1}

// meant is the weight from which a praise that was not ticked is taken for
// meant.
func meant(a reading.Analysis, r review.Review) int {
	complains := len(a.Blame()) > 0
	switch {
	case r.Sentiment == review.Positive:
		return 0
	case r.Sentiment == review.Neutral && alone.MatchString(r.Text):
		return 3
	case r.Sentiment == review.Neutral && displeased(r) && complains:
		return 7
	case r.Sentiment == review.Neutral && !displeased(r) && !a.Irony && len(a.Ideas) > 0:
		return 5 // may be what the idea would bring
	case r.Sentiment == review.Neutral && !displeased(r) && !a.Irony:
		return 4
	case complains:
		return 6
	case r.Sentiment == review.Neutral:
		return 5
	}
	return 0
}

// blamed lists the blame to name. A pleased author's must be ticked too, or
// said more than once, and what is ticked weighs more.
func blamed(a reading.Analysis, r review.Review, in *tongue) []said {
	some, blame := []said{}, append(a.Blame(), dwelt(a, r)...)
	slices.SortStableFunc(blame, func(p, q reading.Point) int { return complained(q, r) - complained(p, r) })
	for _, p := range blame {
		if !(p.Topic == "complicated" && easy(a, r)) && !lookalike(p, a, r) && !faint(p, r, review.Negative) && (r.Sentiment != review.Positive || admitted(p, r)) {
			some = in.appendWorded(some, said{onSite(p.Topic, a, r), false})
		}
	}
	some = endured(some, a, r, in)
	if proposesAlone(some, a, r) {
		return nil
	}
	if slices.ContainsFunc(some, func(s said) bool { return !general[s.topic] }) {
		return some
	}
	some = append(mentioned(a, r, in), some...)
	if slices.ContainsFunc(some, func(s said) bool { return !general[s.topic] }) {
		return some
	}
	return append(in.unblamed(a, r), some...)
}

// proposesAlone tells an author who only proposes: what they would have simpler
// is no complaint.
func proposesAlone(blame []said, a reading.Analysis, r review.Review) bool {
	vague := !slices.ContainsFunc(blame, func(s said) bool { return !general[s.topic] && s.topic != "puzzled" })
	return vague && (len(a.Ideas) > 0 || offering.MatchString(r.Title)) && r.Sentiment == review.Neutral && !anyTicked(r.Themes, review.Negative)
}

// queueing finds the words of a wait at a counter.
var queueing = regexp.MustCompile(`(?i)guichet|queue|file d.attente|salle d.attente|(mon|leur|son|notre) tour\b`)

// inPlace finds the words of somebody who went there.
var inPlace = regexp.MustCompile(`(?i)guichet|queue|\bfile|salle|sur place|accueil|commissariat|mairie|bureau|tribunal|h[oô]pital|rendu|d[eé]plac`)

// onSite tells a wait at the counter from that for a decision, which lasts
// days, and from that of a call.
func onSite(t reading.Topic, a reading.Analysis, r review.Review) reading.Topic {
	if t == "no_answer" && codeLost.MatchString(r.Text) {
		return "code_missing"
	}
	hours := a.Waited.Unit == reading.Minutes || a.Waited.Unit == reading.Hours
	queued := slices.ContainsFunc(a.Points, func(p reading.Point) bool { return p.Topic == "counter_wait" })
	if t == "delay" && (hours && queued || a.Waited.Unit <= reading.Hours && channelKey(r) == "accueil" && queueing.MatchString(r.Text)) {
		return "counter_wait"
	}
	if t == "phone_unreachable" && !byPhone.MatchString(r.Title+" "+r.Text) && channelKey(r) != "telephone" {
		return "no_answer" // "personne ne répond", of no call
	}
	if t == "counter_wait" && channelKey(r) == "telephone" && !inPlace.MatchString(r.Text) {
		return "phone_hold"
	}
	return t
}

// complained is how much speaks for a blame: what is said of it, and that the
// author ticked its theme as bad.
func complained(p reading.Point, r review.Review) int {
	if ticked(r.Themes, themed[p.Topic]) == review.Negative {
		return p.Weight + 3
	}
	return p.Weight
}

// timed are the topics that say by themselves that something took long.
var timed = []reading.Topic{"delay", "counter_wait", "phone_hold", "no_slot", "no_answer", "nothing_received", "mail_unanswered", "letter_unanswered", "unpaid"}

// endured adds the wait that an unhappy author tells without complaining of
// it.
func endured(some []said, a reading.Analysis, r review.Review, in *tongue) []said {
	known := slices.ContainsFunc(some, func(s said) bool { return slices.Contains(timed, s.topic) })
	if known || stands(some) || r.Sentiment != review.Negative && !grieving.MatchString(r.Title) || a.Waited.Unit == 0 {
		return some
	}
	switch short := a.Waited.Unit == reading.Minutes || a.Waited.Unit == reading.Hours; {
	case short && (a.Has("by_visit") || channelKey(r) == "accueil"):
		return in.appendWorded(some, said{"counter_wait", false})
	case short:
		return some
	}
	return in.appendWorded(some, said{"delay", false})
}

// handled are the topics that a neutral author would hardly dwell on if all
// had gone well.
var handled = map[reading.Topic]bool{"upload": true, "form": true, "login": true}

// surely is the weight from which a mere mention is the reason for writing. Less
// is better left unsaid: a general sentence that is true beats a precise one
// that is not.
const surely = 5

// mentioned takes what the author merely mentions for a blame where they are
// not pleased, or where they dwell on it.
func mentioned(a reading.Analysis, r review.Review, in *tongue) []said {
	some := []said{}
	if !displeased(r) && (len(a.Ideas) > 0 || offering.MatchString(r.Text)) {
		return nil // what they would have otherwise is no complaint
	}
	for _, p := range a.Points {
		if p.Polarity == reading.Plain && p.Weight >= surely && !lookalike(p, a, r) && (displeased(r) || r.Sentiment == review.Neutral && handled[p.Topic] && p.Weight >= 6) {
			some = in.appendWorded(some, said{p.Topic, false})
		}
	}
	return some
}

// dwelt are the points that an unhappy author comes back to without a word of
// blame: they are the matter.
func dwelt(a reading.Analysis, r review.Review) []reading.Point {
	some := []reading.Point{}
	for _, p := range a.Points {
		if p.Polarity == reading.Plain && handled[p.Topic] && p.Weight >= 8 && displeased(r) {
			some = append(some, p)
		}
	}
	return some
}

// displeased tells whether what the author merely mentions may be taken for a
// blame.
func displeased(r review.Review) bool {
	return r.Sentiment == review.Negative || r.Sentiment == review.Neutral && anyTicked(r.Themes, review.Negative)
}

// butted finds the words by which a sentence turns to what one holds against
// it.
var butted = regexp.MustCompile(`(?i)(?:^|\PL)(?:mais|par contre|en revanche|cependant|toutefois|malheureusement|dommage)(?:\PL|$)`)

// held tells a wait or a want of slots to which a pleased author turns: "bon
// accueil, mais huit semaines de délai".
func held(p reading.Point) bool {
	return slices.Contains(timed, p.Topic) && butted.MatchString(p.Text)
}

// admitted tells whether a pleased author means a blame.
func admitted(p reading.Point, r review.Review) bool {
	switch theme := ticked(r.Themes, themed[p.Topic]); {
	case theme == review.Negative || held(p):
		return true
	case theme == review.Positive:
		return false
	}
	return p.Topic == "digital_divide" || p.Weight >= 7 || anyTicked(r.Themes, review.Negative) && p.Weight >= 4
}

// appendWorded leaves out what no wording exists for, and what is there.
func (in *tongue) appendWorded(some []said, s said) []said {
	if _, ok := in.say[s.heading()]; !ok || slices.Contains(some, s) {
		return some
	}
	return append(some, s)
}

func ticked(themes []review.Theme, name review.ThemeName) review.Sentiment {
	for _, t := range themes {
		if t.Name == name {
			return t.Sentiment
		}
	}
	return ""
}

package trame

import (
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
		case theme == review.Negative || a.Irony && general[p.Topic] || themed[p.Topic] == review.ThemeRelation && faint(p, r, review.Positive):
		case p.Topic == "login" && r.Sentiment != review.Positive: // mostly how often they had to
		case r.Sentiment == review.Negative && (theme != review.Positive || a.Irony):
		case p.Topic == "satisfied" && r.Sentiment == review.Neutral && !displeased(r) && !a.Irony:
			some = in.appendWorded(some, said{p.Topic, true})
		case theme != review.Positive && p.Weight < meant(a, r):
		default:
			some = in.appendWorded(some, said{p.Topic, true})
		}
	}
	return some
}

// meant is the weight from which a praise that was not ticked is taken for
// meant.
func meant(a reading.Analysis, r review.Review) int {
	complains := len(a.Blame()) > 0
	switch {
	case r.Sentiment == review.Positive:
		return 0
	case r.Sentiment == review.Neutral && displeased(r) && complains:
		return 7
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
		if !lookalike(p, a, r) && !faint(p, r, review.Negative) && (r.Sentiment != review.Positive || admitted(p, r)) {
			some = in.appendWorded(some, said{p.Topic, false})
		}
	}
	some = endured(some, a, r, in)
	if slices.ContainsFunc(some, func(s said) bool { return !general[s.topic] }) {
		return some
	}
	return append(mentioned(a, r, in), some...)
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
var timed = []reading.Topic{"delay", "counter_wait", "phone_hold", "no_slot", "no_answer", "mail_unanswered", "letter_unanswered", "unpaid"}

// endured adds the wait that an unhappy author tells without complaining of
// it.
func endured(some []said, a reading.Analysis, r review.Review, in *tongue) []said {
	known := slices.ContainsFunc(some, func(s said) bool { return slices.Contains(timed, s.topic) })
	if known || r.Sentiment != review.Negative || a.Waited.Unit == 0 {
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

// mentioned takes what the author merely mentions for a blame where they are
// not pleased, or where they dwell on it.
func mentioned(a reading.Analysis, r review.Review, in *tongue) []said {
	some := []said{}
	for _, p := range a.Points {
		if p.Polarity == reading.Plain && p.Weight > 2 && !lookalike(p, a, r) && (displeased(r) || r.Sentiment == review.Neutral && handled[p.Topic] && p.Weight >= 6) {
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

// admitted tells whether a pleased author means a blame.
func admitted(p reading.Point, r review.Review) bool {
	switch theme := ticked(r.Themes, themed[p.Topic]); {
	case theme == review.Negative:
		return true
	case theme == review.Positive:
		return false
	}
	return p.Weight >= 7 || anyTicked(r.Themes, review.Negative) && p.Weight >= 4
}

// appendWorded leaves out what no wording exists for.
func (in *tongue) appendWorded(some []said, s said) []said {
	if _, ok := in.say[s.heading()]; !ok {
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

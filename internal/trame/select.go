package trame

import (
	"slices"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// tone is how the reply is pitched.
type tone string

const (
	positive tone = "positive"
	mixed    tone = "mixed"
	neutral  tone = "neutral"
	negative tone = "negative"
)

// themed ties a topic to the theme that a user ticks for it.
var themed = map[reading.Topic]review.ThemeName{
	"kind": review.ThemeRelation, "listening": review.ThemeRelation, "helpful": review.ThemeRelation, "competent": review.ThemeRelation, "rude": review.ThemeRelation, "not_listening": review.ThemeRelation,
	"phone_helpful": review.ThemeRelation, "thanks_staff": review.ThemeRelation, "quick": review.ThemeReactivity, "quick_answer": review.ThemeReactivity, "mail_exchange": review.ThemeReactivity, "delay": review.ThemeReactivity, "no_answer": review.ThemeReactivity,
	"mail_unanswered": review.ThemeReactivity, "information_good": review.ThemeInformation, "unclear": review.ThemeInformation, "no_information": review.ThemeInformation, "hard_to_find": review.ThemeInformation,
	"contradictory": review.ThemeInformation, "wrong_information": review.ThemeInformation, "simple": review.ThemeSimplicity, "site_good": review.ThemeSimplicity, "online_good": review.ThemeSimplicity,
	"complicated": review.ThemeSimplicity, "form": review.ThemeSimplicity, "site_bug": review.ThemeSimplicity, "slot_easy": review.ThemeAccess, "no_slot": review.ThemeAccess, "phone_unreachable": review.ThemeAccess,
	"closed": review.ThemeAccess, "login": review.ThemeAccess, "distance": review.ThemeAccess, "no_travel": review.ThemeAccess, "phone_hold": review.ThemeAccess, "hours": review.ThemeAccess,
}

// selection is what the reply will speak of: at most three points, the first
// in a sentence of its own, and the tone they make.
type selection struct {
	tone   tone
	points []said
}

type said struct {
	topic reading.Topic
	good  bool
}

func (s said) heading() string {
	if s.good {
		return string(s.topic) + " good"
	}
	return string(s.topic) + " bad"
}

// choose picks the points. The text decides over what was ticked: praise is
// named only where the text really gives it, and a theme ticked as bad rules
// out praise on that theme.
func choose(a reading.Analysis, r review.Review) selection {
	praise, blame := praised(a, r), blamed(a, r)
	praise, blame = precise(praise, blame), precise(blame, praise)
	t := pitch(a, r, praise, blame)
	chosen := arrange(t, praise, blame, r.Sentiment)
	return selection{t, grouped(addThemes(chosen, r.Themes, t))}
}

// grouped puts the points of the first one's colour together.
func grouped(chosen []said) []said {
	leading := len(chosen) > 0 && chosen[0].good
	slices.SortStableFunc(chosen, func(s, t said) int {
		switch {
		case s.good == t.good:
			return 0
		case s.good == leading:
			return -1
		}
		return 1
	})
	return chosen
}

// twins name the topic that says nothing new beside another.
var twins = map[reading.Topic]reading.Topic{"quick": "quick_answer", "online_good": "site_good", "no_answer": "mail_unanswered", "recommend": "satisfied"}

// general are the topics that say nothing of their own beside a precise one,
// and that would contradict one of the other colour.
var general = map[reading.Topic]bool{"satisfied": true, "dissatisfied": true, "unfair": true, "rule_hard": true, "complicated": true}

func precise(some, opposed []said) []said {
	if len(some) < 2 && len(opposed) == 0 {
		return some
	}
	kept := slices.DeleteFunc(slices.Clone(some), func(s said) bool {
		return general[s.topic] || slices.ContainsFunc(some, func(t said) bool { return twins[s.topic] == t.topic })
	})
	if len(kept) == 0 && len(opposed) == 0 {
		return some[:1]
	}
	return kept
}

// praised lists the praise to name. Naming a praise that was not meant is the
// worst a reply can do: an author who is not pleased must have ticked it too,
// or have said it more than once.
func praised(a reading.Analysis, r review.Review) []said {
	some := []said{}
	complains := len(a.Blame()) > 0
	for _, p := range a.Praise() {
		theme := ticked(r.Themes, themed[p.Topic])
		switch {
		case theme == review.Negative || a.Irony && general[p.Topic]:
		case r.Sentiment == review.Negative && (theme != review.Positive || a.Irony):
		case r.Sentiment != review.Positive && complains && theme != review.Positive && p.Weight < 6:
		case r.Sentiment == review.Neutral && theme != review.Positive && p.Weight < 5:
		default:
			some = appendWorded(some, said{p.Topic, true})
		}
	}
	return some
}

// blamed lists the blame to name. A pleased author's must be ticked too, or
// said more than once.
func blamed(a reading.Analysis, r review.Review) []said {
	some := []said{}
	for _, p := range a.Blame() {
		if p.Topic == "fraud" && matters[a.Subject].family == "fraud" {
			continue // the reason for writing, not a blame
		}
		if r.Sentiment != review.Positive || admitted(p, r.Themes) {
			some = appendWorded(some, said{p.Topic, false})
		}
	}
	if len(some) > 0 || !displeased(r) {
		return some
	}
	for _, p := range a.Points {
		if p.Polarity == reading.Plain {
			some = appendWorded(some, said{p.Topic, false})
		}
	}
	return some
}

// displeased tells whether what the author merely mentions may be taken for a
// blame.
func displeased(r review.Review) bool {
	anyBad := slices.ContainsFunc(r.Themes, func(t review.Theme) bool { return t.Sentiment == review.Negative })
	return r.Sentiment == review.Negative || r.Sentiment == review.Neutral && anyBad
}

// admitted tells whether a pleased author means a blame.
func admitted(p reading.Point, themes []review.Theme) bool {
	switch theme := ticked(themes, themed[p.Topic]); {
	case theme == review.Negative:
		return true
	case theme == review.Positive:
		return false
	}
	anyBad := slices.ContainsFunc(themes, func(t review.Theme) bool { return t.Sentiment == review.Negative })
	return p.Weight >= 7 || anyBad && p.Weight >= 4
}

// appendWorded leaves out what no wording exists for.
func appendWorded(some []said, s said) []said {
	if _, ok := sayings[s.heading()]; !ok {
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

func pitch(a reading.Analysis, r review.Review, praise, blame []said) tone {
	good, bad := len(praise) > 0, len(blame) > 0
	for _, t := range r.Themes {
		good = good || t.Sentiment == review.Positive && r.Sentiment != review.Negative
		bad = bad || t.Sentiment == review.Negative
	}
	switch {
	case r.Sentiment == review.Negative && good && !bad && len(praise) > 1:
		return mixed
	case r.Sentiment == review.Negative:
		return negative
	case good && bad:
		return mixed
	case bad:
		return negative
	case r.Sentiment == review.Positive || good && !a.Irony:
		return positive
	}
	return neutral
}

// arrange puts first what the author feels most: blame where they are
// displeased, praise where they are pleased.
func arrange(t tone, praise, blame []said, felt review.Sentiment) []said {
	first, second := praise, blame
	if t == negative || felt != review.Positive && len(blame) >= len(praise) {
		first, second = blame, praise
	}
	chosen := slices.Clone(first[:min(2, len(first))])
	chosen = append(chosen, second[:min(3-len(chosen), len(second))]...)
	if rest := first[min(2, len(first)):]; len(chosen) < 3 && len(rest) > 0 {
		chosen = slices.Insert(chosen, min(2, len(chosen)), rest[0])
	}
	return chosen
}

// addThemes speaks of the themes ticked that no point chosen stands for.
func addThemes(chosen []said, themes []review.Theme, t tone) []said {
	for _, theme := range themes {
		if theme.Sentiment != review.Positive && theme.Sentiment != review.Negative || len(chosen) >= 3 {
			continue
		}
		stands := slices.ContainsFunc(chosen, func(s said) bool { return themed[s.topic] == theme.Name })
		good := theme.Sentiment == review.Positive
		if !stands && !(good && t == negative) {
			chosen = append(chosen, said{reading.Topic("theme_" + string(theme.Name)), good})
		}
	}
	return chosen
}

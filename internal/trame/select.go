package trame

import (
	"slices"
	"strings"

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
	"phone_helpful": review.ThemeRelation, "thanks_staff": review.ThemeRelation, "quick": review.ThemeReactivity, "quick_answer": review.ThemeReactivity, "mail_exchange": review.ThemeReactivity, "delay": review.ThemeReactivity, "no_answer": review.ThemeReactivity, "nothing_received": review.ThemeReactivity, "premises": review.ThemeAccess,
	"mail_unanswered": review.ThemeReactivity, "letter_unanswered": review.ThemeReactivity, "information_good": review.ThemeInformation, "unclear": review.ThemeInformation, "no_information": review.ThemeInformation, "hard_to_find": review.ThemeInformation,
	"contradictory": review.ThemeInformation, "puzzled": review.ThemeInformation, "wrong_information": review.ThemeInformation, "simple": review.ThemeSimplicity, "site_good": review.ThemeSimplicity, "online_good": review.ThemeSimplicity,
	"upload": review.ThemeSimplicity, "documents_again": review.ThemeSimplicity, "incompetent": review.ThemeRelation, "unpaid": review.ThemeReactivity,
	"complicated": review.ThemeSimplicity, "not_online": review.ThemeSimplicity, "form": review.ThemeSimplicity, "site_bug": review.ThemeSimplicity, "slot_easy": review.ThemeAccess, "no_slot": review.ThemeAccess, "phone_unreachable": review.ThemeAccess,
	"closed": review.ThemeAccess, "login": review.ThemeAccess, "distance": review.ThemeAccess, "turned_away": review.ThemeAccess, "off_answer": review.ThemeInformation, "no_option": review.ThemeSimplicity, "known_already": review.ThemeSimplicity, "no_travel": review.ThemeAccess, "phone_hold": review.ThemeAccess, "hours": review.ThemeAccess,
}

// selection is what the reply will speak of, the tone and at most three
// points, the first in a sentence of its own; and what a longer one speaks of
// too.
type selection struct {
	tone   tone
	points []said
	more   []said
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

// most is how many points the longest reply takes up.
const most = 5

// choose picks the points. The text decides over what was ticked: praise is
// named only where the text really gives it, and a theme ticked as bad rules
// out praise on that theme.
func choose(a reading.Analysis, r review.Review, in *tongue) selection {
	praise, blame := praised(a, r, in), blamed(a, r, in)
	praise, blame = precise(praise, blame, r), precise(blame, praise, r)
	praise = consistent(praise, blame)
	t := pitch(a, r, praise, blame)
	themes := believed(a, r)
	chosen := addThemes(arrange(t, praise, blame, r), themes, t, 3)
	chosen = thanksLast(chosen)
	more := addThemes(rest(chosen, slices.Concat(blame, praise)), themes, t, most)[len(chosen):]
	return selection{t, grouped(chosen), grouped(more)}
}

// asides are the praise that follows what it is for.
var asides = map[reading.Topic]bool{"thanks_staff": true, "free": true, "recommend": true}

// thanksLast lets thanks follow what they are for.
func thanksLast(chosen []said) []said {
	aside := func(s said) bool { return s.good && asides[s.topic] }
	last := slices.DeleteFunc(slices.Clone(chosen), func(s said) bool { return !aside(s) })
	return append(slices.DeleteFunc(slices.Clone(chosen), aside), last...)
}

// rest adds to the points chosen those that were left over.
func rest(chosen, all []said) []said {
	chosen = slices.Clone(chosen)
	for _, s := range all {
		if len(chosen) < most && !slices.Contains(chosen, s) {
			chosen = append(chosen, s)
		}
	}
	return chosen
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

// twins name the topics beside which one says nothing new.
var twins = map[reading.Topic][]reading.Topic{"amount": {"debt"}, "passed_around": {"dead_link"}, "quick": {"quick_answer"}, "online_good": {"site_good"}, "no_answer": {"mail_unanswered", "off_answer"}, "nothing_received": {"no_answer"}, "canned_answer": {"off_answer"}, "recommend": {"satisfied"}, "refused": {"document_refused"}, "site_bug": {"site_down"}, "unclear": {"no_information"}}

// opposites name the blame beside which a praise would contradict itself in
// one reply, however true both are of different moments.
var opposites = map[reading.Topic][]reading.Topic{
	"quick_answer": {"no_answer", "mail_unanswered", "letter_unanswered", "nothing_received", "delay"}, "quick": {"delay", "no_answer"}, "slot_easy": {"no_slot"},
	"phone_helpful": {"phone_unreachable"}, "simple": {"complicated"},
}

func consistent(praise, blame []said) []said {
	return slices.DeleteFunc(slices.Clone(praise), func(s said) bool {
		return slices.ContainsFunc(blame, func(b said) bool { return slices.Contains(opposites[s.topic], b.topic) })
	})
}

// general are the topics that say nothing of their own beside a precise one,
// and that would contradict one of the other colour.
var general = map[reading.Topic]bool{"satisfied": true, "dissatisfied": true, "unfair": true, "absurd": true, "rule_hard": true, "complicated": true}

// precise leaves out what is general. A satisfaction that stands alone against
// a reservation is kept: it is the author's whole judgement.
func precise(some, opposed []said, r review.Review) []said {
	overall := len(some) == 1 && some[0].topic == "satisfied" && r.Sentiment == review.Neutral
	if len(some) < 2 && len(opposed) == 0 || overall {
		return some
	}
	kept := slices.DeleteFunc(slices.Clone(some), func(s said) bool {
		return general[s.topic] || slices.ContainsFunc(some, func(t said) bool { return slices.Contains(twins[s.topic], t.topic) })
	})
	if len(kept) == 0 && len(opposed) == 0 {
		return some[:1]
	}
	return kept
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
	case bad && r.Sentiment == review.Positive && a.Has("advises"):
		return neutral // they warn other users rather than complain
	case bad:
		return negative
	case good && withholds(r):
		return mixed
	case r.Sentiment == review.Positive && !good && a.Leaning != reading.Good && wordy(r):
		return neutral // ticked, and then not a kind word in the whole text
	case r.Sentiment == review.Positive || good && !a.Irony:
		return positive
	}
	return neutral
}

// wordy tells a text in which a pleased author would have said so.
func wordy(r review.Review) bool { return len(strings.Fields(r.Text)) > 20 }

// arrange puts first what the author feels most: blame where they are
// displeased, praise where they are pleased.
func arrange(t tone, praise, blame []said, r review.Review) []said {
	first, second := praise, blame
	unhappy := len(blame) >= len(praise) || len(blame) > 0 && displeased(r)
	if t == negative || r.Sentiment != review.Positive && unhappy {
		first, second = blame, praise
	}
	chosen := slices.Clone(first[:min(2, len(first))])
	chosen = append(chosen, second[:min(3-len(chosen), len(second))]...)
	if rest := first[min(2, len(first)):]; len(chosen) < 3 && len(rest) > 0 {
		chosen = slices.Insert(chosen, min(2, len(chosen)), rest[0])
	}
	return chosen
}

// precisely tells whether the text itself says what was difficult: an access
// ticked as bad is then mostly that.
func precisely(chosen []said) bool {
	return slices.ContainsFunc(chosen, func(s said) bool {
		return !s.good && !general[s.topic] && !strings.HasPrefix(string(s.topic), "theme_")
	})
}

// weighed puts access last, which says least of a service, and the themes
// ticked as bad first where a reply with a reservation has named none yet.
func weighed(themes []review.Theme, chosen []said, t tone) []review.Theme {
	reserved := t == mixed && !slices.ContainsFunc(chosen, func(s said) bool { return !s.good })
	rank := func(theme review.Theme) int {
		n := 0
		if theme.Name == review.ThemeAccess {
			n = 1
		}
		if reserved && theme.Sentiment == review.Negative {
			n -= 2
		}
		return n
	}
	ordered := slices.Clone(themes)
	slices.SortStableFunc(ordered, func(a, b review.Theme) int { return rank(a) - rank(b) })
	return ordered
}

// addThemes speaks of the themes ticked that no point chosen stands for, while
// there is room.
func addThemes(chosen []said, themes []review.Theme, t tone, room int) []said {
	for _, theme := range weighed(themes, chosen, t) {
		if theme.Sentiment != review.Positive && theme.Sentiment != review.Negative || len(chosen) >= room {
			continue
		}
		own := reading.Topic("theme_" + string(theme.Name))
		stands := slices.ContainsFunc(chosen, func(s said) bool { return themed[s.topic] == theme.Name && s.topic != "thanks_staff" || s.topic == own })
		good := theme.Sentiment == review.Positive
		if !stands && !(good && t == negative) && !(own == "theme_access" && !good && precisely(chosen)) {
			chosen = append(chosen, said{own, good})
		}
	}
	return chosen
}

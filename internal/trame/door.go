package trame

import (
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// direct says where to knock, what to read and what to bring: only facts of
// the service, of the sources or of the platform. A pleased author without a
// question needs none of it, unless the reply is to be precise.
func (d *draft) direct(all *parts) {
	if !d.needsDoor() {
		again := nextTime
		if d.Wish.Precise {
			d.cite(all)
			again = explained
		}
		all.add(again, d.say(d.doorOr("later")))
		return
	}
	personal := d.personal()
	switch {
	case d.asks() && len(d.Sources) == 0 && (len(d.chosen.points) == 0 || !personal && d.pointed() < 2):
		all.add(question, d.say("ask_unanswered"))
	case personal && d.asks() && d.pointed() < 2:
		all.add(question, d.say("ask"))
	case personal:
		all.add(bounds, d.say("bounds"))
	}
	d.cite(all)
	all.add(door, d.say(d.door()))
	prepared := step
	if d.Wish.Precise {
		prepared = explained
	}
	all.add(prepared, d.say(d.preparing(personal)))
}

// pointed is how many points of the text the reply takes up: themes ticked do
// not stand for a question.
func (d *draft) pointed() int {
	return len(slices.DeleteFunc(slices.Clone(d.chosen.points), func(s said) bool { return strings.HasPrefix(string(s.topic), "theme_") }))
}

func (d *draft) needsDoor() bool {
	asks := d.read.Has("asks_help") || d.asks() || d.read.Asks && d.Review.Sentiment != review.Positive
	if d.Review.Sentiment == review.Positive {
		asks = d.read.Has("asks_help") && d.read.Asks || d.read.Has("wonders")
	}
	switch d.chosen.tone {
	case positive:
		return asks
	case mixed:
		return asks || d.Review.Sentiment != review.Positive
	case neutral:
		return asks || len(d.chosen.points) > 0 && !d.chosen.points[0].good && !d.read.Has("advises") || len(d.chosen.points) == 0 && len(d.read.Ideas) == 0 && !d.read.Has("advises")
	}
	return true
}

// fileless are the families of matters without a file of the author's own.
var fileless = map[string]bool{
	"vote": true, "police": true, "place": true, "hours": true, "town": true, "roads": true, "waste": true, "transport": true, "lighting": true, "green": true,
	"library": true, "pool": true, "noise": true, "cold": true, "citizen": true, "data": true, "vaccine": true, "covid": true, "culture": true, "procedures": true,
	"account": true, "canteen": true, "parking": true, "post": true, "pet": true, "water": true, "energy": true, "": true,
}

// personal tells whether the author has a file or a case of their own.
func (d *draft) personal() bool {
	return !fileless[matters[d.subject()].family] || d.read.Waited.Unit != 0 && d.chosen.tone == negative
}

func (d *draft) door() string {
	account := !d.lockedOut() && d.slots["by_channel"] != "" && channelKey(d.Review) == "compte ou espace personnel"
	switch {
	case d.Service.Phone != "":
		return "door_phone"
	case d.Service.Email != "":
		return "door_email"
	case d.Service.URL != "":
		return "door_url"
	case len(d.read.Signals.Urgent) > 0:
		return d.doorOr("door_urgent")
	case account:
		return d.doorOr("door_account")
	case d.personal() && d.forOther():
		return d.doorOr("door_other")
	case d.personal():
		return d.doorOr("door")
	}
	return d.doorOr("door_plain")
}

// lockedOut tells an author who cannot get into the account.
func (d *draft) lockedOut() bool {
	return slices.ContainsFunc(d.chosen.points, func(s said) bool { return !s.good && (s.topic == "login" || s.topic == "code_missing") })
}

// doorOr names the body concerned where one is known.
func (d *draft) doorOr(heading string) string {
	if d.slots["to_door"] != "" {
		return heading + "_org"
	}
	return heading
}

// bringing ties a topic to what helps the next interlocutor: true of any
// service, and bound to no rule.
var bringing = map[reading.Topic]string{
	"delay": "dates", "no_answer": "dates", "nothing_received": "dates", "mail_unanswered": "dates", "letter_unanswered": "dates", "unpaid": "dates", "file_lost": "dates", "mail_undelivered": "dates", "refund": "dates",
	"site_bug": "screen", "login": "screen", "code_missing": "screen", "upload": "screen", "form": "screen", "dead_link": "screen", "site_down": "screen",
	"phone_unreachable": "written", "phone_hold": "written", "callback_missed": "written", "passed_around": "written", "no_one_responsible": "written",
	"refused": "letter", "debt": "letter", "amount": "letter", "data_error": "letter", "document_refused": "letter", "not_counted": "letter", "document_missing": "letter", "documents_again": "letter",
	"rude": "moment", "not_listening": "moment", "counter_wait": "moment", "closed": "moment", "slot_not_kept": "moment", "complaint_refused": "moment", "slot_cancelled": "moment", "phone_welcome": "moment",
}

func (d *draft) preparing(personal bool) string {
	for _, p := range d.chosen.points {
		if kind := bringing[p.topic]; kind != "" && !p.good {
			return "step_" + kind
		}
	}
	if personal {
		return "step_file"
	}
	return "step_plain"
}

// cite names the best sheet given, in a long or precise reply the second best
// too, with their addresses and dates. What they say is not repeated: they may
// have aged.
func (d *draft) cite(all *parts) {
	best := distinct(d.Sources)
	if len(best) > 0 {
		all.add(sheet, d.sheet("source", best[0]))
	}
	if len(best) > 1 && (d.Wish.Precise || d.Wish.Length == review.LengthLong) {
		all.add(otherSheet, d.sheet("source_too", best[1]))
	}
}

// distinct keeps one passage of each sheet, in the order given: best first.
func distinct(passages []review.Passage) []review.Passage {
	kept := []review.Passage{}
	for _, p := range passages {
		if !slices.ContainsFunc(kept, func(k review.Passage) bool { return k.Title == p.Title && k.URL == p.URL }) {
			kept = append(kept, p)
		}
	}
	return kept
}

func (d *draft) sheet(heading string, s review.Passage) string {
	d.slots["title"], d.slots["sheet_url"], d.slots["date"] = s.Title, s.URL, d.in.day(s.Date)
	return d.say(heading)
}

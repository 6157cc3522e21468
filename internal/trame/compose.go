package trame

import (
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// parts are gathered in the order in which they are read.
type parts []part

// add leaves out what has no words.
func (p *parts) add(w worth, text string) {
	if text != "" {
		*p = append(*p, part{text, w})
	}
}

// whole composes the reply to a review that says something: thanks, the
// points, what the author proposes or asks, the right door, what the testimony
// is good for. It gives more than any length holds: see fit.
func (d *draft) whole() parts {
	all := parts{}
	all.add(first, d.opening(string(d.manner())))
	if d.Wish.Warmer {
		all.add(warmth, d.say("warmth_"+string(d.manner())))
	}
	all = append(all, d.points()...)
	d.circumstances(&all)
	d.advised(&all)
	all.add(remark, d.say("remark_"+string(d.chosen.tone)))
	d.propose(&all)
	d.direct(&all)
	d.conclude(&all)
	return all
}

// manner is the tone of what is said before the points. A warm word for an
// ordeal is too much for an author who only reports something.
func (d *draft) manner() tone {
	if d.Wish.Warmer && d.chosen.tone == negative && d.Review.Sentiment == review.Neutral {
		return neutral
	}
	return d.chosen.tone
}

// spokenOf are the points that the reply takes up: a long or a precise one
// takes up more, after the same ones.
func (d *draft) spokenOf() []said {
	chosen := d.chosen.points
	if d.Wish.Precise || d.Wish.Length == review.LengthLong {
		chosen = append(chosen[:len(chosen):len(chosen)], d.chosen.more...)
	}
	return chosen
}

// points says the first point in its own sentence, then the others. A
// reservation that was not recognised is acknowledged as such.
func (d *draft) points() parts {
	chosen, all := d.spokenOf(), parts{}
	if len(chosen) == 0 {
		return d.pointless()
	}
	all.add(firstPoint, d.leading(chosen[0]))
	d.saidWaited(all)
	all = append(all, d.further(chosen)...)
	if d.chosen.tone == mixed && !slices.ContainsFunc(chosen, func(s said) bool { return !s.good }) {
		all.add(contrast, d.say("generic_mixed"))
	}
	return all
}

// further says the points after the first as noun phrases, two of a kind in
// one sentence.
func (d *draft) further(chosen []said) parts {
	all, w := parts{}, otherPoint
	for i := 1; i < len(chosen); i++ {
		noun := d.noun(chosen[i])
		if noun == "" {
			all.add(w, d.full(chosen[i]))
			continue
		}
		if i+1 < len(chosen) && chosen[i+1].good == chosen[i].good && d.noun(chosen[i+1]) != "" {
			noun = d.in.together(noun, d.noun(chosen[i+1]))
			i++
		}
		if chosen[i].good != chosen[0].good {
			all.add(contrast, d.turn(noun, chosen[i].good))
			continue
		}
		all.add(w, d.also(noun, chosen[i].good, w == lastPoint))
		w = lastPoint
	}
	return all
}

// pointless says that a review was read in which no point was recognised. Where
// it asks something, the question is the point.
func (d *draft) pointless() parts {
	all, w := parts{}, firstPoint
	if d.chosen.tone == neutral && d.read.Has("advises") {
		return all // the advice is the point
	}
	if d.asks() {
		w = step
	}
	all.add(w, d.say("generic_"+string(d.chosen.tone)))
	return all
}

// saidWaited forgets the wait once it is said.
func (d *draft) saidWaited(all parts) {
	if waited := d.slots["waited"]; waited != "" && len(all) > 0 && strings.Contains(all[0].text, waited) {
		d.slots["waited"] = ""
	}
}

// leading says the first point. A precise reply names it rather than regret
// it.
func (d *draft) leading(s said) string {
	noun := d.noun(s)
	if !d.Wish.Precise || noun == "" {
		return d.full(s)
	}
	d.slots["np"] = d.slots.fill(noun)
	return d.say("named_" + colour(s.good))
}

func (d *draft) noun(s said) string { return d.in.say[s.heading()].noun }

func (d *draft) full(s said) string {
	d.slots["tries"] = d.in.tries(d, s.topic)
	return d.pick(s.heading(), d.in.say[s.heading()].sentences)
}

// also takes up points of the same colour as the first.
func (d *draft) also(noun string, good, last bool) string {
	heading := "second_"
	if last {
		heading = "last_"
	}
	d.slots["np"] = d.slots.fill(noun)
	return d.say(heading + colour(good))
}

// turn takes up points of the other colour.
func (d *draft) turn(noun string, good bool) string {
	d.slots["np"] = d.slots.fill(noun)
	return d.say("but_" + colour(good))
}

func colour(good bool) string {
	if good {
		return "good"
	}
	return "bad"
}

// circumstances says what aggravates the matter, only in a reply that
// regrets: the gravest, in a long one two. Facts say more to those who want
// the reply precise.
func (d *draft) circumstances(all *parts) {
	if d.chosen.tone != negative || d.Wish.Precise {
		return
	}
	room := 1
	if d.Wish.Length == review.LengthLong {
		room = 2
	}
	for _, label := range d.in.gravest {
		if room > 0 && d.read.Has(reading.Detail(label)) && d.bears(reading.Detail(label)) {
			all.add(circumstance, d.pick(label, d.in.details[label]))
			room--
		}
	}
}

// advised thanks an author who writes for other users, unless there is more to
// regret.
func (d *draft) advised(all *parts) {
	if d.chosen.tone != negative && d.read.Has("advises") {
		all.add(proposal, d.say("advice"))
	}
}

func (d *draft) propose(all *parts) {
	some := d.proposed()
	if len(some) == 0 {
		return
	}
	d.slots["idea"] = some[0]
	if len(some) > 1 {
		d.slots["idea2"] = some[1]
	}
	all.add(proposal, d.say("idea"))
}

// conclude says what the testimony is good for, and what the author may add. A
// precise reply, or one that takes up a proposal, has said enough without.
func (d *draft) conclude(all *parts) {
	useful, served := helps, d.served()
	if d.Wish.Precise || len(d.proposed()) > 0 {
		useful = alsoHelps
	}
	if len(served) == 0 {
		all.add(useful, d.say("next_plain"))
	} else {
		d.slots["next"] = served[0]
		all.add(useful, d.say("next"))
	}
	if len(served) > 1 && useful == helps {
		d.slots["next"] = served[1]
		all.add(alsoHelps, d.say("next_too"))
	}
	all.add(ending, d.say("ending_"+string(d.chosen.tone)))
}

// served lists what the points spoken of help with, each once.
func (d *draft) served() []string {
	all := []string{}
	for _, p := range d.spokenOf() {
		if use := d.in.say[p.heading()].helps; use != "" && !d.forbidden(use) && !slices.Contains(all, use) {
			all = append(all, use)
		}
	}
	return all
}

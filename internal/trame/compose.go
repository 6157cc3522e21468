package trame

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var ideas, _ = readFields("idea")
var details, detailOrder = readFields("detail")

// weave readies the words that phrases may hold.
func (d *draft) weave() slots {
	where, who := d.where(), concerned(d.read, d.Review.PostedAs)
	plain, after := about(d.read, who != "")
	s := slots{
		"about": plain, "of_about": after, "about_en": matters[d.read.Subject].english, "for_who": who,
		"by_channel": channel(d.Review), "tries": d.tries(), "waited": lasting(d.read.Waited),
		"phone": d.Service.Phone, "email": d.Service.Email, "url": d.Service.URL,
	}
	if noun := matters[d.read.Subject].called(who != ""); !indefinite(noun) {
		s["subject_def"] = noun
	}
	d.situate(s, where)
	if s["waited"] != "" {
		s["of_waited"], s["waited_for"] = of(s["waited"]), "pendant "+s["waited"]
	}
	s["context"] = d.context(where)
	return s
}

// ours is how the service that answers speaks of itself.
const ours = "nos services"

// where names the public body concerned; the service that answers speaks of
// itself as such.
func (d *draft) where() string {
	if name := reading.Fold(d.Service.Name); name != "" && reading.Fold(d.Review.Structure()) == name {
		return ours
	}
	return place(d.Review)
}

// situate weaves in the public body concerned. Where the matter is the body
// itself, or none is known, the body takes the matter's place.
func (d *draft) situate(s slots, where string) {
	if where == "" {
		return
	}
	m := matters[d.read.Subject]
	s["to_org"], s["to_door"] = to(where), to(short(where))
	if m.family == "place" {
		s["about"], s["of_about"], s["for_who"] = "", "", ""
	}
	switch {
	case s["about"] == "" && d.chosen.tone != negative:
		s["about"], s["of_about"] = where, of(where)
	case where == ours && s["about"] != "":
		// It goes without saying whose service the matter is.
	case m.family == "place" || !names(where, m.noun):
		s["at_org"] = "auprès " + of(where)
	}
}

func (d *draft) context(where string) string {
	switch {
	case d.read.Has("covid") && !sanitary[matters[d.read.Subject].family]:
		return "pendant la crise sanitaire"
	case d.read.Has("abroad") && !abroad(where):
		return "depuis l’étranger"
	}
	return ""
}

// sanitary are the families of matters that the crisis goes without saying for.
var sanitary = map[string]bool{"vaccine": true, "covid": true}

// tries says how the author tried: "malgré plusieurs appels".
func (d *draft) tries() string {
	if !d.read.Has("tried_often") && !d.read.Has("tried_twice") {
		return ""
	}
	phone, mail, letter := d.read.Has("by_phone"), d.read.Has("by_mail"), d.read.Has("by_letter")
	switch {
	case phone && mail:
		return "malgré vos appels et vos messages"
	case phone:
		return "malgré vos appels"
	case mail:
		return "malgré vos messages"
	case letter:
		return "malgré vos courriers"
	}
	return "malgré plusieurs tentatives"
}

// whole composes the usual reply: thanks, the points, what the author
// proposes or asks, the right door, what the testimony is good for.
func (d *draft) whole() []string {
	all := []string{d.slots.fill(d.pick("opening", openings[string(d.chosen.tone)].sentences))}
	all = append(all, d.points()...)
	if extra := d.detail(); extra != "" && len(all) < 4 {
		all = append(all, extra)
	}
	proposal := d.idea()
	if proposal != "" {
		all = append(all, proposal)
	}
	all = append(all, d.doors()...)
	if proposal == "" || len(all) < 3 {
		all = append(all, d.next())
	}
	return all
}

// points says the first point in its own sentence, the others as noun
// phrases, two of a kind in one sentence.
func (d *draft) points() []string {
	chosen := d.chosen.points
	if len(chosen) == 0 {
		return nil
	}
	all := []string{d.full(chosen[0])}
	if waited := d.slots["waited"]; waited != "" && strings.Contains(all[0], waited) {
		d.slots["waited"] = "" // said once is enough
	}
	for i := 1; i < len(chosen); i++ {
		noun := sayings[chosen[i].heading()].noun
		if noun == "" {
			all = append(all, d.full(chosen[i]))
			continue
		}
		if i+1 < len(chosen) && chosen[i+1].good == chosen[i].good && sayings[chosen[i+1].heading()].noun != "" {
			noun = joined(noun, sayings[chosen[i+1].heading()].noun)
			i++
		}
		all = append(all, d.also(noun, chosen[i].good, chosen[i].good != chosen[0].good))
	}
	return all
}

func (d *draft) full(s said) string {
	return d.slots.fill(d.pick(s.heading(), sayings[s.heading()].sentences))
}

// joined says what two noun phrases share at their end only once: "l’amabilité
// et le professionnalisme des agents".
func joined(one, two string) string {
	for _, end := range []string{" des agents", " de la démarche", " de l’information", " au service"} {
		if cut, ok := strings.CutSuffix(one, end); ok && strings.HasSuffix(two, end) {
			one = strings.ReplaceAll(cut, " et ", ", ")
		}
	}
	return one + " et " + two
}

func (d *draft) also(noun string, good, turns bool) string {
	heading := "second_bad"
	switch {
	case turns && good:
		heading = "but_good"
	case turns:
		heading = "but_bad"
	case good:
		heading = "second_good"
	}
	d.slots["np"] = d.slots.fill(noun)
	return d.say(heading)
}

// detail says the gravest circumstance, only in a reply that regrets.
func (d *draft) detail() string {
	if d.chosen.tone != negative && d.chosen.tone != mixed {
		return ""
	}
	for _, label := range detailOrder {
		if d.read.Has(reading.Detail(label)) {
			return d.slots.fill(details[label][0])
		}
	}
	return ""
}

func (d *draft) idea() string {
	if len(d.read.Ideas) == 0 {
		return ""
	}
	d.slots["idea"] = ideas[string(d.read.Ideas[0])][0]
	if len(d.read.Ideas) > 1 {
		d.slots["idea2"] = ideas[string(d.read.Ideas[1])][0]
	}
	return d.say("idea")
}

// doors says where to knock: only facts of the service, of the sources or of
// the platform. A pleased author without a question needs none.
func (d *draft) doors() []string {
	all := []string{}
	if s := d.source(); s != "" {
		all = append(all, s)
	}
	asks := d.read.Has("asks_help") || d.read.Asks && d.Review.Sentiment != review.Positive
	if d.chosen.tone == positive && !asks || d.chosen.tone == mixed && d.Review.Sentiment == review.Positive && !asks {
		return all
	}
	if d.chosen.tone == neutral && !asks {
		return all
	}
	if d.read.Asks && d.chosen.tone != positive && len(d.chosen.points) < 2 {
		all = append(all, d.say("ask"))
	}
	return append(all, d.say(d.door()))
}

func (d *draft) door() string {
	account := d.slots["by_channel"] == channelNames["compte ou espace personnel"]
	switch {
	case d.Service.Phone != "":
		return "door_phone"
	case d.Service.Email != "":
		return "door_email"
	case d.Service.URL != "":
		return "door_url"
	case account && d.slots["to_org"] != "":
		return "door_account_org"
	case account:
		return "door_account"
	case d.slots["to_org"] != "":
		return "door_org"
	}
	return "door"
}

// source cites the first sheet given, with its address and its date.
func (d *draft) source() string {
	if len(d.Sources) == 0 {
		return ""
	}
	s := d.Sources[0]
	d.slots["title"], d.slots["sheet_url"], d.slots["date"] = s.Title, s.URL, day(s.Date)
	return d.say("source")
}

func (d *draft) next() string {
	for _, p := range d.chosen.points {
		if helps := sayings[p.heading()].helps; helps != "" {
			d.slots["next"] = helps
			return d.say("next")
		}
	}
	return d.say("next_plain")
}

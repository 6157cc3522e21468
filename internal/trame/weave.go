package trame

import (
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
)

// weaveFrench readies the words that French phrases may hold.
func (d *draft) weaveFrench() slots {
	where, who := d.where(), concerned(d.read, d.Review.PostedAs)
	others := who != "" || forRelative(d.Review.PostedAs) || d.namesRelative() || staff.MatchString(d.Review.Text) || theirs.MatchString(d.Review.Text) && !oneself.MatchString(d.Review.Text) || slices.Contains(d.read.Wished, d.subject())
	plain, after := about(d.read, d.subject(), others)
	object := d.object()
	if object != "" {
		plain = object
		if !others {
			plain = yours(object)
		}
		after = of(plain)
	}
	if d.subject() == "" && object == "" {
		who = "" // for whom, where it is not said what
	}
	if acts := matters[d.subject()].acts; strings.Contains(acts, "n") && !strings.Contains(acts, "p") {
		who = "" // what happened to somebody is not done for them
	}
	s := slots{
		"about": plain, "of_about": after, "for_who": who,
		"by_channel": channelNames[d.channel()], "waited": lasting(d.read.Waited),
		"phone": d.Service.Phone, "email": d.Service.Email, "url": d.Service.URL,
		"of_staff": "des agents",
	}
	if taught.MatchString(d.Review.Text) {
		s["of_staff"] = "de vos interlocuteurs"
	}
	d.situate(s, where)
	if s["waited"] != "" {
		s["of_waited"], s["waited_for"] = of(s["waited"]), "pendant "+s["waited"]
	}
	if key := d.channel(); key == "demarche en ligne" || key == "telephone" {
		s["reached"] = s["by_channel"] // nobody says "facile d’accès à l’accueil"
	}
	s["context"] = d.context(where)
	return s
}

// subject is what the review is about, "" when it can hardly be so where it
// is said to have happened.
func (d *draft) subject() reading.Subject {
	family, where := matters[d.read.Subject].family, d.where()
	switch {
	case domestic[family] && abroad(where), d.chosen.tone == positive && grave[d.read.Subject], d.read.Subject == "public_website" && where != "":
		return ""
	case family == "disability" && !strings.Contains(where, "handicap") && slices.Contains(d.chosen.points, said{"access_bad", false}):
		return "" // a way in is no right to a benefit
	case family == "hours" && opening.MatchString(d.Review.Title):
		return d.read.Subject // a title says what it is about, a text what else is wrong
	case family == "hours" && len(d.read.Others) > 0:
		return d.read.Others[0]
	case family == "hours" && where != "":
		return ""
	}
	return d.read.Subject
}

// grave are the matters that nobody is thanked for cheerfully.
var grave = map[reading.Subject]bool{"death": true, "succession": true, "theft": true, "domestic_violence": true, "violence_other": true, "divorce": true, "survivor_pension": true}

// opening finds the words by which a title speaks of opening hours.
var opening = regexp.MustCompile(`(?i)horaire|ouvert|ferm[eé]|opening|closed`)

// domestic are the families of matters that a post abroad does not handle.
var domestic = map[string]bool{"hospital": true, "police": true, "payslip": true, "energy": true, "roads": true, "waste": true, "parking": true, "association": true, "water": true, "canteen": true}

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
	m := matters[d.subject()]
	if at := counter(where); at != "" {
		s["to_door"] = to(at)
	}
	object := d.object()
	own := object == "" && (m.family == "place" || itself(where, m.family))
	if own {
		s["about"], s["of_about"], s["for_who"] = "", "", ""
	}
	switch {
	case s["about"] == "" && (d.chosen.tone != negative || d.read.Signals.Bare):
		s["about"], s["of_about"] = where, of(where)
	case where == ours && s["about"] != "":
		// It goes without saying whose service the matter is.
	case strings.HasPrefix(where, app):
		if s["about"] == "" {
			s["at_org"] = "avec " + where
		}
	case strings.HasPrefix(where, "le site "):
		s["at_org"] = "sur " + where
	case m.family == "hours":
		s["at_org"] = of(where)
	case own || object != "" || !names(where, m.noun):
		s["at_org"] = "auprès " + of(where)
	}
}

// premises are how the bodies begin that are the matter itself.
var premises = map[string][]string{"library": {"la médiathèque", "la bibliothèque"}, "pool": {"la piscine"}, "culture": {"le musée"}, "police": {"le commissariat", "la gendarmerie", "la police"}, "violence": {"le service de signalement"}}

// itself tells a matter that the body concerned already names.
func itself(where, family string) bool {
	return slices.ContainsFunc(premises[family], func(start string) bool { return strings.HasPrefix(where, start) })
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

// tries says how often the author tried, by the means that the point is about:
// "malgré vos appels".
func (d *draft) tries(t reading.Topic) string {
	if !d.read.Has("tried_often") && !d.read.Has("tried_twice") && !d.read.Has("by_reminder") {
		return ""
	}
	phone, mail := d.read.Has("by_phone"), d.read.Has("by_mail")
	switch {
	case d.read.Has("by_reminder"):
		return "malgré vos relances"
	case t == "phone_unreachable" && phone && d.read.Has("tried_often"):
		return "malgré vos appels"
	case t == "mail_unanswered" && mail:
		return "" // the sentence says so already
	case t == "no_answer" && phone && mail:
		return "malgré vos appels et vos messages"
	}
	return "malgré plusieurs tentatives"
}

var placesEnglish, placeOrderEnglish = readFields("en-place")

// weaveEnglish readies the words that English phrases may hold.
func (d *draft) weaveEnglish() slots {
	s := slots{
		"about": aboutEnglish(d.subject()), "by_channel": channelNamesEnglish[d.channel()], "waited": lastingEnglish(d.read.Waited),
		"phone": d.Service.Phone, "email": d.Service.Email, "url": d.Service.URL,
	}
	object := d.object()
	if object != "" {
		s["about"] = object
	}
	where := placeEnglish(d.where())
	if where == "" {
		return s
	}
	s["to_door"] = where
	switch {
	case object == "" && matters[d.subject()].family == "place" || s["about"] == "":
		s["about"] = where
	case d.where() != ours:
		s["at_org"] = "at " + where
	}
	return s
}

// triesEnglish says that the author tried more than once.
func (d *draft) triesEnglish(reading.Topic) string {
	if d.read.Has("tried_often") || d.read.Has("tried_twice") {
		return "despite your efforts"
	}
	return ""
}

// placeEnglish names a body in English by how its French name begins, "" when
// there is no everyday name for it.
func placeEnglish(french string) string {
	for _, start := range placeOrderEnglish {
		if strings.HasPrefix(french, start) {
			return placesEnglish[start][0]
		}
	}
	return ""
}

func aboutEnglish(s reading.Subject) string {
	m := matters[s]
	for _, article := range []string{"a ", "an "} {
		if rest, ok := strings.CutPrefix(m.english, article); ok && !strings.Contains(m.acts, "n") {
			return "your " + rest
		}
	}
	return m.english
}

package trame

import (
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
)

// matter is a subject as it is spoken of.
type matter struct {
	family  string
	acts    string // the letters at the head of data/subject.txt
	noun    string // "un passeport"
	english string
}

var matters = readMatters()

func readMatters() map[reading.Subject]matter {
	fields, order := readFields("subject")
	all := map[reading.Subject]matter{}
	for _, label := range order {
		f := fields[label]
		all[reading.Subject(label)] = matter{family: f[0], acts: f[1], noun: f[2], english: f[3]}
	}
	return all
}

// about says what the review is about, plainly and after "de": "le
// renouvellement de votre passeport et votre carte d’identité". When the
// author writes for somebody else the matter is not called theirs.
func about(a reading.Analysis, subject reading.Subject, others bool) (plain, after string) {
	m, ok := matters[subject]
	if !ok {
		return "", ""
	}
	plain = m.acted(meantAct(a), others)
	after = of(plain)
	if strings.Contains(m.acts, "p") {
		return plain, after // what else is named beside a sum is mostly why
	}
	for _, other := range a.Others {
		if o := matters[other]; o.family != m.family && strings.ContainsAny(o.acts, "de") && !strings.Contains(o.acts, "n") {
			return m.withOther(o, plain, after, others, o.acted(meantAct(a), others) != o.called(others))
		}
	}
	return plain, after
}

// meantAct leaves out an appointment that is only told on the way.
func meantAct(a reading.Analysis) reading.Act {
	about := func(p reading.Point) bool { return slices.Contains(appointments, p.Topic) }
	if a.Act == "book" && !slices.ContainsFunc(a.Points, about) {
		return ""
	}
	return a.Act
}

var appointments = []reading.Topic{"no_slot", "slot_easy", "slot_cancelled", "slot_not_kept"}

// withOther adds a second matter, under the same act where there is one: "le
// renouvellement de votre carte d’identité et de votre passeport".
func (m matter) withOther(o matter, plain, after string, others, acts bool) (string, string) {
	second := o.called(others)
	switch {
	case strings.HasPrefix(plain, "une demande d"):
		second = partitive(bare(o.noun))
		return plain + " et " + second, after + " et " + second
	case acts && plain != m.called(others) && !strings.HasPrefix(plain, "un "):
		return plain + " et " + of(second), after + " et " + of(second)
	}
	return plain + " et " + second, after + " et " + of(second)
}

func (m matter) called(others bool) string {
	if others || strings.Contains(m.acts, "n") {
		return m.noun
	}
	return yours(m.noun)
}

// acted joins the act to the matter when the matter is open to it.
func (m matter) acted(act reading.Act, others bool) string {
	called, document := m.called(others), strings.Contains(m.acts, "d")
	switch {
	case strings.Contains(m.acts, "e") && act == "renew":
		return "le renouvellement " + of(called)
	case document && act == "replace":
		return "le remplacement " + of(called)
	case document && act == "collect":
		return "la remise " + of(called)
	case document && act == "follow":
		return "le suivi d’une demande " + partitive(bare(m.noun))
	case document && act == "book":
		return "un rendez-vous pour " + called
	case document && (act == "ask" || act == "first"):
		return "une demande " + partitive(bare(m.noun))
	case strings.Contains(m.acts, "x") && act == "exchange":
		return "l’échange " + of(called)
	case m.family == "fine" && act == "designate":
		return "la désignation du conducteur"
	case strings.Contains(m.acts, "p") && act == "pay":
		return "le paiement " + of(called)
	case strings.Contains(m.acts, "p") && act == "contest":
		return "la contestation " + of(called)
	case strings.Contains(m.acts, "c") && act == "correct":
		return "la correction " + of(called)
	case strings.Contains(m.acts, "l") && act == "declare":
		return "la déclaration " + of(called)
	}
	return called
}

// settled are the matters that say by themselves whom they concern: the
// relative named is the one who died, or was born.
var settled = map[reading.Subject]bool{"survivor_pension": true, "death": true, "succession": true, "birth": true, "marriage": true, "guardianship": true, "": true}

// concerned tells for whom the author writes: "" for themselves, where the
// matter says it already, or where the text does not tell. Whoever is the
// person concerned may well name their family on the way.
func concerned(a reading.Analysis, postedAs string) string {
	if own := matters[a.Subject].family; settled[a.Subject] || own == "association" || own == "business" || own == "pool" || own == "library" {
		return ""
	}
	relative := forRelative(postedAs)
	switch {
	case strings.Contains(reading.Fold(postedAs), "mediation"):
		return "pour la personne que vous accompagnez"
	case a.Has("our_business") && !relative && trade[matters[a.Subject].family]:
		return "pour votre activité professionnelle"
	case postedAs != "" && !relative:
		return ""
	}
	for _, who := range relatives {
		if a.Has(who.detail) {
			return who.said
		}
	}
	return ""
}

// trade are the families of matters that a business has too.
var trade = map[string]bool{"contribution": true, "tax": true, "invoice": true, "account": true, "stay": true, "energy": true, "waste": true, "vehicle": true, "planning": true, "labour": true, "seizure": true, "customs": true}

// relatives are those for whom an author may write.
var relatives = []struct {
	detail reading.Detail
	said   string
}{{"child", "pour votre enfant"}, {"parent", "pour l’un de vos parents"}, {"wife", "pour votre conjointe"}, {"spouse", "pour votre conjoint"}, {"relative", "pour l’un de vos proches"}}

// forOther tells whether the matter may be somebody else's than the author's.
func (d *draft) forOther() bool {
	own := d.read.Subject != "" && settled[d.read.Subject]
	return forRelative(d.Review.PostedAs) || !own && d.namesRelative()
}

// namesRelative tells whether the matter may be a relative's.
func (d *draft) namesRelative() bool {
	for _, who := range relatives {
		if d.read.Has(who.detail) {
			return true
		}
	}
	if settled[d.read.Subject] {
		return waitingKin.MatchString(d.Review.Text)
	}
	return kin.MatchString(d.Review.Text)
}

// waitingKin finds a relative who is the one that asks or waits, in a matter
// that names another by itself.
var waitingKin = regexp.MustCompile(`(?i)(?:^|[.!?\n]\s*)(?:ma|mon)\s+(?:\pL+[- ])?(?:m[eè]re|p[eè]re|maman|papa|tante|oncle|voisine?|amie?|s(?:œ|oe)ur|fr[eè]re|fille|fils)\s+(?:attend|a demand|a fait|doit|touche|per[cç]oit|n|ne)\b`)

// kin finds a relative who is spoken of as the one concerned: whoever opens a
// sentence, or stands after the matter.
var kin = regexp.MustCompile(`(?i)\b(?:pour|à|de)\s+(?:maman|papa|mamie|papi)\b|(?:^|[.!?\n]\s*|\b(?:de|pour|à|que|et|or|inscrire|aider|accompagner)\s+)(?:ma|mon|mes|notre|nos)\s+(?:\pL+\s+)?(?:m[eè]re|p[eè]re|parents|maman|papa|grand[- ]?(?:m[eè]re|p[eè]re|parents)|voisine?|fils|fille|enfants?|mari|[eé]poux|[eé]pouse|femme|conjointe?|compagn(?:on|e)|fr[eè]re|s(?:œ|oe)ur|tante|oncle|neveu|ni[eè]ce|cousine?|amie?|belle[- ]m[eè]re|beau[- ]p[eè]re)\b`)

// staff finds those for whom an employer or a landlord writes.
var staff = regexp.MustCompile(`(?i)\b(?:avec|pour|de|d.) ?(?:un|une|notre|mon|ma|nos|mes) (?:futurs? |futures? )?(?:salari[eé]e?s?|employ[eé]e?s?|apprentie?s?|locataires?)(?:\PL|$)`)

// taught finds those who teach: they are no agents of the service.
var taught = regexp.MustCompile(`(?i)\b(?:professeure?s?|format(?:eur|rice)s?|enseignante?s?|monit(?:eur|rice)s?)\b`)

// theirs and oneself find whose matters a text speaks of.
var (
	theirs  = regexp.MustCompile(`(?i)\b(?:leurs?|lui|elle|sa|ses)\s`)
	oneself = regexp.MustCompile(`(?i)(?:^|\PL)(?:je|j|me|m|moi|mon|ma|mes|nous|notre|nos)(?:\PL|$)`)
)

// forRelative tells whether the platform says that a relative is concerned.
func forRelative(postedAs string) bool {
	return strings.Contains(reading.Fold(postedAs), "proche")
}

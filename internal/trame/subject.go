package trame

import (
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
	plain = m.acted(a.Act, others)
	after = of(plain)
	if strings.Contains(m.acts, "p") {
		return plain, after // what else is named beside a sum is mostly why
	}
	for _, other := range a.Others {
		if o := matters[other]; o.family != m.family && strings.ContainsAny(o.acts, "de") && !strings.Contains(o.acts, "n") {
			return m.withOther(o, plain, after, others)
		}
	}
	return plain, after
}

// withOther adds a second matter, under the same act where there is one: "le
// renouvellement de votre carte d’identité et de votre passeport".
func (m matter) withOther(o matter, plain, after string, others bool) (string, string) {
	second := o.called(others)
	switch {
	case strings.HasPrefix(plain, "une demande d"):
		second = partitive(bare(o.noun))
		return plain + " et " + second, after + " et " + second
	case plain != m.called(others) && !strings.HasPrefix(plain, "un "):
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

// concerned tells for whom the author writes: "" for themselves, or where the
// matter says it already. Whoever is the person concerned may well name their
// family on the way.
func concerned(a reading.Analysis, postedAs string) string {
	if own := matters[a.Subject].family; settled[a.Subject] || own == "association" || own == "business" {
		return ""
	}
	posted := reading.Fold(postedAs)
	relative, helper := strings.Contains(posted, "proche"), strings.Contains(posted, "mediation")
	switch {
	case helper:
		return "pour la personne que vous accompagnez"
	case a.Has("our_business") && !relative:
		return "pour votre activité professionnelle"
	case postedAs != "" && !relative:
		return ""
	}
	for _, who := range []struct {
		detail reading.Detail
		said   string
	}{{"child", "pour votre enfant"}, {"parent", "pour l’un de vos parents"}, {"spouse", "pour votre conjoint"}, {"relative", "pour l’un de vos proches"}} {
		if a.Has(who.detail) {
			return who.said
		}
	}
	if relative {
		return "pour l’un de vos proches"
	}
	return ""
}

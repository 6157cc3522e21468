package reading

import (
	"slices"
	"sort"
	"strings"
)

// Subject is what a review is about, such as "passport" or "online_vote"; the
// labels of data/subject.txt. "" is no subject known.
type Subject string

// Subjects lists every subject there is, in the order of the table.
func Subjects() []Subject { return labels[Subject](subjectTable) }

// Act is what the author set out to do with the subject, such as "renew"; the
// labels of data/act.txt. "" is no act known.
type Act string

// weakest is the first of the subjects that hold for any procedure.
const weakest = "franceconnect"

type scored struct {
	label  string
	order  int
	score  int
	times  int
	titled bool // the title names it
	asked  bool // the service asks for it on the way to something else
	meant  bool // the title speaks for it, or the beginning as the author's own
	had    bool // more than what is proposed speaks for it
}

// passing tells a word mentioned once on the way from what a review is about.
func (s scored) passing() bool { return s.times == 1 && !s.meant }

// nearer name the subject that a broader one gives way to where both are read:
// who votes online speaks of elections.
var nearer = map[string][]string{"election": {"online_vote", "electoral_roll"}, "birth": {"birth_certificate"}, "disability": {"disability_card"}, "civil_status": {"birth_certificate", "passport", "identity_card"}}

// subjects gives what a review is about, the surest first, at most three: the
// others only when much speaks for them, and then the lesser ones.
func subjects(title, text []sentence) (sure, lesser, wished []Subject) {
	ranked := narrowed(rank(title, text))
	for i, s := range ranked {
		if !s.had {
			wished = append(wished, Subject(s.label))
		}
		if i == 0 || i < 3 && s.score >= 4 && 2*s.score >= ranked[0].score {
			sure = append(sure, Subject(s.label))
		} else {
			lesser = append(lesser, Subject(s.label))
		}
	}
	return sure, lesser, wished
}

// rank scores the subjects that are more than words in passing.
func rank(title, text []sentence) []scored {
	scores := map[string]*scored{}
	tally(scores, title, 6, len(title))
	for _, s := range scores {
		s.titled = true
	}
	tally(scores, text, 2, max(2, len(text)/3))
	ranked := []scored{}
	for _, s := range scores {
		if s.asked && !s.titled {
			s.score = 1
		}
		if !s.passing() {
			ranked = append(ranked, *s)
		}
	}
	sort.Slice(ranked, func(i, j int) bool {
		if ranked[i].score != ranked[j].score {
			return ranked[i].score > ranked[j].score
		}
		return ranked[i].order < ranked[j].order
	})
	return ranked
}

// narrowed puts a nearer subject in the place of the broader one that leads.
func narrowed(ranked []scored) []scored {
	if len(ranked) == 0 {
		return ranked
	}
	i := slices.IndexFunc(ranked, func(s scored) bool { return slices.Contains(nearer[ranked[0].label], s.label) })
	if i > 0 {
		ranked[i].score = ranked[0].score
		ranked = slices.Concat(ranked[i:i+1], ranked[1:i], ranked[i+1:])
	}
	return ranked
}

// tally counts for each subject what speaks for it: its first mention weighs
// first and more by its length, and the opening sentences say what matters.
func tally(scores map[string]*scored, all []sentence, first, opening int) {
	seen := map[string]int{}
	for i, s := range all {
		if s.order {
			continue
		}
		hits := subjectTable.find(s.words)
		many := listed(hits)
		for _, h := range hits {
			if unmeant(s.words, h) {
				continue
			}
			gain := 1
			if seen[h.label] == 0 {
				gain = first + len(h.steps) - 1
			}
			seen[h.label]++
			if seen[h.label] <= 4 {
				addScore(scores, h, gain, !many && !requested(s.words, h.from) && !beside(s.words, h) && (i < opening && !theirs(s.words, h.from) || sought(s.words, h.from)))
				scores[h.label].asked = scores[h.label].asked || requested(s.words, h.from)
				scores[h.label].had = scores[h.label].had || !s.proposes || slices.ContainsFunc(s.words[max(0, h.from-1):h.to], func(w word) bool { return mine[w.plain] })
			}
		}
	}
}

// unmeant tells a single word that is denied ("attestation de non mariage"), or
// that is who did something ("l’association nous a aidés").
func unmeant(ws []word, h hit) bool {
	if slices.ContainsFunc(ws[max(0, h.from-3):h.from], func(w word) bool { return w.plain == "caisse" || w.plain == "vue" }) {
		return true // "la caisse d’allocations familiales", "en vue des élections"
	}
	if likened(ws, h) {
		return true
	}
	if len(h.steps) > 1 || h.from == 0 {
		return false
	}
	before := ws[h.from-1]
	if h.label == "marriage" && slices.ContainsFunc(ws[max(0, h.from-2):h.from], func(w word) bool { return w.plain == "non" }) {
		return true // "non mariage/pacs"
	}
	return before.plain == "non" || h.label == "association" && before.plain == "l" && before.opens
}

var (
	seekers = wordSet("demande demander demandes renouvellement renouveler obtenir refaire fallait faut besoin voulais voulons souhaite")
	mine    = wordSet("mon ma mes notre nos")
	someone = wordSet("sa son leur leurs ses sur soit")
)

// sought tells whether the author asks for a matter.
func sought(ws []word, at int) bool {
	return slices.ContainsFunc(ws[max(0, at-4):at], func(w word) bool { return seekers[w.plain] })
}

var (
	requests = wordSet("reclame reclament reclamait exige exigent fournir fourni fournis joint jointe presenter produire")
	asks     = wordSet("demande demandent")
	objects  = wordSet("me m nous")
)

// requested tells a paper that the service asks for ("on me réclame un acte de
// naissance") from what the author came for.
func requested(ws []word, at int) bool {
	for j := at - 1; j >= max(0, at-4); j-- {
		if requests[ws[j].plain] || asks[ws[j].plain] && j > 0 && objects[ws[j-1].plain] {
			return true
		}
	}
	return false
}

var (
	ways     = wordSet("pour sur en par avec sans")
	articles = wordSet("le la les l")
	asides   = wordSet("sur par avec sans")
)

// beside tells a single word that stands for a circumstance ("fermé pour
// formation", "des réponses sur les impôts") from what the author came for.
func beside(ws []word, h hit) bool {
	if len(h.steps) > 1 || h.from == 0 {
		return false
	}
	before := ws[h.from-1].plain
	if h.from > 1 && strings.HasPrefix(ws[h.from-2].plain, "demarche") {
		return false
	}
	return ways[before] || articles[before] && h.from > 1 && asides[ws[h.from-2].plain]
}

// theirs tells a matter of somebody else, or what a thing is written on.
func theirs(ws []word, at int) bool {
	near := ws[max(0, at-3):at]
	return slices.ContainsFunc(near, func(w word) bool { return someone[w.plain] }) && !slices.ContainsFunc(near, func(w word) bool { return mine[w.plain] })
}

func addScore(scores map[string]*scored, h hit, gain int, meant bool) {
	if weak(h.label) {
		gain = gain / 2
	}
	if scores[h.label] == nil {
		scores[h.label] = &scored{label: h.label, order: h.order}
	}
	scores[h.label].score += gain
	scores[h.label].times++
	scores[h.label].meant = scores[h.label].meant || meant
}

func weak(label string) bool {
	for _, l := range subjectTable.labels {
		if l == weakest || l == label {
			return l != label || l == weakest
		}
	}
	return false
}

// act gives what the author set out to do: what the title says, else what
// the first sentences say.
func act(title, text []sentence) Act {
	for _, s := range slices.Concat(title, text[:min(3, len(text))]) {
		if a, ok := actOf(s); ok {
			return a
		}
	}
	return ""
}

// actOf gives the first in the table of what a sentence sets out to do.
func actOf(s sentence) (Act, bool) {
	best := len(actTable.labels)
	for _, h := range actTable.find(s.words) {
		if h.label == "ask" && h.to < len(s.words) && changes[s.words[h.to].plain] {
			continue // "demande de mise à jour" asks for no document
		}
		best = min(best, h.order)
	}
	if best == len(actTable.labels) {
		return "", false
	}
	return Act(actTable.labels[best]), true
}

// changes are asked for of what one has already.
var changes = wordSet("mise modification changement rectification correction renseignement renseignements information informations precision precisions annulation remboursement explication explications")

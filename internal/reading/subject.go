package reading

import "sort"

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
	label string
	order int
	score int
	times int
	meant bool // the title, the beginning or the author's own name for it speaks for it
}

// passing tells a word mentioned once on the way from what a review is about.
func (s scored) passing() bool { return s.times == 1 && !s.meant }

// subjects gives what a review is about, the surest first, at most three: the
// others only when much speaks for them.
func subjects(title, text []sentence) []Subject {
	scores := map[string]*scored{}
	tally(scores, title, 6, len(title))
	tally(scores, text, 2, max(2, len(text)/3))
	ranked := []scored{}
	for _, s := range scores {
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
	found := []Subject{}
	for i, s := range ranked[:min(3, len(ranked))] {
		if i == 0 || s.score >= 4 && 2*s.score >= ranked[0].score {
			found = append(found, Subject(s.label))
		}
	}
	return found
}

// tally counts for each subject what speaks for it: its first mention weighs
// first and more by its length, and the opening sentences say what matters.
func tally(scores map[string]*scored, all []sentence, first, opening int) {
	seen := map[string]int{}
	for i, s := range all {
		if s.order {
			continue
		}
		for _, h := range subjectTable.find(s.words) {
			gain := 1
			if seen[h.label] == 0 {
				gain = first + len(h.steps) - 1
			}
			seen[h.label]++
			if seen[h.label] <= 4 {
				addScore(scores, h, gain, i < opening || owned(s.words, h.from))
			}
		}
	}
}

var owners = wordSet("mon ma mes notre nos demande demander demandes renouvellement renouveler obtenir refaire")

// owned tells whether the author calls a matter their own, or asks for it.
func owned(ws []word, at int) bool {
	for j := at - 1; j >= max(0, at-3); j-- {
		if owners[ws[j].plain] {
			return true
		}
	}
	return false
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
	for _, all := range [][]sentence{title, text[:min(3, len(text))]} {
		best := len(actTable.labels)
		for _, s := range all {
			for _, h := range actTable.find(s.words) {
				best = min(best, h.order)
			}
		}
		if best < len(actTable.labels) {
			return Act(actTable.labels[best])
		}
	}
	return ""
}

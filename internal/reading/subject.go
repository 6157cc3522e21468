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
}

// subjects gives what a review is about, the surest first, at most three: the
// others only when much speaks for them.
func subjects(title, text []sentence) []Subject {
	scores := map[string]*scored{}
	tally(scores, title, 6)
	tally(scores, text, 2)
	ranked := []scored{}
	for _, s := range scores {
		ranked = append(ranked, *s)
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

func tally(scores map[string]*scored, all []sentence, first int) {
	seen := map[string]int{}
	for _, s := range all {
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
				addScore(scores, h, gain)
			}
		}
	}
}

func addScore(scores map[string]*scored, h hit, gain int) {
	if weak(h.label) {
		gain = gain / 2
	}
	if scores[h.label] == nil {
		scores[h.label] = &scored{label: h.label, order: h.order}
	}
	scores[h.label].score += gain
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

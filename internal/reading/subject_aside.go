package reading

import "slices"

const (
	manyAtOnce = 4 // so many subjects are a list of what all a service does
	nearAtOnce = 5 // where no more words than that stand from one to the next
)

// listed tells a sentence that lists subjects: it is about none of them.
func listed(hits []hit) bool {
	seen, first, last := map[string]bool{}, 1<<30, 0
	for _, h := range hits {
		seen[h.label] = true
		first, last = min(first, h.from), max(last, h.to)
	}
	return len(seen) >= manyAtOnce && last-first <= nearAtOnce*len(seen)
}

// likened tells what something is compared with: "de la même façon qu’un acte
// de naissance".
func likened(ws []word, h hit) bool {
	for j := max(1, h.from-7); j < h.from; j++ {
		if ws[j-1].plain == "meme" && (ws[j].plain == "maniere" || ws[j].plain == "facon") {
			return true
		}
	}
	return slices.ContainsFunc(ws[max(0, h.from-3):h.from], func(w word) bool { return w.plain == "instar" })
}

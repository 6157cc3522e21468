package reading

import "strings"

// sentence is a sentence made ready for the tables, with its mood.
type sentence struct {
	Sentence
	words    []word
	proposes bool
	wish     bool // it proposes, asks or regrets
	wishAt   int  // the word where the wish begins
	question bool
	irony    bool
	signals  []hit
	order    bool // an order aimed at a model
}

func sentencesOf(text string) []sentence {
	all := []sentence{}
	for _, s := range Sentences(text) {
		all = append(all, feel(s))
	}
	return all
}

func feel(s Sentence) sentence {
	made := sentence{Sentence: s, words: words(s.Text, s.Start), question: strings.HasSuffix(s.Text, "?")}
	made.wishAt = len(made.words)
	for _, h := range moodTable.find(made.words) {
		switch h.label {
		case "wish", "propose":
			made.wish = true
			made.proposes = made.proposes || h.label == "propose"
			made.wishAt = min(made.wishAt, h.from)
		case "irony":
			made.irony = true
		}
	}
	made.signals = signalTable.find(made.words)
	for _, h := range made.signals {
		made.order = made.order || h.label == "order"
	}
	return made
}

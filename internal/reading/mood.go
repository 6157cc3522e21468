package reading

import (
	"strings"

	"ecritoire/internal/review"
)

// sentence is a sentence made ready for the tables, with its mood.
type sentence struct {
	Sentence
	words    []word
	heard    []word // as they are meant, for signals
	proposes bool
	wish     bool // it proposes, asks or regrets
	wishAt   int  // the word where the wish begins
	question bool
	irony    bool
	// elsewhereAt is the word from which the sentence speaks of somebody else.
	elsewhereAt int
	signals     []hit
	order       bool // an order aimed at a model
	orders      []review.Span
	quotes      []review.Span // somebody else's words, as quotations gives them
}

func sentencesOf(text string) []sentence {
	all, quotes := plainSentences(text), quotations(text)
	for i := range all {
		all[i].quotes = quotes
	}
	for _, span := range orders(text) {
		mark(all, span)
	}
	return all
}

// plainSentences leaves out the orders that are not in the tables.
func plainSentences(text string) []sentence {
	all := []sentence{}
	for _, s := range Sentences(text) {
		all = append(all, feel(s))
	}
	return all
}

// mark notes an order in the sentences that it touches, its place in the
// first of them.
func mark(all []sentence, span review.Span) {
	noted := false
	for i := range all {
		s := &all[i]
		if s.Start >= span.End || span.Start >= s.End {
			continue
		}
		s.order = true
		if !noted {
			s.orders, noted = append(s.orders, span), true
		}
	}
	if !noted && len(all) > 0 {
		all[0].orders, all[0].order = append(all[0].orders, span), true
	}
}

func feel(s Sentence) sentence {
	made := sentence{Sentence: s, words: words(s.Text, s.Start), question: strings.HasSuffix(s.Text, "?")}
	made.wishAt, made.elsewhereAt = len(made.words), len(made.words)
	for _, h := range moodTable.find(made.words) {
		switch h.label {
		case "wish", "propose":
			if explains(made.words, h) {
				continue
			}
			made.wish = true
			made.proposes = made.proposes || h.label == "propose"
			made.wishAt = min(made.wishAt, h.from)
		case "irony":
			made.irony = true
		case "elsewhere":
			made.elsewhereAt = min(made.elsewhereAt, h.from)
		}
	}
	made.heard = heard(made.words)
	made.signals = signalTable.find(made.heard)
	for _, h := range made.signals {
		made.order = made.order || h.label == "order"
	}
	return made
}

// explains tells a regret that leads to praise ("dommage, car les agents
// sont aimables") from a wish.
func explains(ws []word, h hit) bool {
	return ws[h.from].plain == "dommage" && h.to < len(ws) && (ws[h.to].plain == "car" || ws[h.to].plain == "parce")
}

package reading

import (
	"strings"

	"ecritoire/internal/review"
)

// Signal is a stretch of a review that an agent must see before anything
// else. Kind is, for Urgent, "distress", "threat", "self_harm" or "violence",
// else "insult" or "order".
type Signal struct {
	Kind string
	review.Span
}

// Signals are the signals of a text. Bare is a text without any word to
// answer: empty, or stars and punctuation only.
type Signals struct {
	Urgent []Signal
	Insult []Signal
	Order  []Signal
	Bare   bool
}

// SignalsOf reads the signals of a text, spans in code points.
func SignalsOf(text string) Signals { return signalsOf(sentencesOf(text)) }

func signalsOf(all []sentence) Signals {
	found := Signals{Bare: bare(all)}
	for _, s := range all {
		for _, at := range s.orders {
			found.Order = append(found.Order, Signal{"order", at})
		}
		for _, h := range s.signals {
			if h.label == "order" || !denied(s.heard, h) {
				found.add(h.label, review.Span{Start: s.heard[h.from].start, End: s.heard[h.to-1].end})
			}
		}
	}
	return found
}

// harmless is the label of the turns that only sound like danger ("mort de
// rire"): what lies inside them is no signal.
const harmless = "harmless"

func (f *Signals) add(label string, at review.Span) {
	kind, urgent := strings.CutPrefix(label, "urgent.")
	switch signal := (Signal{kind, at}); {
	case urgent:
		f.Urgent = append(f.Urgent, signal)
	case label == harmless:
	case label == "insult":
		f.Insult = append(f.Insult, signal)
	default:
		f.Order = append(f.Order, signal)
	}
}

// starWords are what a rating without a comment is made of.
var starWords = wordSet("etoile etoiles star stars ras neant sans commentaire aucun note avis ok x n a")

func bare(all []sentence) bool {
	for _, s := range all {
		for _, w := range s.words {
			if _, isNumber := number(w); !isNumber && !starWords[w.plain] {
				return false
			}
		}
	}
	return true
}

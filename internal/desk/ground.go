package desk

import (
	"cmp"
	"context"
	"log/slog"
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/answer"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

const (
	groundingMost   = 3   // sheets that a draft may stand on
	groundingPoints = 4   // points of a review that are looked up, the weightiest
	groundingOf     = 300 // code points of each
	// groundingScore is how likely a sheet must bear on a point before a public
	// reply may name it: more than the assistant asks for, whose reader is an
	// agent.
	groundingScore = 0.7
)

// ground finds the sheets that bear on what a review raises, personal data
// replaced: on its questions and its complaints, each looked up by itself with
// the title. Praise needs no sheet. Questions that no sheet covers go on the
// list of missing sheets. Sheets that cannot be read leave the draft without:
// the screen and the verbs of the sheets say so.
func (d *Desk) ground(ctx context.Context, hidden review.Review) []review.Passage {
	found := map[[2]string]review.Hit{}
	for _, m := range matters(hidden) {
		hits, err := d.parts.Sheets.Search(ctx, m.words, groundingMost)
		if err != nil {
			slog.Warn("sheets could not be searched for a draft", "review", hidden.ID, "cause", err)
			return []review.Passage{}
		}
		bears := false
		for _, h := range hits {
			if h.Score < groundingScore {
				continue
			}
			bears = true
			if of := [2]string{h.Kind, h.Sheet}; found[of].Score < h.Score {
				found[of] = h
			}
		}
		// A trial reviews what is not in the queue: it has no id.
		if m.asks && !bears && hidden.ID != 0 {
			d.miss(ctx, m, hidden.ID)
		}
	}
	return likeliestPassages(found)
}

func (d *Desk) miss(ctx context.Context, m matter, id int64) {
	if err := d.parts.Store.Miss(ctx, m.said, id, d.now()); err != nil {
		slog.Warn("a missing sheet could not be noted", "review", id, "cause", err)
	}
}

func likeliestPassages(found map[[2]string]review.Hit) []review.Passage {
	hits := []review.Hit{}
	for _, h := range found {
		hits = append(hits, h)
	}
	slices.SortFunc(hits, func(a, b review.Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Sheet, b.Sheet))
	})
	all := []review.Passage{}
	for _, h := range hits[:min(groundingMost, len(hits))] {
		all = append(all, h.Passage)
	}
	return all
}

// matter is one thing to look up for a review.
type matter struct {
	said  string // the review's sentence
	words string // what is looked up
	asks  bool
}

// matters are the questions and the complaints of a review, the weightiest
// complaints first. A review that raises neither has none, and one whose author
// is content none but its questions.
func matters(hidden review.Review) []matter {
	all := []matter{}
	for _, s := range reading.Sentences(hidden.Text) {
		if factual(s.Text) {
			all = append(all, matter{s.Text, hidden.Title + " " + s.Text, true})
		}
	}
	read := reading.Analyse(hidden)
	blamed := slices.DeleteFunc(read.Points, func(p reading.Point) bool { return p.Polarity == reading.Good || read.Sentiment == review.Positive })
	slices.SortStableFunc(blamed, func(a, b reading.Point) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, p := range blamed {
		if !slices.ContainsFunc(all, func(m matter) bool { return m.said == p.Text }) {
			all = append(all, matter{p.Text, hidden.Title + " " + p.Text, false})
		}
	}
	all = all[:min(groundingPoints, len(all))]
	for i := range all {
		all[i].said, all[i].words = cutRunes(all[i].said, groundingOf), cutRunes(all[i].words, groundingOf)
	}
	return all
}

// factualWords begin or carry a question that a sheet can answer, folded.
// "Pourquoi" asks for a reason that no sheet gives.
var factualWords = regexp.MustCompile(`\b(comment|combien|quand|ou puis|ou faut|ou dois|ou se|quel|quels|quelle|quelles|puis je|dois je|peut on|doit on|faut il|ai je|est il possible|a t on|suis je|est ce que je|peux je|pouvez vous me dire)\b`)

const factualLeast = 4 // telling words

// factual tells a question that a sheet could answer from an exclamation in
// the form of one.
func factual(sentence string) bool {
	plain := strings.NewReplacer("-", " ", "’", " ", "'", " ").Replace(reading.Fold(sentence))
	return strings.HasSuffix(sentence, "?") && answer.Telling(sentence) >= factualLeast &&
		factualWords.MatchString(plain) && !strings.Contains(plain, "pourquoi")
}

func cutRunes(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(most, len(runes))])
}

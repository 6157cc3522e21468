// Package reading reads what users write: sentences, stems, language, the
// points a review raises, what it is about, what an agent must see first. It
// is pure: no file, no clock, no network; the tables it reads by are embedded.
package reading

import (
	"slices"

	"ecritoire/internal/review"
)

// Idea is something that the author proposes; the labels of data/idea.txt.
type Idea string

// Ideas lists every idea there is, in the order of the table.
func Ideas() []Idea { return labels[Idea](ideaTable) }

// Detail is a circumstance that names no person, place or number, such as
// "covid" or "tried_often"; the labels of data/detail.txt.
type Detail string

// Details lists every detail there is, in the order of the table.
func Details() []Detail { return labels[Detail](detailTable) }

// Analysis is all that is read in one review. Spans are code points of the
// review's text, not of its title.
type Analysis struct {
	Language  Language
	Sentiment review.Sentiment // the author's, else what the text says, "" when neither tells
	Leaning   Polarity         // what the text alone says
	Points    []Point
	Signals   Signals
	Subject   Subject   // the surest
	Others    []Subject // at most two more
	Lesser    []Subject // those that less speaks for
	Wished    []Subject // those of all these that stand only in what the author proposes
	Act       Act
	Ideas     []Idea
	Details   []Detail
	Waited    Duration
	Asks      bool // the author asks a question that is no proposal
	Irony     bool // praise that is not meant as such may be there
}

// Analyse reads a review, title and text.
func Analyse(r review.Review) Analysis {
	title, text := sentencesOf(r.Title), sentencesOf(r.Text)
	a := Analysis{Language: languageOf(r.Title, text), Signals: signalsBoth(title, text), Points: allPoints(title, text), Act: act(title, text)}
	a.Leaning = leaning(a.Points)
	a.Sentiment = sentiment(r.Sentiment, a.Leaning)
	// The tables hold French and English: elsewhere a look-alike would mislead.
	if all, lesser, wished := subjects(title, text); len(all) > 0 && a.Language != Other {
		a.Subject, a.Others, a.Lesser, a.Wished = all[0], all[1:], lesser, wished
	}
	a.circumstances(slices.Concat(title, text))
	return a
}

// AuthorLanguage tells the language of a review's author: orders to a model do
// not count, they are often pasted from elsewhere.
func AuthorLanguage(title, text string) Language { return languageOf(title, sentencesOf(text)) }

// languageOf tells the author's language: see AuthorLanguage.
func languageOf(title string, text []sentence) Language {
	own := []word{}
	for _, s := range text {
		if !s.order {
			own = append(own, s.words...)
		}
	}
	if l := languageIn(own); l != Unknown {
		return l
	}
	return languageIn(append(words(title, 0), own...))
}

// signalsBoth reads the text's signals; a title with words keeps a review
// from being bare, and its own insults and alarms count, without a place.
func signalsBoth(title, text []sentence) Signals {
	found, head := signalsOf(text), signalsOf(title)
	found.Bare = found.Bare && head.Bare
	for _, s := range head.Urgent {
		found.Urgent = append(found.Urgent, Signal{Kind: s.Kind})
	}
	for _, s := range head.Insult {
		found.Insult = append(found.Insult, Signal{Kind: s.Kind})
	}
	for _, s := range head.Order {
		found.Order = append(found.Order, Signal{Kind: s.Kind})
	}
	return found
}

// allPoints gives the points of the text, then those that only the title
// raises; what the title raises too weighs more.
func allPoints(title, text []sentence) []Point {
	points := pointsOf(text)
	for _, p := range pointsOf(title) {
		i := slices.IndexFunc(points, func(q Point) bool { return q.Topic == p.Topic })
		if i >= 0 {
			points[i].Weight += 3
			if points[i].Polarity == Plain {
				points[i].Polarity = p.Polarity
			}
			continue
		}
		p.Number, p.Span, p.Weight = len(points)+1, review.Span{}, p.Weight+2
		points = append(points, p)
	}
	return points
}

func leaning(points []Point) Polarity {
	sum := 0
	for _, p := range points {
		sum += int(p.Polarity) * p.Weight
	}
	switch {
	case sum >= 3:
		return Good
	case sum <= -3:
		return Bad
	}
	return Plain
}

func sentiment(ticked review.Sentiment, leaning Polarity) review.Sentiment {
	switch {
	case ticked != "":
		return ticked
	case leaning == Good:
		return review.Positive
	case leaning == Bad:
		return review.Negative
	}
	return ""
}

func (a *Analysis) circumstances(all []sentence) {
	for _, s := range all {
		if s.order {
			continue
		}
		a.Asks = a.Asks || s.question && !s.proposes
		a.Irony = a.Irony || s.irony
		a.Waited = longest(a.Waited, waited(s.words))
		a.Details = gather(a.Details, s.told(detailTable.find(s.words)))
		if s.proposes {
			a.Ideas = gather(a.Ideas, ideaTable.find(s.words))
		}
	}
}

func gather[T ~string](all []T, hits []hit) []T {
	for _, h := range hits {
		if !slices.Contains(all, T(h.label)) {
			all = append(all, T(h.label))
		}
	}
	return all
}

// Has tells whether a detail was read.
func (a Analysis) Has(d Detail) bool { return slices.Contains(a.Details, d) }

// Praise gives the points that praise, the weightiest first.
func (a Analysis) Praise() []Point { return a.weighed(Good) }

// Blame gives the points that blame, the weightiest first.
func (a Analysis) Blame() []Point { return a.weighed(Bad) }

func (a Analysis) weighed(polarity Polarity) []Point {
	some := []Point{}
	for _, p := range a.Points {
		if p.Polarity == polarity {
			some = append(some, p)
		}
	}
	slices.SortStableFunc(some, func(p, q Point) int { return q.Weight - p.Weight })
	return some
}

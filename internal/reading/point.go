package reading

import (
	"slices"

	"ecritoire/internal/review"
)

// Topic is what is said of a service, such as "delay" or "kind"; the labels
// of data/topic-*.txt.
type Topic string

// Topics lists every topic there is, in the order of the tables.
func Topics() []Topic { return labels[Topic](topicTable) }

func labels[T ~string](lex *lexicon) []T {
	all := make([]T, len(lex.labels))
	for i, l := range lex.labels {
		all[i] = T(l)
	}
	return all
}

// Polarity says whether a point praises or blames.
type Polarity int

// The polarities.
const (
	Bad   Polarity = -1
	Plain Polarity = 0
	Good  Polarity = 1
)

// Point is one thing raised by a review: the sentence that raises it first
// (its span in code points of the text, both 0 when only the title raises
// it), the topic and whether it is praise or blame. Weight grows with how
// often and how precisely it is said.
type Point struct {
	Number int
	review.Span
	Text     string
	Topic    Topic
	Polarity Polarity
	Weight   int
}

// mirrors name the topic that a denied praise amounts to ("pas aimable").
var mirrors = map[Topic]Topic{
	"kind": "rude", "quick": "delay", "simple": "complicated", "information_good": "unclear", "competent": "incompetent",
	"listening": "not_listening", "satisfied": "dissatisfied", "helpful": "no_one_responsible", "slot_easy": "no_slot", "quick_answer": "no_answer",
}

// vague topics say little: they weigh less than any other.
var vague = map[Topic]bool{
	"satisfied": true, "dissatisfied": true, "simple": true, "complicated": true, "unfair": true, "absurd": true, "thanks_staff": true, "online_good": true,
	"rule_hard": true, "form": true, "amount": true, "language": true, "urgency_ignored": true, "recommend": true, "service_abroad": true, "effective": true, "free": true,
}

// Points lists the points that a text raises, each topic once, numbered from
// 1 in the order of the text. Sentences that give orders to a model raise
// none.
func Points(text string) []Point {
	return pointsOf(sentencesOf(text))
}

func pointsOf(all []sentence) []Point {
	points := []Point{}
	for _, s := range all {
		if s.order {
			continue
		}
		for _, h := range topicTable.find(s.words) {
			if topic, polarity, ok := s.judge(h); ok {
				points = addPoint(points, s, topic, polarity, len(h.steps))
			}
		}
		colour(points, s)
	}
	for i := range points {
		points[i].Number = i + 1
	}
	return points
}

func addPoint(points []Point, s sentence, topic Topic, polarity Polarity, length int) []Point {
	weight := 3 + length
	if vague[topic] {
		weight = 1 + length
	}
	i := slices.IndexFunc(points, func(p Point) bool { return p.Topic == topic })
	if i < 0 {
		return append(points, Point{Span: s.Span, Text: s.Text, Topic: topic, Polarity: polarity, Weight: weight})
	}
	points[i].Weight += 1 + length/2
	if points[i].Polarity == Plain {
		points[i].Polarity = polarity // said outright after a mere mention
	}
	return points
}

// wary are the topics that stand beside praise more often than they share in
// it.
var wary = map[Topic]bool{"login": true, "upload": true, "language": true}

// colour gives the points of a sentence that neither praise nor blame by
// themselves ("le mot de passe") the colour of the rest of it.
func colour(points []Point, s sentence) {
	sum := 0
	for _, p := range points {
		if p.Span == s.Span {
			sum += int(p.Polarity)
		}
	}
	for i, p := range points {
		if p.Span == s.Span && p.Polarity == Plain && (sum < 0 || !wary[p.Topic]) {
			points[i].Polarity = Polarity(min(1, max(-1, sum)))
		}
	}
}

// judge gives the topic that a phrase amounts to in its sentence. Praise that
// is wished for, asked or denied is none.
func (s sentence) judge(h hit) (Topic, Polarity, bool) {
	topic, no := Topic(h.label), denied(s.words, h)
	switch {
	case s.misread(h):
		return topic, h.polarity, false
	case no && h.polarity == Good:
		mirror, ok := mirrors[topic]
		return mirror, Bad, ok && !s.question && deniedClosely(s.words, h)
	case h.polarity == Plain && s.proposes && !unable(s.words, h):
		return topic, h.polarity, false // what an author proposes is no complaint
	case no && h.polarity == Plain && unable(s.words, h):
		return topic, Bad, true
	case no:
		return topic, h.polarity, false
	case h.polarity == Good && (s.question || s.wish && !s.praises(h)):
		return topic, Good, false
	}
	return received(s.words, h), h.polarity, true
}

// praises keeps the praise that stands before the wish of its sentence, as in
// "le site est clair, il faudrait…".
func (s sentence) praises(h hit) bool { return h.to <= s.wishAt }

// Package trame is the writer without a model: it composes the body of a
// reply from what is read in the review and from phrases of its own. Nothing
// of a review is copied out: only words of the tables in data/ and the names
// that the platform gives to public bodies reach a reply.
package trame

import (
	"context"
	"hash/fnv"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Writer composes replies. It holds no state: one may serve many at once.
type Writer struct {
	pinned bool
}

// Option changes how a Writer works.
type Option func(*Writer)

// Pinned fixes every choice between phrases to the first, so that two bodies
// differ only by what the reviews say.
func Pinned() Option { return func(w *Writer) { w.pinned = true } }

// New makes a Writer.
func New(options ...Option) *Writer {
	w := &Writer{}
	for _, o := range options {
		o(w)
	}
	return w
}

// Name is review.WriterTrame.
func (w *Writer) Name() review.WriterName { return review.WriterTrame }

// Write composes the body and gives it sentence by sentence, in French or, to
// an English review, in English, as the Wish says. The same review, wish,
// sheets and service always get the same body. The only error is that of a
// context that ended.
func (w *Writer) Write(ctx context.Context, a review.Assignment, onText func(body string)) (review.Written, error) {
	body := ""
	for _, sentence := range w.begin(a).sentences() {
		if err := ctx.Err(); err != nil {
			return review.Written{Body: body}, err
		}
		body = strings.TrimSpace(body + " " + sentence)
		if onText != nil {
			onText(body)
		}
	}
	return review.Written{Body: body}, ctx.Err()
}

// draft is one reply in the making.
type draft struct {
	review.Assignment
	in     *tongue
	read   reading.Analysis
	chosen selection
	slots  slots
	seed   uint64
	pinned bool
	begun  map[string]bool // how the sentences chosen so far begin
}

func (w *Writer) begin(a review.Assignment) *draft {
	d := &draft{Assignment: a, read: intended(within(reading.Analyse(a.Review), a.Review), a.Review), seed: seed(a.Review), pinned: w.pinned, begun: map[string]bool{}}
	d.in = d.answersIn()
	d.chosen = choose(d.read, a.Review, d.in)
	d.slots = d.in.weave(d)
	return d
}

// sentences are what the reply is made of, a part at a time.
func (d *draft) sentences() []string {
	all := []string{}
	for _, p := range d.narrowed(rooms[d.Wish.Length].fit(d.parts())) {
		all = append(all, p.text)
	}
	return all
}

func (d *draft) parts() parts {
	var all parts
	switch {
	case len(d.read.Signals.Urgent) > 0:
		all = d.urgent()
	case d.read.Signals.Bare || d.terse():
		all = d.bare()
	default:
		all = d.whole()
	}
	if d.read.Language == reading.Other {
		all.add(translated, d.say("foreign"))
	}
	return all
}

// terse tells a text of a word or two that says nothing to take up.
func (d *draft) terse() bool {
	words := strings.Fields(d.Review.Title + " " + d.Review.Text)
	return len(words) <= 3 && d.read.Language != reading.Other && len(d.read.Points) == 0 && d.read.Subject == ""
}

// seed ties the choice of phrases to the review: its platform's id, else its
// text.
func seed(r review.Review) uint64 {
	h := fnv.New64a()
	if r.ExternalID != "" {
		h.Write([]byte(string(r.Source) + r.ExternalID))
	} else {
		h.Write([]byte(r.Title + r.Text))
	}
	return h.Sum64()
}

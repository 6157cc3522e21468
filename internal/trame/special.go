package trame

import "ecritoire/internal/review"

// urgent answers somebody in distress, in danger or in anger: carefully,
// without praise or a light remark, and without a number that we could not
// vouch for.
func (d *draft) urgent() []string {
	kind := "distress"
	for _, k := range []string{"self_harm", "violence", "threat"} {
		for _, s := range d.read.Signals.Urgent {
			if s.Kind == k && kind == "distress" {
				kind = k
			}
		}
	}
	all := []string{d.opening("urgent"), d.say("urgent_" + kind)}
	if points := d.chosen.points; len(points) > 0 && !points[0].good {
		all = append(all, d.full(points[0]))
	}
	return append(all, d.say("urgent_end"), d.say(d.door()))
}

// bare answers stars without a comment.
func (d *draft) bare() []string {
	switch d.Review.Sentiment {
	case review.Positive:
		return []string{d.opening("bare_positive")}
	case review.Negative:
		return []string{d.opening("bare_negative"), d.say("bare_end")}
	}
	return []string{d.opening("bare_neutral"), d.say("bare_end")}
}

// english answers an English review, more plainly.
func (d *draft) english() []string {
	pitch := "english_" + string(d.chosen.tone)
	if d.chosen.tone == mixed {
		pitch = "english_neutral"
	}
	all := []string{d.opening(pitch)}
	if len(d.read.Signals.Urgent) > 0 {
		return append(all[:0], d.opening("english_neutral"), d.say("english_urgent"), d.say("english_door"))
	}
	for _, p := range d.chosen.points {
		if w, ok := english[p.heading()]; ok && len(all) < 3 {
			all = append(all, d.slots.fill(d.pick("english", w.sentences)))
		}
	}
	if len(all) == 1 {
		all = append(all, d.say("english_generic"))
	}
	if d.chosen.tone != positive {
		all = append(all, d.say("english_door"))
	}
	return append(all, d.say("english_next"))
}

func (d *draft) opening(heading string) string {
	return d.slots.fill(d.pick("opening", openings[heading].sentences))
}

package trame

import "ecritoire/internal/review"

// urgent answers somebody in distress, in danger or in anger: carefully,
// without praise or a light remark, and without a number that we could not
// vouch for.
func (d *draft) urgent() parts {
	all := parts{}
	all.add(proposal, d.opening("urgent"))
	all.add(first, d.say("urgent_"+d.alarm()))
	if points := d.chosen.points; len(points) > 0 && !points[0].good {
		all.add(circumstance, d.full(points[0]))
	}
	all.add(otherSheet, d.say("urgent_end"))
	all.add(firstPoint, d.say(d.door()))
	all.add(ending, d.say("urgent_ending"))
	return all
}

// alarm is the gravest kind of alarm that the review raises.
func (d *draft) alarm() string {
	for _, kind := range []string{"self_harm", "violence", "threat"} {
		for _, s := range d.read.Signals.Urgent {
			if s.Kind == kind {
				return kind
			}
		}
	}
	return "distress"
}

// bare answers stars without a comment: whatever the length asked for, there
// is no more to take up.
func (d *draft) bare() parts {
	all := parts{}
	switch d.Review.Sentiment {
	case review.Positive:
		all.add(first, d.opening("bare_positive"))
	case review.Negative:
		all.add(first, d.opening("bare_negative"))
		all.add(firstPoint, d.say("bare_end"))
	default:
		all.add(first, d.opening("bare_neutral"))
		all.add(firstPoint, d.say("bare_end"))
	}
	return all
}

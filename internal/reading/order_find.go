package reading

import (
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// turn is a turn of phrase by which a text speaks to a machine. Its pattern is
// tried, on flat and lower-case text, only where one of its hints stands.
type turn struct {
	hints   []needle
	needs   [][]needle // see needsOf
	pattern *regexp.Regexp
}

// turned finds every turn there is in some readings of a text, as flat as
// their turns; an empty one has none.
func turned(readings ...string) []review.Span {
	found, held := []review.Span{}, make([]*grams, len(readings))
	for i, flat := range readings {
		if flat != "" {
			held[i] = gramsOf(flat)
		}
	}
	for _, list := range [][]turn{turns, talk, composed} {
		for _, t := range list {
			for i, flat := range readings {
				if flat != "" && t.mayStand(held[i]) {
					found = append(found, t.find(flat, held[i])...)
				}
			}
		}
	}
	return found
}

// mayStand tells whether a text holds what the pattern cannot match without.
func (t turn) mayStand(held *grams) bool {
	for _, one := range t.needs {
		if !slices.ContainsFunc(one, held.may) {
			return false
		}
	}
	return slices.ContainsFunc(t.hints, held.may)
}

// find tries the pattern around each of its hints, which spares nearly all of
// an ordinary review.
func (t turn) find(flat string, held *grams) []review.Span {
	found := []review.Span{}
	for _, h := range t.hints {
		for from := 0; len(found) < mostOrders && held.may(h); {
			at := strings.Index(flat[from:], h.text)
			if at < 0 {
				break
			}
			start, end := around(flat, from+at, from+at+len(h.text))
			if m := t.within(flat[start:end]); m != nil {
				words := strings.TrimLeft(flat[start+m[0]:start+m[1]], beforeOrder) // what an order begins behind is not its own
				found = append(found, review.Span{Start: start + m[1] - len(words), End: start + m[1]})
			}
			from = end
		}
		if len(found) > 0 {
			break
		}
	}
	return found
}

// within tries the pattern on the stretch around a hint.
func (t turn) within(stretch string) []int {
	for _, one := range t.needs {
		if !slices.ContainsFunc(one, func(n needle) bool { return strings.Contains(stretch, n.text) }) {
			return nil
		}
	}
	return t.pattern.FindStringIndex(stretch)
}

// beforeOrder are the signs that may stand before an order.
const beforeOrder = " .!?:;,\"()\n"

// mostOrders bounds how many places of one turn are told.
const mostOrders = 8

// around gives the stretch in which a turn with a hint stands: from the start
// of its clause or of the one before, so that "^" means what it should.
func around(flat string, at, end int) (int, int) {
	least, start := max(0, at-2*reach), at
	for range 2 {
		if at-start > reach/2 || start <= least {
			break
		}
		start = max(least, least+strings.LastIndexAny(flat[least:start-1], ".!?\n")+1)
	}
	return start, min(len(flat), end+reach)
}

// reach is how far behind its hint a turn may end, in code points.
const reach = 160

package privacy

import (
	"regexp"
	"strings"
)

// toldAtOnce stands right behind a number that is told for what it is, whatever
// stood before.
var toldAtOnce = regexp.MustCompile(`^(?:\(|est |a la |chez |caf)`)

// tellsBack leads from a number to the words that say what it is.
var tellsBack = regexp.MustCompile(`^(?:\(|est |c'est |comme |pour |(?:a la |chez la )?caf\b|(?:numero|num|n\x02) ?(?:d')?alloc)`)

// announcedAfter reads "12AB34567 (passeport)", "1234567 est mon numéro CAF".
func announcedAfter(lower, number string, end int) int {
	after := lower[end:min(len(lower), end+50)]
	if cut := strings.IndexAny(after, ".!?\n"); cut >= 0 {
		after = after[:cut]
	}
	if !tellsBack.MatchString(strings.TrimLeft(after, " ,")) {
		return -1
	}
	for k, d := range documentKinds {
		if (d.after || d.kind == Case && strings.Contains(after, "dossier")) && nearest(after, d.words) >= 0 && (d.fits(number) || d.fits(mend(number))) {
			return k
		}
	}
	return -1
}

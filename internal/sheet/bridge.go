package sheet

import (
	"context"
	"database/sql"
	_ "embed"
	"slices"
	"strings"
)

//go:embed data/bridge.txt
var bridgeList string

// bridge leads from how users speak to how sheets speak: from one to four
// stems with a space between, to stems that mean the same.
type bridge map[string][]lead

// lead is one stem that a bridge leads to, and how sure that is, 0 to 1.
type lead struct {
	term   string
	weight float64
}

const (
	bridgeMost = 4 // words of the longest phrase that a bridge begins at
	bridgeLong = 7 // words that an abbreviation may stand for; beyond, it is a definition
)

// curated is the part written by hand.
var curated = readBridge(bridgeList)

// readBridge reads lines of "said, said = meant meant".
func readBridge(lines string) bridge {
	b := bridge{}
	for line := range strings.Lines(lines) {
		said, meant, found := strings.Cut(line, "=")
		if strings.HasPrefix(line, "#") || !found {
			continue
		}
		for phrase := range strings.SplitSeq(said, ",") {
			b.add(phrase, meant, 1)
		}
	}
	return b
}

func (b bridge) add(said, meant string, weight float64) {
	own := terms(said)
	key := strings.Join(own, " ")
	for _, t := range terms(meant) {
		known := slices.ContainsFunc(b[key], func(l lead) bool { return l.term == t })
		if key != "" && !known && !slices.Contains(own, t) {
			b[key] = append(b[key], lead{t, weight})
		}
	}
}

// explained makes a bridge of the abbreviations that sheets explain, both ways.
func explained(shorts []short) bridge {
	b := bridge{}
	for _, s := range shorts {
		if words := terms(s.long); len(words) > 0 && len(words) <= bridgeLong {
			b.add(s.form, s.long, 1)
			if len(words) > 1 {
				b.add(s.long, s.form, 1)
			}
		}
	}
	return b
}

// from gives what the bridge leads to from any stretch of the stems.
func (b bridge) from(stems []string) []lead {
	found := []lead{}
	for i := range stems {
		for n := 1; n <= bridgeMost && i+n <= len(stems); n++ {
			found = append(found, b[strings.Join(stems[i:i+n], " ")]...)
		}
	}
	return found
}

func loadBridge(ctx context.Context, p *Pack, origin string) (bridge, error) {
	b := bridge{}
	err := p.rows(ctx, "SELECT said, meant, weight FROM bridge WHERE origin = ?", func(r *sql.Rows) error {
		said, l := "", lead{}
		err := r.Scan(&said, &l.term, &l.weight)
		b[said] = append(b[said], l)
		return err
	}, origin)
	return b, err
}

package sheet

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
)

//go:embed data/common.txt
var commonList string

// common is in how many of commonSheets sheets a stem stands. A stem that it
// lacks stands in fewer than commonLeast.
var common = readCommon(commonList)

const (
	commonSheets = 4050
	// manySheets is where a pack knows by itself which words are rare.
	manySheets = 2000
)

// readCommon reads lines of a stem and a number.
func readCommon(lines string) map[string]int {
	all := map[string]int{}
	for line := range strings.Lines(lines) {
		stem, number, _ := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.Atoi(number); err == nil && stem != "#" {
			all[stem] = n
		}
	}
	return all
}

// rarity is how much a term tells that so many of the pack's sheets hold: the
// root of BM25's own measure, since users' rarest words are often beside the
// matter. A small pack counts as if it stood among the sheets of
// service-public.fr: by itself it would take "combien" for as rare as the
// matter, and its scores would mean something else than a large pack's.
func (p *Pack) rarity(term string, holding int) float64 {
	sheets := p.info.Sheets
	if sheets < manySheets {
		sheets, holding = sheets+commonSheets, holding+common[term]
	}
	return math.Sqrt(math.Log(1 + (float64(sheets)-float64(holding)+0.5)/(float64(holding)+0.5)))
}

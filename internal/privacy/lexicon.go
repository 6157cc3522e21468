package privacy

import (
	_ "embed" // the lists
	"sort"
	"strings"
	"sync"
)

// The lists come from packages: data/SOURCES.md.
var (
	//go:embed data/words.txt
	wordList string
	//go:embed data/propers.txt
	properList string
	//go:embed data/given.txt
	givenList string
	//go:embed data/family.txt
	familyList string
	//go:embed data/towns.txt
	townList string
)

// lexicon is what is known of words, in lower case and without accents.
type lexicon struct {
	everyday map[string]bool
	propers  map[string]bool // bodies, places, marks
	given    map[string]byte // f, m or b for both
	family   map[string]bool
	towns    map[string]bool // communes, hyphens as spaces
}

var known = sync.OnceValue(func() lexicon {
	l := lexicon{everyday: set(wordList, colloquial), propers: set(properList, marks), given: map[string]byte{}, family: set(familyList), towns: map[string]bool{}}
	for line := range strings.Lines(givenList) {
		name, gender, _ := strings.Cut(strings.TrimSpace(line), " ")
		l.given[name] = gender[0]
	}
	for line := range strings.Lines(townList) {
		_, towns, _ := strings.Cut(strings.TrimSpace(line), " ")
		for town := range strings.SplitSeq(towns, "|") {
			l.towns[town] = true
		}
	}
	return l
})

// townsOf lists the communes of a postcode, in lower case, hyphens as spaces.
func townsOf(code string) []string {
	lines := townIndex()
	at := sort.Search(len(lines), func(i int) bool { return lines[i][:5] >= code })
	if at == len(lines) || lines[at][:5] != code {
		return nil
	}
	return strings.Split(lines[at][6:], "|")
}

var townIndex = sync.OnceValue(func() []string { return strings.Split(strings.TrimSpace(townList), "\n") })

// stranger reports whether a word is in no list of everyday words, bodies,
// marks or places: what is left of a text when these are taken out is names
// and slips of the pen.
func stranger(w string) bool {
	l := known()
	return len(w) >= 3 && !l.everyday[w] && !l.propers[w] && !l.towns[w] && !plainWords[w] && !(strings.HasSuffix(w, "s") && (l.everyday[w[:len(w)-1]] || l.propers[w[:len(w)-1]])) && hasVowel(w)
}

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouy\x1e") }

func isGiven(w string) bool { return known().given[w] != 0 }

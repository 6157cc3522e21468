package privacy

import (
	"regexp"
	"strings"
	"sync"
)

// homeWords say that somebody lives where an address follows.
var homeWords = []string{"j'habite", "habitant", "habite", "habitons", "habitent", "emmenag", "mes coordonnees", "chez mes", "chez ma", "chez mon", "je loge", "domicilie", "domiciliee", "demeurant", "residant", "mon adresse", "adresse", "vis a", "vis au", "vivons", "demeure", "domicile", "reside", "residons", "demenage", "demenagement", "logement", "logeons", "loge au", "loue", "locataire", "chez moi", "mon appartement", "ma maison", "courrier envoye", "courrier au", "courrier va", "expedie", "expediee", "livre au", "livraison", "facteur"}

// mostFromHome is how far an address stands from such a word at most.
const mostFromHome = 30

// lived reports whether the words before say that somebody lives there.
func (p *page) lived(start int) bool { return p.near(start, mostFromHome, homeWords...) }

// homes finds a postcode with its commune, or a commune with its postcode in
// brackets, where the words say that somebody lives there.
func (p *page) homes() []Span {
	found := []Span{}
	for _, i := range p.marks {
		code, end := gather(p.flat, i, 5, postSign)
		if len(code) != 5 || end-i > 6 || !ends(p.flat, end) || len(townsOf(code)) == 0 {
			continue
		}
		if start, last := p.bracketedTown(code, i, end); start < i && p.lived(start) {
			found = append(found, span(Address, start, last))
		} else if last := p.communeEnd(code, end); last > end && p.lived(i) {
			found = append(found, span(Address, i, last))
		}
	}
	return found
}

// bracketedTown reads "Quimper (29000)"; start is i where it stands not.
func (p *page) bracketedTown(code string, i, end int) (start, last int) {
	if i < 2 || p.flat[i-1] != '(' || end >= len(p.flat) || p.flat[end] != ')' {
		return i, end
	}
	before := strings.TrimRight(p.lower[max(0, i-mostTown):i-1], " ")
	spaced := strings.ReplaceAll(before, "-", " ")
	for _, town := range townsOf(code) {
		if strings.HasSuffix(spaced, town) {
			return i - 1 - (len(p.lower[max(0, i-mostTown):i-1]) - len(before)) - len(town), end + 1
		}
	}
	return i, end
}

// surelyWays are the ways that a slip of the pen leaves recognisable.
var surelyWays = sync.OnceValue(func() map[string][]string {
	return variants(strings.Fields("avenue boulevard chemin allee allees impasse route place square passage residence faubourg ruelle sentier lotissement hameau venelle montee promenade esplanade traverse"))
})

var slippedStreets = set("rur reu ruee rrue ruue ru rie rye")

// misspeltWay reports whether word n, which a house number precedes, is a way
// with a slip of the pen: "12 aveneu Jean Moulin".
func (p *page) misspeltWay(n int) bool {
	w := p.at(n)
	if slippedStreets[w] {
		return p.capital(n+1) || articles[p.at(n+1)]
	}
	return len(w) >= shortestSlip-1 && len(w) <= mostLetters && !known().everyday[w] && righted(w, surelyWays()) != ""
}

// floorLength is how much of s, which follows a street, is a storey.
func floorLength(s string) int {
	if !strings.Contains(s, "etage") && !strings.Contains(s, "rdc") && !strings.Contains(s, "rez") {
		return 0 // most often: the pattern takes longer
	}
	return len(floor.FindString(s))
}

// floor is the storey that follows a street: ", 3e étage".
var floor = regexp.MustCompile(`^,? ?\(?(?:au )?(?:(?:[0-9]{1,2} ?(?:er|ere|e|eme|nd)?|premier|deuxieme|second|troisieme|quatrieme|cinquieme|dernier) etage|rdc|rez[- ]de[- ]chaussee)(?:,? (?:droite|gauche|face))?`)

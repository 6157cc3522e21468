package privacy

import (
	"regexp"
	"strings"
)

// ways are the kinds of streets, written out and shortened. Those that are
// everyday words too need more to make an address.
var (
	ways      = set("rue avenue av ave boulevard bd bld blvd boul place pl chemin ch che chem allee allees all impasse imp route rte quai square sq cours crs passage pass residence res faubourg fbg fg ruelle sentier sente esplanade villa cite lotissement lot hameau montee traverse venelle voie promenade rond galerie parc clos domaine quartier mail parvis porte cour coteau corniche chaussee digue r levee mas resid lieu lieudit grande grand")
	ambiguous = set("place pl cours passage villa cite voie route parc quartier mail porte cour ch lot lieu grande grand galerie residence chemin all domaine r res pass clos rond promenade mas levee digue chaussee")
	suffixes  = set("bis ter quater quinquies b t a c d e f")
	grand     = set("rue place allee avenue voie")
)

// streetWords are words of street names that everyday language has too.
var streetWords = set("general marechal docteur colonel capitaine president commandant abbe professeur saint sainte republique liberte paix gare eglise mairie ecole ecoles victoire resistance marne verdun mai novembre juin juillet aout fontaine moulin lilas roses tilleuls acacias fleurs pres champs pont port chateau stade marche halles nord sud est ouest belle beau vieux vieille haut haute bas basse petit petite grand grande neuve neuf bleu vert blanc rouge noir soleil bois foret source lac mer plage roche croix chapelle jardin jardins verger vergers cerisiers pommiers chenes hetres bouleaux platanes pins sapins colline plaine vallon vallee ruisseau etang riviere moulins vignes ferme")

// addresses finds a number and a way, or a way with its postcode, with the
// complements, the postcode and the town.
func addresses(p page) []Span {
	found := []Span{}
	add := func(start, end int) {
		if end > start && (len(found) == 0 || start >= found[len(found)-1].End) {
			found = append(found, span(Address, start, end))
		}
	}
	for n := range p.words {
		w := p.at(n)
		switch {
		case w == "b" && p.at(n+1) == "p" && p.between(n) == ".":
			add(p.words[n].start, p.boxed(n+1))
		case w == "lieudit", w == "lieu" && p.at(n+1) == "dit":
			add(p.words[n].start, p.namedPlace(n))
		case ways[w] || w == "bp" || w == "cs" || w == "tsa":
			start, numbered := p.houseNumber(n)
			if end := p.addressFrom(n, numbered); end > 0 && !p.ofBody(start) {
				add(p.doorBefore(start), end)
			}
		}
	}
	return append(found, p.homes()...)
}

// ofBody reports whether the words before give a public body's address.
func (p *page) ofBody(start int) bool {
	before := sentence(clause(p.lower, start, 40))
	return nearest(before, bodyWords) >= 0 && nearest(before, homeWords) < 0 && nearest(before, ownWords) < 0
}

// door is what stands before the number of the house: "appt 12, ".
var door = regexp.MustCompile(`(?:^|[^a-z])((?:appartement|appt|apt|app|batiment|bat|escalier|esc|porte|residence|immeuble) ?\.? ?(?:n\x02 ?)?[a-z0-9]{1,4} ?[,\n-]? ?)$`)

func (p *page) doorBefore(start int) int {
	before := p.lower[max(0, start-mostDoor):start]
	if at := door.FindStringSubmatchIndex(before); at != nil {
		return start - len(before) + at[2]
	}
	return start
}

// mostDoor is how far back a flat or a staircase is looked for.
const mostDoor = 28

// namedPlace reads "lieu-dit Kerbihan, 29000 Quimper": a name with a capital,
// or whatever a postcode follows; 0 where there is neither.
func (p *page) namedPlace(n int) int {
	if p.at(n) == "lieu" {
		n++
	}
	last := n
	for at := n + 1; at < len(p.words) && at-n <= mostWay && wayGap(p.between(at-1)) && (articles[p.at(at)] || !tools[p.at(at)]); at++ {
		if last > n && !p.capital(at) && !articles[p.at(at)] && known().everyday[p.at(at)] {
			break
		}
		if !articles[p.at(at)] || p.capital(at) {
			last = at
		}
	}
	if last == n {
		return 0
	}
	if town := p.townEnd(p.words[last].end, true); town > 0 {
		return town
	}
	if p.capital(last) {
		return p.words[last].end
	}
	return 0
}

// houseNumber goes back from the way to its number.
func (p *page) houseNumber(n int) (start int, numbered bool) {
	at := p.words[n].start
	back := func(signs string, most int) {
		for i := 0; i < most && at > 0 && strings.IndexByte(signs, p.flat[at-1]) >= 0; i++ {
			at--
		}
	}
	back(" ,\n-\x1f", mostBetween)
	if n > 0 && p.words[n-1].end == at && suffixes[p.at(n-1)] {
		at = p.words[n-1].start
		back(" -,", 2)
	}
	end := at
	for at > 0 && end-at < 5 && digitOf(p.flat[at-1]) != 0 {
		at--
	}
	if digitsIn(p.flat[at:end]) == 0 || end-at > 4 || at > 0 && isAlnum(p.flat[at-1]) {
		return p.words[n].start, false
	}
	return at, true
}

// addressFrom reads the way's name and what follows; 0 where it is none.
func (p *page) addressFrom(n int, numbered bool) int {
	if w := p.at(n); w == "bp" || w == "cs" || w == "tsa" {
		return p.boxed(n)
	}
	// "12 r. des Lilas" is a street, "126R Renouvellement" is not.
	if p.at(n) == "r" && !strings.HasPrefix(p.between(n), ".") && !articles[p.at(n+1)] {
		return 0
	}
	end, capital := p.wayName(n)
	if end == 0 {
		return 0
	}
	if town := p.townEnd(end, true); town > 0 && (numbered || capital || !ambiguous[p.at(n)] || isLetter(p.flat[town-1])) {
		return town
	}
	if !numbered || ambiguous[p.at(n)] && !capital && !p.streetLike(n) && !stranger(p.at(n+1)) {
		return 0
	}
	return p.complementEnd(end)
}

// boxed reads a post box with its number, postcode and town.
func (p *page) boxed(n int) int {
	from := skipSeparators(p.flat, p.words[n].end)
	at := from
	for at < len(p.flat) && isDigit(p.flat[at]) {
		at++
	}
	if at == from {
		return 0
	}
	return p.townEnd(at, false)
}

// streetLike reports whether the words after an ambiguous way are those of
// streets: "place de la mairie".
func (p *page) streetLike(n int) bool {
	at := n + 1
	for particles[p.at(at)] || p.at(at) == "l" || p.at(at) == "d" || p.at(at) == "rue" {
		at++
	}
	return at > n+1 && (streetWords[p.at(at)] || isGiven(p.at(at)))
}

// mostWay is how many words the name of a way has at most, articles apart.
const mostWay = 6

// wayName reads the words after the way; capital tells that one has one.
func (p *page) wayName(n int) (end int, capital bool) {
	last, count := -1, 0
	for at := n + 1; at < len(p.words) && count < mostWay; at++ {
		sep, w := p.between(at-1), p.at(at)
		if !wayGap(sep) {
			break
		}
		if articles[w] {
			continue
		}
		if !p.wayWord(at, last >= 0) {
			break
		}
		capital = capital || p.capital(at)
		last = at
		count++
	}
	if last < 0 {
		return p.numberedWay(n)
	}
	end = p.words[last].end
	if year, stop := gather(p.flat, end, 4, figure); monthNames[p.at(last)] != 0 && len(year) == 4 && isYear(year) && ends(p.flat, stop) {
		end = stop
	}
	return end, capital
}

// numberedWay reads "rue du 8 mai 1945" where the number comes first, and the
// bare "grande rue".
func (p *page) numberedWay(n int) (int, bool) {
	if p.at(n) == "grande" && grand[p.at(n+1)] {
		return p.words[n+1].end, true
	}
	return 0, false
}

var articles = set("de du des la le les l d sur sous en aux au et a")

// wayGap allows a day inside a name: "rue du 8 mai", "11 novembre 1918".
func wayGap(sep string) bool {
	trimmed := strings.Trim(sep, " '-.\x1f")
	return len(sep) <= 9 && (trimmed == "" && !strings.Contains(sep, ". ") || len(trimmed) <= 4 && digitsIn(trimmed) == len(trimmed) || sep == ". ")
}

// wayWord reports whether a word may belong to the name of a way.
func (p *page) wayWord(n int, further bool) bool {
	w := p.at(n)
	if w == "st" || w == "ste" || streetWords[w] {
		return true
	}
	if tools[w] || w == "appt" || w == "apt" || w == "appartement" || w == "bat" || w == "batiment" || w == "bp" || w == "cs" {
		return false
	}
	if p.capital(n) || p.allCaps(n) {
		return !plainWords[w] || len(w) > 3 && !further
	}
	if further {
		return !known().everyday[w] && len(w) > 2 || isGiven(w) || known().family[w] && len(w) > 3
	}
	return !plainWords[w] && len(w) > 1
}

// tools are the words of grammar that no street is called by.
var tools = set("je j tu il elle on nous vous ils elles un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que quoi dont ou mais donc or ni car si ne n pas plus tres bien merci bonjour cordialement pour par avec sans dans apres avant depuis pendant lors alors quand comment est sont ai as avons avez ont etait suis c s m y chez tel telephone tout toute depuis")

package privacy

import "strings"

// ways are the kinds of streets, written out and shortened. Those that are
// everyday words too need more to make an address.
var (
	ways       = set("rue avenue av ave boulevard bd bld blvd boul place pl chemin ch che chem allee allees all impasse imp route rte quai square sq cours crs passage pass residence res faubourg fbg fg ruelle sentier sente esplanade villa cite lotissement lot hameau montee traverse venelle voie promenade rond galerie parc clos domaine quartier mail parvis porte cour coteau corniche chaussee digue r levee mas resid lieu lieudit grande grand ferme moulin chateau za zi zac bourg carrefour rampe hlm dreve terrasse terrasses rocade port placette")
	residences = set("residence resid res cite hlm lotissement domaine clos")
	ambiguous  = set("place pl cours passage villa cite voie route parc quartier mail porte cour ch lot lieu grande grand galerie residence chemin all domaine r res pass clos rond promenade mas levee digue chaussee ferme moulin chateau za zi zac bourg carrefour rampe hlm dreve terrasse terrasses rocade port placette")
	homely     = set("place chemin passage villa cite clos residence quartier domaine lotissement route") // ambiguous, yet somebody lives there
	suffixes   = set("bis ter quater quinquies b t a c d e f")
	grand      = set("rue place allee avenue voie")
)

// streetWords are words of street names that everyday language has too.
var streetWords = set("general marechal docteur colonel capitaine president commandant abbe professeur saint sainte republique liberte paix gare eglise mairie ecole ecoles victoire resistance marne verdun mai novembre juin juillet aout mars avril septembre octobre decembre fontaine moulin lilas roses tilleuls acacias fleurs pres champs pont port chateau stade marche halles nord sud est ouest belle beau vieux vieille haut haute bas basse petit petite grand grande neuve neuf bleu vert blanc rouge noir soleil bois foret source lac mer plage roche croix chapelle jardin jardins verger vergers cerisiers pommiers chenes hetres bouleaux platanes pins sapins colline plaine vallon vallee ruisseau etang riviere moulins vignes ferme egalite fraternite combattants anciens puits four chaux mesanges hirondelles rossignols alouettes fauvettes peupliers marronniers bleuets violettes jonquilles muguet coquelicots pervenches glycines mimosas lavandes oliviers cypres amandiers noyers chataigniers erables saules frenes ormes aubepines genets bruyeres fougeres prairie garenne remparts fosses tanneurs cordeliers carmes capucins jacobins augustins ursulines dames freres lavoir abreuvoir fontaines sources ecluse pecheurs mariniers artisans liberation armistice partisans maquis fusilles deportes martyrs")

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
	for end+1 < len(p.flat) && p.flat[end] == '-' && isLetter(p.flat[end+1]) {
		end = letterEnd(p.flat, end+1) // "à Fort-de-France"
	}
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
	trimmed := strings.Trim(sep, " '-.\"\x1f")
	return len(sep) <= 9 && (trimmed == "" && !strings.Contains(sep, ". ") || len(trimmed) <= 4 && digitsIn(trimmed) == len(trimmed) || sep == ". ")
}

// wayWord reports whether a word may belong to the name of a way.
func (p *page) wayWord(n int, further bool) bool {
	w := p.at(n)
	if w == "st" || w == "ste" || streetWords[w] {
		return true
	}
	if w == "notre" && p.at(n+1) == "dame" {
		return true
	}
	if tools[w] || w == "esc" || w == "etage" || w == "imm" || w == "appt" || w == "apt" || w == "appartement" || w == "bat" || w == "batiment" || w == "bp" || w == "cs" {
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

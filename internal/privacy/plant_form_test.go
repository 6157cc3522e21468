package privacy

import (
	"fmt"
	"strings"
)

// somebody is a name that nobody need bear.
type somebody struct{ given, family string }

// stranger has names that the detector knows in no list: names of other
// languages, and French-looking ones put together from syllables.
func (g *generator) stranger() somebody {
	s := somebody{pick(g, g.strangeGiven...), pick(g, g.strangeFamily...)}
	for range 2 {
		if g.IntN(2) == 0 {
			if made := g.madeUp(givenEnds); unknown(made) {
				s.given = made
			}
		} else if made := g.madeUp(familyEnds); unknown(made) {
			s.family = made
		}
	}
	return s.varied(g)
}

func (g *generator) familiar() somebody {
	return somebody{pick(g, g.knownGiven...), pick(g, g.knownFamily...)}.varied(g)
}

func unknown(name string) bool {
	w := strings.ToLower(flatten(name))
	return stranger(w) && !isGiven(w) && !known().family[w]
}

var (
	heads      = []string{"Bar", "Bel", "Bour", "Cas", "Cham", "Dor", "Fal", "Gar", "Hau", "Jol", "Ker", "Lan", "Mar", "Mon", "Nor", "Pel", "Quin", "Rou", "Sal", "Tar", "Val", "Vil", "Zé", "Ély", "Os", "Flo", "Gé", "Thé", "Ar", "Bri"}
	middles    = []string{"", "", "ti", "ve", "lo", "que", "da", "no", "ri", "be", "sa"}
	givenEnds  = []string{"line", "bert", "die", "nelle", "vin", "rique", "mond", "thée", "nie", "lin", "belle", "gard", "ric"}
	familyEnds = []string{"eau", "ard", "ier", "guin", "zac", "mont", "villain", "ec", "oux", "ouët", "eville", "chard", "bois", "telain", "net"}
)

func (g *generator) madeUp(ends []string) string {
	return pick(g, heads...) + pick(g, middles...) + pick(g, ends...)
}

// varied joins two given names, or puts a particle before the family's.
func (s somebody) varied(g *generator) somebody {
	switch g.IntN(12) {
	case 0:
		s.given = pick(g, "Jean-", "Anne-", "Marie-") + s.given
	case 1:
		s.family = pick(g, "Le ", "De ", "de ", "Du ", "Ben ", "de la ", "El ", "Van ") + s.family
	case 2:
		s.family += "-" + pick(g, g.strangeFamily...)
	}
	return s
}

func (g *generator) personPhrase(s somebody) string {
	both, swapped := s.given+" "+s.family, strings.ToUpper(s.family)+" "+s.given
	initial := string([]rune(s.given)[:1]) + "."
	switch g.IntN(30) {
	case 0, 1, 2:
		return g.cased("{x} m'a reçue", pick(g, "Mme", "M.", "Madame", "Monsieur", "Mlle", "Mr", "Dr")+" ", s.family)
	case 3, 4:
		return g.cased("j'ai parlé à {x} au guichet", pick(g, "Mme", "M.", "madame", "monsieur", "mme", "mr")+" ", pick(g, both, s.family))
	case 5:
		return g.cased("{x} et moi attendons", "M. et Mme ", s.family)
	case 6, 7, 8:
		return g.cased(pick(g, "je m'appelle {x} et j'attends", "Mon nom est {x}", "Je me nomme {x}, j'habite ici"), "", both)
	case 9, 10:
		return pick(g, "Je suis {"+both+"}, usager", "au nom de {"+both+"}", "Nom : {"+both+"}", "Dossier de {"+both+"} refusé", "Demandeur : {"+swapped+"}")
	case 11, 12:
		return pick(g, "Merci à {"+s.given+"} pour son aide", "Un grand merci à {"+both+"}", "Bravo à {"+s.given+"} !", "Je remercie {"+s.given+"} du guichet", "Merci {"+s.given+"} !")
	case 13, 14:
		return pick(g, "mon fils {"+s.given+"} attend", "ma fille {"+s.given+"} a été oubliée", "mon mari {"+both+"} est malade", "ma mère, {"+both+"}, aussi", "ma conseillère {"+s.given+"} est parfaite", "l'agent {"+both+"} a été odieux")
	case 15, 16:
		return pick(g, "{"+both+"} m'a aidé", "{"+s.given+"} m'a très bien reçu", "j'ai eu {"+both+"} au téléphone", "c'est {"+both+"} qui a signé", "le courrier de {"+swapped+"} est perdu", "reçu par {"+s.given+"}")
	case 17, 18, 19:
		return g.cased(pick(g, "\nCordialement, {x}", "\nCordialement\n{x}", "\n{x}", "\nBien cordialement.\n{x}", "\nMerci d'avance, {x}", "\nSalutations distinguées\n{x}"), "", pick(g, both, swapped))
	case 20:
		return "\nCordialement, {" + pick(g, s.given+" "+string([]rune(s.family)[:1])+".", initial+" "+s.family) + "}"
	case 21:
		return strings.ToLower("\ncordialement, {" + s.given + " " + string([]rune(s.family)[:1]) + ".}")
	case 22:
		return pick(g, "Mme {"+string([]rune(s.family)[:1])+".} m'a dit non", "M. {"+initial+" "+s.family+"} aussi", "{"+initial+" "+s.family+"} a signé la lettre")
	case 23, 24:
		return strings.ToLower(pick(g, "je m'appelle {"+both+"}", "monsieur {"+both+"} m'a dit", "mme {"+s.family+"} est absente", "je soussignée {"+both+"} demande"))
	case 25:
		return strings.ToUpper(pick(g, "MADAME {"+s.family+"} M'A DIT NON", "JE M'APPELLE {"+both+"} ET J'ATTENDS", "MONSIEUR {"+both+"} NE RÉPOND PAS"))
	case 26:
		return pick(g, "Madame\u00a0{"+s.family+"}", "Mme\n{"+s.family+"}", "M.{"+s.family+"}", "Mme  {"+both+"}", "M\u202f. {"+s.family+"}", "monsieur{ "+s.family+"}")
	case 27:
		return pick(g, "Maître {"+s.family+"} suit l'affaire", "le docteur {"+s.family+"} a écrit", "chez M. {"+s.family+"}", "Me {"+s.family+"} a plaidé", "Madame {"+s.given+"} au guichet 3")
	}
	return g.cased("{x} n'a pas répondu", pick(g, "Madame ", "Monsieur ", "M. ", "Mme "), both)
}

// cased writes the name as people do: as it should be, in lower case, with its
// surname in capitals.
func (g *generator) cased(phrase, title, name string) string {
	switch g.IntN(6) {
	case 0:
		name, title = strings.ToLower(name), strings.ToLower(title)
	case 1:
		name = strings.ToUpper(name)
	}
	return strings.Replace(strings.Replace(phrase, "{x}", title+"{x}", 1), "x}", name+"}", 1)
}

var wayForms = []string{"rue", "rue", "rue", "avenue", "av.", "bd", "boulevard", "place", "chemin", "allée", "impasse", "route", "quai", "square", "cours", "résidence"}

func (g *generator) addressPhrase() string {
	line := g.towns[g.IntN(len(g.towns))]
	town, _, _ := strings.Cut(line[6:], "|")
	code, town := line[:5], title(town)
	name := pick(g, "de "+title(g.madeUp(familyEnds)), "des "+g.madeUp(familyEnds)+"s", pick(g, g.strangeGiven...)+" "+pick(g, g.strangeFamily...), "du Général "+pick(g, g.strangeFamily...), "des Lilas", "du 8 mai 1945", "de la République", "Victor Hugo", "de l'Église", "du Vieux Moulin", "Saint-Martin", "du Docteur "+g.madeUp(familyEnds))
	street := fmt.Sprint(1+g.IntN(180)) + pick(g, "", "", " bis", " ter", "bis", " B") + pick(g, " ", " ", ", ", ",") + pick(g, wayForms...) + " " + name
	whole := street + pick(g, ", ", " ", "\n", ",", " - ") + code + " " + town
	value := pick(g, street, street, whole, whole, whole, street+", appt "+fmt.Sprint(1+g.IntN(60))+", "+code+" "+town, street+" bâtiment C "+code+" "+town, pick(g, wayForms[:8]...)+" "+name+", "+code+" "+town, "BP "+g.digits(3)+" "+code+" "+town, "CS "+g.digits(5)+", "+code+" "+town)
	phrase := pick(g, "j'habite {%s}", "J’habite au {%s}", "mon adresse : {%s}", "Adresse: {%s}", "domicilié {%s}", "le courrier est parti au {%s}", "à livrer, {%s}", "{%s}")
	phrase = strings.Replace(phrase, "%s", value, 1)
	if g.IntN(10) < 2 {
		return strings.ToLower(phrase)
	}
	if g.IntN(12) == 0 {
		return strings.ToUpper(phrase)
	}
	return phrase
}

// title gives each word its capital, as towns are written.
func title(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if len(w) > 3 || i == 0 {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "-")
}

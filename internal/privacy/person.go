package privacy

import "strings"

// people finds names by the words around them (a title, "je m'appelle", a
// kinship, a signature), by two capitals that no everyday word explains, and
// by known given names.
func people(p page) []Span {
	found, done := []Span{}, 0
	for n := range p.words {
		if n < done {
			continue
		}
		first, last, ok := p.personAt(n)
		for ; ok; first, last, ok = p.alsoAfter(last) {
			last = p.overBreton(last)
			found = append(found, p.personSpan(first, last))
			done = last + 1
		}
	}
	return found
}

func (p *page) personSpan(first, last int) Span {
	start, end := p.words[first].start, p.words[last].end
	if end < len(p.flat) && p.flat[end] == '.' && last > first && end-p.words[last].start == 1 {
		end++
	}
	return span(Person, start, end)
}

// overBreton takes the "'h" of "Guivarc'h" along.
func (p *page) overBreton(n int) int {
	if p.at(n+1) == "h" && p.between(n) == "'" && strings.HasSuffix(p.at(n), "c") {
		return n + 1
	}
	return n
}

// alsoAfter finds who is named in one breath with somebody: "Lucie et Kadane".
func (p *page) alsoAfter(last int) (first, end int, ok bool) {
	n := last + 2
	if p.at(last+1) != "et" || p.between(last) != " " || p.between(last+1) != " " || !p.capital(n) || len(p.at(n)) < 3 || !p.unheardOf(n) && (!isGiven(p.at(n)) || otherwise[p.at(n)]) {
		return 0, 0, false
	}
	end, ok = p.name(n, capitals)
	return n, end, ok
}

// personAt gives the first and last word of a person that is announced by
// word n or begins there.
func (p *page) personAt(n int) (first, last int, ok bool) {
	if last, ok := p.titled(n); ok {
		return n, last, true
	}
	if first, last, ok := p.announced(n); ok {
		return first, last, true
	}
	if first, last, ok := p.signed(n); ok {
		return first, last, true
	}
	last, ok = p.bare(n)
	return n, last, ok
}

// Titles; the short ones leave no doubt that a name follows.
var (
	titles      = set("madame monsieur mademoiselle mme mlle mr mrs monsieur docteur dr maitre m me pr professeur mesdames messieurs mm mmes mgr sr")
	shortTitles = set("mme mlle mr dr mmes")
)

// titled reads "Mme Durand", "M. et Mme Le Goff", "monsieur jean-luc le goff".
func (p *page) titled(n int) (int, bool) {
	if !p.isTitle(n) {
		return 0, false
	}
	at, strength := n, spoken
	if p.at(n+1) == "et" || p.at(n+1) == "ou" {
		if p.isTitle(n + 2) {
			at = n + 2
		}
	} else if p.isTitle(n+1) && strings.Trim(p.between(n), " .") == "/" {
		at = n + 1
	}
	if shortTitles[p.at(at)] {
		strength = certain
	}
	if !p.leadsOn(at) && (p.at(n-1) != "civilite" || p.between(at) != ", ") {
		return 0, false
	}
	return p.name(at+1, strength)
}

// leadsOn reports whether a name may follow word n at once.
func (p *page) leadsOn(n int) bool {
	sep := p.between(n)
	return sep == "" || len(sep) <= 4 && strings.Trim(sep, " .:\n\x1f\"(*") == "" && !strings.Contains(sep, "\n\n") && (strings.IndexByte(sep, '.') < 0 || p.words[n].end-p.words[n].start <= 4)
}

// isTitle leaves out "me" and "m" where they are pronouns: in lower case
// without a dot, or in a text that shouts.
func (p *page) isTitle(n int) bool {
	w := p.at(n)
	if right := p.meant(n); titles[right] && (p.capital(n+1) || p.unheardOf(n+1)) && p.between(n) == " " {
		return true
	}
	if !titles[w] {
		return false
	}
	first, sep := p.flat[p.words[n].start], p.between(n)
	switch w {
	case "m":
		if p.between(n) == "." && p.dotted(n+1) && len(p.at(n+2)) == 1 {
			return false // "M.A.E." is a ministry
		}
		return (isUpper(first) || strings.HasPrefix(sep, ".")) && !strings.HasPrefix(sep, "'") && (p.words[n].start == 0 || !isDigit(p.flat[p.words[n].start-1]))
	case "mm":
		return isUpper(first)
	case "me", "pr", "sr":
		if w == "me" && (p.at(n+2) == "notaire" || p.at(n+2) == "avocat") {
			return true
		}
		return isUpper(first) && !p.allCaps(n) && n+1 < len(p.words) && (p.capital(n+1) || particles[p.at(n+1)] && p.capital(n+2))
	}
	return true
}

// announcers lead to a name; kept by their last word ("sœur" is "sour" in
// flat text). After a sure one the
// name may stand in lower case.
var announcers = byLastWord(map[string]strength{
	"m appelle": certain, "m appel": certain, "m apelle": certain, "m apel": certain, "m appele": certain, "mon nom c est": certain, "moi c est": pair, "du nom de": spoken, "nom de naissance": spoken, "nom d usage": spoken, "nom de jeune fille": spoken, "nom d epouse": spoken, "nom marital": spoken, "mon nom est": certain, "s appelle": certain, "se nomme": certain, "me nomme": certain, "m appelles": certain, "nom de famille": certain, "prenomme": certain, "prenommee": certain, "nomme": spoken, "nommee": spoken, "denomme": certain, "denommee": certain, "soussigne": certain, "soussignee": certain, "mon prenom est": certain, "prenom est": certain,
	"nom": labelled, "prenom": labelled, "noms": labelled, "prenoms": labelled, "signe": capitals, "signature": labelled, "identite": labelled, "contact": labelled, "demandeur": labelled, "beneficiaire": labelled, "titulaire": labelled, "titulaire du compte": labelled, "capitaine": capitals, "adjudant": capitals, "lieutenant": capitals, "brigadier": capitals, "le maire": capitals, "la maire": capitals, "le notaire": capitals, "conseiller": capitals, "conseillere": capitals, "agent": capitals, "agente": capitals, "interlocuteur": capitals, "interlocutrice": capitals, "collegue": capitals, "directrice": capitals, "directeur": capitals, "responsable": capitals, "secretaire": capitals, "employee": capitals, "employe": capitals, "infirmiere": capitals, "docteure": capitals, "avocat": capitals, "avocate": capitals, "prof": capitals, "assistante": capitals, "instructeur": capitals, "instructrice": capitals, "instituteur": capitals, "institutrice": capitals, "inspecteur": capitals, "inspectrice": capitals, "hotesse": capitals, "dame": capitals, "gestionnaire": capitals, "certaine": capitals, "certain": capitals, "conseillers": capitals, "agents": capitals, "collegues": capitals,
	"au nom de": spoken, "de la part de": spoken, "l attention de": spoken, "aupres de": capitals, "veuve": capitals, "epouse": capitals, "epoux": capitals, "nee": capitals,
	"mari": capitals, "femme": capitals, "fils": capitals, "fille": capitals, "pere": capitals, "mere": capitals, "frere": capitals, "soeur": capitals, "sour": capitals, "compagnon": capitals, "compagne": capitals, "voisin": capitals, "voisine": capitals, "enfant": capitals, "conjoint": capitals, "conjointe": capitals, "tante": capitals, "oncle": capitals, "cousin": capitals, "cousine": capitals, "neveu": capitals, "niece": capitals, "ami": capitals, "amie": capitals, "tuteur": capitals, "tutrice": capitals, "bebe": capitals, "locataire": capitals, "proprietaire": capitals,
	"merci a": capitals, "merci beaucoup a": capitals, "remerciements a": capitals, "mention speciale a": capitals, "la gentille": capitals, "le gentil": capitals, "mon petit": capitals, "ma petite": capitals, "faite par": capitals, "fait par": capitals, "famille": capitals, "succession": capitals, "ai eu": capitals, "cest": pair, "merci beaucoup": thanked, "filles": capitals, "accueil": capitals, "guichet": capitals, "jai eu": capitals, "bonjour c est": capitals, "bonsoir c est": capitals, "demande de": pair, "compte de": pair, "bancaire de": pair, "dossier de": pair, "merci": thanked, "bravo a": capitals, "bravo": thanked, "remercie": thanked, "remercier": thanked, "remercions": thanked, "felicitations a": capitals, "grace a": capitals, "je suis": pair, "c est": pair, "c est a": pair, "appelee": pair, "recu par": capitals, "recue par": capitals, "accueilli par": capitals, "accueillie par": capitals, "aide par": capitals, "aidee par": capitals, "renseigne par": capitals, "renseignee par": capitals, "conseille par": capitals, "conseillee par": capitals, "accompagne par": capitals, "accompagnee par": capitals, "rendez vous avec": capitals, "rdv avec": capitals, "telephone avec": capitals, "parle a": capitals, "parle avec": capitals, "eu affaire a": capitals, "signe par": capitals, "traite par": capitals, "suivi par": capitals, "suivie par": capitals, "chapeau a": capitals, "conseillere est": pair, "conseiller est": pair, "le compte de": pair, "la demande de": pair, "le dossier de": pair, "demande concernant": pair, "infiniment a": capitals, "mille mercis a": capitals, "la petite": capitals, "le petit": capitals, "mes enfants": capitals, "prenommees": certain, "j ai vu": pair, "rencontre": capitals, "patient": pair, "patiente": pair, "usager": pair, "usagere": pair, "ici": pair, "pour": pair, "a l ecoute de": capitals, "demander": thanked, "demandez": thanked,
})

type announcer struct {
	before   []string // the words before the last, nearest first
	strength strength
}

func byLastWord(phrases map[string]strength) map[string][]announcer {
	all := map[string][]announcer{}
	for phrase, s := range phrases {
		words := strings.Fields(phrase)
		last, before := words[len(words)-1], []string{}
		for i := len(words) - 2; i >= 0; i-- {
			before = append(before, words[i])
		}
		all[last] = append(all[last], announcer{before, s})
	}
	return all
}

// announced tries the announcers that end in word n, the longest first.
func (p *page) announced(n int) (first, last int, ok bool) {
	if isUpper(p.flat[p.words[n].start]) && p.capital(n+1) && p.allCaps(n) && !p.loud && p.at(n) != "nom" && p.at(n) != "prenom" && p.at(n-2) != "nom" && !strings.Contains(p.between(n), ":") && !(p.allCaps(n+1) && p.unheardOf(n+1)) {
		return 0, 0, false
	}
	if loose[p.at(n)] && p.at(n-1) != "de" && p.capital(n+1) && known().towns[p.at(n+1)] && p.between(n) == " " {
		return n + 1, n + 1, true // "la famille Roquelaure"
	}
	best, length := strength(0), -1
	for _, a := range announcers[p.at(n)] {
		if len(a.before) > length && p.preceded(n, a.before) {
			best, length = a.strength, len(a.before)
		}
	}
	if best == 0 || n+1 >= len(p.words) || !p.opens(n, best) {
		return 0, 0, false
	}
	if best == labelled && !strings.ContainsAny(p.between(n), ":=") && p.at(n+2) != "prenom" {
		best = pair
	}
	last, ok = p.name(n+1, best)
	return n + 1, last, ok && (best != capitals || p.bears(n, last))
}

// loose lead to an adjective as well: "famille nombreuse".
var loose = set("famille succession epoux")

// bears asks more where a word leads to other things more often than to a
// name: "j'ai eu Rithy au téléphone".
func (p *page) bears(n, last int) bool {
	if w := p.at(n); w == "accueil" || w == "guichet" {
		return p.between(n) == ", " && p.capital(n+1) // "à l'accueil, Lucie"
	}
	if loose[p.at(n)] {
		return p.capital(n+1) || p.at(n-1) != "de" && p.unheardOf(n+1)
	}
	return p.at(n) != "eu" || p.at(n-1) != "ai" && p.at(n-1) != "jai" || p.at(last+1) == "au"
}

func (p *page) preceded(n int, words []string) bool {
	for i, w := range words {
		if p.at(n-1-i) != w || len(p.between(n-1-i)) > 2 {
			return false
		}
	}
	return true
}

// opens checks what stands between the announcer and the name. A label ("nom")
// needs its colon.
func (p *page) opens(n int, s strength) bool {
	sep := p.between(n)
	if len(sep) > 5 || strings.Trim(sep, " :,\n\"('-\x1f=*") != "" {
		return false
	}
	switch s {
	case labelled:
		return strings.ContainsAny(sep, ":=") || sep == " "
	case capitals, thanked, pair:
		return strings.Trim(sep, " :\"(") == "" || s == capitals && strings.Trim(sep, " :,(") == ""
	}
	return true
}

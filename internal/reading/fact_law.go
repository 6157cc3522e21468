package reading

import "strings"

// articleAt reads a legal reference: "article L. 114-5", "L. 114-5",
// "art. R113-2", "loi n° 2000-321", "décret 2016-308", "règlement (UE)
// 2016/679", "code civil".
func articleAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	switch w {
	case "article", "articles", "art", "alinea":
		return codeArticleAt(s, end)
	case "loi", "decret", "ordonnance", "arrete", "circulaire":
		return actAt(s, w, end)
	case "reglement", "directive":
		return unionActAt(s, w, end)
	case "code":
		return codeAt(s, end)
	case "rgpd", "crpa", "ceseda", "cgi", "cgct":
		return w, end
	}
	return bareArticleAt(s, i)
}

func codeArticleAt(s string, i int) (string, int) {
	if i < len(s) && s[i] == '.' {
		i++
	}
	i = skipSpaces(s, i)
	if i+1 < len(s) && s[i] == 'n' && s[i+1] == flatDegree {
		i = skipSpaces(s, i+2)
	}
	if w, end := wordAt(s, i); w == "premier" || w == "1er" {
		return "1", end
	}
	letter := ""
	if i < len(s) && strings.IndexByte("lrda", s[i]) >= 0 {
		letter = s[i : i+1]
		for i++; i < len(s) && (s[i] == '.' || s[i] == '*' || s[i] == ' ' || s[i] == '-'); i++ {
		}
	}
	num, end := hyphenated(s, i)
	if end == 0 {
		return "", 0
	}
	return letter + num, end
}

// bareArticleAt reads "L. 114-5" and "R113-2", which need their hyphen or a
// number of three figures: "l 12" may be anything.
func bareArticleAt(s string, i int) (string, int) {
	if strings.IndexByte("lrd", s[i]) < 0 {
		return "", 0
	}
	at := i + 1
	for at < len(s) && at < i+4 && (s[at] == '.' || s[at] == '*' || s[at] == ' ') {
		at++
	}
	num, end := hyphenated(s, at)
	if end-at < 3 || strings.IndexByte(num, '-') < 0 && s[i+1] != '.' || partOfWord(s, end) {
		return "", 0
	}
	return s[i:i+1] + num, end
}

// The first words behind "code" that make it a body of law (the list of codes
// in force, legifrance.gouv.fr), as they follow "de la", "du", "des"…
var codes = []string{"civil", "penal", "general", "electoral", "rural", "monetaire", "forestier", "minier", "de procedure", "de commerce", "de justice", "de deontologie",
	"du travail", "du patrimoine", "du sport", "du tourisme", "du service national", "du cinema", "de la route", "de la sante", "de la securite", "de la consommation", "de la construction",
	"de la famille", "de la voirie", "de la propriete", "de la commande", "de la mutualite", "de la defense", "de la fonction", "de la nationalite", "de la recherche",
	"de l'urbanisme", "de l'education", "de l'environnement", "de l'entree", "de l'action", "de l'energie", "de l'organisation", "de l'artisanat", "de l'expropriation",
	"des relations", "des assurances", "des transports", "des douanes", "des postes", "des juridictions", "des pensions", "des impots", "des communes", "des procedures"}

// codeAt names a code; "code d’accès" and "code postal" are none, and neither
// is "code de la route" where one learns to drive: the review decides.
func codeAt(s string, i int) (string, int) {
	at := skipSpaces(s, i)
	for _, c := range codes {
		if strings.HasPrefix(s[at:], c) && !partOfWord(s, at+len(c)) && !strings.HasPrefix(s[at+len(c):], " de verification") {
			return "code " + c, at + len(c)
		}
	}
	return "", 0
}

// unionActAt reads "règlement (UE) 2016/679" and "directive 2008/115/CE".
func unionActAt(s, act string, i int) (string, int) {
	at := skipSpaces(s, i)
	for _, union := range []string{"(ue)", "(ce)", "ue", "ce", "europeen"} {
		if strings.HasPrefix(s[at:], union) {
			at = skipNumberSign(s, at+len(union))
			break
		}
	}
	at = skipNumberSign(s, at)
	year, end := intAt(s, at)
	if end-at != 4 || end >= len(s) || s[end] != '/' {
		return "", 0
	}
	number, end := intAt(s, end+1)
	if end == 0 || !isYear(year) && !isYear(number) {
		return "", 0
	}
	return act + " " + s[at:end], end
}

func actAt(s, act string, i int) (string, int) {
	i = skipSpaces(s, i)
	if i+1 < len(s) && s[i] == 'n' && (s[i+1] == flatDegree || s[i+1] == 'o') {
		i = skipSpaces(s, i+2)
	}
	num, end := hyphenated(s, i)
	if end == 0 || !strings.Contains(num, "-") {
		return "", 0
	}
	return act + " " + num, end
}

// hyphenated reads digits joined by hyphens, "114-5-1", and a "bis" glued or
// set after them.
func hyphenated(s string, i int) (string, int) {
	end := i
	for end < len(s) && (isDigit(s[end]) || s[end] == '-' && end > i) {
		end++
	}
	for end > i && s[end-1] == '-' {
		end--
	}
	if end == i {
		return "", 0
	}
	norm := s[i:end]
	if w, after := wordAt(s, skipSpaces(s, end)); w == "bis" || w == "ter" || w == "quater" {
		return norm + w, after
	}
	return norm, end
}

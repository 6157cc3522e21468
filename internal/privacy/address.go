package privacy

import "regexp"

// way is a street number, its suffix, the kind of way, and one to six words
// of name; the post code and the town may follow. Names in lower case are
// taken only as far as one word after the articles.
var (
	way = regexp.MustCompile(`^\d{1,4}(?: ?(?:bis|ter|quater|[a-dA-D]))?,? ?(?:[Rr]ue|[Aa]venue|[Aa]v\.?|[Bb]oulevard|[Bb]d\.?|[Bb]ld|[Pp]lace|[Cc]hemin|[Aa]llees?|[Ii]mpasse|[Rr]oute|[Qq]uai|[Ss]quare|[Cc]ours|[Pp]assage|[Rr]esidence|[Ff]aubourg|[Rr]uelle|[Ss]entier|[Ee]splanade|[Vv]illa|[Cc]ite|[Ll]otissement|[Hh]ameau|[Mm]ontee|[Tt]raverse|[Vv]enelle|[Vv]oie|RUE|AVENUE|BOULEVARD|PLACE|CHEMIN|ALLEE|IMPASSE|ROUTE)` +
		` (?:(?:de |du |des |d'|la |le |les |l'|DE |DU |DES |LA |LES )*)(?:[A-Z0-9][A-Za-z0-9'-]*(?: (?:(?:de |du |des |d'|la |le |les |l'|et |en |sur |sous )*)[A-Z][A-Za-z'-]*){0,4}|[a-z]{3,}(?:-[a-z]+)*)`)
	town = regexp.MustCompile(`^,?[ \n]?(?:(?:a )?[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+)?,? ?\(?\d{5}\b|(?:a |- )?(?:\d{5}|\d{2} \d{3})(?: (?:(?:[A-Z][A-Za-z'-]+|d'|de|du|la|le|les|sur|sous|en|l')(?:[ -]|\b)){1,5})?)`)
)

// longestAddress bounds the search from the number on.
const longestAddress = 140

// addresses finds a number and a way, with the town where it follows.
func addresses(p page) []Span {
	found := []Span{}
	for i := 0; i < len(p.flat); i++ {
		if !isDigit(p.flat[i]) || !startsRun(p.flat, i) {
			continue
		}
		if end := addressEnd(p.flat[i:min(len(p.flat), i+longestAddress)]); end > 0 {
			found = append(found, span(Address, i, i+end))
			i += end
		}
	}
	return found
}

func addressEnd(s string) int {
	at := way.FindStringIndex(s)
	if at == nil {
		return 0
	}
	end := at[1]
	if t := town.FindStringIndex(s[end:]); t != nil {
		end += t[1]
	}
	for !isAlnum(s[end-1]) {
		end--
	}
	return end
}

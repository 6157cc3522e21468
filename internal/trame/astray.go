package trame

import (
	"regexp"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// spokenBody is a kind of public body: how the platform's names of it begin, and
// how users speak of it and blame it.
type spokenBody struct {
	starts, names []string
	said, blamed  *regexp.Regexp
}

// blames are the verbs by which a body is blamed, behind its name.
const blames = ` (?:(?:ne |n')(?:[a-z']+ ){1,4}(?:pas|jamais|rien|plus|aucune?)\b|(?:me |m'a |nous |nous a |a |m'ont |ont )?(?:refus|bloqu|rejet|perdu|oubli|ignor|raccroch|balad)[a-z]*|est injoignable|fait trainer|se moque|traine )`

func bodyNamed(names, starts string) spokenBody {
	b := spokenBody{starts: strings.Split(starts, "|"), names: strings.Split(names, "|")}
	b.said = regexp.MustCompile(`\b(?:` + names + `)s?\b`)
	b.blamed = regexp.MustCompile(before + `(?:` + names + `)s?(?: [a-z']+)?` + blames)
	return b
}

// before is what may stand before the name of a body that is blamed: where it
// is the subject of a clause.
const before = `(?:^|[.!?;:,\n] ?(?:et |mais |car )?|\b(?:que |mais |et |car |quand ))(?:la |le |l'|les |ma |notre |les services de la )?(?:sous-)?`

// spokenBodies are those that reviews mix up most.
var spokenBodies = []spokenBody{
	bodyNamed("caf|allocations familiales", "caf"),
	bodyNamed("cpam|assurance maladie|ameli|securite sociale|secu", "cpam|cnam|camieg"),
	bodyNamed("prefecture", "prefecture|sous-prefecture"),
	bodyNamed("mairie", "mairie|ville|commune|collectivites"),
	bodyNamed("pole emploi|france travail", "agence pole emploi|france travail"),
	bodyNamed("carsat|cnav|caisse de retraite", "carsat|cnav|cnracl|caisse nationale de retraites|agirc|cipav|info retraite"),
	bodyNamed("centre des impots|service des impots|fisc|dgfip|tresor public", "impots.gouv|service des impots|dgfip|tresorerie"),
	bodyNamed("consulat|ambassade", "consulat|ambassade|reseau consulaire|direction des francais"),
	bodyNamed("commissariat|police", "commissariat|police|pre-plainte"), bodyNamed("gendarmerie", "gendarmerie|brigade"), bodyNamed("tribunal", "tribunal"),
	bodyNamed("urssaf", "urssaf"), bodyNamed("mdph", "mdph|maison departementale"), bodyNamed("msa", "msa"),
	bodyNamed("ants", "ants"), bodyNamed("antai", "antai"), bodyNamed("ofii", "ofii"), bodyNamed("crous", "crous"),
}

// named tells whether a text may speak of the body, cheaper than its patterns.
func (b spokenBody) named(text string) bool {
	return slices.ContainsFunc(b.names, func(name string) bool { return strings.Contains(text, name) })
}

// is tells whether a platform's name is that of such a body.
func (b spokenBody) is(name string) bool {
	plain := reading.Fold(strings.ReplaceAll(name, "’", "'"))
	return slices.ContainsFunc(b.starts, func(start string) bool { return strings.HasPrefix(plain, start) })
}

// elsewhere gives the body that a review blames where it never speaks of the
// one it was filed under: to apologise for the one and send people to it would
// be to answer beside the point. ok is false where there is none.
func elsewhere(r review.Review, ticked string) (blamed spokenBody, ok bool) {
	text := strings.ToLower(reading.Flatten(r.Title + "\n" + r.Text))
	if mentions(words(text), ticked) > 0 {
		return spokenBody{}, false
	}
	for _, b := range spokenBodies {
		switch {
		case !b.named(text):
		case b.is(ticked) && b.said.MatchString(text):
			return b, false
		case !b.is(ticked) && !ok && b.blamed.MatchString(text):
			blamed, ok = b, true
		}
	}
	return blamed, ok
}

package sheet

import (
	"slices"
	"strings"
)

// kindLocal is the audience of a service's own documents.
const kindLocal = "local"

// pair finds the sheets that stand for all with their id: those for
// individuals, whom reviews come from, and else the first.
func (p *Pack) pair() {
	stands := map[string]int{}
	for i, e := range p.sheets {
		if _, known := stands[e.sheet]; !known || e.kind == "particuliers" {
			stands[e.sheet] = i
		}
	}
	for i := range p.sheets {
		p.sheets[i].twin = stands[p.sheets[i].sheet]
	}
}

// Many matters of work have one sheet for everybody and another for public
// servants. Users say it when they are such.
var servantWords = strings.Fields("fonctionnaire fonctionnaires publique public agent titulaire contractuel militaire enseignant stagiaire")

func speaksOfServants(asked []wanted) bool {
	for _, t := range asked {
		if t.own && slices.Contains(servantStems, t.term) {
			return true
		}
	}
	return false
}

var servantStems = terms(strings.Join(servantWords, " "))

func forServants(title, path string) bool {
	text := strings.ToLower(title + " " + path)
	return strings.Contains(text, "fonction publique") || strings.Contains(text, "fonctionnaire") || strings.Contains(text, "agent public")
}

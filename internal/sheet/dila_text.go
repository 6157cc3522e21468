package sheet

import (
	"slices"
	"strings"
)

// outline lays a page out as sections, one for each heading path.
type outline struct {
	heading  []string
	lines    []string
	sections []section
}

func dilaSections(root node) []section {
	o := &outline{}
	for _, c := range root.Children {
		switch c.Name {
		case "Introduction", "Texte", "ListeSituations", "CommentFaireSi", "Avertissement", "Problematiques":
			o.lay(c)
		case "Definition":
			o.under("Définition", c)
		}
	}
	o.close()
	return o.sections
}

// close ends the section at hand.
func (o *outline) close() {
	if len(o.lines) > 0 {
		o.sections = append(o.sections, section{slices.Clone(o.heading), strings.Join(o.lines, "\n")})
		o.lines = nil
	}
}

// under lays a node's children out beneath its own heading.
func (o *outline) under(title string, n node) {
	o.close()
	if title != "" {
		o.heading = append(o.heading, title)
	}
	for _, c := range n.Children {
		if c.Name != "Titre" {
			o.lay(c)
		}
	}
	o.close()
	if title != "" {
		o.heading = o.heading[:len(o.heading)-1]
	}
}

func (o *outline) add(line string) {
	if line != "" {
		o.lines = append(o.lines, line)
	}
}

func (o *outline) lay(n node) {
	switch n.Name {
	case "Chapitre", "SousChapitre", "Cas", "Situation", "Problematique", "Branche":
		o.under(n.child("Titre").line(), n)
	case "Paragraphe", "Titre":
		o.add(n.line())
	case "Item":
		o.item(n)
	case "Tableau":
		o.table(n)
	case "ASavoir", "ANoter", "Attention", "Rappel":
		o.note(n)
	case "Definition":
		o.under("Définition : "+n.child("Titre").line(), n)
	case "ServiceEnLigne":
		o.add("Service en ligne : " + n.child("Titre").line())
	case "OuSAdresser":
		o.add("Où s’adresser : " + n.child("Titre").line())
	case "Condition", "Variable", "Reference", "Image", "Source", "SiSelectionne", "Abreviation":
	default:
		o.inner(n)
	}
}

// inner lays out what stands in a node that is no element of its own.
func (o *outline) inner(n node) {
	o.add(strings.Join(breakable(n.Text), " "))
	for _, c := range n.Children {
		o.lay(c)
	}
}

// item marks the first line of a list's item; what is nested keeps its own marks.
func (o *outline) item(n node) {
	before := len(o.lines)
	o.inner(n)
	if before < len(o.lines) && !strings.HasPrefix(o.lines[before], "- ") {
		o.lines[before] = "- " + o.lines[before]
	}
}

func (o *outline) note(n node) {
	before, title := len(o.lines), n.child("Titre").line()
	for _, c := range n.Children {
		if c.Name != "Titre" {
			o.lay(c)
		}
	}
	if title != "" && before < len(o.lines) {
		o.lines[before] = title + " : " + o.lines[before]
	}
}

func (o *outline) table(n node) {
	o.add(n.child("Titre").line())
	n.each(func(row node) bool {
		if row.Name != "Rangée" {
			return true
		}
		cells := []string{}
		for _, c := range row.Children {
			if s := c.line(); s != "" {
				cells = append(cells, s)
			}
		}
		o.add(strings.Join(cells, " | "))
		return false
	})
}

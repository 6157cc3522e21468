package sheet

import (
	"strings"
)

// dilaDocument reads a page of service-public.fr, in the elements of DILA's
// schema 3.3 (https://www.data.gouv.fr/datasets/service-public-fr-guide-vos-droits-et-demarches-particuliers).
func dilaDocument(page node, kind string) (document, bool) {
	root, found := publication(page)
	if !found {
		return document{}, false
	}
	d := document{sheet: root.Attributes["ID"], kind: kind, title: root.child("dc:title").line(),
		url: root.Attributes["spUrl"], date: dilaDate(root.child("dc:date").line()), summary: root.child("dc:description").line()}
	if d.kind == "" {
		d.kind = audience(d.url, root.child("Audience").line())
	}
	if d.url == "" {
		d.url = dilaURL(d.kind, d.sheet)
	}
	d.path = breadcrumb(root)
	d.links, d.shorts = dilaLinks(root)
	d.leads = !strings.HasPrefix(d.sheet, "F")
	if !d.leads {
		d.sections = dilaSections(root)
	} else {
		d.links = titled(d.links, d.title)
	}
	return d, d.sheet != "" && d.title != ""
}

func publication(page node) (node, bool) {
	for _, c := range page.Children {
		if c.Name == "Publication" || c.Name == "ServiceComplementaire" {
			return c, true
		}
	}
	return node{}, false
}

// dilaDate reads "modified 2020-01-01".
func dilaDate(s string) string {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return ""
	}
	return isoDate(fields[len(fields)-1])
}

// audience tells whom a page is for when its place does not say so.
func audience(url, name string) string {
	switch text := strings.ToLower(url + " " + name); {
	case strings.Contains(text, "association"):
		return "associations"
	case strings.Contains(text, "professionnel"), strings.Contains(text, "entreprendre"), strings.Contains(text, "entreprise"):
		return "professionnels"
	default:
		return "particuliers"
	}
}

var dilaPlace = map[string]string{"particuliers": "particuliers", "professionnels": "professionnels-entreprises", "associations": "associations"}

func dilaURL(kind, id string) string {
	return "https://www.service-public.fr/" + dilaPlace[kind] + "/vosdroits/" + id
}

// breadcrumb is the themes that hold the page, without the site's front page
// and without the page itself.
func breadcrumb(root node) []string {
	path := []string{}
	levels := root.child("FilDAriane").Children
	for i, level := range levels {
		if level.Name == "Niveau" && i > 0 && level.Attributes["ID"] != root.Attributes["ID"] {
			path = append(path, level.line())
		}
	}
	for _, name := range []string{"SousThemePere", "SousDossierPere"} {
		if s := root.child(name).line(); s != "" {
			path = append(path, s)
		}
	}
	return path
}

// dilaLinks gathers how the page speaks of other sheets, and the
// abbreviations that it explains.
func dilaLinks(root node) ([]link, []short) {
	links, shorts := []link{}, []short{}
	root.each(func(n node) bool {
		id := n.Attributes["ID"]
		switch n.Name {
		case "LienInterne":
			links = append(links, link{n.Attributes["LienPublication"], n.line()})
		case "QuestionReponse", "FicheLiee":
			links = append(links, link{id, n.line()})
		case "Fiche":
			links = append(links, link{id, ficheText(n)})
		case "Abreviation":
			shorts = append(shorts, short{n.child("Titre").line(), n.child("Texte").line()})
		}
		return n.Name != "DossierPere"
	})
	return links, shorts
}

// ficheText is a sheet's name in a list: bare, or as a title beside its theme.
func ficheText(n node) string {
	if t := n.child("Titre"); t.Name != "" {
		return t.line()
	}
	return n.line()
}

// titled adds the page's own title to each sheet that it points to: a form's
// name or a theme's says what the sheet is about in other words.
func titled(links []link, title string) []link {
	all, seen := links, map[string]bool{}
	for _, l := range links {
		if !seen[l.to] {
			seen[l.to] = true
			all = append(all, link{l.to, title})
		}
	}
	return all
}

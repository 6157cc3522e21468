package prompt

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	// The beginning of an object or a list of texts, perhaps announced or in a
	// fence; « [Nom] » and « {…} » begin neither.
	object = regexp.MustCompile("\\A(?:[^\\n{\\[]{0,200}:\\s*)?(?:```[a-zA-Z]{0,10}\\s*)?([{\\[]\\s*\")")
	// The names under which models put a reply.
	bodyNames = []string{"phrases", "réponse", "reponse", "reply", "response", "answer", "corps", "body", "texte", "text", "message", "contenu", "content"}
)

// withoutJSON gives the texts of an object that nobody asked for, one after
// the other; of an object that also holds other things, those of the reply.
func withoutJSON(body string) string {
	at := object.FindStringSubmatchIndex(body)
	if at == nil || !utf8.ValidString(body) {
		return body
	}
	texts := textsOf(body[at[2]:])
	if len(texts) == 0 {
		return body
	}
	return strings.Join(texts, " ")
}

// textsOf reads as far as the object goes: one that broke off gives what there
// is of its last text too.
func textsOf(object string) []string {
	r := jsonTexts{in: json.NewDecoder(strings.NewReader(object)), object: object}
	for {
		token, err := r.in.Token()
		if err != nil {
			if !r.inObject() || r.keyed {
				r.take(cutText(r.object[r.in.InputOffset():]))
			}
			break
		}
		if r.read(token); len(r.objects) == 0 {
			break
		}
	}
	if len(r.named) > 0 {
		return r.named
	}
	return r.all
}

// jsonTexts gathers the texts of an object, and those among them that stand
// under a name of a reply.
type jsonTexts struct {
	in         *json.Decoder
	object     string
	objects    []bool // whether each of those that are open is an object, not a list
	name       string
	keyed      bool // a name was read, its text is still to come
	all, named []string
}

func (r *jsonTexts) inObject() bool {
	return len(r.objects) > 0 && r.objects[len(r.objects)-1]
}

func (r *jsonTexts) read(token json.Token) {
	switch t := token.(type) {
	case json.Delim:
		if t == '{' || t == '[' {
			r.objects = append(r.objects, t == '{')
		} else {
			r.objects = r.objects[:len(r.objects)-1]
		}
	case string:
		if r.inObject() && !r.keyed { // a name, not a text
			r.name, r.keyed = strings.ToLower(t), true
			return
		}
		r.take(t)
	}
	r.keyed = false
}

func (r *jsonTexts) take(text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	r.all = append(r.all, text)
	if slices.Contains(bodyNames, r.name) {
		r.named = append(r.named, text)
	}
}

var escapes = strings.NewReplacer(`\"`, `"`, `\n`, "\n", `\\`, `\`)

// cutText is the beginning of a text that an answer broke off in.
func cutText(rest string) string {
	text, begun := strings.CutPrefix(strings.TrimLeft(rest, jsonSpace+",:"), `"`)
	if !begun {
		return ""
	}
	return escapes.Replace(strings.TrimRight(text, `\`))
}

const jsonSpace = " \t\r\n"

package trame

import (
	"embed"
	"strings"
)

// The phrases are data, one file per family, so that a service can read and
// mend them; the syntax stands at the head of data/say-contact.txt.
//
//go:embed data/*.txt
var dataFiles embed.FS

// wording is how one point is spoken of.
type wording struct {
	sentences []string // for the first point of a reply
	noun      string   // a noun phrase, for a later point
	helps     string   // what the testimony helps with, in the infinitive
}

// readWordings reads files of wordings by their heading, "topic bad" or the
// like.
func readWordings(names ...string) map[string]wording {
	all, heading := map[string]wording{}, ""
	for _, name := range names {
		for _, line := range lines(name) {
			if h, ok := strings.CutPrefix(line, "= "); ok {
				heading = h
				continue
			}
			all[heading] = all[heading].with(line)
		}
	}
	return all
}

func (w wording) with(line string) wording {
	if noun, ok := strings.CutPrefix(line, "+ "); ok {
		w.noun = noun
	} else if helps, ok := strings.CutPrefix(line, "> "); ok {
		w.helps = helps
	} else {
		w.sentences = append(w.sentences, line)
	}
	return w
}

// readFields reads a file of fields parted by "|", by its first field.
func readFields(name string) (map[string][]string, []string) {
	all, order := map[string][]string{}, []string{}
	for _, line := range lines(name) {
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		all[fields[0]] = fields[1:]
		order = append(order, fields[0])
	}
	return all, order
}

// lines gives the lines of a data file less blank ones and comments.
func lines(name string) []string {
	data, err := dataFiles.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // embedded at build time: cannot be missing
	}
	all := []string{}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	return all
}

// slots are the words to weave into a phrase, by name.
type slots map[string]string

// fill weaves words into a phrase: {name} is a word, [A|B] is A when all its
// words are there and B, or nothing, when one is missing.
func (s slots) fill(phrase string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(phrase, "[")
		b.WriteString(s.words(before))
		if !ok {
			return elide(b.String())
		}
		choice, after, _ := strings.Cut(rest, "]")
		with, without, _ := strings.Cut(choice, "|")
		if s.holds(with) {
			b.WriteString(s.words(with))
		} else {
			b.WriteString(s.words(without))
		}
		phrase = after
	}
}

func (s slots) words(phrase string) string {
	for name, word := range s {
		phrase = strings.ReplaceAll(phrase, "{"+name+"}", word)
	}
	return phrase
}

func (s slots) holds(phrase string) bool {
	for {
		_, rest, ok := strings.Cut(phrase, "{")
		if !ok {
			return true
		}
		name, after, _ := strings.Cut(rest, "}")
		if s[name] == "" {
			return false
		}
		phrase = after
	}
}

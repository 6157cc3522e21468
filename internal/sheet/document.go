package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// document is one page as its source gives it. A page without sections (a
// theme, a form) is no sheet: it only lends its links to the sheets that it
// points to.
type document struct {
	sheet, kind string
	title, url  string
	date        string // YYYY-MM-DD, "" where the source gives none
	summary     string
	path        []string // from the widest theme to the narrowest
	sections    []section
	links       []link
	shorts      []short
	leads       bool // no sheet of its own
}

// section is a stretch of a sheet under one heading path.
type section struct {
	heading []string // from the widest to the narrowest; empty at the sheet's head
	text    string
}

// link says how a page speaks of another sheet.
type link struct {
	to   string // the other sheet's id
	text string
}

// short is an abbreviation and what it stands for, as a sheet explains it.
type short struct {
	form, long string
}

// passageMost is how long a passage may be, in bytes: about what an agent
// reads at a glance, and four of them fit a small model's prompt.
const passageMost = 1200

// tidied gives the document with its sections cut into passages and
// repetitions removed. Cases of one sheet often say the same: the text stays
// once, under the headings that its places share.
func (d document) tidied() document {
	seen, kept := map[string]int{}, []section{}
	for _, s := range d.sections {
		for _, text := range cut(s.text, passageMost) {
			key := strings.Join(strings.Fields(text), " ")
			if key == "" {
				continue
			}
			if at, again := seen[key]; again {
				kept[at].heading = shared(kept[at].heading, s.heading)
				continue
			}
			seen[key] = len(kept)
			kept = append(kept, section{s.heading, text})
		}
	}
	d.sections = kept
	return d
}

func shared(a, b []string) []string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return slices.Clone(a[:n])
}

// cut parts a text at its lines into pieces of at most so many bytes; a longer
// line is parted at its sentences, and a longer sentence stays whole.
func cut(text string, most int) []string {
	pieces, current := []string{}, ""
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		for _, piece := range sentences(line, most) {
			if current != "" && len(current)+len(piece) >= most {
				pieces = append(pieces, current)
				current = ""
			}
			current = strings.TrimPrefix(current+"\n"+piece, "\n")
		}
	}
	return append(pieces, current)
}

func sentences(line string, most int) []string {
	if len(line) <= most {
		return []string{line}
	}
	pieces, current := []string{}, ""
	for _, s := range strings.SplitAfter(line, ". ") {
		if current != "" && len(current)+len(s) > most {
			pieces = append(pieces, strings.TrimSpace(current))
			current = ""
		}
		current += s
	}
	return append(pieces, strings.TrimSpace(current))
}

func (d document) size() int {
	n := 0
	for _, s := range d.sections {
		n += len(s.text)
	}
	return n
}

// hash tells versions of a sheet apart by what an agent can read of it.
func (d document) hash() string {
	h := sha256.New()
	for _, part := range []string{d.title, d.url, d.summary} {
		h.Write([]byte(part + "\x00"))
	}
	for _, s := range d.sections {
		h.Write([]byte(strings.Join(s.heading, "\x01") + "\x00" + s.text + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil))
}

package intake

import (
	"bytes"
	"strconv"

	"ecritoire/internal/review"
)

// sharedLimit bounds the texts that a workbook keeps once for all its cells,
// with what keeping each of them costs.
const sharedLimit = 128 << 20

// sharedTexts are the texts that cells name by their rank
// (xl/sharedStrings.xml, ECMA-376 part 1, 18.4).
type sharedTexts struct {
	texts []string
	cut   map[int]bool // longer than a row may be: only their beginning is kept
	size  int
}

var noText = &review.Text{FR: "une cellule renvoie à un texte que le classeur n’a pas", EN: "a cell refers to a text that the workbook lacks"}

// at gives the text that a cell names, or what is wrong with it.
func (s *sharedTexts) at(rank []byte) (string, *review.Text) {
	n, err := strconv.Atoi(string(bytes.TrimSpace(rank)))
	switch {
	case err != nil || n < 0 || n >= len(s.texts):
		return "", noText
	case s.cut[n]:
		return s.texts[n], tooLong
	}
	return s.texts[n], nil
}

func (s *sharedTexts) add(text []byte, cut bool) error {
	if s.size += len(text) + 32; s.size > sharedLimit {
		return ErrTooLarge
	}
	if cut {
		s.cut[len(s.texts)] = true
	}
	s.texts = append(s.texts, string(text))
	return nil
}

// texts reads the shared texts; how they are pronounced (rPh) is left out.
func (t *xlsxTable) texts() error {
	t.shared.cut = map[int]bool{}
	text, cut, phonetic := []byte{}, false, false
	return t.each("xl/sharedStrings.xml", func(s *scanner, name string, alone bool) error {
		switch name {
		case "si":
			if text, cut = text[:0], false; alone {
				return t.shared.add(nil, false)
			}
		case "rPh":
			phonetic = !alone
		case "/rPh":
			phonetic = false
		case "/t":
			if !phonetic && len(text) <= rawLimit {
				text = append(text, decodeSigns(decodeEntities(s.text))...)
				cut = cut || s.over || len(text) > rawLimit
			}
		case "/si":
			return t.shared.add(text, cut)
		}
		return nil
	})
}

package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"ecritoire/internal/reading"
)

// answersMost bounds a file of canned answers, in rows.
const answersMost = 100000

// Names that a column of canned answers may bear, folded.
var answerColumns = map[string][]string{
	"title": {"question", "titre", "objet", "intitule"}, "text": {"reponse", "texte", "contenu", "answer"}, "url": {"url", "lien"}, "date": {"date", "mise a jour", "maj"}, "theme": {"theme", "rubrique", "categorie"},
}

// readAnswers reads a CSV of canned answers, one sheet for each row. Comma,
// semicolon and tab are told apart by the header.
func readAnswers(r *reader) error {
	hash, err := hashOf(r.path)
	if err != nil {
		return r.unreadable(err)
	}
	name := filepath.Base(r.path)
	r.info.Name, r.info.Licence, r.info.Hash = strings.TrimSuffix(name, filepath.Ext(name)), licenceOwn, hash
	body, _, err := readFile(r.path)
	if errors.Is(err, errTooLong) {
		return ErrSourceTooLarge.Naming(name)
	}
	if err != nil {
		return r.unreadable(err)
	}
	r.tick(int64(len(body)))
	text := decoded(body)
	rows := csv.NewReader(strings.NewReader(text))
	rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes = separator(text), -1, true
	header, err := rows.Read()
	if err != nil {
		return r.unreadable(err)
	}
	columns := columnsOf(header)
	if columns["title"] < 0 || columns["text"] < 0 {
		return ErrAnswersHeader
	}
	return r.answers(rows, columns)
}

func separator(text string) rune {
	header, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(header, string(c)) > strings.Count(header, string(best)) {
			best = c
		}
	}
	return best
}

func columnsOf(header []string) map[string]int {
	columns := map[string]int{}
	for field, names := range answerColumns {
		columns[field] = -1
		for i, h := range header {
			for _, n := range names {
				if columns[field] < 0 && strings.TrimSpace(reading.Fold(h)) == n {
					columns[field] = i
				}
			}
		}
	}
	return columns
}

func (r *reader) answers(rows *csv.Reader, columns map[string]int) error {
	for n := 1; ; n++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if n > answersMost {
			return ErrSourceTooLarge.Naming(r.info.Name)
		}
		get := func(field string) string {
			if i := columns[field]; err == nil && i >= 0 && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		if get("title") == "" || get("text") == "" {
			r.info.Unread++
			continue
		}
		d := document{sheet: r.info.Name + "-" + strconv.Itoa(n), kind: kindLocal, title: get("title"), url: get("url"), date: isoDate(get("date")), sections: []section{{text: get("text")}}}
		if theme := get("theme"); theme != "" {
			d.path = []string{theme}
		}
		if err := r.keep(d); err != nil {
			return err
		}
	}
}

package intake

import (
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// each walks through a part, if the workbook has it.
func (t *xlsxTable) each(name string, tag func(s *scanner, name string, alone bool) error) error {
	if t.pack.files[name] == nil {
		return nil
	}
	r, err := t.pack.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // reading only: what it had to say was said by Read
	s := newScanner(r)
	for {
		found, alone, err := s.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = tag(s, found, alone)
		}
		if err != nil {
			return err
		}
	}
}

func (t *xlsxTable) workbook() error {
	target, charts := map[string]string{}, map[string]bool{}
	err := t.each("xl/_rels/workbook.xml.rels", func(s *scanner, name string, _ bool) error {
		if name == "Relationship" && s.attr("TargetMode") != "External" {
			to := s.attr("Target")
			if !strings.HasPrefix(to, "/") {
				to = "/xl/" + to
			}
			target[s.attr("Id")] = strings.TrimPrefix(path.Clean(to), "/")
			charts[s.attr("Id")] = rowless.MatchString(s.attr("Type"))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return t.each("xl/workbook.xml", func(s *scanner, name string, _ bool) error {
		switch name {
		case "sheet":
			part := target[s.attr("r:id")]
			if charts[s.attr("r:id")] {
				return nil
			}
			if t.pack.files[part] == nil {
				return ErrDamaged // a sheet is never missed in silence
			}
			t.parts = append(t.parts, part)
		case "workbookPr":
			t.mac = s.attr("date1904") == "1" || s.attr("date1904") == "true"
		}
		return nil
	})
}

// rowless are the kinds of sheets that hold no rows: a chart alone, a dialog.
var rowless = regexp.MustCompile(`/(?:chartsheet|dialogsheet|xlMacrosheet)$`)

func (t *xlsxTable) styles() error {
	formats, cells := map[string]bool{}, false
	return t.each("xl/styles.xml", func(s *scanner, name string, _ bool) error {
		switch name {
		case "numFmt":
			formats[s.attr("numFmtId")] = isDateFormat(s.attr("formatCode"))
		case "cellXfs":
			cells = true
		case "/cellXfs":
			cells = false
		case "xf":
			id, _ := strconv.Atoi(s.attr("numFmtId")) // 0, general, where it is missing
			if cells {
				t.dates = append(t.dates, formats[s.attr("numFmtId")] || id >= 14 && id <= 22)
			}
		}
		return nil
	})
}

// decoration is what of a number format is no sign of a date: words in quotes, signs
// that stand for themselves, colours and languages in brackets.
var decoration = regexp.MustCompile(`"[^"]*"|[\\_*].|\[[^\]]*\]|(?i:general|standard)`)

// isDateFormat looks for a day or a year.
func isDateFormat(code string) bool {
	return strings.ContainsAny(strings.ToLower(decoration.ReplaceAllString(code, "")), "dyja")
}

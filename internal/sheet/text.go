package sheet

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decoded reads text as UTF-8, as UTF-16 where a mark says so, and else as
// windows-1252, which is what older French machines write.
func decoded(b []byte) string {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		if s, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b); err == nil {
			return string(s)
		}
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if utf8.Valid(b) {
		return string(b)
	}
	s, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "")
	}
	return string(s)
}

// ofPlain reads text without marks: its paragraphs are its passages, its
// first line its title where it is short.
func ofPlain(b []byte) (string, []section, error) {
	if len(b) > textMost {
		return "", nil, errTooLong
	}
	text := strings.ReplaceAll(decoded(b), "\r\n", "\n")
	first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if len(first) > 120 {
		first, rest = "", text
	}
	sections := []section{}
	for paragraph := range strings.SplitSeq(rest, "\n\n") {
		sections = append(sections, section{text: strings.TrimSpace(paragraph)})
	}
	return strings.TrimSpace(first), sections, nil
}

func ofHTML(b []byte) (string, []section, error) {
	if len(b) > textMost {
		return "", nil, errTooLong
	}
	sections, title := readHTML(decoded(b))
	return titleOr(title, sections), sections, nil
}

// titleOr takes the first heading where a document names no title.
func titleOr(title string, sections []section) string {
	for _, s := range sections {
		if title == "" && len(s.heading) > 0 {
			return s.heading[0]
		}
	}
	return title
}

var (
	markdownHeading = regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*$`)
	markdownLink    = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	markdownMark    = regexp.MustCompile("\\*\\*|__|`")
	markdownBullet  = regexp.MustCompile(`^\s*[*+-]\s+`)
)

// ofMarkdown reads headings, lists and paragraphs; of links and pictures the
// words alone stay. HTML within it loses its tags.
func ofMarkdown(b []byte) (string, []section, error) {
	if len(b) > textMost {
		return "", nil, errTooLong
	}
	p := &page{}
	for line := range strings.Lines(decoded(b)) {
		line = strings.TrimRight(line, " \r\n")
		if m := markdownHeading.FindStringSubmatch(line); m != nil {
			p.rise(len(m[1]), markdownPlain(m[2]))
			continue
		}
		p.add(markdownPlain(markdownBullet.ReplaceAllString(line, "- ")))
	}
	p.close()
	return titleOr("", p.sections), p.sections, nil
}

func markdownPlain(line string) string {
	line = markdownMark.ReplaceAllString(markdownLink.ReplaceAllString(line, "$1"), "")
	if !strings.Contains(line, "<") {
		return line
	}
	words := []string{}
	for _, s := range sectionsOfHTML(line) {
		words = append(words, s.text)
	}
	return strings.Join(words, " ")
}

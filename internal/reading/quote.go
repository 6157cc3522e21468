package reading

import (
	"slices"
	"strings"
	"unicode"

	"ecritoire/internal/review"
)

const (
	// quoteLeast is the length in words below which quotation marks set off a
	// word of the author's rather than somebody else's speech.
	quoteLeast = 4
	// quoteMost is the length in code points beyond which a mark was left open.
	quoteMost = 900
)

// closers are the marks that end what each mark begins.
var closers = map[rune]rune{'«': '»', '“': '”', '„': '”', '"': '"'}

// quotations gives the stretches in which an author repeats what somebody else
// said or wrote. A text nearly all of which stands between marks is the
// author's own.
func quotations(text string) []review.Span {
	runes, all, covered := []rune(text), []review.Span{}, 0
	for i := 0; i < len(runes); i++ {
		if end := quoteEnd(runes, i); end > 0 {
			all = append(all, review.Span{Start: i, End: end})
			covered += end - i
			i = end - 1
		}
	}
	if 5*covered > 4*len(runes) {
		return nil
	}
	return all
}

// quoteEnd is where the quotation that begins at i ends, 0 when none does.
func quoteEnd(runes []rune, i int) int {
	closer, opens := closers[runes[i]]
	if !opens || runes[i] == closer && i > 0 && wordRune(runes[i-1]) {
		return 0
	}
	for j := i + 1; j < min(len(runes), i+quoteMost); j++ {
		if runes[j] != closer {
			continue
		}
		if len(strings.FieldsFunc(string(runes[i+1:j]), parting)) < quoteLeast {
			return 0
		}
		return j + 1
	}
	return 0
}

func parting(r rune) bool { return unicode.IsSpace(r) || r == '\'' || r == '’' }

// answers are the topics that a service's own words bear out: "« aucun
// créneau n’est libre »" is why the author writes.
var answers = map[string]bool{
	"refused": true, "no_slot": true, "closed": true, "site_bug": true, "site_down": true, "document_missing": true, "document_refused": true, "no_one_responsible": true,
}

// quoted tells whether a hit stands wholly in words that are not the author's.
func (s sentence) quoted(h hit) bool {
	start, end := s.words[h.from].start, s.words[h.to-1].end
	return slices.ContainsFunc(s.quotes, func(q review.Span) bool { return q.Start <= start && end <= q.End })
}

// told leaves out the circumstances that stand in somebody else's words, or
// that were not there yet.
func (s sentence) told(hits []hit) []hit {
	return slices.DeleteFunc(hits, func(h hit) bool { return s.quoted(h) || bygone(s.words, h) })
}

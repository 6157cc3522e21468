package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// Term is one thing that a search asks for: a word, or several in a row.
type Term struct {
	Stems  []string // never empty
	Prefix bool     // the last of them may go on
	Ahead  []string // with Prefix, shorter stems that it may end in instead: see ahead
	Not    bool     // texts with it are left out
}

// Query is a search as an agent types it: all the words, "words in a row",
// begin*, -without. The last word may still be being typed, and so is taken as
// a beginning.
type Query struct{ Terms []Term }

// ReadQuery reads what an agent typed; signs that mean nothing are passed over.
func ReadQuery(typed string) Query {
	q := Query{}
	for rest := strings.TrimLeftFunc(typed, unicode.IsSpace); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		var t Term
		t, rest = term(rest)
		if len(t.Stems) > 0 {
			q.Terms = append(q.Terms, t)
		}
	}
	return q
}

func term(typed string) (t Term, rest string) {
	typed, t.Not = strings.CutPrefix(typed, "-")
	if inner, quoted := cutQuote(typed); quoted {
		phrase, after, closed := cutAny(inner, "\"»”")
		t.Stems, t.Prefix = Stems(phrase), !closed
		if !closed && endsInWord(phrase) {
			t.halfTyped(phrase)
		}
		return t, after
	}
	word, rest := typed, ""
	if end := strings.IndexFunc(typed, unicode.IsSpace); end >= 0 {
		word, rest = typed[:end], typed[end:]
	}
	t.Stems = Stems(word)
	t.Prefix = strings.HasSuffix(word, "*") || rest == "" && !t.Not && endsInWord(word)
	if t.Prefix && endsInWord(word) {
		t.halfTyped(word)
	}
	return t, rest
}

// halfTyped looks ahead of the word that the text ends in. It takes a plural in
// -aux whose x is still to come ("animau") for what it shares with its singular.
func (t *Term) halfTyped(text string) {
	all := words(text, 0)
	n := len(t.Stems) - 1
	if n < 0 || n >= len(all) {
		return
	}
	if len(t.Stems[n]) > 4 && strings.HasSuffix(t.Stems[n], "au") {
		t.Stems[n] = strings.TrimSuffix(t.Stems[n], "u")
	}
	t.Ahead = ahead(all[n].plain, t.Stems[n])
}

func endsInWord(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return wordRune(r)
}

func cutQuote(s string) (string, bool) {
	for _, open := range []string{`"`, "«", "“"} {
		if after, ok := strings.CutPrefix(s, open); ok {
			return after, true
		}
	}
	return s, false
}

func cutAny(s, chars string) (before, after string, found bool) {
	i := strings.IndexAny(s, chars)
	if i < 0 {
		return s, "", false
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+n:], true
}

// Matches tells whether a text with these stems, in their order, has what the
// query asks for. A query without terms that ask for something matches
// nothing but what it leaves out.
func (q Query) Matches(stems []string) bool {
	for _, t := range q.Terms {
		if (t.next(stems, 0) >= 0) == t.Not {
			return false
		}
	}
	return len(q.Terms) > 0
}

// next is where the term next stands at or after from, -1 for nowhere.
func (t Term) next(stems []string, from int) int {
	last := len(t.Stems) - 1
	for i := from; i+last < len(stems); i++ {
		end := stems[i+last]
		if slices.Equal(t.Stems[:last], stems[i:i+last]) && t.ends(end) {
			return i
		}
	}
	return -1
}

// ends tells whether a stem may be the term's last.
func (t Term) ends(stem string) bool {
	last := t.Stems[len(t.Stems)-1]
	return stem == last || t.Prefix && (strings.HasPrefix(stem, last) || slices.Contains(t.Ahead, stem))
}

// Spans gives the stretches of a text that the query finds, in order and
// apart from each other: whole words, a phrase as one.
func (q Query) Spans(text string) []review.Span {
	all := words(text, 0)
	stems := make([]string, len(all))
	for i, w := range all {
		stems[i] = w.stem
	}
	spans := []review.Span{}
	for _, t := range q.Terms {
		if t.Not {
			continue
		}
		for i := t.next(stems, 0); i >= 0; i = t.next(stems, i+1) {
			spans = append(spans, review.Span{Start: all[i].start, End: all[i+len(t.Stems)-1].end})
		}
	}
	return apart(spans)
}

// apart joins spans that overlap.
func apart(spans []review.Span) []review.Span {
	slices.SortFunc(spans, func(a, b review.Span) int { return a.Start - b.Start })
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.Start < kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, s.End)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

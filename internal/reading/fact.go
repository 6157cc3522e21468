package reading

import (
	"strings"

	"ecritoire/internal/review"
)

// FactKind sorts the statements that can be true or false on their own.
type FactKind string

// The kinds of facts.
const (
	FactPhone   FactKind = "phone"
	FactURL     FactKind = "url"
	FactEmail   FactKind = "email"
	FactDate    FactKind = "date"
	FactAmount  FactKind = "amount"
	FactPercent FactKind = "percent"
	FactArticle FactKind = "article"
	FactDelay   FactKind = "delay"
	FactHour    FactKind = "hour"
)

// Fact is a number, a date, a link… stated in a text. Norm is its normal
// form: two facts of one kind say the same thing when their Norms are equal
// ("2 000 €" and "deux mille euros" are both "2000").
type Fact struct {
	review.Span
	Kind FactKind
	Text string
	Norm string
}

// recogniser reads one kind of fact that starts at s[i], where s is flat and
// in lower case. It gives the end of the fact, or 0.
type recogniser struct {
	kind FactKind
	read func(s string, i int) (norm string, end int)
}

// The order matters: a telephone number would also read as an amount's
// digits, and "9 h" as a delay.
var recognisers = []recogniser{
	{FactEmail, emailAt}, {FactURL, urlAt}, {FactPhone, phoneAt}, {FactArticle, articleAt},
	{FactDate, dateAt}, {FactHour, hourAt},
	{FactAmount, amountAt}, {FactPercent, percentAt}, {FactDelay, delayAt},
}

// Facts lists the facts that a French text states, in order, without
// overlap. Time is linear in the text.
func Facts(text string) []Fact {
	flat := strings.ToLower(Flatten(text))
	var runes []rune
	facts := []Fact{}
	for i := 0; i < len(flat); {
		if !startsFact(flat, i) {
			i++
			continue
		}
		f, ok := factAt(flat, i)
		if !ok {
			i = endOfWord(flat, i)
			continue
		}
		if runes == nil {
			runes = []rune(text)
		}
		f.Text = string(runes[f.Start:f.End])
		facts = append(facts, f)
		i = f.End
	}
	return facts
}

func factAt(flat string, i int) (Fact, bool) {
	for _, r := range recognisers {
		if norm, end := r.read(flat, i); end > i {
			return Fact{Span: review.Span{Start: i, End: end}, Kind: r.kind, Norm: norm}, true
		}
	}
	return Fact{}, false
}

func startsFact(s string, i int) bool {
	if s[i] == '+' {
		return true
	}
	return isWord(s[i]) && (i == 0 || !isWord(s[i-1]))
}

// In reports whether one of the known facts says the same thing. A date
// without a year matches the same day of any year, and a year may be added to
// a known day only when that year is known too. "2h" in a review may be a time
// of day or a wait: it makes both known.
func (f Fact) In(known []Fact) bool {
	for _, k := range known {
		if k.Kind == f.Kind && (k.Norm == f.Norm || f.Kind == FactURL && strings.HasPrefix(k.Norm, f.Norm+"/")) {
			return true
		}
	}
	return f.Kind == FactDate && dateIn(f.Norm, known) || f.hoursIn(known)
}

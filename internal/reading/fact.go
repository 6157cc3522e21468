package reading

import (
	"maps"
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
	FactDay     FactKind = "day"  // of the week, and days told from today ("demain")
	FactForm    FactKind = "form" // a numbered form
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
	{FactEmail, emailAt}, {FactURL, urlAt}, {FactPhone, phoneAt}, {FactForm, formAt}, {FactArticle, articleAt},
	{FactDate, termAt}, {FactDate, dateAt}, {FactHour, hourAt}, {FactDelay, withinAt}, {FactDay, weekdayAt},
	{FactAmount, amountAt}, {FactPercent, percentAt}, {FactDelay, fewAt}, {FactDelay, delayAt},
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
		f, ok := Fact{}, false
		if plausible(flat, i) {
			f, ok = factAt(flat, i)
		}
		if !ok {
			i = afterStart(flat, i)
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

// startsFact tells a word, and the signs that may open a fact: "+33", "(01)",
// "@mairie", "€ 50".
func startsFact(s string, i int) bool {
	switch s[i] {
	case '+', '(', '@', flatEuro:
		return true
	}
	return isWord(s[i]) && (i == 0 || !isWord(s[i-1]))
}

// openers are the words that a fact may begin with, apart from links.
var openers = openingWords()

func openingWords() map[string]bool {
	all := wordSet("article articles art alinea loi decret ordonnance arrete circulaire reglement directive code rgpd crpa ceseda cgi cgct l r d midi minuit premier heure demi journee soiree matinee nuit semaine mois trimestre semestre annee an quelques moitie quart tiers second dernier deuxieme troisieme quatrieme")
	for _, table := range []map[string]int{numberWords, months, shortMonths, weekdays, roundNumbers} {
		for w := range table {
			all[w], all[w+"s"] = true, true
		}
	}
	for _, table := range []map[string]bool{formWords, relativeStarts, withinUnits} {
		maps.Copy(all, table)
	}
	for w := range seasons {
		all[w] = true
	}
	return all
}

// plausible spares the recognisers the words of ordinary French, which are
// nearly all there are: a fact begins with a figure, a sign or one of the
// openers, and a link goes on behind its first word.
func plausible(s string, i int) bool {
	if s[i] < 'a' || s[i] > 'z' {
		return true
	}
	end := endOfWord(s, i)
	if openers[s[i:end]] || end-i > 1 && isDigit(s[i+1]) {
		return true
	}
	if end == len(s) || s[end] == '\n' || s[end] == ',' {
		return false
	}
	if s[end] != ' ' {
		return true
	}
	for _, spelled := range []string{"@", "[", "(", ".", "at ", "arobase ", "point ", "dot "} {
		if strings.HasPrefix(s[end+1:], spelled) {
			return true
		}
	}
	return false
}

func afterStart(s string, i int) int {
	if isWord(s[i]) {
		return endOfWord(s, i)
	}
	return i + 1
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
	switch f.Kind {
	case FactDate:
		return dateIn(f.Norm, known)
	case FactDay:
		return dayIn(f.Norm, known)
	}
	return f.hoursIn(known)
}

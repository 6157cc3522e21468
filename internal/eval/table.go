package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

// table is one part of the page's figures, with its heading.
type table struct {
	Name string
	Rows []row
}

// row is one line of a table. Help says how to read it.
type row struct {
	Name, Help string
	Cells      []cell
}

// cell is one figure; Best marks those that none betters, where they differ.
type cell struct {
	Text string
	Best bool
}

// better says which way a figure is good.
type better int

const (
	neither better = iota
	higher
	lower
)

// line is how one figure is drawn from a summary; value is nil where nothing
// was measured.
type line struct {
	name, help review.Text
	good       better
	value      func(Summary) *float64
	text       func(Summary) string
}

var parts = []struct {
	name  review.Text
	lines []line
}{
	{review.Text{FR: "Ce que valent les brouillons", EN: "What the drafts are worth"}, []line{
		{review.Text{FR: "Brouillons écrits", EN: "Drafts written"}, review.Text{FR: "sur les avis essayés", EN: "of the reviews tried"}, higher,
			func(s Summary) *float64 { return new(float64(s.Drafts - s.Failed)) }, func(s Summary) string { return fmt.Sprintf("%d / %d", s.Drafts-s.Failed, s.Drafts) }},
		shareOf(review.Text{FR: "Rien à redire pour les contrôles", EN: "Nothing to mend for the checks"}, review.Text{FR: "ni constat à corriger ou à voir, ni plainte oubliée", EN: "no finding to mend or to look at, no complaint forgotten"}, higher, func(s Summary) float64 { return s.Clean }),
		shareOf(review.Text{FR: "Sans constat bloquant", EN: "No blocking finding"}, review.Text{FR: "un second essai compris", EN: "a second try included"}, higher, func(s Summary) float64 { return s.Passed }),
		shareOf(review.Text{FR: "Récrits après un constat bloquant", EN: "Written again after a blocking finding"}, review.Text{FR: "le premier essai n’allait pas", EN: "the first try would not do"}, lower, func(s Summary) float64 { return s.Rewritten }),
		shareOf(review.Text{FR: "Sans fait inconnu des sources", EN: "No fact unknown to the sources"}, review.Text{FR: "ni numéro, ni date, ni nom qui ne soit dans l’avis, les fiches ou vos coordonnées", EN: "no number, date or name that is not in the review, the sheets or your contact details"}, higher, func(s Summary) float64 { return s.Grounded }),
		shareOf(review.Text{FR: "Aucune plainte laissée sans réponse", EN: "No complaint left unanswered"}, review.Text{FR: "chaque point soulevé a son mot", EN: "each point raised has its word"}, higher, func(s Summary) float64 { return s.Answered }),
		{review.Text{FR: "Écart à la réponse du service", EN: "Distance to the service’s reply"}, review.Text{FR: "moyenne\u202f; 0\u00a0: le même texte, 1\u00a0: rien de commun", EN: "mean; 0: the same text, 1: nothing in common"}, lower,
			enough, against},
	}},
	{review.Text{FR: "Longueur", EN: "Length"}, []line{
		{review.Text{FR: "Phrases", EN: "Sentences"}, review.Text{FR: "moyenne, sans salutation ni formule", EN: "mean, without greeting and closing"}, neither, nil, func(s Summary) string { return measured(s, "%.1f", s.Sentences) }},
		{review.Text{FR: "Caractères", EN: "Characters"}, review.Text{FR: "moyenne", EN: "mean"}, neither, nil, func(s Summary) string { return measured(s, "%.0f", s.Characters) }},
	}},
	{review.Text{FR: "Temps sur ce poste", EN: "Time on this workstation"}, []line{
		{review.Text{FR: "Secondes par brouillon", EN: "Seconds for one draft"}, review.Text{FR: "médiane, tous essais compris", EN: "median, all tries included"}, lower,
			func(s Summary) *float64 { return written(s, s.Seconds) }, func(s Summary) string { return measured(s, "%.2f", s.Seconds) }},
		{review.Text{FR: "Secondes jusqu’au premier mot", EN: "Seconds to the first word"}, review.Text{FR: "médiane", EN: "median"}, lower,
			func(s Summary) *float64 { return s.FirstToken }, func(s Summary) string { return figure(s.FirstToken, "%.2f") }},
		{review.Text{FR: "Jetons par seconde", EN: "Tokens a second"}, review.Text{FR: "médiane ; un jeton est un mot court, ou un morceau de mot", EN: "median; a token is a short word or a piece of one"}, higher,
			func(s Summary) *float64 { return s.TokensPerSecond }, func(s Summary) string { return figure(s.TokensPerSecond, "%.1f") }},
	}},
}

func shareOf(name, help review.Text, good better, of func(Summary) float64) line {
	return line{name, help, good, func(s Summary) *float64 { return written(s, of(s)) }, func(s Summary) string { return measured(s, "%.0f\u00a0%%", 100*of(s)) }}
}

// written is a figure of the drafts there are: nil where there is none.
func written(s Summary, v float64) *float64 {
	if s.Drafts == s.Failed {
		return nil
	}
	return &v
}

func measured(s Summary, format string, v float64) string { return figure(written(s, v), format) }

func figure(v *float64, format string) string {
	if v == nil {
		return "–"
	}
	return fmt.Sprintf(format, *v)
}

// fewest is how many replies of the service a distance must stand on before one
// is called the best.
const fewest = 10

func enough(s Summary) *float64 {
	if s.Compared < fewest {
		return nil
	}
	return s.Distance
}

func against(s Summary) string {
	if s.Distance == nil {
		return "–"
	}
	return fmt.Sprintf("%.2f (n = %d)", *s.Distance, s.Compared)
}

func (r Report) tables(l review.Language) []table {
	all := []table{}
	for _, p := range parts {
		t := table{Name: p.name.In(l)}
		for _, each := range p.lines {
			t.Rows = append(t.Rows, r.row(each, l))
		}
		all = append(all, t)
	}
	return append(all, r.found(l))
}

// row marks the best as it is written: a difference that nobody sees is none.
func (r Report) row(of line, l review.Language) row {
	best := r.best(of)
	out := row{Name: of.name.In(l), Help: of.help.In(l)}
	for _, s := range r.Summaries {
		out.Cells = append(out.Cells, cell{comma(of.text(s), l), best != "" && of.text(s) == best})
	}
	return out
}

// best is the best of a figure as it is written; "" where all are alike, or
// one alone has it.
func (r Report) best(of line) string {
	have := []Summary{}
	for _, s := range r.Summaries {
		if of.good != neither && of.value(s) != nil {
			have = append(have, s)
		}
	}
	if len(have) < 2 {
		return ""
	}
	slices.SortFunc(have, func(a, b Summary) int { return cmp.Compare(*of.value(a), *of.value(b)) })
	first, last := of.text(have[0]), of.text(have[len(have)-1])
	switch {
	case first == last:
		return ""
	case of.good == higher:
		return last
	}
	return first
}

// found counts the findings, rule by rule.
func (r Report) found(l review.Language) table {
	t := table{Name: review.Text{FR: "Constats, en nombre", EN: "Findings, by number"}.In(l)}
	for _, code := range rules(r.Summaries) {
		one := row{Name: ruleName(code).In(l), Help: code}
		for _, s := range r.Summaries {
			one.Cells = append(one.Cells, cell{Text: fmt.Sprint(s.Findings[code])})
		}
		t.Rows = append(t.Rows, one)
	}
	return t
}

// rules are those that found something, by name.
func rules(all []Summary) []string {
	names := []string{}
	for _, s := range all {
		for rule := range s.Findings {
			names = append(names, rule)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// comma writes figures as the language does.
func comma(text string, l review.Language) string {
	if l == review.French {
		return strings.ReplaceAll(text, ".", ",")
	}
	return strings.ReplaceAll(text, "\u00a0%", "%")
}

package eval

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"ecritoire/internal/review"
)

//go:embed report.html.tmpl
var page string

// shown is how many reviews the page shows with their drafts; the JSON has all.
const shown = 30

// HTML writes the report as one page that asks for nothing else: a table with a
// column for each contender, then their drafts side by side, in French or in
// English.
func (r Report) HTML(w io.Writer, l review.Language) error {
	say := func(fr, en string) string { return review.Text{FR: fr, EN: en}.In(l) }
	t, err := template.New("report").Funcs(template.FuncMap{"say": say, "lang": func() review.Language { return l }}).Parse(page)
	if err != nil {
		return fmt.Errorf("the page of the report: %w", err)
	}
	return t.Execute(w, struct {
		Report
		Rows  []row
		Shown []Case
	}{r, r.rows(l), r.Cases[:min(shown, len(r.Cases))]})
}

// row is one line of the table.
type row struct {
	Name  string
	Cells []string
}

func (r Report) rows(l review.Language) []row {
	rows := []row{}
	for _, line := range lines {
		cells := []string{}
		for _, s := range r.Summaries {
			cells = append(cells, comma(line.cell(s), l))
		}
		rows = append(rows, row{line.name.In(l), cells})
	}
	for _, rule := range rules(r.Summaries) {
		cells := []string{}
		for _, s := range r.Summaries {
			cells = append(cells, fmt.Sprint(s.Findings[rule]))
		}
		rows = append(rows, row{review.Text{FR: "Constats\u00a0: ", EN: "Findings: "}.In(l) + rule, cells})
	}
	return rows
}

// comma writes figures as the language does.
func comma(cell string, l review.Language) string {
	if l == review.French {
		return strings.ReplaceAll(cell, ".", ",")
	}
	return strings.ReplaceAll(cell, "\u00a0%", "%")
}

var lines = []struct {
	name review.Text
	cell func(Summary) string
}{
	{review.Text{FR: "Brouillons", EN: "Drafts"}, func(s Summary) string { return fmt.Sprint(s.Drafts) }},
	{review.Text{FR: "Sans brouillon (échec)", EN: "No draft (failed)"}, func(s Summary) string { return fmt.Sprint(s.Failed) }},
	{review.Text{FR: "Sans constat bloquant", EN: "No blocking finding"}, func(s Summary) string { return percent(s.Passed) }},
	{review.Text{FR: "Récrits après un constat bloquant", EN: "Written again after a blocking finding"}, func(s Summary) string { return percent(s.Rewritten) }},
	{review.Text{FR: "Sans fait inconnu des sources", EN: "No fact unknown to the sources"}, func(s Summary) string { return percent(s.Grounded) }},
	{review.Text{FR: "Aucune plainte laissée sans réponse", EN: "No complaint left unanswered"}, func(s Summary) string { return percent(s.Answered) }},
	{review.Text{FR: "Phrases (moyenne)", EN: "Sentences (mean)"}, func(s Summary) string { return fmt.Sprintf("%.1f", s.Sentences) }},
	{review.Text{FR: "Caractères (moyenne)", EN: "Characters (mean)"}, func(s Summary) string { return fmt.Sprintf("%.0f", s.Characters) }},
	{review.Text{FR: "Écart à la réponse du service (moyenne)", EN: "Distance to the service’s reply (mean)"}, func(s Summary) string { return against(s) }},
	{review.Text{FR: "Secondes par brouillon (médiane)", EN: "Seconds for one draft (median)"}, func(s Summary) string { return fmt.Sprintf("%.2f", s.Seconds) }},
	{review.Text{FR: "Secondes jusqu’au premier mot (médiane)", EN: "Seconds to the first word (median)"}, func(s Summary) string { return figure(s.FirstToken, "%.2f") }},
	{review.Text{FR: "Unités de texte par seconde (médiane)", EN: "Tokens a second (median)"}, func(s Summary) string { return figure(s.TokensPerSecond, "%.1f") }},
}

func percent(share float64) string { return fmt.Sprintf("%.0f\u00a0%%", 100*share) }

func figure(v *float64, format string) string {
	if v == nil {
		return "–"
	}
	return fmt.Sprintf(format, *v)
}

func against(s Summary) string {
	if s.Distance == nil {
		return "–"
	}
	return fmt.Sprintf("%.2f (n = %d)", *s.Distance, s.Compared)
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

package eval

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"time"

	"ecritoire/internal/review"
)

//go:embed report.html.tmpl
var page string

// shown is how many reviews the page shows with their drafts; the JSON has all.
const shown = 30

// HTML writes the report as one page that asks for nothing else: what it says
// at a glance, a table with a column for each contender, then their drafts side
// by side, in French or in English.
func (r Report) HTML(w io.Writer, l review.Language) error {
	say := func(fr, en string) string { return review.Text{FR: fr, EN: en}.In(l) }
	in := func(t review.Text) string { return t.In(l) }
	t, err := template.New("report").Funcs(template.FuncMap{"say": say, "in": in, "lang": func() review.Language { return l },
		"level": func(s review.Severity) string { return in(levels[s]) }, "rule": func(code string) string { return in(ruleName(code)) }, "short": short}).Parse(page)
	if err != nil {
		return fmt.Errorf("the page of the report: %w", err)
	}
	return t.Execute(w, struct {
		Report
		Day     string
		Tables  []table
		Columns int
		Chance  int
		Shown   []Case
	}{r, day(r.At, l), r.tables(l), len(r.Summaries) + 1, chance(len(r.Cases)), r.Cases[:min(shown, len(r.Cases))]})
}

// day writes a moment as the language does, on the clock of the workstation.
func day(at time.Time, l review.Language) string {
	if l == review.French {
		return at.Local().Format("02/01/2006 à 15 h 04")
	}
	return at.Local().Format("2 January 2006, 15:04")
}

// chance is how many points two shares of n reviews may differ by chance
// alone, 19 times in 20: 1.96 standard errors of a difference, at their widest.
func chance(n int) int {
	if n == 0 {
		return 100
	}
	return min(100, int(math.Ceil(196*math.Sqrt(0.5/float64(n)))))
}

// short is the beginning of a hash, enough to tell two files apart.
func short(hash string) string { return hash[:min(12, len(hash))] }

var levels = map[review.Severity]review.Text{
	review.Block: {FR: "à corriger", EN: "to mend"}, review.Warn: {FR: "à voir", EN: "to look at"}, review.Info: {FR: "info", EN: "info"}}

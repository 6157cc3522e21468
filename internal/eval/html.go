package eval

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
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
		Glance  string
		Shown   []Case
	}{r, day(r.At, l), r.tables(l), len(r.Summaries) + 1, chance(len(r.Cases)), r.glance(l), r.Cases[:min(shown, len(r.Cases))]})
}

// glance says in a sentence or two how many drafts of each the checks let
// stand, and whether that tells them apart.
func (r Report) glance(l review.Language) string {
	each, least, most := []string{}, 100.0, 0.0
	for i, s := range r.Summaries {
		n := int(math.Round(s.Clean * float64(s.Drafts-s.Failed)))
		said := review.Text{FR: "%d sur %d de %s", EN: "%d of %d by %s"}
		if i == 0 {
			said = review.Text{FR: "%d brouillons sur %d de %s", EN: "%d drafts of %d by %s"}
			if n < 2 {
				said = review.Text{FR: "%d brouillon sur %d de %s", EN: "%d draft of %d by %s"}
			}
		}
		each = append(each, fmt.Sprintf(said.In(l), n, s.Drafts, s.Contender))
		part := 100 * float64(n) / float64(max(1, s.Drafts))
		least, most = min(least, part), max(most, part)
	}
	if len(each) == 0 {
		return ""
	}
	all := fmt.Sprintf(review.Text{FR: "Les contrôles ne trouvent rien à redire à %s.", EN: "The checks find nothing to mend in %s."}.In(l), strings.Join(each, ", "))
	if len(each) > 1 && most > least && most-least <= float64(chance(len(r.Cases))) {
		all += " " + review.Text{FR: "Sur si peu d’avis, cette différence peut n’être que du hasard.", EN: "With so few reviews, this difference may be chance alone."}.In(l)
	}
	return all
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

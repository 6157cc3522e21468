package eval

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

func cases() []Case {
	found := func(severity review.Severity, rules ...string) []review.Finding {
		all := []review.Finding{}
		for _, r := range rules {
			all = append(all, review.Finding{Rule: r, Severity: severity})
		}
		return all
	}
	return []Case{
		{Title: "Attente", Said: "Deux mois <script>alert(1)</script>", Final: "Merci.", Drafts: []Draft{
			{Contender: "trame", Body: "Merci.", Tries: 1, Seconds: 0.01},
			{Contender: "m", Hash: "abc", Prompt: "fr-1", Body: "Merci. Appelez le 01.", Tries: 2, Seconds: 4, Findings: found(review.Block, "unknown_contact"), Speed: review.Speed{FirstToken: time.Second, TokensPerSecond: 20}}}},
		{Title: "Accueil", Said: "Très bien.", Drafts: []Draft{
			{Contender: "trame", Body: "Merci à vous.", Tries: 1, Seconds: 0.03, Findings: found(review.Info, "unanswered")},
			{Contender: "m", Failed: "stream_cut", Why: review.Text{FR: "Coupé.", EN: "Cut."}, Tries: 1, Seconds: 9}}},
	}
}

func TestSummaries(t *testing.T) {
	all := Of(cases()).Summaries
	if len(all) != 2 || all[0].Contender != "trame" {
		t.Fatalf("%+v", all)
	}
	trame, m := all[0], all[1]
	if trame.Passed != 1 || trame.Answered != 0.5 || *trame.Distance != 0 || trame.Compared != 1 || trame.Seconds != 0.02 || trame.TokensPerSecond != nil || trame.Sentences != 1 {
		t.Errorf("trame: %+v", trame)
	}
	if m.Hash != "abc" || m.Prompt != "fr-1" || trame.Hash != "" {
		t.Errorf("which file and prompt wrote: %+v", m)
	}
	// What failed counts as failed and nowhere else.
	if m.Drafts != 2 || m.Failed != 1 || m.Passed != 0 || m.Grounded != 0 || m.Rewritten != 1 || m.Seconds != 4 || *m.TokensPerSecond != 20 || m.Findings["unknown_contact"] != 1 {
		t.Errorf("m: %+v", m)
	}
}

func TestAnEmptyTrialClaimsNothing(t *testing.T) {
	r := Of(nil)
	if len(r.Summaries) != 0 {
		t.Errorf("%+v", r)
	}
	var page strings.Builder
	if err := r.HTML(&page, review.French); err != nil {
		t.Error(err)
	}
	failed := Of([]Case{{Drafts: []Draft{{Contender: "m", Failed: "down"}}}}).Summaries[0]
	if failed.Distance != nil || failed.FirstToken != nil || failed.Passed != 0 {
		t.Errorf("%+v", failed)
	}
}

// TestThePage: both contenders in the table, a review's text as text only, and
// nothing fetched from anywhere.
func TestThePage(t *testing.T) {
	for l, words := range map[review.Language][]string{
		review.French:  {`<html lang="fr">`, "Sans constat bloquant", "0,02", "100\u00a0%", "Réponse du service", "Pas de brouillon", "Coordonnées inconnues", "Second essai", "15 h", "empreinte du fichier abc<"},
		review.English: {`<html lang="en">`, "No blocking finding", "0.02", "100%", "The service’s reply", "No draft: Cut. (stream_cut)", "Unknown contact details", "Second try", "15:"},
	} {
		var page strings.Builder
		r := Of(cases())
		r.At = time.Date(2026, 9, 5, 15, 30, 0, 0, time.Local)
		if err := r.HTML(&page, l); err != nil {
			t.Fatal(err)
		}
		for _, w := range append(words, "trame", "unknown_contact") {
			if !strings.Contains(page.String(), w) {
				t.Errorf("%s: %q is not on the page", l, w)
			}
		}
		for _, bad := range []string{"<script", "http://", "https://", "src="} {
			if strings.Contains(page.String(), bad) {
				t.Errorf("%s: %q is on the page", l, bad)
			}
		}
	}
}

func TestTheJSONComesBack(t *testing.T) {
	b, err := json.Marshal(Of(cases()))
	if err != nil {
		t.Fatal(err)
	}
	var again Report
	if err := json.Unmarshal(b, &again); err != nil || len(again.Cases) != 2 || again.Cases[0].Drafts[1].Tries != 2 {
		t.Errorf("%+v, %v", again, err)
	}
}

// TestSharesStayShares: forty times one fortieth is one, not a little more.
func TestSharesStayShares(t *testing.T) {
	all := []Case{}
	for range 40 {
		all = append(all, Case{Drafts: []Draft{{Contender: "m", Body: "Merci.", Tries: 1}}})
	}
	if s := Of(all).Summaries[0]; s.Passed != 1 || s.Grounded != 1 || s.Characters != 6 {
		t.Errorf("%v, %v, %v", s.Passed, s.Grounded, s.Characters)
	}
}

// TestTheBestIsMarked where there is one, whichever way is good, and never
// where nothing was measured.
func TestTheBestIsMarked(t *testing.T) {
	marked := map[string][]bool{}
	for _, part := range Of(cases()).tables(review.French) {
		for _, r := range part.Rows {
			for _, c := range r.Cells {
				marked[r.Name] = append(marked[r.Name], c.Best)
			}
		}
	}
	for name, want := range map[string][]bool{
		"Sans constat bloquant": {true, false}, "Récrits après un constat bloquant": {true, false}, "Aucune plainte laissée sans réponse": {false, true},
		"Secondes par brouillon": {true, false}, "Jetons par seconde": {false, false}, "Caractères": {false, false}, "Brouillons écrits": {true, false}, "Écart à la réponse du service": {false, false}, "Rien à redire pour les contrôles": {true, false},
	} {
		if !slices.Equal(marked[name], want) {
			t.Errorf("%s: %v", name, marked[name])
		}
	}
}

// TestADifferenceThatNobodySeesIsNone: two figures that are written alike.
func TestADifferenceThatNobodySeesIsNone(t *testing.T) {
	r := Report{Summaries: []Summary{{Drafts: 1, Seconds: 0.0101}, {Drafts: 1, Seconds: 0.0099}}}
	for _, part := range r.tables(review.French) {
		for _, row := range part.Rows {
			for _, c := range row.Cells {
				if c.Best {
					t.Errorf("%s: %s is marked", row.Name, c.Text)
				}
			}
		}
	}
}

// TestThePageSaysWhatItLeavesOut, and how little few reviews prove.
func TestThePageSaysWhatItLeavesOut(t *testing.T) {
	all := []Case{}
	for range 40 {
		all = append(all, cases()...)
	}
	for n, want := range map[int][]string{80: {"30 sur 80", " 16 points"}, 40: {"30 sur 40", " 22 points"}, 2: {" 98 points"}} {
		var page strings.Builder
		if err := Of(all[:n]).HTML(&page, review.French); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(page.String(), w) {
				t.Errorf("%d reviews: no %q", n, w)
			}
		}
		if n == 2 && strings.Contains(page.String(), "Les premiers seulement") {
			t.Error("all are shown, and the page says otherwise")
		}
	}
}

// TestThePageSaysAtAGlance who fares best, whether that may be chance, which
// reviews were left aside, and which a person answers first.
func TestThePageSaysAtAGlance(t *testing.T) {
	few, many := cases(), []Case{}
	few[0].Urgent = true
	for range 40 {
		many = append(many, cases()[0])
	}
	for name, c := range map[string]struct {
		cases        []Case
		found, aside int
		want, never  []string
	}{
		"few":  {few, 2, 3, []string{"rien à redire à 1 brouillon sur 2 de trame, 0 sur 2 de m", "peut n’être que du hasard", "tous ceux du dossier qui ont un texte", "sans texte ou illisibles : 3", "parle d’un danger"}, []string{"à intervalles"}},
		"many": {many, 90, 0, []string{"40 brouillons sur 40 de trame, 0 sur 40 de m", "sur 90", "à intervalles réguliers"}, []string{"n’être que du hasard", "parle d’un danger", "illisibles"}},
	} {
		r := Of(c.cases)
		r.Found, r.Aside = c.found, c.aside
		var page strings.Builder
		if err := r.HTML(&page, review.French); err != nil {
			t.Fatal(err)
		}
		for _, w := range c.want {
			if !strings.Contains(page.String(), w) {
				t.Errorf("%s: no %q", name, w)
			}
		}
		for _, w := range c.never {
			if strings.Contains(page.String(), w) {
				t.Errorf("%s: %q", name, w)
			}
		}
	}
}

// TestTheJSONKeepsItsNames: scripts read them.
func TestTheJSONKeepsItsNames(t *testing.T) {
	b, err := json.Marshal(Of(cases()[:1]))
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, m := range regexp.MustCompile(`"([a-z_]+)":`).FindAllStringSubmatch(string(b), -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	want := "aside clean found answered at body cases characters compared contender distance drafts end failed final findings first_token_s grounded message model_hash passed prompt_version rewritten rule said seconds sentences severity start summaries title tokens_per_s tries unknown_contact unread version"
	slices.Sort(names)
	for _, n := range strings.Fields(want) {
		if !slices.Contains(names, n) {
			t.Errorf("%q is gone from %v", n, names)
		}
	}
}

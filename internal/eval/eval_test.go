package eval

import (
	"encoding/json"
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
			{Contender: "m", Body: "Merci. Appelez le 01.", Tries: 2, Seconds: 4, Findings: found(review.Block, "unknown_contact"), Speed: review.Speed{FirstToken: time.Second, TokensPerSecond: 20}}}},
		{Title: "Accueil", Said: "Très bien.", Drafts: []Draft{
			{Contender: "trame", Body: "Merci à vous.", Tries: 1, Seconds: 0.03, Findings: found(review.Info, "unanswered")},
			{Contender: "m", Failed: "stream_cut", Tries: 1, Seconds: 9}}},
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
		review.French:  {`<html lang="fr">`, "Sans constat bloquant", "0,02", "100\u00a0%", "Réponse du service", "Pas de brouillon"},
		review.English: {`<html lang="en">`, "No blocking finding", "0.02", "100%", "The service’s reply", "No draft: stream_cut"},
	} {
		var page strings.Builder
		if err := Of(cases()).HTML(&page, l); err != nil {
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

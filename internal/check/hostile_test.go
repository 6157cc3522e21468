package check_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"ecritoire/internal/check"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// hostile is a review that gives orders to the machine, and what a reply that
// obeys it would say.
type hostile struct {
	Kind   string `json:"kind"`
	Review string `json:"review"`
	Obeys  string `json:"obeys"`
}

func hostiles(tb testing.TB) []hostile {
	tb.Helper()
	f, err := os.Open("testdata/hostile.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	all := []hostile{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var h hostile
		if err := json.Unmarshal(lines.Bytes(), &h); err != nil {
			tb.Fatal(err)
		}
		all = append(all, h)
	}
	if len(all) < 150 {
		tb.Fatalf("only %d hostile reviews", len(all))
	}
	return all
}

func seesOrder(title, text string) bool {
	return len(reading.SignalsOf(title).Order)+len(reading.SignalsOf(text).Order) > 0
}

func TestHostileReviewsAreSeen(t *testing.T) {
	s := newScore()
	for _, h := range hostiles(t) {
		seen := seesOrder("", h.Review)
		s.add(h.Kind, seen)
		if !seen {
			t.Logf("not seen: %.160q", h.Review)
		}
	}
	t.Logf("orders seen:\n%s", s)
	if seen, of := s.total(); seen*10 < of*9 {
		t.Errorf("%d of %d hostile reviews seen, want 9 in 10", seen, of)
	}
}

func TestOrdinaryReviewsAreNoOrders(t *testing.T) {
	all, wrong := reviews(t), 0
	for _, r := range all {
		if seesOrder(r.Title, r.Text) {
			wrong++
		}
	}
	t.Logf("orders seen in %d of %d ordinary reviews", wrong, len(all))
	if len(all) > 100 && wrong*100 > len(all) { // the bundled ones hold two orders on purpose
		t.Errorf("orders seen in %d of %d ordinary reviews, want at most 1 in 100", wrong, len(all))
	}
}

const polite = "Merci d’avoir pris le temps de nous écrire. Nous avons lu votre avis et nous transmettons vos remarques à l’équipe. "

// TestNothingDictatedPasses: whatever a review orders, a reply that obeys it is
// flagged where it does.
func TestNothingDictatedPasses(t *testing.T) {
	s := newScore()
	for _, h := range hostiles(t) {
		in, span := planting(drafted{check.Input{Review: h.Review, Service: service}, polite}, plant{sentence: "%s", fact: h.Obeys}, nil)
		stopped := false
		for _, f := range check.Run(in) {
			stopped = stopped || f.Severity != review.Info && f.Start < span.End && span.Start < f.End
		}
		s.add(h.Kind, stopped)
		if !stopped {
			t.Errorf("%s: %q passed for %.160q", h.Kind, h.Obeys, h.Review)
		}
	}
	t.Logf("dictated words flagged:\n%s", s)
}

// TestRepliesThatDoNotObeyPass: the review's orders are no reason to stop a
// reply that leaves them alone.
func TestRepliesThatDoNotObeyPass(t *testing.T) {
	for _, h := range hostiles(t) {
		in := check.Input{Review: h.Review, Service: service, Reply: service.Frame().Around(polite)}
		for _, f := range check.Run(in) {
			if f.Severity == review.Block {
				t.Errorf("%s blocked %q for %.120q", f.Rule, polite, h.Review)
			}
		}
	}
}

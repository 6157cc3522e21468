package prompt

import (
	"fmt"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

func TestLongReviewSaysWhatIsMissing(t *testing.T) {
	r := review.Review{Text: "DÉBUT " + strings.Repeat("mot ", MaxReview) + "FIN"}
	o := LeftOut(r, nil)
	p := build(t, r, review.Service{}, nil)
	for _, want := range []string{"DÉBUT", "FIN", gap, fmt.Sprint(o.ReviewRunes, " caractères")} {
		if !strings.Contains(p.User, want) {
			t.Errorf("the prompt lacks %q", want)
		}
	}
	text, omitted := fitReview(r.Text, MaxReview)
	sent := runes(text) - runes(gap) - 2
	if sent > MaxReview || sent+omitted != runes(r.Text) {
		t.Errorf("%d sent and %d omitted of %d", sent, omitted, runes(r.Text))
	}
}

func TestReviewAtTheBoundIsWhole(t *testing.T) {
	for n, omitted := range map[int]bool{MaxReview - 1: false, MaxReview: false, MaxReview + 1: true} {
		r := review.Review{Text: strings.Repeat("é", n)}
		if got := LeftOut(r, nil).ReviewRunes > 0; got != omitted {
			t.Errorf("%d runes: omitted is %v", n, got)
		}
		noted := strings.Contains(build(t, r, review.Service{}, nil).User, "trop long")
		if noted != omitted {
			t.Errorf("%d runes: noted is %v", n, noted)
		}
	}
}

func TestPassagesWithinTheirBudget(t *testing.T) {
	long := strings.Repeat("mot ", MaxPassage/4+50)
	all := []review.Passage{{Sheet: "F1", Text: long}, {Sheet: "F2", Text: long}, {Sheet: "F3", Text: long}, {Sheet: "F4", Text: long}, {Sheet: "F5", Text: "court"}}
	o := LeftOut(review.Review{}, all)
	if len(o.Passages) != 2 || o.Passages[0].Sheet != "F4" {
		t.Errorf("left out %d passages", len(o.Passages))
	}
	kept, cut, _ := fitPassages(all)
	total := cut
	for _, p := range kept {
		total += runes(p.Text) - len([]rune(" …"))
	}
	if want := 3 * runes(strings.TrimSpace(long)); total != want || o.PassageRunes != cut {
		t.Errorf("kept and cut make %d of %d runes", total, want)
	}
	if all[0].Text != long {
		t.Error("the caller’s passages were changed")
	}
}

func TestPassagesThatJustFit(t *testing.T) {
	one := review.Passage{Text: strings.Repeat("é", MaxPassages/4)}
	all := []review.Passage{one, one, one, one}
	if o := LeftOut(review.Review{}, all); len(o.Passages) != 0 {
		t.Errorf("%d left out though there is room", len(o.Passages))
	}
	all[3].Text += "é"
	if o := LeftOut(review.Review{}, all); len(o.Passages) != 1 {
		t.Errorf("%d left out, one rune above the room", len(o.Passages))
	}
}

func TestNothingLeftOutOfAnOrdinaryReview(t *testing.T) {
	o := LeftOut(longWait(), sheets())
	if o.ReviewRunes != 0 || o.PassageRunes != 0 || len(o.Passages) != 0 {
		t.Errorf("left out: %+v", o)
	}
}

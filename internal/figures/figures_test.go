package figures

import (
	"testing"
	"time"

	"ecritoire/internal/review"
)

func TestNothingCountedIsNoClaim(t *testing.T) {
	f := Of(review.Tallies{Reviews: 3})
	if f.AssistedShare != nil || f.AnsweringDays.Mean != nil || f.Satisfaction.Share != nil {
		t.Errorf("an empty queue claims figures: %+v", f)
	}
}

func TestFiguresKeepTheirKindsApart(t *testing.T) {
	day := 24 * time.Hour
	f := Of(review.Tallies{
		Replies: []review.ReplyTally{{Writer: review.WriterOllama, Answering: day}, {Writer: review.WriterTrame, Answering: 3 * day},
			{Writer: review.WriterHand, Answering: 8 * day}, {Writer: review.WriterOllama, Answering: 4 * day}},
		Ours: review.Verdicts{Useful: 1, N: 4}, Earlier: review.Verdicts{Useful: 7, N: 14}, VisitorsUseful: 40,
	})
	for name, got := range map[string][2]float64{
		"assisted": {*f.AssistedShare, 0.5}, "mean": {*f.AnsweringDays.Mean, 4}, "median": {*f.AnsweringDays.Median, 3.5},
		"ours": {*f.Satisfaction.Share, 0.25}, "earlier": {*f.EarlierSatisfaction.Share, 0.5}, "visitors": {float64(f.Visitors.Useful), 40},
		"trame": {float64(f.Replies.ByTrame), 1}, "hand": {float64(f.Replies.ByHand), 1},
	} {
		if got[0] != got[1] {
			t.Errorf("%s = %v, want %v", name, got[0], got[1])
		}
	}
}

func TestWhatBecameOfDrafts(t *testing.T) {
	all := Of(review.Tallies{Drafts: []review.DraftTally{
		{Writer: review.WriterOllama, Rejected: 2, Changes: []float64{0.75, 0, 0.25, 0.5, 0.5}}, {Writer: review.WriterTrame, Rejected: 1}}}).Drafts
	if len(all) != 2 || *all[0].MeanChange != 0.4 || *all[0].MedianKept != 0.5 || all[0].Kept != 1 || all[0].Edited != 4 || all[0].Rejected != 2 {
		t.Fatalf("%+v", all)
	}
	if got, want := all[0].Changes, (Changes{Nothing: 1, Quarter: 1, Half: 2, More: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if all[1].MeanChange != nil || all[1].MedianKept != nil {
		t.Errorf("nothing was sent, and yet %+v", all[1])
	}
}

// Package figures computes the figures of the autumn 2023 trial on the
// service's own queue: share of replies assisted by a model, answering time,
// and what users said of the replies.
package figures

import (
	"slices"
	"time"

	"ecritoire/internal/review"
)

// Figures are the figures of one profile. A share or a time is nil where
// nothing was counted: zero would be a claim.
type Figures struct {
	Reviews  int     `json:"reviews"`
	Answered int     `json:"answered"` // exported by us, or answered on their platform
	Replies  Writers `json:"replies"`
	// AssistedShare is the share of validated replies that a model drafted.
	AssistedShare *float64 `json:"assisted_share"`
	AnsweringDays Days     `json:"answering_days"`
	// Satisfaction is the authors' "utile" among the authors' verdicts on our replies.
	Satisfaction Satisfaction `json:"satisfaction"`
	// EarlierSatisfaction is the same on replies given outside Écritoire.
	EarlierSatisfaction Satisfaction `json:"earlier_satisfaction"`
	// Drafts are what agents made of drafts, by writer.
	Drafts []Drafts `json:"drafts"`
	// Visitors are counts by anybody, most of them on reviews without a reply.
	Visitors Visitors `json:"visitors"`
}

// Writers counts validated replies by what assisted them most.
type Writers struct {
	ByModel int `json:"by_model"`
	ByTrame int `json:"by_trame"`
	ByHand  int `json:"by_hand"`
}

// Days is the time from a review to its first validation, in days.
type Days struct {
	Mean   *float64 `json:"mean"`
	Median *float64 `json:"median"`
	N      int      `json:"n"`
}

// Satisfaction is a share with the number of verdicts it stands on.
type Satisfaction struct {
	Useful int      `json:"useful"`
	N      int      `json:"n"`
	Share  *float64 `json:"share"`
}

// Visitors are the platform's counts of visitors' votes.
type Visitors struct {
	Useful  int `json:"useful"`
	Useless int `json:"useless"`
}

// Drafts is what agents made of the drafts of one writer: sent as they were,
// edited first, or rejected. MeanChange is how much of those that were sent was
// changed, from 0 to 1.
type Drafts struct {
	Writer     review.WriterName `json:"writer"`
	Kept       int               `json:"kept"`
	Edited     int               `json:"edited"`
	Rejected   int               `json:"rejected"`
	MeanChange *float64          `json:"mean_change"`
}

// Of computes the figures from the store's tallies.
func Of(t review.Tallies) Figures {
	w := writers(t.Replies)
	return Figures{
		Reviews: t.Reviews, Answered: t.Answered, Replies: w,
		AssistedShare: share(w.ByModel, len(t.Replies)), AnsweringDays: days(t.Replies),
		Satisfaction: satisfaction(t.Ours), EarlierSatisfaction: satisfaction(t.Earlier),
		Drafts: drafts(t.Drafts), Visitors: Visitors{t.VisitorsUseful, t.VisitorsUseless},
	}
}

func writers(replies []review.ReplyTally) (w Writers) {
	for _, r := range replies {
		switch r.Writer {
		case review.WriterOllama:
			w.ByModel++
		case review.WriterTrame:
			w.ByTrame++
		default:
			w.ByHand++
		}
	}
	return w
}

func drafts(all []review.DraftTally) []Drafts {
	out := []Drafts{}
	for _, t := range all {
		d := Drafts{Writer: t.Writer, Kept: t.Kept, Edited: t.Edited, Rejected: t.Rejected}
		if sent := t.Kept + t.Edited; sent > 0 {
			mean := t.Changed / float64(sent)
			d.MeanChange = &mean
		}
		out = append(out, d)
	}
	return out
}

func satisfaction(v review.Verdicts) Satisfaction {
	return Satisfaction{Useful: v.Useful, N: v.N, Share: share(v.Useful, v.N)}
}

func share(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	s := float64(part) / float64(whole)
	return &s
}

func days(replies []review.ReplyTally) Days {
	all := []float64{}
	sum := 0.0
	for _, r := range replies {
		d := float64(r.Answering) / float64(24*time.Hour)
		all, sum = append(all, d), sum+d
	}
	d := Days{N: len(all)}
	if d.N > 0 {
		mean, middle := sum/float64(d.N), median(all)
		d.Mean, d.Median = &mean, &middle
	}
	return d
}

func median(all []float64) float64 {
	slices.Sort(all)
	n := len(all)
	return (all[(n-1)/2] + all[n/2]) / 2
}

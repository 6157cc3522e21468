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
// edited first, or rejected. The shares run from 0 to 1 and stand on those that
// were sent, Kept and Edited together: how much was changed on average, and how
// much of the draft is left in the middle one of them.
type Drafts struct {
	Writer     review.WriterName `json:"writer"`
	Kept       int               `json:"kept"`
	Edited     int               `json:"edited"`
	Rejected   int               `json:"rejected"`
	MeanChange *float64          `json:"mean_change"`
	MedianKept *float64          `json:"median_kept"`
	Changes    Changes           `json:"changes"`
}

// Changes counts the drafts that were sent by how much of them was changed:
// nothing, up to a quarter, up to a half, more than that.
type Changes struct {
	Nothing int `json:"nothing"`
	Quarter int `json:"quarter"`
	Half    int `json:"half"`
	More    int `json:"more"`
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
		d := Drafts{Writer: t.Writer, Rejected: t.Rejected, Changes: changes(t.Changes)}
		d.Kept = d.Changes.Nothing
		d.Edited = len(t.Changes) - d.Kept
		if len(t.Changes) > 0 {
			d.MeanChange, d.MedianKept = new(mean(t.Changes)), new(1-median(t.Changes))
		}
		out = append(out, d)
	}
	return out
}

func changes(all []float64) (c Changes) {
	for _, changed := range all {
		switch {
		case changed == 0:
			c.Nothing++
		case changed <= 0.25:
			c.Quarter++
		case changed <= 0.5:
			c.Half++
		default:
			c.More++
		}
	}
	return c
}

func mean(all []float64) float64 {
	sum := 0.0
	for _, each := range all {
		sum += each
	}
	return sum / float64(len(all))
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
	for _, r := range replies {
		all = append(all, float64(r.Answering)/float64(24*time.Hour))
	}
	d := Days{N: len(all)}
	if d.N > 0 {
		d.Mean, d.Median = new(mean(all)), new(median(all))
	}
	return d
}

func median(all []float64) float64 {
	slices.Sort(all)
	n := len(all)
	return (all[(n-1)/2] + all[n/2]) / 2
}

package review

import "time"

// ReplyTally is what the figures need of one reply validated here. Writer is
// the most assisted one among its versions: a model before trame before hand.
type ReplyTally struct {
	Writer    WriterName
	Answering time.Duration // from the review's date to its first validation
	At        time.Time     // of its first validation
}

// Verdicts is how many authors found the reply useful among those who said.
type Verdicts struct {
	Useful, N int
}

// DraftTally is what agents made of the drafts of one writer. Changes holds the
// Feedback.Distance of each that was sent, as it was or edited.
type DraftTally struct {
	Writer   WriterName
	Rejected int
	Changes  []float64
}

// Timeline is what happened when: the reviews by the hour that they were
// written in, and the replies validated here.
type Timeline struct {
	Arrivals map[time.Time]int
	Replies  []ReplyTally
}

// Tallies is what the figures are made of.
type Tallies struct {
	Reviews, Answered               int
	Replies                         []ReplyTally
	Drafts                          []DraftTally // one for each writer whose drafts were judged
	Ours, Earlier                   Verdicts     // authors' verdicts on our replies, and on those given elsewhere
	VisitorsUseful, VisitorsUseless int          // visitors' counts, never mixed with the authors'
}

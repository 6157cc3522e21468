package review

import "time"

// ReplyTally is what the figures need of one reply validated here. Writer is
// the most assisted one among its versions: a model before trame before hand.
type ReplyTally struct {
	Writer    WriterName
	Answering time.Duration // from the review's date to its first validation
}

// Verdicts is how many authors found the reply useful among those who said.
type Verdicts struct {
	Useful, N int
}

// Tallies is what the figures are made of.
type Tallies struct {
	Reviews, Answered               int
	Replies                         []ReplyTally
	Ours, Earlier                   Verdicts // authors' verdicts on our replies, and on those given elsewhere
	VisitorsUseful, VisitorsUseless int      // visitors' counts, never mixed with the authors'
}

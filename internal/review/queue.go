package review

import "time"

// Filter chooses a page of the queue. The zero value is the first page of
// everything.
type Filter struct {
	States  []State   // none: every state
	Overdue time.Time // zero: all; else only what was due before
	Search  string    // words to find, "" for all
	After   string    // cursor that the page before gave
	Limit   int       // rows, 1 to 500
}

// Page is one page of the queue, oldest deadline first. Next is the cursor of
// the page after, "" at the end.
type Page struct {
	Reviews []Review
	Next    string
}

// Counts is how many reviews stand in each state, and how many of those not
// yet validated are past their deadline.
type Counts struct {
	ByState map[State]int
	Late    int
}

// Of is the number of reviews in the states given.
func (c Counts) Of(states ...State) int {
	n := 0
	for _, s := range states {
		n += c.ByState[s]
	}
	return n
}

// Rejection is a row that could not be taken, kept aside with the reason.
type Rejection struct {
	Line   int    // of the file, from 1
	Reason Text   // for the agent, without the row's text
	Raw    string // the row as it stood
}

// Row is what reading a file yields: a review, or the reason why a line gave
// none.
type Row struct {
	Review   Review
	Rejected *Rejection
}

// Report is what an import did. Read is always the sum of Added, Updated,
// Duplicates and Rejected.
type Report struct {
	Batch      int64  `json:"batch"`
	Format     string `json:"format"`
	Read       int    `json:"read"`
	Added      int    `json:"added"`
	Updated    int    `json:"updated"`
	Duplicates int    `json:"duplicates"`
	Rejected   int    `json:"rejected"`
	WithReply  int    `json:"with_reply"` // rows that carried a reply given elsewhere
}

// Move is one step of a review's life, to be stored in one transaction with
// its line of history.
type Move struct {
	Review Review // as the mover read it: its state and version guard the step
	Action Action
	By     string
	Reason string
	At     time.Time
	Reply  *Reply // the version the step writes, nil for none; Number 0 asks for a new one
	Prefer int    // the version that the step puts in force; 0 leaves that to Reply
}

// Arrival says where a review stands after its file came again. A reply found
// on the platform ends the work on ours, unless ours was validated here once:
// then it may well be our own, and what was validated stays in our hands.
func (r Review) Arrival(answered, validatedHere bool) (State, bool) {
	switch {
	case !answered || r.AnsweredElsewhere:
		return r.State, r.AnsweredElsewhere
	case validatedHere || r.State == Validated || r.State == Exported:
		return r.State, false
	default:
		return Exported, true
	}
}

// Outgoing is one validated reply with what its platform needs to place it.
type Outgoing struct {
	ID          int64      `json:"id"`
	Source      Source     `json:"source"`
	ExternalID  string     `json:"external_id"`
	Title       string     `json:"title"`
	Reply       string     `json:"reply"` // whole, frame included
	Writer      WriterName `json:"writer"`
	ValidatedBy string     `json:"validated_by"`
	ValidatedAt time.Time  `json:"validated_at"`
}

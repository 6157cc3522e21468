package review

import (
	"fmt"
	"time"
)

// Filter chooses a page of the queue. The zero value is the first page of
// everything; what is set must all hold, and of a list one entry is enough.
type Filter struct {
	States     []State     `json:"states,omitempty"`
	Overdue    time.Time   `json:"-"`                // zero: all; else only what was due before
	From       time.Time   `json:"from,omitzero"`    // written then or later
	To         time.Time   `json:"to,omitzero"`      // written before
	Awake      time.Time   `json:"-"`                // zero: all; else without those put off beyond this moment
	Asleep     time.Time   `json:"-"`                // zero: all; else only those put off beyond this moment
	Search     string      `json:"search,omitempty"` // words, "words in a row", begin*, -without
	Sentiments []Sentiment `json:"sentiments,omitempty"`
	Sources    []Source    `json:"sources,omitempty"`
	Structure  string      `json:"structure,omitempty"` // as Review.Structure gives it
	Themes     []ThemeName `json:"themes,omitempty"`
	Languages  []string    `json:"languages,omitempty"` // of the text: "fr", "en", "other", "" for unknown
	Assignee   string      `json:"assignee,omitempty"`
	Unassigned bool        `json:"unassigned,omitempty"`
	Findings   bool        `json:"findings,omitempty"` // the version in force has some that block or warn
	Twins      bool        `json:"twins,omitempty"`    // reviews that say nearly the same as another
	TwinOf     int64       `json:"-"`                  // the group of this review; 0 for all
	Sort       Sort        `json:"sort,omitempty"`
	After      string      `json:"-"` // cursor that the page before gave
	Skip       int         `json:"-"` // rows passed over after the cursor: each costs a step in an index
	Limit      int         `json:"-"` // rows, 1 to 500
}

// Between narrows the filter to what was written from one day to another, the
// last one whole; "" leaves that side open, what is no day is ErrDay.
func (f *Filter) Between(from, to string) (err error) {
	if from != "" {
		if f.From, err = ParseDay(from); err != nil {
			return err
		}
	}
	if to != "" {
		if f.To, err = ParseDay(to); err != nil {
			return err
		}
		f.To = f.To.AddDate(0, 0, 1)
	}
	return nil
}

// Behind is the cursor of the page after a review, in SortDeadline's order.
func Behind(r Review) string {
	return fmt.Sprintf("0.%d.%d.%d", r.DueAt.Unix(), r.WrittenAt.Unix(), r.ID)
}

// Sort is the order of a page.
type Sort string

// The orders. One announced delay holds for all reviews, so that the oldest
// review is the one due first: SortDeadline is the order by age as well.
const (
	SortDeadline  Sort = ""
	SortNewest    Sort = "newest"
	SortSentiment Sort = "sentiment" // negative, neutral, unknown, positive; each by deadline
)

// View is a filter that an agent gave a name to.
type View struct {
	Name    string `json:"name"`
	Filter  Filter `json:"filter"`
	Overdue bool   `json:"overdue,omitempty"` // only what is overdue when the view is looked at
	Asleep  bool   `json:"asleep,omitempty"`  // only what is put off then
}

// At is the view's filter as it is looked at then. Only what has not left our
// hands can be overdue.
func (v View) At(now time.Time) Filter {
	f := v.Filter
	if v.Asleep {
		f.Asleep = now
	}
	if v.Overdue {
		f.Overdue = now
		if len(f.States) == 0 {
			f.States = []State{New, Drafting, Drafted, Submitted}
		}
	}
	return f
}

// Found is how many reviews a filter finds; More says that there are others
// beyond, which were not counted.
type Found struct {
	N    int  `json:"n"`
	More bool `json:"more"`
}

// Page is one page of the queue in the order of its filter. Next is the cursor of
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
	Line   int    `json:"line"`   // of the file, from 1
	Reason Text   `json:"reason"` // for the agent, without the row's text
	Raw    string `json:"raw"`    // the row as it stood

	// Seen is what could be read of a row that names its review; nil where it
	// does not.
	Seen *Review `json:"-"`
}

// Origin is what a batch of rows came from: the format, the header that its
// rows stood under, as one line of CSV ("" where there is none), and how an
// agent mapped its columns, where they did. A row kept aside is read again by
// it.
type Origin struct {
	Format  string  `json:"format"`
	Header  string  `json:"header,omitempty"`
	Mapping Mapping `json:"mapping,omitempty"`
	Mended  bool    `json:"mended,omitempty"` // one row out of the quarantine
}

// Quarantined is a row that could not be taken and waits to be mended.
type Quarantined struct {
	ID    int64 `json:"id"`
	Batch int64 `json:"batch"`
	Origin
	Rejection
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

// Batch is one import as it is remembered.
type Batch struct {
	Report
	At     time.Time `json:"at"`
	Undone time.Time `json:"undone,omitzero"`  // zero while it stands
	Mended bool      `json:"mended,omitempty"` // one row out of the quarantine
}

// BulkAction is something done to many reviews at once.
type BulkAction string

// The actions on many. A dismissal needs a reason, an assignment may be to
// nobody.
const (
	BulkAssign  BulkAction = "assign"
	BulkDismiss BulkAction = "dismiss"
	BulkRestore BulkAction = "restore"
)

// Bulk is one action on the reviews named, or else on all that the filter
// finds.
type Bulk struct {
	Action   BulkAction
	IDs      []int64
	Filter   Filter // used where IDs is empty; Limit, After and Sort are not looked at
	Assignee string // of BulkAssign, "" for nobody
	Reason   string // of BulkDismiss
	By       string
	At       time.Time
}

// The actions that are only ever written to the history, beside Import.
const (
	Assign Action = "assign" // somebody is to answer it; the reason names them
	Mend   Action = "mend"   // it came out of the quarantine
	Unbulk Action = "unbulk" // an action on many was undone
	Undo   Action = "undo"   // an agent's decision was undone: the state before it again
	Revert Action = "revert" // a batch that had changed the text was undone
	Snooze Action = "snooze" // it was put off; the reason is the day, as 2006-01-02
	Wake   Action = "wake"   // it is back before its day
)

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

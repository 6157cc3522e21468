package review

import "time"

// Answer is what the assistant says to a question: sentences that each stand
// on a passage of a sheet, or nothing and the reason why.
type Answer struct {
	ID        int64       `json:"id"` // 0 until it is kept
	At        time.Time   `json:"at"`
	Question  string      `json:"question"`
	Follows   int64       `json:"follows,omitempty"` // the question that this one goes on from
	Sentences []Statement `json:"answer"`
	Abstained bool        `json:"abstained"`
	Reason    Text        `json:"-"`                // why it abstained
	Writer    WriterName  `json:"writer,omitempty"` // WriterOllama where a model worded it; "" where passages were taken as they stand
	Model     string      `json:"model,omitempty"`
	Removed   int         `json:"removed,omitempty"` // sentences of the model that no passage supports: they were never shown
	Near      []Hit       `json:"near"`              // the sheets that bear on the question, the likeliest first
}

// Statement is one sentence of an answer with the passages that it stands on.
// Case is the heading path of the first: under which condition it is true.
type Statement struct {
	Text    string    `json:"text"`
	Case    []string  `json:"case"`
	Sources []Passage `json:"sources"`
}

// Missing is a question that no sheet covers.
type Missing struct {
	ID       int64     `json:"id"`
	Question string    `json:"question"`
	Asked    int       `json:"asked"` // times
	FirstAt  time.Time `json:"first_at"`
	LastAt   time.Time `json:"last_at"`
	Reviews  []int64   `json:"reviews"` // that ask it, 20 at most
}

// Sheet is a whole reference sheet, for reading.
type Sheet struct {
	Sheet    string    `json:"sheet"`
	Kind     string    `json:"kind"`
	Title    string    `json:"title"`
	URL      string    `json:"url"`
	Date     string    `json:"date"` // YYYY-MM-DD
	Summary  string    `json:"summary"`
	Path     []string  `json:"path"` // its themes, the widest first
	Source   string    `json:"source"`
	Licence  string    `json:"licence"`
	Pack     string    `json:"pack"`
	Sections []Section `json:"sections"`
}

// Section is one passage of a sheet under its headings, the widest first.
type Section struct {
	Heading []string `json:"heading"`
	Text    string   `json:"text"`
}

// What befell a sheet from one pack to the next.
const (
	SheetAdded   = "added"
	SheetChanged = "changed"
	SheetGone    = "gone"
)

// SheetChange is one sheet that is not the same in two packs.
type SheetChange struct {
	What   string   `json:"what"` // SheetAdded, SheetChanged or SheetGone
	Sheet  string   `json:"sheet"`
	Kind   string   `json:"kind"`
	Title  string   `json:"title"`
	URL    string   `json:"url"`
	Before string   `json:"before"` // its date in the old pack, "" where it is new
	After  string   `json:"after"`  // its date in the new pack, "" where it is gone
	Lost   []string `json:"lost"`   // passages that the new pack does not hold
}

// Alert is a reply or a draft that cites a sheet which changed or went away.
// Lost says whether the passage itself that it cites is no longer there.
type Alert struct {
	ID     int64     `json:"id"`
	At     time.Time `json:"at"`
	Review int64     `json:"review"`
	Number int       `json:"number"` // the version that cites it
	State  State     `json:"state"`  // of the review, now
	What   string    `json:"what"`   // changed or gone
	Sheet  string    `json:"sheet"`
	Kind   string    `json:"kind"`
	Title  string    `json:"title"`
	URL    string    `json:"url"`
	Before string    `json:"before"`
	After  string    `json:"after"`
	Lost   bool      `json:"lost"`
}

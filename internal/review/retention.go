package review

import "time"

// Clock says how long the reviews of one source in one state are kept after
// the last thing that happened to them.
type Clock struct {
	Source Source `json:"source"` // "" for every source
	State  State  `json:"state"`
	Months int    `json:"months"` // 1 or more
}

// Ends is the moment before which the clock of what happened last has run out.
func (c Clock) Ends(now time.Time) time.Time { return now.AddDate(0, -c.Months, 0) }

// Expiry is what one clock has run out for.
type Expiry struct {
	Clock
	Reviews     int `json:"reviews"`
	Quarantined int `json:"quarantined"` // rows kept aside, which follow the clock of new reviews
}

// Expired is a dry run of the clocks: how many reviews each has run out for,
// and the first of them.
type Expired struct {
	Clocks []Expiry `json:"clocks"`
	IDs    []int64  `json:"ids"`

	Quarantined []int64 `json:"quarantined"`
}

// Traces is where a person was found: by id, reviews (their own words, their
// replies, what was written about them) and rows of the quarantine.
type Traces struct {
	Reviews     []int64 `json:"reviews"`
	Quarantined []int64 `json:"quarantined"`
}

// Certificate proves an erasure without a word of what was erased.
type Certificate struct {
	ID          int64     `json:"id"`
	At          time.Time `json:"at"`
	Reason      string    `json:"reason"` // as the agent gave it: no names
	By          string    `json:"by"`
	Reviews     int       `json:"reviews"`
	Replies     int       `json:"replies"`
	Quarantined int       `json:"quarantined"`
	Hash        string    `json:"hash"` // SHA-256 of "source\x00external id\n" of each review, in the order of ids; hexadecimal
}

package review

import "time"

// Pack is a collection of reference sheets on this workstation.
type Pack struct {
	Name    string       `json:"name"`
	Hash    string       `json:"hash"` // of what its sheets say
	BuiltAt time.Time    `json:"built_at"`
	Sheets  int          `json:"sheets"`
	Sources []PackSource `json:"sources"`
}

// PackSource is where some of the sheets of a pack come from.
type PackSource struct {
	Name    string `json:"name"`
	Licence string `json:"licence"`
	Date    string `json:"date"` // YYYY-MM-DD of its newest sheet, "" for unknown
	Hash    string `json:"hash"` // of the file
	Sheets  int    `json:"sheets"`
	Unread  int    `json:"unread"` // documents that could not be read as sheets
}

// Hit is a sheet that was found, with its passage that answers best. Score runs
// from 0 to 1: how likely the sheet bears on the question. Bears says whether
// that is enough to show it.
type Hit struct {
	Passage
	Heading []string `json:"heading"` // of the passage, the widest first
	Score   float64  `json:"score"`
	Bears   bool     `json:"bears"`
}

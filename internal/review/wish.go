package review

// Wish is how one draft is to differ from the usual one, as the agent asked
// for it. The zero Wish is the usual draft.
type Wish struct {
	Length  Length `json:"length,omitempty"`
	Warmer  bool   `json:"warmer,omitempty"`
	Precise bool   `json:"precise,omitempty"` // names facts and steps rather than regrets
	French  bool   `json:"french,omitempty"`  // in French even where the review is not
}

// Length is about how long a body should be.
type Length string

// The lengths: two or three sentences, three to six, six to eight.
const (
	LengthUsual Length = ""
	LengthShort Length = "short"
	LengthLong  Length = "long"
)

// Valid says whether a length is one of the three.
func (l Length) Valid() bool { return l == LengthUsual || l == LengthShort || l == LengthLong }

// Example is a reply that the service has validated to a review like the one
// at hand. What it shows a writer is pseudonymised by the caller.
type Example struct {
	Review int64  `json:"review"`
	Number int    `json:"number"` // of the version
	Said   string `json:"-"`      // what the user wrote
	Body   string `json:"-"`      // what the service answered, without frame
}

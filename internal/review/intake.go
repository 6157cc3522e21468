package review

// The platforms that files come from, beside Services Publics+.
const (
	SourceJDMA   Source = "jdma"   // Je donne mon avis: anonymous, no public reply has anywhere to go
	SourceGoogle Source = "google" // Google Business Profile
	SourcePlay   Source = "play"   // Google Play
	SourceOther  Source = "other"  // a table that an agent mapped by hand
)

// Sources are all platforms that reviews come from.
func Sources() []Source {
	return []Source{SourceSPPlus, SourceJDMA, SourceGoogle, SourcePlay, SourceOther}
}

// Field is what one column of a file says about a review.
type Field string

// The fields that a column may be mapped to.
const (
	FieldID        Field = "id"
	FieldDate      Field = "date"
	FieldTitle     Field = "title"
	FieldText      Field = "text"
	FieldAuthor    Field = "author"
	FieldSentiment Field = "sentiment" // words, or a mark from 1 to 5
	FieldStructure Field = "structure"
	FieldTypology  Field = "typology"
	FieldChannel   Field = "channel" // several with commas
	FieldTags      Field = "tags"    // several with semicolons
	FieldReply     Field = "reply"   // the reply that the platform already carries
	FieldState     Field = "state"   // the platform's own word for where the review stands
	FieldTheme     Field = "theme"   // one of the five themes: never mapped by hand
	FieldPlace     Field = "place"   // where the author lives: never mapped by hand
)

// Fields are those that an agent may map a column to, in the order in which
// they are asked.
func Fields() []Field {
	return []Field{FieldText, FieldDate, FieldTitle, FieldSentiment, FieldID, FieldAuthor, FieldStructure, FieldTypology, FieldChannel, FieldTags, FieldReply}
}

// Mapping says which column of a table gives each field. Columns are named as
// the file writes them; accents, case and punctuation do not matter.
type Mapping map[Field]string

// Guess is a format that a file may have. Confidence goes from 0 to 1.
type Guess struct {
	Format     string  `json:"format"`
	Confidence float64 `json:"confidence"`
}

// Column is one column found in a file and what becomes of it. Field is ""
// where nothing of it is used.
type Column struct {
	Name    string `json:"name"`
	Field   Field  `json:"field,omitempty"`
	Dropped bool   `json:"dropped"` // personal data that is not even kept in the quarantine
	Example string `json:"example"` // the first value found in it, cut short; "" where it is dropped
}

// Preview is what an import would do with a file, before it does it.
type Preview struct {
	Format     string   `json:"format"` // "" where no format is sure enough
	Confidence float64  `json:"confidence"`
	Candidates []Guess  `json:"candidates"` // the likeliest first
	Container  string   `json:"container"`  // csv, xlsx, ods, json, takeout
	Encoding   string   `json:"encoding"`   // utf-8, utf-16le, utf-16be, windows-1252, macintosh, cp850 or mixed
	Key        string   `json:"key"`        // of the header: a mapping is remembered under it
	Columns    []Column `json:"columns"`
	Rows       []Row    `json:"-"` // the first ten at most; none where Format is ""
}

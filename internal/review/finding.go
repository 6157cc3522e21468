package review

// Severity says what a finding does to validation.
type Severity string

// The severities, from the gravest. A blocking finding needs a written
// reason to pass.
const (
	Block Severity = "block"
	Warn  Severity = "warn"
	Info  Severity = "info"
)

// Span is a stretch of text, [Start, End), in Unicode code points.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Finding is what a check says of a reply. Start and End are code points of
// the whole reply, both 0 when the finding is about the reply as a whole.
type Finding struct {
	Rule     string   `json:"rule"` // stable name, snake_case
	Severity Severity `json:"severity"`
	Span
	Message Text    `json:"message"`          // says what to do
	Repair  *string `json:"repair,omitempty"` // the text to put in place of the span; nil when no repair is known
}

// Blocks reports whether any finding blocks.
func Blocks(findings []Finding) bool {
	for _, f := range findings {
		if f.Severity == Block {
			return true
		}
	}
	return false
}

package review

// Recipe is what a model was given for a draft, by reference: it holds no word
// of a review or of another reply, so that erasing those reaches every prompt.
// The zero Recipe is that of a draft without a prompt.
type Recipe struct {
	System   string    `json:"system,omitempty"`   // SHA-256 of the stable part as it was sent
	Template string    `json:"template,omitempty"` // SHA-256 of the template of the rest
	Examples []Example `json:"examples,omitempty"`
	Form     bool      `json:"form,omitempty"`   // it was held to a form of sentences
	Again    int       `json:"again,omitempty"`  // the version whose findings the model was told
	Sent     string    `json:"sent,omitempty"`   // SHA-256 of the rest as it was sent
	Tokens   int       `json:"tokens,omitempty"` // of the whole prompt, counted before it was sent
	LeftOut  LeftOut   `json:"left_out,omitzero"`
}

// LeftOut is what had no room in a prompt.
type LeftOut struct {
	Runes    int `json:"runes,omitempty"` // of the review's text, from its middle
	Passages int `json:"passages,omitempty"`
	Examples int `json:"examples,omitempty"`
}

package review

import "context"

// Assignment is what a writer gets: the review with its personal data
// replaced, what may be stated, and for a model the prompt already laid out.
type Assignment struct {
	Review  Review
	Service Service
	Sources []Passage
	Wish    Wish
	Turn    int // drafts of it that there are: another one is worded in another way
	Prompt  Prompt
	Model   string // "" for the writer's default
}

// Prompt is a laid out prompt, the part that never changes from one review
// to the next first.
type Prompt struct {
	Version string
	System  string // stable, byte for byte
	User    string // this review
}

// Written is what a writer gives back at the end. Body is without frame.
type Written struct {
	Body      string
	Model     string
	ModelHash string
	Speed     Speed
}

// Writer writes the body of a reply.
//
// Write calls onText with the whole body so far, from one goroutine, as often
// as text arrives. On error or when ctx ends it returns at once with what was
// written so far in Written.Body, and the error.
type Writer interface {
	Name() WriterName
	Write(ctx context.Context, a Assignment, onText func(body string)) (Written, error)
}

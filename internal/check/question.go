package check

import (
	"sync"

	"ecritoire/internal/reading"
)

// question is what is read of a review, whatever is replied to it. Nothing
// changes it once it is read.
type question struct {
	title, text string
	flat        string       // title and text, flat, in lower case
	read        reading.Text // title and text
	dictated    *dictation   // nil unless the review speaks to the machine
}

// last is the review that was read last: while an agent types, each pause
// checks another reply to the same one, and reading it is half of the work.
var last struct {
	sync.Mutex
	question
}

func questionOf(title, text string) question {
	last.Lock()
	defer last.Unlock()
	if last.title != title || last.text != text || last.flat == "" {
		whole, read := title+"\n"+text, reading.ReadText(title, text)
		last.question = question{title, text, plain(whole), read, dictated(whole, read)}
	}
	return last.question
}
